"""Tactics that no plan can contain, and needs that are never there."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.diagnostics import Diagnostic
from nocontact.parsing.condition_to_yaml import condition_to_yaml
from nocontact.proof.exact_context import ExactContext
from nocontact.proof.plan_formulas import Goal


def idle_tactics(context: ExactContext) -> Iterator[Diagnostic]:
    """Find tactics that are never a step nor an alternative to one (NC617).

    An alternative is a permitted tactic that could meet a need of somebody's plan and is not in
    it. A tactic that no need asks for at all is told without a proof (NC220).
    """
    for at, tactic in enumerate(context.rulebase.parsed.tactics):
        goals = [g for g in context.scenarios.plan.goals if _can_meet(g, tactic.id)]
        if goals and _never_offered(context, tactic.id, goals):
            yield context.found(
                "NC617", f"no plan can contain `{tactic.id}`: it is a step or an alternative in "
                f"{context.nowhere}", context.names.in_catalogue(at, "id"),
                "let its status be low enough somewhere, prefer it somewhere, or remove it",
            )  # fmt: skip


def idle_needs(context: ExactContext) -> Iterator[Diagnostic]:
    """Find needs that no plan ever has (NC619)."""
    goals = {goal.need: goal for goal in context.scenarios.plan.goals}
    for need in context.rulebase.policy.needs:
        goal = goals[need.id]
        there = goal.active if goal.open is None else goal.active | goal.open
        if context.never(there):
            yield context.found(
                "NC619", f"the need `{need.id}` is never there: a plan has it in "
                f"{context.nowhere}", need.span,
                f"remove it, or change `{condition_to_yaml(need.condition)}`; a need that stands "
                "alone leaves no room for others")  # fmt: skip


def _can_meet(goal: Goal, tactic: str) -> bool:
    return tactic in goal.single or tactic in goal.double


def _never_offered(context: ExactContext, tactic: str, goals: list[Goal]) -> bool:
    """A step meets a need; an alternative is permitted where a need is that it can meet."""
    permitted = context.scenarios.plan.permitted[tactic]
    if not context.never(context.scenarios.plan.steps[tactic]):
        return False
    return all(context.never(goal.active & permitted) for goal in goals)
