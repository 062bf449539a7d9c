"""Recommendation → JSON: the same words and ids, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nocontact.display import json_text
from nocontact.explanation.asking.open_question import SAFETY
from nocontact.recommendation.plain_data import plain_data

if TYPE_CHECKING:
    from nocontact.recommendation.recommendation import Recommendation

SCHEMA = "nocontact.recommendation/1"
BRIEF_SCHEMA = "nocontact.recommendation.brief/1"
_PLAIN = ("standing", "wall", "wall_in", "wall_out", "stance", "help")
_LISTS = ("also", "steps", "later", "notes", "gaps", "let_go")


def recommendation_to_json(recommendation: Recommendation, *, brief: bool = False) -> str:
    """Return the recommendation as JSON text, keys in a fixed order.

    Args:
        recommendation: what to write.
        brief: whether to leave out what the brief document leaves out, the trace, and every
            verdict but those on the steps under consideration. Notes and open questions about
            safety stay, and only they.

    Raises:
        ProofError: when it cannot be worked out what is still open (NC701 to NC703).

    Examples:
        >>> import json
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario())
        >>> json.loads(recommendation_to_json(rec))["schema"]
        'nocontact.recommendation/1'
        >>> json.loads(recommendation_to_json(rec, brief=True))["notes"][0]["id"]
        'use_a_private_device'
    """
    return json_text(_brief(recommendation) if brief else _whole(recommendation))


def _whole(recommendation: Recommendation) -> dict[str, Any]:
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
    return data


def _brief(recommendation: Recommendation) -> dict[str, Any]:
    """Return what the brief document says; in a crisis no step under consideration (SA09)."""
    crisis = recommendation.situation.help_first
    notes = () if crisis else tuple(note for note in recommendation.notes if note.is_safety)
    data: dict[str, Any] = {"schema": BRIEF_SCHEMA}
    data |= {name: getattr(recommendation, name) for name in _PLAIN}
    data |= {"also": list(recommendation.also), "steps": plain_data(recommendation.steps)}
    data["notes"] = plain_data(notes)
    data["ask"] = [each.to_dict() for each in recommendation.ask if each.block == SAFETY]
    data["provisional"] = sorted(recommendation.provisional)
    data["considered"] = {} if crisis else plain_data(recommendation.considered)
    data["resources"] = [each.to_dict() for each in recommendation.resources]
    return data
