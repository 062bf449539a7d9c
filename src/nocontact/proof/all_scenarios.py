"""A checked rulebase read over all scenarios at once: built once per content hash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from threading import RLock
from typing import Any, ParamSpec, TypeAlias, TypeVar

from nocontact.diagnostics import ProofError
from nocontact.planning import planner_of
from nocontact.proof.budget import SECONDS, in_time, within
from nocontact.proof.diagrams import NODES, Formula
from nocontact.proof.fact_order import fact_order
from nocontact.proof.plan_formulas import PlanFormulas
from nocontact.proof.rule_formulas import RuleFormulas
from nocontact.proof.space import Space
from nocontact.rulebook import CheckedRulebase, Condition

MOST_KEPT = 4
_Key: TypeAlias = tuple[CheckedRulebase, int, int]
_kept: dict[_Key, AllScenarios] = {}
_compiling: dict[_Key, Any] = {}
_alone: ContextVar[dict[_Key, AllScenarios] | None] = ContextVar("alone", default=None)
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class AllScenarios:
    """Every scenario there is, with where each rule fires, each level holds, each step is taken.

    Attributes:
        rulebase: the rules.
        space: the scenarios.
        rules: where rules fire and findings have their levels.
        plan: where tactics are steps.
        ways: handles of formulas with one fact fixed in each way, as far as they were asked for.

    Examples:
        >>> from nocontact import Rulebook
        >>> every = all_scenarios(Rulebook.load())
        >>> danger = every.rules.is_level("danger", "yes")
        >>> first = every.rules.is_level("standing.safety_first", "yes")
        >>> danger.implies(first).is_true
        True
    """

    rulebase: CheckedRulebase
    space: Space
    rules: RuleFormulas
    plan: PlanFormulas
    ways: dict[tuple[Any, str], list[Any]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(
        cls,
        rulebase: CheckedRulebase,
        nodes: int = NODES,
        space: Space | None = None,
        seconds: float = SECONDS,
    ) -> AllScenarios:
        """Compile a rulebase.

        Args:
            rulebase: a checked rulebase.
            nodes: the budget of the diagrams.
            space: the space of another rulebase over the same facts, to compare the two.
            seconds: how long it may take.

        Raises:
            ProofError: when the library is missing (NC701), or the rules are too tangled for so
                many nodes (NC702) or seconds (NC703); the decision that grew is named.
        """
        if space is None:
            with within(SECONDS, "setting up"):
                space = Space.of(rulebase.vocabulary, fact_order(rulebase), nodes)
        with within(seconds):
            rules = RuleFormulas.of(rulebase, space)
            plan = PlanFormulas.of(rules, planner_of(rulebase))
        for tactic in rulebase.tactics:
            rules.named[f"step.{tactic}"] = plan.steps[tactic]
            rules.named[f"permitted.{tactic}"] = plan.permitted[tactic]
        return cls(rulebase, space, rules, plan)

    def where(self, condition: Condition) -> Formula:
        """Return the scenarios in which a condition is true."""
        return self.rules.true(condition) & self.space.well_formed

    def count(self, formula: Formula) -> int:
        """Return how many scenarios satisfy a formula, exactly."""
        return (formula & self.space.well_formed).count


def all_scenarios(
    rulebase: CheckedRulebase, nodes: int = NODES, seconds: float = SECONDS
) -> AllScenarios:
    """Return the compiled rulebase; the last few are kept, by content hash.

    What overflowed is not kept, and a forked process builds its own: diagrams do not survive
    either.

    Args:
        rulebase: a checked rulebase.
        nodes: the budget of the diagrams.
        seconds: how long compiling may take.

    Raises:
        ProofError: when the library is missing (NC701), or the rules are too tangled for so
            many nodes (NC702) or seconds (NC703).

    Examples:
        >>> from nocontact import Rulebook
        >>> every = all_scenarios(Rulebook.load())
        >>> every.count(every.rules.fires["wall.lock"]) > 10**20
        True
    """
    key = rulebase, nodes, os.getpid()
    if (own := _alone.get()) is not None:
        if key not in own or own[key].space.diagrams.spent:
            own[key] = AllScenarios.of(rulebase, nodes, seconds=seconds)
        return own[key]
    found = _kept_for(key)
    if found is not None:
        return found
    with _one_at_a_time(key, seconds):
        return _kept_for(key) or _keep(key, AllScenarios.of(rulebase, nodes, seconds=seconds))


def alone_when_full(asked: Callable[P, R]) -> Callable[P, R]:
    """Ask once more, with diagrams of its own, when the shared ones overflowed.

    What a call refuses then depends on that call alone, not on what others do at the same time.

    Args:
        asked: what works on all scenarios, from getting them to its result.

    Examples:
        >>> from nocontact import Rulebook
        >>> once = all_scenarios(Rulebook.load())
        >>> @alone_when_full
        ... def size():
        ...     every = all_scenarios(Rulebook.load())
        ...     if every is once:  # as if another call had filled it
        ...         raise ProofError([Diagnostic("NC702", "full")])
        ...     return every.space.size
        >>> from nocontact.diagnostics import Diagnostic
        >>> size() == once.space.size
        True
    """

    @wraps(asked)
    def first_shared(*given: P.args, **named: P.kwargs) -> R:
        try:
            return asked(*given, **named)
        except ProofError as error:
            if _alone.get() is not None or error.diagnostics[0].code != "NC702":
                raise
        token = _alone.set({})
        try:
            return asked(*given, **named)
        finally:
            _alone.reset(token)

    return first_shared


def _kept_for(key: _Key) -> AllScenarios | None:
    found = _kept.pop(key, None)
    return None if found is None or found.space.diagrams.spent else _keep(key, found)


def _keep(key: _Key, found: AllScenarios) -> AllScenarios:
    _kept[key] = found
    for oldest in [*_kept][:-MOST_KEPT]:
        _kept.pop(oldest, None)
    return found


@contextmanager
def _one_at_a_time(key: _Key, seconds: float) -> Iterator[None]:
    """Let one call compile a rulebook, and the others wait for it as long as they have time.

    The key holds the process, so a child never waits for a thread of its parent.
    """
    lock = _compiling.setdefault(key, RLock())
    with within(seconds, "compiling the rules"):
        while not lock.acquire(timeout=0.05):
            in_time()
    try:
        yield
    finally:
        _compiling.pop(key, None)
        lock.release()
