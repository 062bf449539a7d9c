"""Recommendation → the record: plain words in the order of need, each with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from nocontact.display import (
    Block,
    Callout,
    Details,
    Heading,
    Inlines,
    Item,
    Items,
    Paragraph,
    Text,
    inlines,
    without_marks,
)
from nocontact.explanation import Reason, reasons_for
from nocontact.explanation.asking.open_questions_to_document import asked_blocks, folded
from nocontact.recommendation.gap_words import gap_words
from nocontact.recommendation.recommendation_card import translation_note
from nocontact.recommendation.step import Note, Step
from nocontact.recommendation.step_to_item import (
    MOST_ALTERNATIVES,
    later_to_item,
    step_to_item,
    verdict_to_item,
)

if TYPE_CHECKING:
    from nocontact.recommendation.recommendation import Recommendation

Part: TypeAlias = Callable[[], Iterator[Block]]

FREE_TO_GO = "proceed"
"""Said only when nothing else comes first."""

MOST_OPEN = 5
"""How many notes and questions show at first; the others are folded."""


class Record:
    """Writes the parts of a recommendation that a card leaves out, and all of it.

    Args:
        recommendation: what to show.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> record = Record(recommend(Scenario(), engine="reference"))
        >>> [type(block).__name__ for block in record.whole()][:2]
        ['Callout', 'Heading']
    """

    def __init__(self, recommendation: Recommendation) -> None:
        self.rec = recommendation
        self.rulebase = recommendation.rulebase
        self.words = recommendation.situation.words
        self.say = self.words.say

    def whole(self) -> Iterator[Block]:
        """Yield all of it, with rules, sources, engines and limits; in a crisis only its help.

        Raises:
            ProofError: when it cannot be worked out what is still open (NC701 to NC703).
        """
        parts: tuple[Part, ...] = (
            self.first, self.considered, self.now, self.later, self.gaps, self.let_go, self.bases,
            self.notes, self.ask, self.about,
        )  # fmt: skip
        if self.rec.situation.help_first:
            parts = (self.crisis, self.now)
        for part in parts:
            yield from part()

    def more(self) -> Iterator[Block]:
        """Yield what the card leaves out, without ids and marks of sources; nothing in a crisis.

        Raises:
            ProofError: when it cannot be worked out what is still open (NC701 to NC703).
        """
        if self.rec.situation.help_first:
            return
        for part in (self.instead, self.weighed, self.later, self.gaps, self.let_go, self.notes,
                     self.ask):  # fmt: skip
            yield from map(without_marks, part())

    def instead(self) -> Iterator[Block]:
        """Yield what could help more than the steps under consideration."""
        lines = [
            self.say("card.instead", step=self.words.short(each.tactic).rstrip("."),
                     instead=" ".join(map(self.words.plain, each.instead[:MOST_ALTERNATIVES])))
            for each in self.rec.considered.values() if each.instead
        ]  # fmt: skip
        if lines:
            yield Heading(2, self.say("step.instead"))
            yield Items(lines)

    def weighed(self) -> Iterator[Block]:
        """Yield each step with what is good and hard about it."""
        yield Heading(2, self.say("card.weigh"))
        yield from self._sections(self.rec.steps)

    def first(self) -> Iterator[Block]:
        rec, urgent = self.rec, self.rec.help == "urgent"
        settled = " ".join(self.words.settled(name, at) for name, at in rec.bases.items())
        said = self.words.said(f"standing.{rec.standing}") or settled
        text: list[str | Text] = [Text(said, "strong")]
        mark = self._provisional("standing")
        if rec.standing and rec.help != "none":
            both = mark if mark == self._provisional("help") else []
            text += [*([] if both else mark), f" {self.say(f'help.{rec.help}')}"]
            mark = self._provisional("help")
        text += mark
        blocks: list[Block] = [Paragraph(text), *self._because(f"standing.{rec.standing}")]
        others = [self.say(f"standing.{each}") for each in rec.also if each != FREE_TO_GO]
        if others:
            blocks.append(Paragraph(self.say("also", what=" ".join(others))))
        label = self.say("help.title" if urgent else "hello")
        yield Callout("urgent" if urgent else "info", [*blocks, *self._resources()], label)

    def crisis(self) -> Iterator[Block]:
        said = self.words.said(f"help.{self.rec.help}")
        first = [Paragraph(Text(said, "strong"))] if said else []
        blocks: list[Block] = [*first, *self._because("crisis"), *self._resources()]
        yield Callout("urgent", blocks, self.words.said("help.title", "card.first"))

    def considered(self) -> Iterator[Block]:
        if self.rec.considered:
            yield Heading(2, self.say("part.considered"))
            items = [(verdict_to_item(self.words, each),
                      self._provisional(f"status.{each.tactic}"))
                     for each in self.rec.considered.values()]  # fmt: skip
            yield Items([Item([*item.text, *mark], item.blocks) for item, mark in items])

    def now(self) -> Iterator[Block]:
        yield Heading(2, self.say("part.now"))
        yield from self._sections(self.rec.steps)
        if self.rec.help != "urgent":
            yield Paragraph([Text(self.say("step.nothing"), "muted")])

    def later(self) -> Iterator[Block]:
        if self.rec.later:
            limit = self.rulebase.policy.limit
            yield Heading(2, self.say("part.later"))
            if limit:
                because = self.words.text("limit.because", limit.because)
                yield Paragraph(self.words.cited(because, limit.sources))
            yield Items([later_to_item(self.words, step) for step in self.rec.later])

    def gaps(self) -> Iterator[Block]:
        said = list(dict.fromkeys(gap_words(self.words, gap) for gap in self.rec.gaps))
        if said:
            yield Heading(2, self.say("part.gaps"))
            yield Items(said)

    def let_go(self) -> Iterator[Block]:
        if self.rec.let_go:
            yield Heading(2, self.say("part.let_go"))
            yield Items([self.words.plain(each) for each in self.rec.let_go])

    def bases(self) -> Iterator[Block]:
        yield Heading(2, self.say("part.why"))
        for name, level in self.rec.bases.items():
            yield self._basis(name, level, self.words.said(f"{name}.explained"))

    def notes(self) -> Iterator[Block]:
        if self.rec.notes:
            title = self.say("part.notes")
            yield Heading(2, title)
            most = max(MOST_OPEN, sum(note.is_safety for note in self.rec.notes))
            yield from folded([self._note(note) for note in self.rec.notes], title, most)

    def ask(self) -> Iterator[Block]:
        asked = [*asked_blocks(self.rec.ask)]
        if asked:
            yield Heading(2, self.say("part.ask"))
            yield from asked

    def about(self) -> Iterator[Block]:
        trace = self.rec.trace
        key = "about.checked" if len(trace.engines) > 1 else "about.alone"
        said = {**trace.rulebook, "digest": trace.rulebook["digest"][:12]}
        yield Heading(2, self.say("part.about"))
        yield Items([
            *translation_note(self.words),
            *self._limits(),
            self.say(key, engines=", ".join(trace.engines)),
            self.say("about.rulebook", **said),
            *([self.say("about.extends", **said)] if "extends" in said else []),
        ])  # fmt: skip

    def _limits(self) -> Iterator[str]:
        for number, limit in enumerate(self.rulebase.metadata.limits, 1):
            yield self.words.text(f"limits.{number}", limit)

    def _sections(self, steps: Iterable[Step]) -> Iterator[Block]:
        by_section: dict[str, list[Item]] = {}
        shown = {step.tactic for step in (*self.rec.steps, *self.rec.later)}
        for step in steps:
            item = step_to_item(self.words, step, shown)
            by_section.setdefault(step.section, []).append(item)
            shown.update(step.alternatives)
        for section, items in by_section.items():
            title = self.words.said(f"section.{section}") or section.replace("_", " ").capitalize()
            yield Heading(3, title)
            yield Items(items)

    def _resources(self) -> list[Block]:
        return [Items(each.line for each in self.rec.resources)] if self.rec.resources else []

    def _note(self, note: Note) -> Inlines:
        sources = (source for reason in note.reasons for source in reason.sources)
        return self.words.cited(note.text, sources)

    def _basis(self, finding: str, level: str, explained: str = "") -> Block:
        """Return what a finding means, and under it the rules that made it as strong as it is."""
        reasons = self._deciding(finding, level)
        inside: list[Block] = [Paragraph(explained)] if explained else []
        if reasons:
            inside.append(Items([self.words.reason(each) for each in reasons]))
        title = Text(f"{self.words.title(finding)}: ", "strong")
        said = inlines(title, self.words.settled(finding, level), self._provisional(finding))
        return Details(said, inside) if inside else Paragraph(said)

    def _provisional(self, finding: str) -> list[Text]:
        """Return the mark of what an open question can still change; it is never left out."""
        is_open = finding in self.rec.provisional
        return [Text(f" {self.say('ask.provisional')}", "muted")] if is_open else []

    def _because(self, finding: str) -> list[Block]:
        reasons = self._deciding(finding, self.rec.findings.get(finding, ""))
        return [Paragraph(self.words.cited(each.because, each.sources)) for each in reasons[:2]]

    def _deciding(self, finding: str, level: str) -> list[Reason]:
        found = reasons_for(self.rulebase, self.rec.trace, finding, self.words.language)
        return [reason for reason in found if reason.level == level]
