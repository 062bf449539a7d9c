"""Recommendation → JSON: the same words and ids, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nocontact.display import json_text
from nocontact.recommendation.plain_data import plain_data

if TYPE_CHECKING:
    from nocontact.recommendation.recommendation import Recommendation

SCHEMA = "nocontact.recommendation/1"
_PLAIN = ("standing", "wall", "wall_in", "wall_out", "stance", "help")
_LISTS = ("also", "steps", "later", "notes", "gaps", "let_go")


def recommendation_to_json(recommendation: Recommendation) -> str:
    """Return the recommendation as JSON text, keys in a fixed order.

    Raises:
        ProofError: when it cannot be worked out what is still open (NC701 to NC703).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> json.loads(recommendation_to_json(recommend(Scenario())))["schema"]
        'nocontact.recommendation/1'
    """
    data: dict[str, Any] = {"schema": SCHEMA}
    data |= {name: getattr(recommendation, name) for name in _PLAIN}
    data |= {name: plain_data(getattr(recommendation, name)) for name in _LISTS}
    data["ask"] = [question.to_dict() for question in recommendation.ask]
    data["provisional"] = sorted(recommendation.provisional)
    data["considered"] = plain_data(recommendation.considered)
    data["verdicts"] = plain_data(recommendation.verdicts)
    data["resources"] = [each.to_dict() for each in recommendation.resources]
    data["findings"] = dict(recommendation.findings)
    data["trace"] = recommendation.trace.to_dict()
    return json_text(data)
