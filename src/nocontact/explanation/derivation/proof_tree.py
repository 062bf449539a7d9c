"""A proof: a finding, the rules that raised it, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nocontact.explanation.evaluated_condition import EvaluatedCondition, ExplainedFinding
from nocontact.explanation.reason import Reason

Shown: TypeAlias = Literal["here", "above", "deeper"]
"""Whether a proof is spelled out here, was spelled out above, or lies deeper than was asked."""


@dataclass(frozen=True, slots=True)
class ProvedRule:
    """One rule that fired, and what made it fire.

    Attributes:
        reason: the rule, its plain sentence, its sources, who speaks.
        decides: whether it raised the finding to the level that stands.
        condition: what it asked, with the values found; None where `shown` is not "here".
        shown: whether it is spelled out here.

    Examples:
        >>> ProvedRule(Reason("a.b", "yes", "It hurts.", (11,), "article"), True, None, "above")
        ProvedRule(answers hidden)
    """

    reason: Reason
    decides: bool
    condition: EvaluatedCondition | None
    shown: Shown

    def __repr__(self) -> str:
        return "ProvedRule(answers hidden)"


@dataclass(frozen=True, slots=True, repr=False)
class ProvedFinding(ExplainedFinding):
    """One finding at the level that it has, with every rule that raised it there.

    Attributes:
        name: the finding.
        level: the level it has.
        rules: the rules that raised it, strongest first; none when it is at its lowest level.
        unanswered: open questions that could still raise it, when no rule did.
        no_higher: whether it counted that no rule raised it higher.
        shown: whether it is spelled out here.

    Examples:
        >>> ProvedFinding("wall", "lock", (), (), False, "deeper")
        ProvedFinding(wall; answers hidden)
    """

    rules: tuple[ProvedRule, ...]
    unanswered: tuple[str, ...]
    no_higher: bool
    shown: Shown

    @property
    def all_rules(self) -> Iterator[ProvedRule]:
        """Every rule in the proof, strongest first, depth first.

        Examples:
            >>> list(ProvedFinding("wall", "none", (), (), False, "here").all_rules)
            []
        """
        for rule in self.rules:
            yield rule
            yield from (each for leaf in _leaves(rule) for each in _rules_below(leaf))

    @property
    def all_leaves(self) -> Iterator[EvaluatedCondition]:
        """Every comparison in the proof, in the order of the rules.

        Examples:
            >>> list(ProvedFinding("wall", "none", (), (), False, "here").all_leaves)
            []
        """
        for rule in self.all_rules:
            yield from _leaves(rule)


def _leaves(rule: ProvedRule) -> Iterator[EvaluatedCondition]:
    if rule.condition is not None:
        yield from rule.condition.leaves


def _rules_below(leaf: EvaluatedCondition) -> Iterator[ProvedRule]:
    if isinstance(leaf.below, ProvedFinding):
        yield from leaf.below.all_rules


@dataclass(frozen=True, slots=True)
class ProvedFirst:
    """Which member of a set comes first, and why.

    Attributes:
        name: the set.
        member: the proof of the first member that applies; None when none does.
        before: members that would come before it, and do not apply.
        after: members that apply too, and come after it.

    Examples:
        >>> ProvedFirst("standing", None, (), ()).member is None
        True
    """

    name: str
    member: ProvedFinding | None
    before: tuple[str, ...]
    after: tuple[str, ...]

    def __repr__(self) -> str:
        return f"ProvedFirst({self.name}; answers hidden)"
