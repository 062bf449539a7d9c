"""Where the diagrams put a step is where the planner puts it, for rulebooks of every kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocontact.inference import ReferenceEngine
from nocontact.planning import planner_of
from nocontact.proof import AllScenarios, proved
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_conditions import facts_rows
from nocontact.testing.generated_rulebooks import checked

from .small_rulebooks import VOCABULARY, planned_texts

Row = dict[str, str]
ROWS = st.lists(facts_rows(VOCABULARY), min_size=1, max_size=6)
BUILT_IN = {
    "one-level-each", "steps-are-permitted", "needs-met-or-said", "nothing-superfluous",
    "order-never-matters",
}  # fmt: skip


def _read_by_planner(rulebase: CheckedRulebase, facts: Row) -> tuple[set[str], set[str]]:
    """Return the steps of the plan, and the needs that it leaves open."""
    outcome = ReferenceEngine().infer(rulebase, facts)
    plan = planner_of(rulebase).plan(facts, outcome.findings)
    steps = {step.tactic for step in (*plan.steps, *plan.later)}
    return steps, {gap.need for gap in plan.gaps}


@given(planned_texts(), ROWS)
def test_steps_and_gaps_are_those_of_the_planner(texts: Row, rows: list[Row]) -> None:
    """Row by row, whatever the rules, the catalogue and the policy."""
    rulebase = checked(texts, VOCABULARY)
    compiled = AllScenarios.of(rulebase)
    for facts in rows:
        row = compiled.space.row(facts)
        steps = {name for name, where in compiled.plan.steps.items() if where.holds(row)}
        goals = compiled.plan.goals
        gaps = {goal.need for goal in goals if goal.open is not None and goal.open.holds(row)}
        assert (steps, gaps) == _read_by_planner(rulebase, facts)


@given(planned_texts())
def test_what_planning_guarantees_is_proved_for_every_rulebook(texts: Row) -> None:
    """These built-in promises are theorems: no rulebook can break them."""
    report = proved(checked(texts, VOCABULARY), BUILT_IN)
    assert {proof.promise: proof.verdict for proof in report.proofs} == dict.fromkeys(
        BUILT_IN, "held"
    )
