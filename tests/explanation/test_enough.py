"""What is said to be enough is enough, and no answer in it can be spared."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.explanation.exact.enough import enough
from nocontact.explanation.exact.second_look import SecondLook, whole_row
from nocontact.testing import scenarios

from ..proof.edited_rulebooks import rows
from .by_definition import accepted
from .small_situations import NAMES, every

RULES = Rulebook.load()
PARTS = ["wall", "stance", "help", "standing", "calm_first"]
PARTS += [f"step.{tactic}" for tactic in RULES.tactics]
PARTS += [f"status.{tactic}" for tactic in RULES.tactics]


def of(scenario: Scenario) -> Recommendation:
    return recommend(scenario, rulebook=RULES, engine="reference")


@given(scenarios(), st.lists(scenarios(), min_size=3, max_size=3), st.sampled_from(PARTS))
@settings(max_examples=12)
def test_other_answers_change_nothing(
    scenario: Scenario, others: list[Scenario], part: str
) -> None:
    """Whatever the answers outside of the set are, the reference engine says the same."""
    situation = of(scenario).situation
    found = enough(situation, part)
    look = SecondLook(situation, found.claim.subject)
    kept = {name: situation.facts[name] for unit in found.sets[0] for name in unit.facts}
    for other in others:
        row = whole_row(RULES.vocabulary, other.flat(), kept)
        assert all(rule.allows(row) for rule in RULES.vocabulary.well_formed)
        assert row | kept == row
        assert look.level(row) in accepted(found)


@given(scenarios(), st.sampled_from(PARTS))
@settings(max_examples=7)
def test_all_sets_are_different_and_none_holds_another(scenario: Scenario, part: str) -> None:
    found = enough(of(scenario).situation, part, every=True)
    sets = [frozenset(each.answers) for each in found.sets]
    assert not any(one <= other for one, other in combinations(sets, 2))
    assert [len(each) for each in sets] == sorted(map(len, sets))
    assert found.complete
    assert frozenset(enough(found.situation, part).sets[0].answers) in sets


@given(scenarios(), st.sampled_from(PARTS))
@settings(max_examples=7)
def test_the_grade_says_what_hangs_on_open_questions(scenario: Scenario, part: str) -> None:
    found = enough(of(scenario).situation, part, every=True)
    if found.grade == "provisional":
        assert all(any(unit.is_open for unit in each) for each in found.sets)
    else:
        assert not any(unit.is_open for each in found.sets for unit in each)


@given(st.integers(0, len(rows()) - 1), st.sampled_from(NAMES))
@settings(max_examples=50)
def test_a_small_rulebook_beside_all_its_rows(at: int, name: str) -> None:
    """The sets are just the smallest that leave only accepted levels, row by row."""
    found = enough(every().situation(at), name, every=True)
    assert {frozenset(each.answers) for each in found.sets} == every().enough(found)
    if found.grade != "forced":
        assert not every().can_be_forced(found)


def test_what_can_never_be_otherwise_needs_no_answer() -> None:
    found = enough(every().situation(0), "status.sit", every=True)
    assert (found.grade, [len(each) for each in found.sets]) == ("forced", [0])


def test_harm_that_goes_on_and_pursuit_settle_the_stance() -> None:
    rec = of(
        Scenario(
            danger_signs={"choked", "getting_worse"}, danger_when="now",
            partner_space="keeps_trying", hope="some", reach_out="often",
        )
    )  # fmt: skip
    found = rec.enough("stance")
    assert found.grade == "forced"
    assert [unit.question for unit in found.sets[0]] == [
        "danger_signs", "danger_when", "partner_space"
    ]  # fmt: skip
    assert next(unit.member for unit in found.sets[0]) == "choked"


def test_nothing_shows_answers_by_accident() -> None:
    found = of(Scenario(self_harm_thoughts="yes")).enough("help")
    shown = f"{found!r}{found.sets!r}{found.sets[0].answers!r}"
    assert "yes" not in shown
    assert "hidden" in shown
