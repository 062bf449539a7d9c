"""Enough → plain data: the sets of answers, and how settled they make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.exact.answer_units import AnswerUnit

if TYPE_CHECKING:
    from nocontact.explanation.exact.enough import Enough

SCHEMA = "nocontact.enough/1"


def enough_to_data(found: Enough) -> dict[str, Any]:
    """Return the answers that are enough, as plain data.

    Args:
        found: the explanation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = recommend(Scenario(staying_away="nothing_holds")).enough("wall")
        >>> [given["question"] for given in enough_to_data(found)["sets"][0]]
        ['staying_away']
    """
    return {
        "schema": SCHEMA,
        "claim": claim_to_data(found.claim),
        "grade": found.grade,
        "complete": found.complete,
        "sets": [[_unit(unit) for unit in each] for each in found.sets],
    }


def _unit(unit: AnswerUnit) -> dict[str, Any]:
    return {
        "question": unit.question,
        "kind": unit.kind,
        "member": unit.member,
        "answer": unit.answer,
        "facts": list(unit.facts),
        "is_open": unit.is_open,
    }
