"""Which steps are shown now and which can wait, as formulas: the limit for too much at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.formula import Formula
from nocontact.rulebook import Limit


def steps_now(scenarios: AllScenarios) -> Mapping[str, Formula]:
    """Return, for each tactic, where it is a step that is shown now.

    Args:
        scenarios: a compiled rulebase.
    """
    limit, steps = scenarios.rulebase.policy.limit, scenarios.plan.steps
    diagrams = scenarios.space.diagrams
    if limit is None:
        return steps
    held_back = scenarios.rules.true(limit.condition)
    exempt = {tactic: _exempt(scenarios, limit, tactic) for tactic in steps}
    first = _first_of(scenarios, limit, exempt, held_back)
    return {
        tactic: step & (~held_back | exempt[tactic] | first.get(tactic, diagrams.false))
        for tactic, step in steps.items()
    }


def _first_of(
    scenarios: AllScenarios, limit: Limit, exempt: Mapping[str, Formula], held_back: Formula
) -> dict[str, Formula]:
    """Return where a tactic is one of the first few that may be shown, where there is a limit."""
    diagrams, order = scenarios.space.diagrams, scenarios.plan.planner.order
    scales = scenarios.rulebase.scales
    picked = [t.id for t in scenarios.rulebase.tactics.values() if limit.selector.picks(t, scales)]
    reached = [diagrams.true] + [diagrams.false] * limit.now
    first: dict[str, Formula] = {}
    for tactic in sorted((t for t in picked if t in order), key=order.__getitem__):
        free = held_back & scenarios.plan.steps[tactic] & ~exempt[tactic]
        first[tactic] = free & ~reached[limit.now]
        for rank in range(limit.now, 0, -1):
            reached[rank] = reached[rank] | (reached[rank - 1] & free)
    return first


def _exempt(scenarios: AllScenarios, limit: Limit, tactic: str) -> Formula:
    """Return where the section that a step is shown in is one that has no limit."""
    diagrams = scenarios.space.diagrams
    left, exempt = scenarios.plan.steps[tactic], diagrams.false
    asked, sections = _asked(scenarios, tactic), scenarios.rulebase.policy.sections
    for section in sections:
        here = left & asked.get(section, diagrams.false)
        if section in limit.exempt:
            exempt = exempt | here
        left = left & ~here
    return exempt | left if sections[-1] in limit.exempt else exempt


def _asked(scenarios: AllScenarios, tactic: str) -> dict[str, Formula]:
    """Return, by section, where some need of the section could be met by a tactic."""
    plan, policy = scenarios.plan, scenarios.rulebase.policy
    sections = {need.id: need.section for need in policy.needs}
    barriers = policy.barriers.shown_in if policy.barriers else ""
    found: dict[str, Formula] = {}
    for goal in plan.goals:
        section = sections.get(goal.need, barriers)
        so_far = found.get(section, scenarios.space.diagrams.false)
        if tactic in goal.single:
            found[section] = so_far | goal.active
        elif tactic in goal.double:
            both = _two_of(scenarios, (plan.permitted[each] for each in goal.double))
            found[section] = so_far | (goal.active & both)
    return found


def _two_of(scenarios: AllScenarios, parts: Iterable[Formula]) -> Formula:
    one = two = scenarios.space.diagrams.false
    for part in parts:
        two, one = two | (one & part), one | part
    return two
