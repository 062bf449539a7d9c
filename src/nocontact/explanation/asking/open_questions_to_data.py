"""Open questions → plain data: what is open, what is settled, how many ways there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nocontact.explanation.asking.open_questions import OpenQuestions

SCHEMA = "nocontact.ask/1"


def open_questions_to_data(asked: OpenQuestions) -> dict[str, Any]:
    """Return the open questions as plain data.

    The number of scenarios is text: it may be larger than a number in JavaScript can hold.

    Args:
        asked: the open questions.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> data = open_questions_to_data(recommend(Scenario()).ask)
        >>> int(data["scenarios"]) > 2**53, data["questions"][0]["name"]
        (True, 'now_unsafe')
    """
    return {
        "schema": SCHEMA,
        "settled": list(asked.settled),
        "provisional": list(asked.provisional),
        "stopped": asked.stopped,
        "scenarios": str(asked.scenarios),
        "questions": [question.to_dict() for question in asked],
    }
