"""Recommendation → document: plain words in the order in which a person needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    InlinesLike,
    Item,
    Items,
    Paragraph,
    Text,
)
from nocontact.explanation import Reason, Verdict
from nocontact.planning import Gap
from nocontact.recommendation.recommendation import Recommendation
from nocontact.recommendation.step import Step
from nocontact.rulebook import CheckedRulebase, Cited


def recommendation_to_document(recommendation: Recommendation) -> Document:
    """Return the recommendation as a document, safety and what was asked about first.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> recommendation_to_document(recommend(Scenario())).title
        'What may help you now'
    """
    writer = _Writer(recommendation)
    parts = (
        writer.first,
        writer.considered,
        writer.now,
        writer.later,
        writer.gaps,
        writer.let_go,
        writer.bases,
        writer.notes,
        writer.ask,
        writer.about,
    )
    return Document([block for part in parts for block in part()], writer.say("title"))


class _Writer:
    def __init__(self, recommendation: Recommendation) -> None:
        self.rec = recommendation
        self.rulebase: CheckedRulebase = recommendation.rulebase

    def say(self, key: str, **values: object) -> str:
        return self.rulebase.message(key, **values)

    def first(self) -> Iterator[Block]:
        rec = self.rec
        text: list[str | Text] = [Text(self.say(f"standing.{rec.standing}"), "strong")]
        if rec.help != "none":
            text.append(f" {self.say(f'help.{rec.help}')}")
        kind = "urgent" if rec.help == "urgent" else "info"
        blocks: list[Block] = [Paragraph(text)]
        blocks += [self._because(f"standing.{rec.standing}")]
        if rec.also:
            others = " ".join(self.say(f"standing.{each}") for each in rec.also)
            blocks.append(Paragraph(self.say("also", what=others)))
        label = self.say("help.title") if kind == "urgent" else self.say("hello")
        yield Callout("urgent" if kind == "urgent" else "info", blocks, label)

    def considered(self) -> Iterator[Block]:
        if not self.rec.considered:
            return
        yield Heading(2, self.say("part.considered"))
        yield Items([self._verdict(each) for each in self.rec.considered.values()])

    def now(self) -> Iterator[Block]:
        yield Heading(2, self.say("part.now"))
        yield from self._sections(self.rec.steps)
        yield Paragraph([Text(self.say("step.nothing"), "muted")])

    def later(self) -> Iterator[Block]:
        if self.rec.later:
            yield Heading(2, self.say("part.later"))
            yield Items([Item(step.plain) for step in self.rec.later])

    def gaps(self) -> Iterator[Block]:
        said = list(dict.fromkeys(self._gap(gap) for gap in self.rec.gaps))
        if said:
            yield Heading(2, self.say("part.gaps"))
            yield Items(said)

    def let_go(self) -> Iterator[Block]:
        if self.rec.let_go:
            yield Heading(2, self.say("part.let_go"))
            yield Items([self.rulebase.tactics[each].plain for each in self.rec.let_go])

    def bases(self) -> Iterator[Block]:
        rec = self.rec
        yield Heading(2, self.say("part.why"))
        yield Details([Text(f"{self.say('wall.title')}: ", "strong"),
                       self.say(f"wall.{rec.wall}")],
                      [Paragraph(self.say("wall.explained")), *self._reasons("wall")],
                      open=True)  # fmt: skip
        yield Details([Text(f"{self.say('stance.title')}: ", "strong"),
                       self.say(f"stance.{rec.stance}")],
                      self._reasons("stance"), open=True)  # fmt: skip
        yield Details([Text(f"{self.say('help.title')}: ", "strong"),
                       self.say(f"help.{rec.help}")],
                      self._reasons("help"), open=True)  # fmt: skip

    def notes(self) -> Iterator[Block]:
        yield Heading(2, self.say("part.notes"))
        yield Items([
            [f"{note.text} ", *self._citations(c for r in note.reasons for c in r.sources)]
            for note in self.rec.notes
        ])  # fmt: skip

    def ask(self) -> Iterator[Block]:
        if self.rec.ask:
            yield Heading(2, self.say("part.ask"))
            yield Paragraph(self.say("ask.safety"))
            yield Items([Item([question.asks, " ", Text(question.name, "code")])
                         for question in self.rec.ask])  # fmt: skip

    def about(self) -> Iterator[Block]:
        trace = self.rec.trace
        key = "about.checked" if len(trace.engines) > 1 else "about.alone"
        lines = [
            self.say(key, engines=", ".join(trace.engines)),
            self.say("about.rulebook", **{**trace.rulebook,
                     "digest": trace.rulebook["digest"][:12]}),
            *self.rulebase.metadata.limits,
        ]  # fmt: skip
        yield Heading(2, self.say("part.about"))
        yield Items(lines)

    def _sections(self, steps: Iterable[Step]) -> Iterator[Block]:
        by_section: dict[str, list[Step]] = {}
        for step in steps:
            by_section.setdefault(step.section, []).append(step)
        for section, found in by_section.items():
            yield Heading(3, self.say(f"section.{section}"))
            yield Items([self._step(step) for step in found], ordered=True)

    def _step(self, step: Step) -> Item:
        whys = dict.fromkeys((purpose.because, purpose.sources) for purpose in step.purposes)
        lines: list[InlinesLike] = [
            [Text(f"{self.say('step.why')}: ", "strong"), f"{because} ", *self._citations(sources)]
            for because, sources in whys
        ]
        for name in ("good", "hard", "needs"):
            said = getattr(step, name)
            if said:
                cited = self._citations(step.sources) if name == "good" else ()
                lines.append([Text(f"{self.say(f'step.{name}')}: ", "strong"), f"{said} ", *cited])
        others = [self.rulebase.tactics[each].plain for each in step.alternatives[:3]]
        if others:
            lines.append([Text(self.say("step.others", what=" ".join(others)), "muted")])
        return Item([Text(step.plain, "strong"), " ", Text(step.tactic, "code")], [Items(lines)])

    def _verdict(self, verdict: Verdict) -> Item:
        lines: list[InlinesLike] = [self._reason(reason) for reason in verdict.deciding]
        if verdict.too_weak:
            lines.append(self.say("considered.too_weak"))
        tactics = self.rulebase.tactics
        if verdict.instead:
            plain = " ".join(tactics[each].plain for each in verdict.instead[:3])
            lines.append([Text(f"{self.say('step.instead')}: ", "strong"), plain])
        said = self.say(f"considered.{verdict.fit}")
        return Item([f"{verdict.plain} ", Text(said, "strong"), " ",
                     Text(verdict.tactic, "code")], [Items(lines)] if lines else [])  # fmt: skip

    def _gap(self, gap: Gap) -> str:
        if gap.wanted is None:
            return self.say("gap.need", because=gap.because)
        _, channel, direction = gap.need.split(".")
        where = f"{self.say(f'channel.{channel}')}. {self.say(f'direction.{direction}')}"
        return self.say("gap.wall", channel=where, reached=gap.reached, wanted=gap.wanted)

    def _because(self, finding: str) -> Paragraph:
        reasons = [r for f in self.rec.trace.raising(finding) for r in [f.rule]]
        rules = self.rulebase.rules_by_id
        if not reasons:
            return Paragraph("")
        rule = rules[reasons[0]]
        return Paragraph([f"{rule.because} ", *self._citations(rule.sources)])

    def _reasons(self, finding: str) -> list[Block]:
        from nocontact.explanation import reasons_for

        found = reasons_for(self.rulebase, self.rec.trace, finding)
        return [Items([self._reason(reason) for reason in found])] if found else []

    def _reason(self, reason: Reason) -> InlinesLike:
        voice = Text(self.say(f"voice.{reason.voice}"), "voice")
        rule = Text(reason.rule, "code")
        return [f"{reason.because} ", *self._citations(reason.sources), " ", voice, " ", rule]

    def _citations(self, sources: Iterable[Cited]) -> list[str | Text]:
        labels = dict.fromkeys(self.rulebase.sources.label(each) for each in sources)
        return [Text(f"[{', '.join(labels)}]", "citation")] if labels else []
