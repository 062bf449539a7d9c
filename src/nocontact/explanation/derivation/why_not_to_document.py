"""Why not → a document: the question, a plain answer, every rule that could have given it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nocontact.display import Block, Document, Heading, Items, Paragraph, Tree
from nocontact.explanation.condition_wording import sentence
from nocontact.explanation.derivation.missed_finding import MissedFinding
from nocontact.explanation.derivation.missed_step import MissedNeed, MissedStep
from nocontact.explanation.derivation.need_wording import need_line
from nocontact.explanation.derivation.preference_wording import named, preference_key
from nocontact.explanation.derivation.proof_to_tree import ProofTrees
from nocontact.explanation.wording import Wording
from nocontact.rulebook import STATUS, YES_NO

if TYPE_CHECKING:
    from nocontact.explanation.derivation.why_not import WhyNot

MOST_NAMED = 3


def why_not_to_document(missing: WhyNot) -> Document:
    """Return a why not as a document.

    Args:
        missing: the explanation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(reach_out="often"))
        >>> why_not_to_document(rec.why_not("change_number")).title
        'Why is this no step for now? Get a new number.'
    """
    layout = _Layout(missing)
    return Document(layout.blocks(), title=layout.title())


class _Layout:
    def __init__(self, missing: WhyNot) -> None:
        self.missing = missing
        self.words: Wording = missing.situation.words
        self.trees = ProofTrees(self.words, judged=True)
        self.family, self.name = missing.claim.subject

    def title(self) -> str:
        if self.family == "step":
            return self.words.say("why_not.title_step", what=self.words.short(self.name))
        if self.family == "first":
            what = self.words.level(self.name, self.missing.wanted or self.missing.claim.level)
            return self.words.say("why_not.title_first", what=what)
        return self.words.say("why_not.title", what=self._claim(self.missing.wanted))

    def blocks(self) -> Iterator[Block]:
        if self.missing.present:
            yield Paragraph(self._there())
        elif isinstance(self.missing.reason, MissedStep):
            yield from self._step(self.missing.reason)
        elif isinstance(self.missing.reason, MissedFinding):
            yield from self._finding(self.missing.reason)

    def _claim(self, level: str | None) -> str:
        return self.trees.said.claim(self._name, level or self.missing.claim.level)

    @property
    def _name(self) -> str:
        return f"{STATUS}.{self.name}" if self.family == "status" else self.name

    def _there(self) -> str:
        """Say that it is there after all."""
        if self.family == "step":
            return self.words.say("why_not.is_a_step")
        if self.family == "first":
            first = self.words.level(self.name, self.missing.claim.level)
            same = self.missing.wanted in (None, self.missing.claim.level)
            key = "why_not.is_first" if same else "why_not.is_not_first"
            return self.words.say(key, what=sentence(first))
        levels = self.words.rulebase.findings[self._name].levels
        plain = self.missing.wanted or levels == YES_NO
        key = "why_not.is_there" if plain else "why_not.is_highest"
        return self.words.say(key, what=self._claim(None))

    def _finding(self, missed: MissedFinding) -> Iterator[Block]:
        if missed.raised_past:
            key = "why_not.raised_past"
        else:
            key = "why_not.out_of_reach" if missed.out_of_reach else "why_not.none_holds"
        now = self.trees.said.claim(missed.name, missed.level)
        yield Paragraph(f"{now} {self.words.say(key)}")
        if missed.raised_past:
            yield Items(map(self.trees.reason, missed.raised_past))
        elif not missed.out_of_reach:
            yield from self.trees.missed(missed)

    def _step(self, missed: MissedStep) -> Iterator[Block]:
        status = sentence(self.words.say(f"{STATUS}.{missed.status.level}"))
        if not missed.permitted:
            first = missed.status.rules[0].reason.rule if missed.status.rules else None
            because = self.words.because(first) if first else ""
            yield Paragraph(f"{status} {because}")
            yield Heading(1, self.words.say("why_not.held_back"))
            yield from ProofTrees(self.words).below(missed.status)
            return
        key = "why_not.permitted" if missed.needs else "why_not.no_need"
        yield Paragraph(f"{status} {self.words.say(key)}")
        yield from self._needs(missed)

    def _needs(self, missed: MissedStep) -> Iterator[Block]:
        """Yield what was preferred, one line for each reason; needs that are not there, last."""
        told: dict[tuple[object, ...], list[str]] = {}
        reasons: dict[tuple[object, ...], tuple[MissedNeed, str]] = {}
        for need in (each for each in missed.needs if each.not_for != "not_now"):
            said = self._said(need)
            key = (need.because, said)
            reasons.setdefault(key, (need, said))
            told.setdefault(key, []).extend([need.need] if need.need else [])
        if told:
            yield Heading(1, self.words.say("why_not.preferred"))
            yield Items(need_line(self.words, [*dict.fromkeys(ids)], reasons[key][0].because,
                                  reasons[key][0].sources, reasons[key][1])
                        for key, ids in told.items())  # fmt: skip
        absent = [need for need in missed.needs if need.not_for == "not_now"]
        if absent:
            yield Heading(1, self.words.say("why_not.not_now"))
            yield from map(self._absent, absent)

    def _said(self, need: MissedNeed) -> str:
        if need.not_for != "beaten":
            what = named(self.words, need.steps, MOST_NAMED)
            return self.words.say(f"why_not.{need.not_for}", what=what)
        said = self.words.say("why_not.beaten", what=named(self.words, need.steps[:1]))
        on = preference_key(self.words, need.on).replace("why.preferred", "why_not.preferred_on")
        return f"{said} {self.words.say(on)}"

    def _absent(self, need: MissedNeed) -> Tree:
        label = need_line(self.words, [need.need], need.because, need.sources)
        return Tree(label, self.trees.conditions(need.condition) if need.condition else [])
