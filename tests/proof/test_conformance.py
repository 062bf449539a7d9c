"""The diagrams say what the reference engine and the planner say, scenario by scenario."""

from __future__ import annotations

from hypothesis import given

from nocontact import Rulebook, Scenario
from nocontact.inference import ReferenceEngine
from nocontact.planning import planner_of
from nocontact.proof import all_scenarios, flat_to_answers
from nocontact.testing.strategies import answered_scenarios, scenarios

RULEBASE = Rulebook.load()


def _agrees(scenario: Scenario) -> None:
    compiled = all_scenarios(RULEBASE)
    facts = scenario.flat()
    row = compiled.space.row(facts)
    outcome = ReferenceEngine().infer(RULEBASE, facts)
    assert compiled.space.well_formed.holds(row)
    fired = {rule for rule, where in compiled.rules.fires.items() if where.holds(row)}
    assert fired == set(outcome.fired)
    for name, level in outcome.findings.items():
        assert compiled.rules.is_level(name, level).holds(row), name
    plan = planner_of(RULEBASE).plan(facts, outcome.findings)
    steps = {tactic for tactic, where in compiled.plan.steps.items() if where.holds(row)}
    assert steps == {step.tactic for step in (*plan.steps, *plan.later)}


@given(scenarios())
def test_any_scenario_reads_the_same_in_diagrams_and_by_the_engine(scenario: Scenario) -> None:
    """Findings, fired rules, statuses and steps are the same."""
    _agrees(scenario)


@given(answered_scenarios())
def test_an_answered_scenario_reads_the_same(scenario: Scenario) -> None:
    """The same where most questions are answered."""
    _agrees(scenario)


@given(scenarios())
def test_flat_facts_become_a_scenario_again(scenario: Scenario) -> None:
    """A row of facts gives answers that flatten to the same row."""
    facts = scenario.flat()
    answers = flat_to_answers(RULEBASE, facts)
    assert Scenario(**answers).flat() == facts
