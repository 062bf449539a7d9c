"""The diagrams of single parts say the same as the whole answer, for any scenario."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import WeakSet

from hypothesis import given, settings

from nocontact import Recommendation, Rulebook, Scenario, prove, recommend, stats
from nocontact.explanation.claim import level_of
from nocontact.parsing import texts_of
from nocontact.proof.answer_diagram import answer_diagram
from nocontact.proof.subject import Subject
from nocontact.rulebook import CheckedRulebase
from nocontact.testing import scenarios
from nocontact.testing.generated_rulebooks import checked

RULES = Rulebook.load()
PARTS = [
    *(Subject("finding", name) for name in ("wall", "stance", "help", "notes.calm_first")),
    Subject("first", "standing"),
    *(Subject(family, tactic) for tactic in RULES.tactics for family in ("status", "step")),
    Subject("gap", "wall.email.out"),
    Subject("gap", "someone_to_call"),
]


def answered(scenario: Scenario) -> Recommendation:
    return recommend(scenario, rulebook=RULES, engine="reference")


@given(scenarios())
@settings(max_examples=200)
def test_each_part_has_the_level_of_the_answer(scenario: Scenario) -> None:
    situation = answered(scenario).situation
    for part in PARTS:
        diagram = answer_diagram(RULES, part)
        assert diagram.level(situation.facts) == level_of(situation, part), part


@given(scenarios())
def test_with_every_fact_fixed_one_level_is_left(scenario: Scenario) -> None:
    row = scenario.flat()
    for part in PARTS[:5]:
        diagram = answer_diagram(RULES, part)
        fixed = diagram.levels_where(lambda fact, value: row[fact] == value)
        assert fixed == {diagram.level(row)}


def test_with_every_value_open_every_level_that_there_is_can_be() -> None:
    wall = answer_diagram(RULES, PARTS[0])
    assert wall.levels_where(lambda fact, value: True) == {*wall.levels}


def test_children_come_before_their_parents_and_no_node_is_idle() -> None:
    for part in PARTS[:5]:
        diagram = answer_diagram(RULES, part)
        for at, (_, children) in enumerate(diagram.nodes):
            assert all(child < at for child in children)
            assert len({*children}) > 1


def test_of_many_rulebooks_only_the_last_few_are_kept() -> None:
    """A host that tries out edits loads hundreds of them in one process."""
    texts = texts_of(Path(__file__).parents[1] / "diagnostics/minimal_rulebook")
    alive: WeakSet[CheckedRulebase] = WeakSet()
    seen = 0
    for number in range(20):
        edited = {name: f"{text}\n# edit {number}\n" for name, text in texts.items()}
        rulebase = checked(edited, RULES.vocabulary)
        rec = recommend({}, rulebook=rulebase)
        assert rec.enough("wall").sets and rec.unless("wall").to_dict() and rec.ask.questions
        assert prove(rulebase).held and stats(rulebase).counts and rec.to_text()
        assert all(rulebase is not each for each in alive)
        alive.add(rulebase)
        seen += 1
        del rulebase, rec
    gc.collect()
    assert seen == 20 and len(alive) <= 17, "sixteen, and the shipped one may be among them"
