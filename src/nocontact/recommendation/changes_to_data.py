"""Changes → plain data: what differs between two answers, and what made it differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from nocontact.recommendation.difference import Difference
from nocontact.recommendation.plain_data import plain_data

if TYPE_CHECKING:
    from nocontact.recommendation.changes import Changes

SCHEMA = "nocontact.changes/1"
Data: TypeAlias = dict[str, Any]


def changes_to_data(changes: Changes) -> Data:
    """Return what differs between two answers, as plain data.

    Where `crisis` is true, the document shows crisis help and nothing else (SA09).

    Args:
        changes: what differs.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> changes = recommend(Scenario(reach_out="often")).what_if(reach_out="never")
        >>> changes_to_data(changes)["answers"]
        [{'question': 'reach_out', 'before': 'often', 'after': 'never'}]
    """
    return {
        "schema": SCHEMA,
        "supposed": changes.supposed,
        "same_rules": changes.same_rules,
        "crisis": changes.new.situation.help_first,
        "answers": plain_data(changes.answers),
        "differences": [_difference(each) for each in changes.differences],
        "let_go": plain_data(changes.let_go),
    }


def _difference(difference: Difference) -> Data:
    return {**plain_data(difference), "rules": list(difference.rules)}
