"""Which open questions can still change a step or a status of somebody's plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from nocontact.fork_safety import cached_property
from nocontact.proof.all_scenarios import all_scenarios
from nocontact.proof.diagram_support import can_differ
from nocontact.proof.formula import Formula
from nocontact.proof.space import Piece
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
        self.scenarios = all_scenarios(rulebase)
        self.space = self.scenarios.space
        self.known = {name: value for name, value in facts.items() if name not in open_}
        findings = rulebase.findings.values()
        self.statuses = [each.name for each in findings if each.set_name == STATUS]

    def can_change(self, asked: Iterable[str]) -> bool:
        """Return whether two answers to a question can make two plans, the others being the same.

        Silence counts as an answer here, to this question and to the others.

        Args:
            asked: the facts of the question that are open.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> plan = OpenPlan(Rulebook.load(), Scenario().flat(), {"age_group", "hope"})
            >>> plan.can_change(["age_group"]), plan.can_change([])
            (True, False)
        """
        facts = [*asked]
        variables = [at for fact in facts for at in self.space.block(fact)]
        bits = self.space.bits_of(facts)
        return any(
            can_differ(each, variables, self._pieces)
            for each, support in self._left.items()
            if support & bits
        )

    @cached_property
    def _left(self) -> dict[Formula, int]:
        """What the plan shows, over the open facts alone, with what each depends on."""
        rules, plan = self.scenarios.rules, self.scenarios.plan
        shown = [*plan.steps.values(), *(f for s in self.statuses for f in rules.levels[s][1:])]
        left = {self._over_open(each): None for each in dict.fromkeys(shown)}
        small_first = sorted(left, key=lambda each: each.size)
        return {each: self.space.diagrams.support(each) for each in small_first}

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        """What makes a row one that a scenario can have, over the open facts alone."""
        return tuple((touched, self._over_open(formed)) for touched, formed in self.space.pieces)

    def _over_open(self, formula: Formula) -> Formula:
        return (formula & self._as_known).exists(self._fixed)

    @cached_property
    def _as_known(self) -> Formula:
        return self.space.as_given(self.known)

    @cached_property
    def _fixed(self) -> Formula:
        return self.space.diagrams.every(
            self.space.diagrams.var(at) for name in self.known for at in self.space.block(name)
        )
