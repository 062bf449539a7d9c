"""Which open questions can still change a step or a status of somebody's plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from nocontact.facts import UNKNOWN
from nocontact.fork_safety import cached_property
from nocontact.proof.all_scenarios import all_scenarios
from nocontact.proof.formula import Formula
from nocontact.rulebook import STATUS, CheckedRulebase


class OpenPlan:
    """What is left of all steps and statuses when some facts are known.

    Args:
        rulebase: a checked rulebase.
        facts: the value of every fact.
        open_: the facts that may still become anything.

    Raises:
        ProofError: when diagrams cannot be built (NC701 to NC703).

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> facts = Scenario(now_unsafe="yes").flat()
        >>> OpenPlan(Rulebook.load(), facts, {"hope"}).can_change(["hope"])
        False
    """

    def __init__(
        self, rulebase: CheckedRulebase, facts: Mapping[str, str], open_: Collection[str]
    ) -> None:
        self.scenarios, self.space = all_scenarios(rulebase), all_scenarios(rulebase).space
        self.known = {name: value for name, value in facts.items() if name not in open_}
        findings = rulebase.findings.values()
        self.statuses = [each.name for each in findings if each.set_name == STATUS]

    def can_change(self, asked: Iterable[str]) -> bool:
        """Return whether two answers to a question can make two plans, the others being the same.

        Silence counts as an answer here, to this question and to the others.

        Args:
            asked: the facts of the question that are open.

        Examples:
            >>> OpenPlan.can_change.__name__
            'can_change'
        """
        variables = [at for fact in asked for at in self.space.block(fact)]
        bits = sum(1 << at for at in variables)
        return any(
            self._differs(each, support | bits, variables)
            for each, support in self._left.items()
            if support & bits
        )

    def _differs(self, formula: Formula, support: int, variables: list[int]) -> bool:
        formed = self.space.diagrams.every(
            piece for piece, touched in self._formed.items() if touched & support
        )
        some, other = (each & formed for each in (formula, ~formula))
        return not (some.exists(variables) & other.exists(variables)).is_false

    @cached_property
    def _left(self) -> dict[Formula, int]:
        """What the plan shows, over the open facts alone, with what each depends on."""
        rules, plan = self.scenarios.rules, self.scenarios.plan
        shown = [*plan.steps.values(), *(f for s in self.statuses for f in rules.levels[s][1:])]
        left = {self._over_open(each): None for each in dict.fromkeys(shown)}
        small_first = sorted(left, key=lambda each: each.size)
        return {each: self.space.diagrams.support(each) for each in small_first}

    @cached_property
    def _formed(self) -> dict[Formula, int]:
        """What makes a row one that a scenario can have, piece by piece, over the open facts."""
        pieces = map(self._over_open, self.space.pieces)
        return {each: self.space.diagrams.support(each) for each in pieces}

    def _over_open(self, formula: Formula) -> Formula:
        return (formula & self._as_known).exists(self._fixed)

    @cached_property
    def _as_known(self) -> Formula:
        return self.space.diagrams.every(
            self.space.unknown(name) if value == UNKNOWN else self.space.is_answer(name, value)
            for name, value in self.known.items()
        )

    @cached_property
    def _fixed(self) -> Formula:
        return self.space.diagrams.every(
            self.space.diagrams.var(at) for name in self.known for at in self.space.block(name)
        )
