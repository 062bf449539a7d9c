"""Recommendation → JSON: the same words and ids, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from typing import Any

from nocontact.recommendation.recommendation import Recommendation

SCHEMA = "nocontact.recommendation/1"
_PLAIN = ("standing", "wall", "wall_in", "wall_out", "stance", "help")
_LISTS = ("also", "steps", "later", "ask", "notes", "gaps", "let_go")


def recommendation_to_json(recommendation: Recommendation) -> str:
    """Return the recommendation as JSON text, keys in a fixed order.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> json.loads(recommendation_to_json(recommend(Scenario())))["schema"]
        'nocontact.recommendation/1'
    """
    data: dict[str, Any] = {"schema": SCHEMA}
    data |= {name: getattr(recommendation, name) for name in _PLAIN}
    data |= {name: [_plain(each) for each in getattr(recommendation, name)] for name in _LISTS}
    data["considered"] = {name: _plain(v) for name, v in recommendation.considered.items()}
    data["verdicts"] = {name: _plain(v) for name, v in recommendation.verdicts.items()}
    data["findings"] = dict(recommendation.findings)
    data["trace"] = recommendation.trace.to_dict()
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = {name: _listed(each) for name, each in asdict(value).items()}
    if hasattr(value, "fit"):
        found["fit"] = value.fit
    return found


def _listed(value: Any) -> Any:
    return dict(value) if hasattr(value, "items") else value
