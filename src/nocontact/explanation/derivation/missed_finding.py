"""Why a finding does not have another level: every rule that could have given it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nocontact.explanation.derivation.rules_by_finding import rules_raising
from nocontact.explanation.evaluated_condition import (
    EvaluatedCondition,
    ExplainedFinding,
    evaluated,
)
from nocontact.explanation.reason import Reason
from nocontact.explanation.reasons_by_finding import reasons_by_finding
from nocontact.explanation.situation import Situation
from nocontact.inference.condition_truth import accepted
from nocontact.rulebook import CheckedRule, Comparison, Not


@dataclass(frozen=True, slots=True)
class MissedRule:
    """One rule that could have raised a finding, and did not fire.

    Attributes:
        reason: the rule, the level that it gives, its plain sentence, its sources, who speaks.
        condition: what it asks, evaluated to the end; None where it is spelled out above.

    Examples:
        >>> MissedRule(Reason("a.b", "yes", "It hurts.", (11,), "article"), None)
        MissedRule(a.b; answers hidden)
    """

    reason: Reason
    condition: EvaluatedCondition | None

    def __repr__(self) -> str:
        return f"MissedRule({self.reason.rule}; answers hidden)"


@dataclass(frozen=True, slots=True, repr=False)
class MissedFinding(ExplainedFinding):
    """One finding that does not have a level that was asked for.

    Attributes:
        name: the finding.
        level: the level that it has.
        wanted: the level that it does not have.
        rules: every rule that could have raised it at least so high, the nearest level first.
        raised_past: the rules that raised it higher than that.
        above: whether it is spelled out above.

    Examples:
        >>> MissedFinding("wall", "lock", "sealed", (), (), False)
        MissedFinding(wall; answers hidden)
    """

    wanted: str
    rules: tuple[MissedRule, ...]
    raised_past: tuple[Reason, ...]
    above: bool

    @property
    def out_of_reach(self) -> bool:
        """Whether no rule of the rulebook can give it this level.

        Examples:
            >>> MissedFinding("wall", "lock", "sealed", (), (), False).out_of_reach
            True
        """
        return not (self.rules or self.raised_past or self.above)

    @property
    def all_rules(self) -> Iterator[MissedRule]:
        """Every rule in it, depth first.

        Examples:
            >>> list(MissedFinding("wall", "lock", "sealed", (), (), False).all_rules)
            []
        """
        for rule in self.rules:
            yield rule
            for leaf in rule.condition.leaves if rule.condition else ():
                if isinstance(leaf.below, MissedFinding):
                    yield from leaf.below.all_rules


class Seeker:
    """Looks in one situation for what could have raised a finding.

    Args:
        situation: the answer.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> seeker = Seeker(recommend(Scenario(staying_away="nothing_holds")).situation)
        >>> [rule.reason.rule for rule in seeker.finding("wall", "sealed").rules]
        ['wall.sealed']
    """

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.values = {**situation.facts, **situation.findings}
        self._seen: set[str] = set()

    def finding(self, name: str, wanted: str) -> MissedFinding:
        """Return why a finding does not have a level.

        Args:
            name: a flat finding.
            wanted: a level that it does not have.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> seeker = Seeker(recommend(Scenario(staying_away="nothing_holds")).situation)
            >>> [reason.rule for reason in seeker.finding("wall", "none").raised_past][0]
            'wall.lock'
        """
        level = self.situation.findings[name]
        bare = MissedFinding(name, level, wanted, (), (), False)
        if f"{name} {wanted}" in self._seen:
            return replace(bare, above=True)
        self._seen.add(f"{name} {wanted}")
        rank = self.situation.rulebase.findings[name].rank
        if rank(wanted) < rank(level):
            of = self.situation
            raised = reasons_by_finding(of.rulebase, of.trace, of.language)[name]
            past = tuple(each for each in raised if rank(each.level) > rank(wanted))
            return replace(bare, raised_past=past)
        could = rules_raising(self.situation.rulebase, name)
        enough = [each for each in could if rank(each[1]) >= rank(wanted)]
        enough.sort(key=lambda each: rank(each[1]))
        return replace(bare, rules=tuple(self._rule(*each) for each in enough))

    def condition(self, given: EvaluatedCondition, should: bool = True) -> EvaluatedCondition:
        """Return a condition with the reason under each finding that does not fit it.

        Args:
            given: an evaluated condition.
            should: whether it should hold, or should fail.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> seeker = Seeker(recommend(Scenario(staying_away="nothing_holds")).situation)
            >>> high = Comparison("wall", "is", ("sealed",))
            >>> levels = seeker.situation.rulebase.levels
            >>> seeker.condition(evaluated(high, seeker.values, levels)).below.wanted
            'sealed'
        """
        below, asked = None, given.condition
        inside = should is not isinstance(asked, Not)
        parts = tuple(self.condition(part, inside) for part in given.parts)
        if isinstance(asked, Comparison) and asked.subject in self.situation.findings:
            wanted = None if given.truth is should else self._nearest(asked, should)
            below = self.finding(asked.subject, wanted) if wanted else None
        return replace(given, parts=parts, below=below)

    def _rule(self, rule: CheckedRule, gives: str) -> MissedRule:
        reason = Reason(rule.id, gives, rule.because, rule.sources, rule.voice)
        if f"rule {rule.id}" in self._seen:
            return MissedRule(reason, None)
        self._seen.add(f"rule {rule.id}")
        given = evaluated(rule.condition, self.values, self.situation.rulebase.levels)
        return MissedRule(reason, self.condition(given))

    def _nearest(self, asked: Comparison, should: bool) -> str | None:
        """Return the nearest level that fits: the next above, or else the next below."""
        levels = self.situation.rulebase.findings[asked.subject].levels
        now, wanted = levels.index(self.values[asked.subject]), accepted(asked, levels)
        order = (*levels[now + 1 :], *reversed(levels[:now]))
        return next((level for level in order if (level in wanted) is should), None)
