"""Recommendation → JSON: the same words and ids, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nocontact.diagnostics import ProofError
from nocontact.display import json_text
from nocontact.recommendation.plain_data import plain_data

if TYPE_CHECKING:
    from nocontact.recommendation.recommendation import Recommendation

SCHEMA = "nocontact.recommendation/1"
_PLAIN = ("standing", "wall", "wall_in", "wall_out", "stance", "help")
_LISTS = ("also", "steps", "later", "notes", "gaps", "let_go")


def recommendation_to_json(recommendation: Recommendation) -> str:
    """Return the recommendation as JSON text, keys in a fixed order.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> json.loads(recommendation_to_json(recommend(Scenario())))["schema"]
        'nocontact.recommendation/1'
    """
    data: dict[str, Any] = {"schema": SCHEMA}
    data |= {name: getattr(recommendation, name) for name in _PLAIN}
    data |= {name: plain_data(getattr(recommendation, name)) for name in _LISTS}
    data |= _open(recommendation)
    data["considered"] = plain_data(recommendation.considered)
    data["verdicts"] = plain_data(recommendation.verdicts)
    data["resources"] = [each.to_dict() for each in recommendation.resources]
    data["findings"] = dict(recommendation.findings)
    data["trace"] = recommendation.trace.to_dict()
    return json_text(data)


def _open(recommendation: Recommendation) -> dict[str, Any]:
    """Return what is still open; None where it cannot be worked out."""
    try:
        asked = [question.to_dict() for question in recommendation.ask]
        return {"ask": asked, "provisional": sorted(recommendation.provisional)}
    except ProofError:
        return {"ask": None, "provisional": None}
