"""Proofs as trees: what was concluded, the rules behind it, what a person told us."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.display import Inlines, InlinesLike, Text, Tree, inlines
from nocontact.explanation.condition_wording import ConditionWording, quoted
from nocontact.explanation.derivation.missed_finding import MissedFinding, MissedRule
from nocontact.explanation.derivation.proof_tree import ProvedFinding, ProvedRule
from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.explanation.reason import Reason
from nocontact.explanation.wording import Wording
from nocontact.rulebook import STATUS, YES_NO, AllOf, AnyOf, AtLeastOf, Not


class ProofTrees:
    """Sets proofs as trees of plain sentences, in the words of one rulebook.

    Args:
        words: where the texts come from.
        judged: whether each part of a condition says if it holds, and what it asked for.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> because = recommend(Scenario(staying_away="nothing_holds")).why("wall")
        >>> tree = ProofTrees(because.situation.words).finding(because.proof)
        >>> tree.label[0].text, len(tree.children)
        ('The height of the wall: a high wall.', 1)
    """

    def __init__(self, words: Wording, judged: bool = False) -> None:
        self.words = words
        self.judged = judged
        self.said = ConditionWording(words)

    def finding(self, proof: ProvedFinding, label: InlinesLike = "") -> Tree:
        """Return a finding, and under it the rules that raised it.

        Args:
            proof: a proved finding.
            label: what stands there; by default what was concluded.

        Examples:
            >>> from nocontact import Rulebook
            >>> proof = ProvedFinding("wall", "lock", (), (), False, "above")
            >>> ProofTrees(Wording(Rulebook.load())).finding(proof).label[1].text
            'See above.'
        """
        label = inlines(label or self.said.claim(proof.name, proof.level))
        if proof.shown != "here":
            return Tree([*label, " ", Text(self.words.say(f"why.{proof.shown}"), "muted")])
        return Tree(label, self.below(proof))

    def below(self, proof: ProvedFinding) -> Iterator[Tree]:
        """Yield the rules that raised a finding, or what is open where none did.

        Examples:
            >>> from nocontact import Rulebook
            >>> trees = ProofTrees(Wording(Rulebook.load()))
            >>> below = trees.below(ProvedFinding("wall", "none", (), (), False, "here"))
            >>> [tree.label[0].text for tree in below]
            ['Nothing you told us says otherwise.']
        """
        yield from map(self.rule, proof.rules)
        if proof.no_higher and proof.rules:
            yield Tree(Text(self.words.say("why.no_higher"), "muted"))
        if not proof.rules:
            yield from self._nothing(proof)

    def rule(self, proof: ProvedRule) -> Tree:
        """Return a rule that fired, and under it what made it fire.

        Examples:
            >>> from nocontact import Rulebook
            >>> reason = Reason("wall.lock", "lock", "It is hard.", (35,), "article")
            >>> tree = ProofTrees(Wording(Rulebook.load())).rule(
            ...     ProvedRule(reason, True, None, "above"))
            >>> [text.text for text in tree.label][-1]
            'See above.'
        """
        parts = [*self.reason(proof.reason)]
        if not proof.decides:
            parts.append(Text(f" {self.words.say('why.weaker')}", "muted"))
        if proof.condition is None:
            return Tree([*parts, " ", Text(self.words.say("why.above"), "muted")])
        return Tree(parts, self.conditions(proof.condition), open=proof.decides)

    def missed(self, missed: MissedFinding) -> Iterator[Tree]:
        """Yield the rules that could have raised a finding, or that raised it too high.

        Examples:
            >>> from nocontact import Rulebook
            >>> missed = MissedFinding("wall", "lock", "sealed", (), (), False)
            >>> trees = ProofTrees(Wording(Rulebook.load()), judged=True)
            >>> [tree.label[0].text for tree in trees.missed(missed)]
            ['No rule can give this.']
        """
        yield from (Tree(self.reason(reason)) for reason in missed.raised_past)
        yield from (self._missed_rule(rule, missed) for rule in missed.rules)
        if missed.out_of_reach:
            yield Tree(self.words.say("why_not.out_of_reach"))

    def reason(self, reason: Reason) -> Inlines:
        """Return the sentence of a rule, what it cites, who speaks, and last its id.

        Examples:
            >>> from nocontact import Rulebook
            >>> reason = Reason("wall.sealed", "sealed", "", (35,), "article")
            >>> [text.text for text in ProofTrees(Wording(Rulebook.load())).reason(reason)][1:]
            ['[¶35]', ' ', 'the article', ' ', 'wall.sealed']
        """
        because = self.words.because(reason.rule)
        return inlines(self.words.cited(because, reason.sources), " ", self.words.origin(reason))

    def conditions(self, given: EvaluatedCondition) -> list[Tree]:
        """Return what a condition rests on; groups that hold as a whole are spelled out.

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.explanation.evaluated_condition import evaluated
            >>> always = evaluated(AllOf(()), {}, lambda _: ())
            >>> ProofTrees(Wording(Rulebook.load())).conditions(always)[0].label[0].text
            'This is so for all people.'
        """
        if given.is_leaf:
            return [self._leaves([given])]
        if not given.parts:
            return [Tree(self.words.say("why.always"))]
        inside = self._inside(given)
        if isinstance(given.condition, AllOf) or (
            len(inside) == 1 and not isinstance(given.condition, Not)
        ):
            return inside
        return [Tree(self._marked(given, self._group(given)), inside)]

    def _inside(self, given: EvaluatedCondition) -> list[Tree]:
        trees: list[Tree] = []
        apart = self.judged or (len(given.parts) > 1 and not isinstance(given.condition, AllOf))
        for group in self.said.alike(given.parts):
            first = group[0]
            if first.is_leaf:
                trees.append(self._leaves(group, self._link(given)))
                continue
            inside = self.conditions(first)
            if apart and isinstance(first.condition, AllOf) and len(inside) > 1:
                inside = [Tree(self._marked(first, self.words.say("why.all")), inside)]
            trees += inside
        return trees

    def _link(self, given: EvaluatedCondition) -> str:
        """Return the word between the members of a group: "or", "and", or only a comma."""
        match given.condition:
            case AnyOf():
                return f" {self.words.say('why_not.or')} "
            case AllOf():
                return f" {self.words.say('why_not.and')} "
        return ", "

    def _leaves(self, leaves: list[EvaluatedCondition], link: str = ", ") -> Tree:
        below = leaves[0].below
        if not self.judged:
            if isinstance(below, ProvedFinding):
                return self.finding(below)
            return Tree(self.said.found(leaves))
        label = self._marked(leaves[0], self.said.judged(leaves, link))
        if isinstance(below, MissedFinding):
            return self._missed_below(label, below)
        return self.finding(below, label) if isinstance(below, ProvedFinding) else Tree(label)

    def _missed_below(self, label: Inlines, missed: MissedFinding) -> Tree:
        if missed.above:
            return Tree([*label, " ", Text(self.words.say("why.above"), "muted")])
        return Tree(label, self.missed(missed), open=False)

    def _missed_rule(self, rule: MissedRule, missed: MissedFinding) -> Tree:
        because = quoted([self.words.because(rule.reason.rule)])
        said = self.words.say("why_not.rule", because=because)
        if rule.reason.level != missed.wanted:
            further = self.said.claim(missed.name, rule.reason.level)
            said = f"{said} {self.words.say('why_not.further', what=further)}"
        cited = self.words.cited(said, rule.reason.sources)
        label = inlines(cited, " ", self.words.origin(rule.reason))
        if rule.condition is None:
            return Tree([*label, " ", Text(self.words.say("why.above"), "muted")])
        return Tree(label, self.conditions(rule.condition))

    def _nothing(self, proof: ProvedFinding) -> Iterator[Tree]:
        """Yield what is open; where nothing is, say so, unless the label has said it."""
        if proof.unanswered:
            asked = [f"“{self.words.asks(each)}”" for each in proof.unanswered]
            yield Tree(self.words.say("why.unanswered"), asked, open=False)
        elif proof.name.startswith(f"{STATUS}."):
            yield Tree(self.words.say("why.nothing_against"))
        elif self.words.rulebase.findings[proof.name].levels != YES_NO:
            yield Tree(self.words.say("why.nothing_raised"))

    def _group(self, given: EvaluatedCondition) -> str:
        match given.condition:
            case AnyOf():
                return self.words.say("why.any")
            case AtLeastOf(count):
                return self.words.say("why.at_least", count=count)
            case Not():
                return self.words.say("why.not_so")
        return self.words.say("why.all")

    def _marked(self, given: EvaluatedCondition, text: str) -> Inlines:
        mark = inlines(Text(self.said.truth(given), "strong"), " ") if self.judged else ()
        return inlines(mark, text)
