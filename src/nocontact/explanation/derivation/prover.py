"""Proofs for one situation: read back from the trace, down to the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from nocontact.explanation.derivation.open_answers import OpenAnswers
from nocontact.explanation.derivation.proof_tree import ProvedFinding, ProvedRule
from nocontact.explanation.evaluated_condition import EvaluatedCondition, deciding, evaluated
from nocontact.explanation.reason import Reason
from nocontact.explanation.situation import Situation
from nocontact.fork_safety import cached_property
from nocontact.inference.condition_truth import accepted
from nocontact.inference.trace import Firing
from nocontact.rulebook import Comparison, Condition, after_safety


class Prover:
    """Builds proofs for one situation; what was spelled out once is referred to afterwards.

    Args:
        situation: the answer.
        depth: how many findings deep to go; None for all the way.
        everything: weaker rules, and parts of conditions that were not needed, too.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> prover = Prover(recommend(Scenario(staying_away="nothing_holds")).situation)
        >>> [rule.reason.rule for rule in prover.finding("wall").rules]
        ['wall.lock']
    """

    def __init__(
        self, situation: Situation, depth: int | None = None, everything: bool = False
    ) -> None:
        self.situation = situation
        self.everything = everything
        self.values = {**situation.facts, **situation.findings}
        self._depth = None if depth is None else max(0, depth)
        self._shown: dict[str, int] = {}

    def finding(
        self, name: str, *, under: int = 0, no_higher: bool = False, down_to: str | None = None
    ) -> ProvedFinding:
        """Return the proof of a finding at its level.

        Args:
            name: a flat finding.
            under: how many findings it lies under.
            no_higher: whether it counts that nothing raised it higher.
            down_to: rules that raised it to this level or above; None for those that decide.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> prover = Prover(recommend(Scenario(staying_away="nothing_holds")).situation)
            >>> prover.finding("wall").shown, prover.finding("wall").shown
            ('here', 'above')
        """
        level = self.situation.findings[name]
        bare = ProvedFinding(name, level, (), (), no_higher, "here")
        left = self._left(under)
        if left < 0:
            return replace(bare, shown="deeper")
        if self._shown.get(name, -1) >= left:
            return replace(bare, shown="above")
        self._shown[name] = left
        rules = tuple(self._rules(name, level, under, down_to or level))
        lowest = level == self.situation.rulebase.findings[name].levels[0]
        return replace(bare, rules=rules, unanswered=self._open.about(name) if lowest else ())

    def condition(self, condition: Condition, *, under: int = 0) -> EvaluatedCondition:
        """Return a condition with its values, and a proof under each finding that it compares.

        Args:
            condition: one that holds.
            under: how many findings it lies under.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> prover = Prover(recommend(Scenario(staying_away="nothing_holds")).situation)
            >>> lock = prover.situation.rulebase.rules_by_id["wall.lock"].condition
            >>> [leaf.below.name for leaf in prover.condition(lock).leaves]
            ['difficulty']
        """
        given = evaluated(condition, self.values, self.situation.rulebase.levels)
        return self._with_proofs(given if self.everything else deciding(given), under)

    def _left(self, under: int) -> int:
        """Return how many findings deep one may still go from here."""
        return 0 if self._depth is None else self._depth - under

    def _rules(self, name: str, level: str, under: int, down_to: str) -> Iterator[ProvedRule]:
        """Yield the rules behind a finding: those that decide first, then weaker ones."""
        rank = self.situation.rulebase.findings[name].rank
        found = [(_level(rank, firing, name), firing) for firing in self._raising.get(name, ())]
        found.sort(key=lambda each: (-rank(each[0]), after_safety(each[1].voice)))
        for raised, firing in found:
            if self.everything or rank(raised) >= rank(down_to):
                yield self._rule(firing, raised, raised == level, under)

    def _rule(self, firing: Firing, level: str, decides: bool, under: int) -> ProvedRule:
        rule = self.situation.rulebase.rules_by_id[firing.rule]
        reason = Reason(rule.id, level, rule.because, firing.sources, firing.voice)
        left = self._left(under)
        if self._shown.get(f"rule {rule.id}", -1) >= left:
            return ProvedRule(reason, decides, None, "above")
        self._shown[f"rule {rule.id}"] = left
        condition = self.condition(rule.condition, under=under)
        return ProvedRule(reason, decides, condition, "here")

    def _with_proofs(self, given: EvaluatedCondition, under: int) -> EvaluatedCondition:
        parts = tuple(self._with_proofs(part, under) for part in given.parts)
        below, asked = None, given.condition
        if isinstance(asked, Comparison) and asked.subject in self.situation.findings:
            capped = self._caps(asked, given.truth)
            below = self.finding(asked.subject, under=under + 1, no_higher=capped)
        return replace(given, parts=parts, below=below)

    def _caps(self, asked: Comparison, truth: bool | None) -> bool:
        """Whether a higher level would change the truth of a comparison."""
        levels = self.situation.rulebase.findings[asked.subject].levels
        higher = levels[levels.index(self.situation.findings[asked.subject]) + 1 :]
        return any((level in accepted(asked, levels)) is not truth for level in higher)

    @cached_property
    def _open(self) -> OpenAnswers:
        return OpenAnswers(self.situation.rulebase, self.values)

    @cached_property
    def _raising(self) -> Mapping[str, list[Firing]]:
        found: dict[str, list[Firing]] = {}
        for firing in self.situation.trace.firings:
            for name in dict.fromkeys(name for name, _ in firing.raised):
                found.setdefault(name, []).append(firing)
        return found


def _level(rank: Callable[[str], int], firing: Firing, name: str) -> str:
    return max((level for each, level in firing.raised if each == name), key=rank)
