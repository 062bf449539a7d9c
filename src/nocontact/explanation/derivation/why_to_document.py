"""Why → a document: the question, a plain answer, the proof as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nocontact.display import (
    Block,
    Details,
    Document,
    Heading,
    Items,
    Paragraph,
    Text,
    Tree,
    inlines,
)
from nocontact.explanation.derivation.alike_needs import alike_needs, joint_condition
from nocontact.explanation.derivation.need_wording import need_line
from nocontact.explanation.derivation.preference_wording import named, preference_lines
from nocontact.explanation.derivation.proof_to_tree import ProofTrees
from nocontact.explanation.derivation.proof_tree import ProvedFinding, ProvedFirst
from nocontact.explanation.derivation.step_proof import ProvedNeed, ProvedStep
from nocontact.explanation.wording import Wording
from nocontact.rulebook import STATUS

if TYPE_CHECKING:
    from nocontact.explanation.derivation.why import Why


def why_to_document(why: Why) -> Document:
    """Return a why as a document.

    Args:
        why: the explanation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(reach_out="often"))
        >>> why_to_document(rec.why(rec.steps[0].tactic)).title[:15]
        'Why this step? '
    """
    layout = _Layout(why)
    match why.proof:
        case ProvedStep():
            title, blocks = layout.step(why.proof)
        case ProvedFirst():
            title, blocks = layout.first(why.proof)
        case _:
            title, blocks = layout.finding(why.proof)
    return Document(blocks, title=title)


class _Layout:
    def __init__(self, why: Why) -> None:
        self.why = why
        self.words: Wording = why.situation.words
        self.trees = ProofTrees(self.words, judged=why.everything)

    def finding(self, proof: ProvedFinding) -> tuple[str, Iterator[Block]]:
        what = self.trees.said.claim(proof.name, proof.level)
        return self.words.say("why.title", what=what), self._proof(proof)

    def first(self, proof: ProvedFirst) -> tuple[str, Iterator[Block]]:
        if proof.member is None:
            what = self.words.finding(proof.name)
            return self.words.say("why.title", what=what), self._no_member()
        member = self.words.finding(proof.member.name)
        return self.words.say("why.title_first", what=member), self._member(proof, proof.member)

    def step(self, proof: ProvedStep) -> tuple[str, Iterator[Block]]:
        title = self.words.say("why.title_step", what=self.words.short(proof.tactic))
        return title, self._step(proof)

    def _proof(self, proof: ProvedFinding) -> Iterator[Block]:
        if proof.rules:
            yield from self._short(*(self.words.because(rule.reason.rule) for rule in proof.rules
                                     if rule.decides))  # fmt: skip
            yield from self.trees.below(proof)
            return
        lowest = "lowest_open" if proof.unanswered else "lowest"
        status = proof.name.startswith(f"{STATUS}.")
        said = self.words.say(f"why.{'nothing_against' if status else lowest}")
        yield Paragraph(f"{said} {self.words.say('why.ask_why_not')}")
        if proof.unanswered:
            yield from self.trees.below(proof)

    def _no_member(self) -> Iterator[Block]:
        yield Paragraph(self.words.say("why.first_none"))

    def _member(self, proof: ProvedFirst, member: ProvedFinding) -> Iterator[Block]:
        yield from self._proof(member)
        if proof.before:
            yield Paragraph(self.words.say("why.first_before"))
            yield Items(self._names(proof.name, proof.before))
        if proof.after and not self._alone():
            yield Paragraph(self.words.say("why.first_after"))
            yield Items(self._names(proof.name, proof.after))

    def _alone(self) -> bool:
        """Whether one need comes before all else, so that nothing else is named."""
        alone = {need.id for need in self.words.rulebase.policy.needs if need.alone}
        plan = self.why.situation.plan
        return any(not alone.isdisjoint(step.needs) for step in (*plan.steps, *plan.later))

    def _names(self, name: str, members: Iterable[str]) -> Iterator[str]:
        return (self.words.finding(f"{name}.{member}") for member in members)

    def _step(self, proof: ProvedStep) -> Iterator[Block]:
        yield from self._short(*(self.words.need(need.need, need.because) for need in proof.needs))
        yield Heading(1, self.words.say("why.for"))
        always = [need for need in proof.needs if need.condition is None]
        yield from map(self._need, alike_needs(n for n in proof.needs if n.condition is not None))
        if always:
            yield Tree(self.words.say("why.always_needed"), map(self._need, alike_needs(always)))
        yield Heading(1, self.words.say("why.permitted"))
        if proof.status.rules:
            yield from self.trees.below(proof.status)
        else:
            yield Paragraph(self.words.say("why.nothing_against"))
        lines = list(preference_lines(self.words, proof, self.why.everything))
        if lines:
            yield Heading(1, self.words.say("why.before_others"))
            yield Items(lines[:1])
            if lines[1:]:
                yield Details(self.words.say("unless.more", count=len(lines) - 1),
                              [Items(lines[1:])])  # fmt: skip
        limit = self.words.rulebase.policy.limit
        if proof.later and limit:
            because = self.words.text("limit.because", limit.because)
            yield Heading(1, self.words.say("why.later"))
            yield Tree(self.words.cited(because, limit.sources),
                       self.trees.conditions(proof.later))  # fmt: skip

    def _need(self, needs: Sequence[ProvedNeed]) -> Tree:
        first, given = needs[0], joint_condition(needs)
        ids = [need.need for need in needs]
        label = need_line(self.words, ids, first.because, first.sources)
        inside = [] if given is None else self.trees.conditions(given)
        if first.beside:
            beside = self.words.say("why.beside", what=named(self.words, first.beside))
            inside.append(Tree(Text(beside, "muted")))
        return Tree(label, inside)

    def _short(self, *texts: str) -> Iterator[Block]:
        """Yield the first of several reasons; a single one stands at the head of its tree."""
        first, *others = dict.fromkeys(texts)
        if others:
            short = Text(f"{self.words.say('why.in_short')} ", "strong")
            yield Paragraph(inlines(short, f"{first} {self.words.say('why.and_more')}"))
