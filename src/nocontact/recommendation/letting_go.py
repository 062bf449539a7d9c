"""What may be let go, said plainly; and where too little was answered, that is said instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nocontact.display import Block, Item, Items, Paragraph
from nocontact.explanation import Reason
from nocontact.explanation.wording import Wording
from nocontact.facts.fact import UNKNOWN
from nocontact.rulebook import atoms_of

if TYPE_CHECKING:
    from nocontact.recommendation.changes import Changes
    from nocontact.recommendation.recommendation import Recommendation

OPEN = "open"


def wall_direction(changes: Changes) -> str:
    """Return where the wall went: lower, higher, unsure (too little answered), or some (neither).

    Args:
        changes: what differs between two answers.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(staying_away="nothing_holds"))
        >>> wall_direction(rec.what_if(staying_away="unknown"))
        'unsure'
        >>> wall_direction(rec.what_if(staying_away="gives_in"))
        'lower'
    """
    wall = changes.of("wall")
    heights = changes.new.rulebase.heights
    if wall is None or (wall.before == OPEN and wall.after == heights[0]):
        return "some"
    if wall.after == OPEN:
        return "unsure"
    before = heights[0] if wall.before == OPEN else wall.before
    higher = heights.index(wall.after) > heights.index(before)
    return "higher" if higher else "lower"


def may_release(answer: Recommendation) -> bool:
    """Return whether enough was answered to let any barrier go.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> may_release(recommend(Scenario()))
        False
    """
    return not _open(answer)


def letting_go(changes: Changes, words: Wording, voice: str) -> Iterator[Block]:
    """Yield what may be let go; never an order, and nothing when the wall did not come down.

    Args:
        changes: what differs between two answers.
        words: the words of the later answer.
        voice: `since` for another day, `supposed` for a "what if".

    Examples:
        >>> from nocontact import Rulebook, Scenario, recommend
        >>> person = Scenario(staying_away="nothing_holds")
        >>> changes = recommend(person).what_if(staying_away="unknown")
        >>> said = letting_go(changes, Wording(Rulebook.load()), "since")
        >>> next(said).text[0].text[:34]
        'Too little was answered to say if '
    """
    new = changes.new
    if changes.let_go:
        yield Paragraph(words.say("changes.let_go.may"))
        yield from words.why([_reason(words, rule) for rule in changes.let_go[0].rules])
        yield Items([
            Item(words.say(f"changes.let_go.{voice}", what=words.plain(each.tactic)))
            for each in changes.let_go
        ])  # fmt: skip
    elif wall_direction(changes) in ("lower", "unsure"):
        asked = _open(new)
        if asked:
            yield Paragraph(words.say("changes.let_go.too_little"))
            yield Items([words.asks(each) for each in asked])
        elif not _said_what_is_there(new):
            yield Paragraph(words.say("changes.let_go.what_is_there"))
        elif new.scenario.taken():
            yield Paragraph(words.say("changes.let_go.nothing"))


def _reason(words: Wording, rule: str) -> Reason:
    found = words.rulebase.rules_by_id[rule]
    return Reason(rule, "", words.because(rule), found.sources, found.voice)


def _said_what_is_there(answer: Recommendation) -> bool:
    given = answer.scenario.answers()
    asked = answer.rulebase.vocabulary.of_shape("steps")
    return any(question.name in given for question in asked)


def _open(answer: Recommendation) -> tuple[str, ...]:
    """Return the questions that are not answered, and without which no barrier may go."""
    barriers = answer.rulebase.policy.barriers
    if barriers is None:
        return ()
    facts = answer.situation.facts
    names = [atom.subject for atom in atoms_of(barriers.release)]
    seen: dict[str, None] = {}
    while names:
        name = names.pop(0)
        if facts.get(name) == UNKNOWN:
            seen[answer.rulebase.vocabulary[name].question] = None
        elif name in answer.findings and answer.findings[name] in ("no", OPEN):
            first = answer.rulebase.levels(name)[1]
            for rule in answer.rulebase.rules:
                if (name, first) in rule.raises:
                    names += [atom.subject for atom in atoms_of(rule.condition)]
    return tuple(seen)
