"""Unless → plain data: every smallest change, with who can make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.exact.change import Change, Edit

if TYPE_CHECKING:
    from nocontact.explanation.exact.unless import Unless

SCHEMA = "nocontact.unless/1"


def unless_to_data(found: Unless) -> dict[str, Any]:
    """Return what would make a difference, as plain data.

    Args:
        found: the explanation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = recommend(Scenario(staying_away="nothing_holds")).unless("wall")
        >>> yours = [each for each in unless_to_data(found)["changes"] if each["kind"] == "yours"]
        >>> yours[0]["becomes"], yours[0]["edits"][0]["after"]
        ('friction', ['gives_in', 'cannot'])
    """
    return {
        "schema": SCHEMA,
        "claim": claim_to_data(found.claim),
        "complete": found.complete,
        "changes": [_change(each) for each in found.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "becomes": change.becomes,
        "kind": change.kind,
        "edits": [_edit(each) for each in change.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "question": edit.question,
        "fact": edit.fact,
        "before": edit.before,
        "after": list(edit.after),
        "whose": edit.whose,
    }
