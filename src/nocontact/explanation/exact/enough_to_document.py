"""Enough → a document: the question, how settled it is, and the answers that settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from nocontact.display import Block, Details, Document, Item, Items, Paragraph
from nocontact.explanation.claim import Claim
from nocontact.explanation.claim_wording import claim_said
from nocontact.explanation.exact.answer_units import AnswerUnit
from nocontact.explanation.exact.unit_wording import unit_lines
from nocontact.explanation.situation import Situation

MOST_LINES = 6
"""A longer list is folded."""

Units: TypeAlias = Sequence[AnswerUnit]


def enough_to_document(
    situation: Situation, claim: Claim, grade: str, sets: Sequence[Units], complete: bool
) -> Document:
    """Return what is enough, as a document.

    Args:
        situation: the answer.
        claim: what is forced.
        grade: `forced`, `at_least` or `provisional`.
        sets: the sets of answers.
        complete: whether these are all.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = recommend(Scenario(staying_away="nothing_holds")).enough("wall")
        >>> print(found.to_document().title)
        What is enough for this? The height of the wall: a high wall.
    """
    words = situation.words
    what = claim_said(words, claim.subject, claim.level)
    layout = _Layout(situation, grade, sets)
    return Document(
        layout.blocks(complete), title=words.say("enough.title", what=what)
    )  # fmt: skip


class _Layout:
    def __init__(self, situation: Situation, grade: str, sets: Sequence[Units]) -> None:
        self.words, self.facts = situation.words, situation.facts
        self.grade, self.sets = grade, sets

    def blocks(self, complete: bool) -> Iterator[Block]:
        first = self.sets[0]
        if not first:
            yield Paragraph(self.words.say("enough.always"))
            return
        yield Paragraph(self.words.say(f"enough.{self.grade}{self._number(first)}"))
        if len(self.sets) == 1:
            yield from self._set(first)
        else:
            yield Paragraph(self.words.say("enough.any_one"))
            shown, more = self.sets[:MOST_LINES], self.sets[MOST_LINES:]
            yield Items(map(self._item, shown), ordered=True)
            if more:
                summary = self.words.say("enough.more", count=len(more))
                yield Details(summary, [Items(map(self._item, more))])
        if not complete:
            yield Paragraph(self.words.say("enough.others"))

    def _number(self, units: Units) -> str:
        """Return which form of a sentence fits: one answer, or several."""
        alone = self.grade != "provisional" and len(self.sets) == 1
        return "_one" if alone and len(self._lines(units)) == 1 else ""

    def _lines(self, units: Iterable[AnswerUnit]) -> list[str]:
        return unit_lines(self.words, self.facts, units)

    def _set(self, units: Units) -> Iterator[Block]:
        given = self._lines(unit for unit in units if not unit.is_open)
        waiting = self._lines(unit for unit in units if unit.is_open)
        if given:
            yield Items(given)
        if waiting:
            summary = self.words.say("enough.waiting", count=len(waiting))
            yield Details(summary, [Items(waiting)], open=len(waiting) <= MOST_LINES)

    def _item(self, units: Units) -> Item:
        lines = self._lines(units)
        if len(lines) == 1:
            return Item(lines[0])
        return Item(self.words.say("why.all"), [Items(lines)])
