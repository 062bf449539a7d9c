"""What in an answer can be clicked for a why: where it stands, and what to ask about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nocontact.explanation import Wording
from nocontact.recommendation import Recommendation
from nocontact.rulebook import STATUS

Asks: TypeAlias = Literal["why", "why_not"]


@dataclass(frozen=True, slots=True)
class Place:
    """One spot in the shown answer: the words that it starts with, and what may be asked there.

    Attributes:
        name: what to ask about, in full, such as `step.mute_thread`.
        said: the words that the spot starts with.
        asks: why, or why not.

    Examples:
        >>> Place("standing", "Safety comes first.", ("why",)).name
        'standing'
    """

    name: str
    said: str
    asks: tuple[Asks, ...]


def places_of(rec: Recommendation) -> tuple[Place, ...]:
    """Return the spots of an answer that can be clicked, in reading order.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> [place.name for place in places_of(recommend(Scenario(self_harm_thoughts="yes")))][-1]
        'step.trusted_person'
    """
    return tuple(_places(rec, rec.situation.words))


def _places(rec: Recommendation, words: Wording) -> Iterator[Place]:
    help_first = rec.situation.help_first
    if rec.standing and not help_first:
        yield Place("standing", words.say(f"standing.{rec.standing}"), ("why",))
    for tactic, verdict in rec.considered.items():
        asks: Asks = "why" if verdict.reasons else "why_not"
        yield Place(f"{STATUS}.{tactic}", words.plain(tactic), (asks,))
    for step in (*rec.steps, *rec.later):
        yield Place(f"step.{step.tactic}", words.plain(step.tactic), ("why",))
    for finding in () if help_first else rec.bases:
        yield Place(finding, f"{words.title(finding)}: ", ("why", "why_not"))


def others_of(rec: Recommendation) -> tuple[Place, ...]:
    """Return everything else that may be asked about: findings, and tactics that are no step.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = {place.name for place in others_of(recommend(Scenario()))}
        >>> {"difficulty", "status.change_number"} <= found
        True
    """
    words, steps = rec.situation.words, set(rec.situation.steps)
    asks: tuple[Asks, ...] = ("why", "why_not")
    findings = [
        Place(name, _named(words, name), asks)
        for name, finding in rec.rulebase.findings.items()
        if finding.set_name is None
    ]
    tactics = [
        Place(f"{STATUS}.{tactic}", words.short(tactic), asks)
        for tactic in rec.rulebase.tactics
        if tactic not in steps
    ]
    return (*findings, *tactics)


def _named(words: Wording, finding: str) -> str:
    named = getattr(words, "finding", None)
    return str(named(finding)) if named else finding.replace("_", " ")
