"""Promises that every rulebook has to keep, whatever its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.diagrams import Formula
from nocontact.rulebook import CheckedRulebase, atoms_of

Broken = Callable[[AllScenarios], Formula]


def built_in() -> Iterator[tuple[str, str, Broken]]:
    """Yield the id, the sentence and the formula of each built-in promise.

    Examples:
        >>> [name for name, _, _ in built_in()][0]
        'one-level-each'
    """
    yield "one-level-each", "No finding has two levels at once.", _two_levels
    yield "steps-are-permitted", "Every step has a status that lets it be one.", _not_permitted
    yield "needs-met-or-said", "Every need is met by a step, or the gap is said.", _need_left
    yield "nothing-superfluous", "No step can be taken away with every need still met.", _idle
    yield "order-never-matters", "No answer depends on the order of rules or files.", _order


def _two_levels(scenarios: AllScenarios) -> Formula:
    return scenarios.space.diagrams.some(
        higher & ~lower
        for reached in scenarios.rules.levels.values()
        for lower, higher in pairwise(reached)
    )


def _not_permitted(scenarios: AllScenarios) -> Formula:
    plan = scenarios.plan
    return scenarios.space.diagrams.some(
        step & ~plan.permitted[tactic] for tactic, step in plan.steps.items()
    )


def _need_left(scenarios: AllScenarios) -> Formula:
    plan, diagrams = scenarios.plan, scenarios.space.diagrams
    return diagrams.some(plan.unmet(goal, diagrams.true) for goal in plan.goals)


def _idle(scenarios: AllScenarios) -> Formula:
    plan, diagrams = scenarios.plan, scenarios.space.diagrams
    idle = diagrams.false
    for tactic, step in plan.steps.items():
        left = step
        for goal in plan.goals:
            if (tactic in goal.single or tactic in goal.double) and not left.is_false:
                left = left & ~plan.unmet(goal, left, tactic)
        idle = idle | left
    return idle


def _order(scenarios: AllScenarios) -> Formula:
    """False everywhere when no rule tests what its own or a later decision raises."""
    diagrams = scenarios.space.diagrams
    return diagrams.true if any(_looks_ahead(scenarios.rulebase)) else diagrams.false


def _looks_ahead(rulebase: CheckedRulebase) -> Iterator[str]:
    last: dict[str, int] = {}
    for rule in rulebase.rules:
        for finding, _ in rule.raises:
            last[finding] = rulebase.order.index(rule.decision)
    for rule in rulebase.rules:
        at = rulebase.order.index(rule.decision)
        if any(last.get(atom.subject, -1) >= at for atom in atoms_of(rule.condition)):
            yield rule.id
