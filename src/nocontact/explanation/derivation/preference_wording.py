"""Why one tactic and not another, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocontact.display import Inlines, inlines
from nocontact.explanation.condition_wording import quoted
from nocontact.explanation.derivation.preference_between import ALONE, HEIGHT, LISTED, NAME
from nocontact.explanation.derivation.step_proof import ProvedStep
from nocontact.explanation.wording import Wording

MOST_NAMED = 2
"""How many other tactics are named in one line, unless everything is asked for."""


def preference_lines(
    words: Wording, proof: ProvedStep, everything: bool = False
) -> Iterator[Inlines]:
    """Yield why a step comes before the others, one line for each thing that decides.

    Args:
        words: where the texts come from.
        proof: why it is a step.
        everything: name all others, not only the first few.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(pull={"phone": "always_look"}))
        >>> found = rec.why(rec.steps[0].tactic)
        >>> lines = preference_lines(found.situation.words, found.proof)
        >>> next(lines)[0].text[:25]
        'It is easier to undo than'
    """
    most = None if everything else MOST_NAMED
    for on, tactics in _grouped(words, proof).items():
        yield inlines(words.say(preference_key(words, on), what=named(words, tactics, most)))
    waiting = dict.fromkeys(other.tactic for need in proof.needs for other in need.waiting)
    if waiting:
        yield inlines(words.say("why.preferred.status", what=named(words, waiting, most)))


def _grouped(words: Wording, proof: ProvedStep) -> dict[str, list[str]]:
    """Return the other tactics by what decides; each is named once, with what weighs most."""
    attributes = [name for name, _ in words.rulebase.policy.preference]
    weights = (*attributes, ALONE, LISTED, HEIGHT, NAME)
    decided: dict[str, str] = {}
    for other in (each for need in proof.needs for each in need.over):
        before = decided.setdefault(other.tactic, other.on)
        decided[other.tactic] = min(before, other.on, key=weights.index)
    groups: dict[str, list[str]] = {}
    for tactic, on in sorted(decided.items(), key=lambda each: weights.index(each[1])):
        groups.setdefault(on, []).append(tactic)
    return groups


def preference_key(words: Wording, on: str) -> str:
    """Return the id of the message about what decides.

    Examples:
        >>> from nocontact import Rulebook
        >>> preference_key(Wording(Rulebook.load()), "undo")
        'why.preferred.undo'
        >>> preference_key(Wording(Rulebook.load()), "colour")
        'why.preferred.other'
    """
    known = words.rulebase.parsed.said(f"why.preferred.{on}", words.language)
    return f"why.preferred.{on if known else 'other'}"


def named(words: Wording, tactics: Iterable[str], most: int | None = None) -> str:
    """Return tactics in plain words, the first few of them.

    Examples:
        >>> from nocontact import Rulebook
        >>> named(Wording(Rulebook.load()), ["change_number", "trusted_person"], 1)
        '“Get a new number” (and 1 more)'
    """
    every = [words.short(each) for each in tactics]
    shown = every[:most]
    more = words.say("why.more", count=len(every) - len(shown)) if len(shown) < len(every) else ""
    return f"{quoted(shown)} {more}".strip()
