"""Open questions → document: what can still change, what is settled, what to say next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nocontact.display import (
    Block,
    Details,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Paragraph,
    Text,
    inlines,
)
from nocontact.explanation.asking.open_question import SAFETY, OpenQuestion
from nocontact.explanation.wording import Wording
from nocontact.rulebook import STATUS

if TYPE_CHECKING:
    from nocontact.explanation.asking.open_questions import OpenQuestions

MOST_SHOWN = 5
"""How many questions show at first; the others are folded, but none about safety."""
_LONG = 10**12


def open_questions_to_document(asked: OpenQuestions) -> Document:
    """Return the questions as a document.

    Args:
        asked: the open questions of one person.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> asked = recommend(Scenario(now_unsafe="yes")).ask
        >>> print(open_questions_to_document(asked).blocks[0].text[0].text)
        Help comes first. Nothing more is asked now.
    """
    assert asked.words is not None
    writer = _Writer(asked, asked.words)
    return Document([*writer.first(), *writer.rest()], asked.words.say("part.ask"))


def asked_blocks(asked: OpenQuestions) -> Iterator[Block]:
    """Yield what an answer shows of its open questions: no more than the questions themselves.

    Args:
        asked: the open questions of one person.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> [type(block).__name__ for block in asked_blocks(recommend(Scenario()).ask)]
        ['Paragraph', 'Items', 'Details', 'Details']
    """
    assert asked.words is not None
    writer = _Writer(asked, asked.words)
    yield from writer.first()
    if not asked.stopped:
        lines = [writer.line(each) for each in asked.counting]
        yield from folded(lines, asked.words.say("ask.more"), writer.most)
        yield from writer.steps()


def folded(lines: Sequence[Item | Inlines], title: str, most: int) -> Iterator[Block]:
    """Yield a list, with what is too much for one look folded away under its title.

    Args:
        lines: the entries; no block comes of none.
        title: what they are called.
        most: how many show at first.

    Examples:
        >>> shown, more = folded(["one", "two", "three"], "Numbers", 2)
        >>> len(shown.items), more.summary[0].text
        (2, 'Numbers (1)')
    """
    if lines:
        yield Items(lines[:most])
    if lines[most:]:
        yield Details(f"{title} ({len(lines) - most})", [Items(lines[most:])])


def parts_in_words(words: Wording, names: Iterable[str]) -> list[str]:
    """Return what parts are called in the middle of a sentence.

    Args:
        words: where the texts are.
        names: names of parts, such as `wall` or `status.block_email`.

    Examples:
        >>> from nocontact import Rulebook
        >>> parts_in_words(Wording(Rulebook.load()), ["wall", "status.block_email"])
        ['how high a wall', 'the step “Block their address”']
    """
    return [_part(words, name) for name in names]


class _Writer:
    def __init__(self, asked: OpenQuestions, words: Wording) -> None:
        self.asked, self.words, self.say = asked, words, words.say
        self.most = max(MOST_SHOWN, sum(each.block == SAFETY for each in asked.counting))

    def first(self) -> Iterator[Block]:
        count = len(self.asked.counting)
        if self.asked.stopped:
            yield Paragraph(self.say("ask.stopped"))
        elif not count:
            what = ", ".join(parts_in_words(self.words, self.asked.settled))
            proved = self.say("ask.proved", ways=_long(self.asked.scenarios))
            yield Paragraph([self.say("ask.none", what=what), " ", Text(proved, "muted")])
        else:
            key = "ask.count" if count > 1 else "ask.count_one"
            said = [self.say(key if self.asked.provisional else "ask.count_steps", count=count)]
            if self.asked.counting[0].block == SAFETY:
                said.append(self.say("ask.safety"))
            yield Paragraph(" ".join(said))

    def rest(self) -> Iterator[Block]:
        if self.asked.stopped:
            return
        for key, names in (("open", self.asked.provisional), ("settled", self.asked.settled)):
            if names and self.asked.counting:
                yield Heading(2, self.say(f"ask.{key}"))
                yield Items(parts_in_words(self.words, names))
        if self.asked.counting:
            yield Heading(2, self.say("ask.questions"))
        yield from folded([self._item(each) for each in self.asked.counting],
                           self.say("ask.more"), self.most)  # fmt: skip
        yield from self.steps()

    def steps(self) -> Iterator[Block]:
        lines = [self.line(each) for each in self.asked if not each.counts]
        if lines:
            yield Details(self.say("ask.steps"), [Items(lines)])

    def line(self, question: OpenQuestion) -> Inlines:
        return inlines(question.asks, " ", Text(question.name, "code"))

    def _item(self, question: OpenQuestion) -> Item:
        what = ", ".join(parts_in_words(self.words, question.changes))
        said = [self.say("ask.changes", what=what) if what else self.say("ask.changes_steps")]
        if question.block != SAFETY and (share := int(100 * question.share)):
            key = "ask.share_all" if question.share == 1 else "ask.share"
            said.append(self.say(key, share=share))
        effects = [*self._effects(question)] if question.changes else []
        blocks: list[Block] = [Paragraph(Text(" ".join(said), "muted"))]
        folded = [Details(self.say("ask.effects"), [Items(effects)])] if effects else []
        return Item(self.line(question), [*blocks, *folded])

    def _effects(self, question: OpenQuestion) -> Iterator[str]:
        before = {*self.asked.settled}
        for effect in question.effects:
            new = [name for name in effect.settles if name not in before]
            if new:
                answer = self.words.answer(question.name, effect.answer)
                what = ", ".join(parts_in_words(self.words, new))
                yield self.say("ask.settles", answer=answer, what=what)


def _part(words: Wording, name: str) -> str:
    family, _, tactic = name.partition(".")
    if family == STATUS and tactic:
        return words.say("ask.considered", step=words.short(tactic).rstrip("."))
    said = words.rulebase.parsed.said(f"ask.part.{name}", words.language)
    return said or words.finding(name)


def _long(count: int) -> str:
    return f"{count:,}" if count < _LONG else f"> 10^{len(str(count)) - 1}"
