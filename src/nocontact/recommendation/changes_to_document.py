"""Changes → document: what is different, what may be let go, what is new, and every why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from nocontact.display import (
    Block,
    Callout,
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
from nocontact.explanation import Reason, reasons_by_finding
from nocontact.recommendation.answer_words import answer_words
from nocontact.recommendation.causes_to_items import CauseWords
from nocontact.recommendation.difference import Cause, ChangedAnswer, Difference, Kind, When
from nocontact.recommendation.gap_words import gap_words
from nocontact.recommendation.letting_go import letting_go, wall_direction
from nocontact.recommendation.step_changes import StepChanges
from nocontact.recommendation.step_turning import demands_of

if TYPE_CHECKING:
    from nocontact.recommendation.changes import Changes

Part: TypeAlias = Callable[[], Iterator[Block]]

FREE_TO_GO = "proceed"
"""Said only when nothing else comes first."""


def changes_to_document(changes: Changes) -> Document:
    """Return the changes as a document; in a crisis only crisis help is in it (SA09).

    Args:
        changes: what differs between two answers.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> changes_to_document(recommend(Scenario()).what_if(hope="some")).blocks[0].text[0].role
        'strong'
    """
    writer = _Writer(changes)
    parts: tuple[Part, ...] = (
        writer.lead, writer.answers, writer.bases, writer.let_go, writer.steps, writer.considered,
        writer.gaps, writer.notes, writer.statuses,
    )  # fmt: skip
    if changes.new.situation.help_first:
        parts = (writer.crisis,)
    return Document([block for part in parts for block in part()], writer.title)


class _Writer:
    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self.causes = CauseWords.of(changes)
        self.words, self.say = self.causes.words["now"], self.causes.say
        self.voice = self.causes.voice
        self.title = self.say(f"changes.title.{self.voice}")

    def crisis(self) -> Iterator[Block]:
        new = self.changes.new
        said = [self.words.plain(step.tactic) for step in new.steps]
        blocks: list[Block] = [Paragraph(Text(self.say(f"help.{new.help}"), "strong"))]
        yield Callout("urgent", [*blocks, *([Items(said)] if said else [])], self.say("help.title"))

    def lead(self) -> Iterator[Block]:
        leading = self._leading()
        said = [self.say(f"changes.lead.{leading}.{self.voice}")]
        if self.changes.let_go:
            said.append(self.say("changes.lead.let_go"))
        elif leading != "lower" and any(each.before == "no" for each in self._of("step")):
            said.append(self.say("changes.lead.new"))
        yield Paragraph(Text(" ".join(said), "strong"))
        if not self.changes.same_rules:
            yield Callout("info", self.say("changes.other_rules"), self.say("changes.rules"))
        elif self.changes.old.rulebase != self.changes.new.rulebase:
            yield Callout("info", self.say("changes.other_questions"), self.say("changes.rules"))

    def _leading(self) -> str:
        """Return what is to be said first."""
        if self.changes.is_empty:
            return "nothing"
        if self._of("standing") and self.changes.new.standing == "safety_first":
            return "safety"
        return wall_direction(self.changes)

    def answers(self) -> Iterator[Block]:
        if self.changes.answers:
            yield Heading(2, self.say(f"changes.part.answers.{self.voice}"))
            yield Items([self._answer(each) for each in self.changes.answers])

    def _answer(self, changed: ChangedAnswer) -> Inlines:
        asks = ""
        said = dict.fromkeys(("before", "now"), self.say("changes.not_answered"))
        given: tuple[tuple[When, object], ...] = (
            ("before", changed.before),
            ("now", changed.after),
        )
        for when, answer in given:
            words = self.causes.words[when]
            known = {each.name: each for each in words.rulebase.vocabulary.questions()}
            if changed.question in known:
                said[when] = answer_words(words, known[changed.question], answer)
                asks = words.asks(changed.question)
        text = self.say(f"changes.answer.{self.voice}", before=said["before"], after=said["now"])
        return inlines(f"{asks} ", Text(text, "muted"))

    def bases(self) -> Iterator[Block]:
        found = [*self._of("standing"), *self._of("also"), *self._of("finding")]
        said = [self._basis(each) for each in found if each.name != FREE_TO_GO]
        if said:
            yield Heading(2, self.say("changes.part.bases"))
            yield Items(said)

    def _basis(self, difference: Difference) -> Item:
        name = difference.name
        if difference.kind == "also":
            when: When = "now" if difference.after == "yes" else "before"
            said = self.causes.words[when].say(f"standing.{name}")
            return Item(inlines(self.causes.label(when), said), self.causes.why(difference.causes))
        title = self.say("changes.standing") if name == "standing" else self.words.title(name)
        before = self.causes.words["before"].settled(name, difference.before)
        after = self.words.settled(name, difference.after)
        was = Paragraph(Text(self.say(f"changes.{self.voice}.was", what=before), "muted"))
        why = self.causes.why(difference.causes, self._deciding(name, difference.after))
        return Item(inlines(Text(f"{title}: ", "strong"), after), [was, *why])

    def _deciding(self, name: str, level: str) -> list[Reason]:
        """Return the reasons of a level; the first member of a set is its level."""
        new = self.changes.new
        finding, level = (f"{name}.{level}", "yes") if name == "standing" else (name, level)
        found = reasons_by_finding(new.rulebase, new.trace, self.words.language).get(finding, ())
        return [reason for reason in found if reason.level == level]

    def let_go(self) -> Iterator[Block]:
        found = list(letting_go(self.changes, self.words, self.voice))
        if found:
            yield Heading(2, self.say("part.let_go"))
            yield from found

    def steps(self) -> Iterator[Block]:
        changed = StepChanges(self.changes, self.causes)
        for part in ("new", "gone", "later", "sooner"):
            items = [
                changed.item(each)
                for each in self._of("step")
                if changed.part(each) == part and each.name not in self.changes.new.let_go
            ]
            if items:
                yield Heading(2, self.say(f"changes.part.{part}"))
                yield Items(items)

    def considered(self) -> Iterator[Block]:
        thought_of = self.changes.new.considered
        asked = [each for each in self._of("considered") if each.after == "yes"]
        changed = [each for each in self._of("status") if each.name in thought_of]
        if asked or changed:
            yield Heading(2, self.say("part.considered"))
            yield Items([Item(self._verdict(each.name), self._weighed(each))
                         for each in (*changed, *asked)])  # fmt: skip

    def _weighed(self, difference: Difference) -> list[Block]:
        deciding = self.changes.new.verdicts[difference.name].deciding
        if difference.kind == "considered":
            return self.words.why(deciding) if deciding else []
        return self.causes.why(difference.causes, deciding)

    def _verdict(self, tactic: str) -> Inlines:
        fit = self.changes.new.verdicts[tactic].fit
        said = Text(self.say(f"considered.{fit}"), "strong")
        return inlines(f"{self.words.plain(tactic)} ", said)

    def gaps(self) -> Iterator[Block]:
        gaps = {gap.need: gap for gap in self.changes.new.gaps}
        now = [each for each in self._of("gap") if each.name in gaps]
        met = [each for each in self._of("gap") if each.name not in gaps]
        if now:
            yield Heading(2, self.say("part.gaps"))
            yield Items([Item(gap_words(self.words, gaps[each.name]), self._why_open(each))
                         for each in now])  # fmt: skip
        elif met and not gaps and all(self._is_met(each.name) for each in met):
            yield Paragraph(self.say("changes.gaps_gone"))

    def _is_met(self, need: str) -> bool:
        """Whether a need that stayed open is still there, as high as before, and met now.

        It may be gone only because an answer was taken back, or another height is wanted.
        """
        before = next(gap.wanted for gap in self.changes.old.gaps if gap.need == need)
        now = demands_of(self.changes.new.situation).get(need)
        if now is None or before is None or now.wanted is None:
            return now is not None
        rank = self.changes.new.rulebase.heights.index
        return rank(now.wanted) >= rank(before)

    def _why_open(self, gap: Difference) -> list[Block]:
        """Return why a need stays open; why it is a need stands in its words already."""
        behind: list[Cause] = []
        for cause in gap.causes:
            rules = [rule for shift in cause.shifts for rule in shift.causes]
            behind += rules if cause.kind == "need" else [cause]
        return self.causes.why(behind)

    def notes(self) -> Iterator[Block]:
        found = self._of("note")
        now = [each for each in found if each.after == "yes"]
        if now:
            yield Heading(2, self.say("part.notes"))
            yield Items([Item(self._note(each), self.causes.why(each.causes)) for each in now])
        gone = [self._note(each) for each in found if each.after == "no"]
        yield from self._folded("changes.notes_gone", gone)

    def _note(self, difference: Difference) -> str:
        when: When = "now" if difference.after == "yes" else "before"
        return self.causes.words[when].say(f"notes.{difference.name}")

    def statuses(self) -> Iterator[Block]:
        """Yield the other tactics whose fit differs; those with the same reasons stand together."""
        thought_of = self.changes.new.considered
        groups: dict[tuple[str, tuple[object, ...]], list[Difference]] = {}
        for each in self._of("status"):
            if each.name not in thought_of:
                key = (str(self.changes.new.verdicts[each.name].fit), each.causes)
                groups.setdefault(key, []).append(each)
        items = []
        for (fit, _), members in groups.items():
            said = " ".join(self.words.short(each.name) for each in members)
            label = Text(f"{self.say(f'changes.others.{fit}')}: ", "strong")
            items.append(Item(inlines(label, said), self.causes.why(members[0].causes)))
        yield from self._folded("changes.part.others", items)

    def _folded(self, key: str, items: Sequence[Item | str]) -> Iterator[Block]:
        if items:
            yield Details(f"{self.say(key)} ({len(items)})", [Items(items)])

    def _of(self, kind: Kind) -> list[Difference]:
        return [each for each in self.changes.differences if each.kind == kind]
