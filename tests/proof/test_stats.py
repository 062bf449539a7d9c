"""Counts are exact: they equal what the engine says of every scenario, one after the other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

import pytest

from nocontact import Rulebook, Scenario, ScenarioError, stats
from nocontact.inference import ReferenceEngine
from nocontact.planning import planner_of
from nocontact.proof.count import KINDS
from nocontact.proof.counting import counted
from nocontact.proof.region import Region, usual_regions
from nocontact.proof.scenario_counts import ScenarioCounts
from nocontact.rulebook import ALWAYS, CheckedRulebase, Comparison

from .edited_rulebooks import Row, loaded, rows

LOW = Region("a low mood", Comparison("mood", "is", ("low",)))
HIGH_WALL = Region("a high wall", Comparison("wall", "at_least", ("lock",)))
EVERYWHERE = Region("everywhere", ALWAYS)
NO_SIGN = "safety questions answered, no sign"


def one_by_one(rulebase: CheckedRulebase, among: Iterable[Row]) -> Counter[tuple[str, str, str]]:
    """What the engine and the planner say, counted scenario by scenario."""
    found: Counter[tuple[str, str, str]] = Counter()
    for facts in among:
        outcome = ReferenceEngine().infer(rulebase, facts)
        plan = planner_of(rulebase).plan(facts, outcome.findings)
        found.update(("rule", name, "") for name in outcome.fired)
        for name, level in outcome.findings.items():
            kind, _, tactic = name.partition(".")
            status = kind == "status"
            found["status" if status else "finding", tactic if status else name, level] += 1
        found.update(("step", step.tactic, "") for step in (*plan.steps, *plan.later))
    return found


def as_counter(counts: ScenarioCounts, at: int = 0) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for each in counts.counts:
        found[each.kind, each.name, each.level] += each.scenarios[at]
    return +found


def test_every_count_equals_a_count_one_by_one() -> None:
    rulebase = loaded()
    counts = counted(rulebase, regions=[EVERYWHERE, LOW, HIGH_WALL])
    low = [row for row in rows() if row["mood"] == "low"]
    high = [r for r in rows() if ReferenceEngine().infer(rulebase, r).findings["wall"] == "lock"]
    assert counts.regions == (
        ("everywhere", len(rows())), ("a low mood", len(low)), ("a high wall", len(high)),
    )  # fmt: skip
    for at, among in enumerate((rows(), low, high)):
        assert as_counter(counts, at) == one_by_one(rulebase, among)


def test_only_the_completions_of_a_partial_scenario_are_counted() -> None:
    rulebase = loaded()
    known = {"ready": "yes", "looks.email": "often", "looks.phone": "unknown"}
    counts = counted(rulebase, known, [EVERYWHERE])
    among = [row for row in rows() if row["ready"] == "yes" and row["looks.email"] == "often"]
    assert counts.restricted
    assert as_counter(counts) == one_by_one(rulebase, among)


def test_a_region_without_any_completion_has_no_shares() -> None:
    counts = counted(loaded(), {"mood": "high"}, [LOW])
    assert counts.regions == (("a low mood", 0),)
    assert counts.of("rule", "pull.r0") == 0
    assert counts.share("rule", "pull.r0") is None
    assert "none there" in counts.to_text()


def test_what_was_not_counted_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        counted(loaded(), regions=[LOW]).of("rule", "no.such-rule")


def test_every_level_of_a_finding_together_makes_the_whole_region() -> None:
    counts = stats()
    for at, (_, size) in enumerate(counts.regions):
        together: Counter[tuple[str, str]] = Counter()
        for each in counts.counts:
            if each.kind in ("finding", "status"):
                together[each.kind, each.name] += each.scenarios[at]
        assert set(together.values()) == {size}


def test_most_combinations_hold_a_sign_and_the_region_without_one_does_not() -> None:
    counts = stats()
    assert counts.share("rule", "danger.a-sign-is-there") > Fraction(7, 10)  # type: ignore[operator]
    assert counts.of("rule", "danger.a-sign-is-there", region=NO_SIGN) == 0
    assert counts.share("rule", "device.private", region=NO_SIGN) == 1


def test_a_person_with_thoughts_of_dying_gets_crisis_support_in_every_completion() -> None:
    counts = stats(Rulebook.load(), Scenario(self_harm_thoughts="yes"))
    assert counts.share("step", "crisis_support") == 1
    steps = {each.name for each in counts.of_kind("step") if each.scenarios[0]}
    assert steps == {"crisis_support", "trusted_person"}


@pytest.mark.parametrize("known", [{}, {"mood": "low"}])
def test_every_form_says_that_shares_are_not_shares_of_people(known: Row) -> None:
    counts = counted(loaded(), known, [EVERYWHERE, LOW])
    forms = (counts.to_text(), counts.to_markdown(), counts.to_json())
    for form in forms:
        assert "not shares of people" in " ".join(form.split())
    told = json.loads(forms[2])
    assert {each["kind"] for each in told["counts"]} == set(KINDS)
    assert all(isinstance(place["scenarios"], str) for place in told["regions"])


def test_the_usual_regions_are_all_scenarios_and_those_without_a_sign() -> None:
    assert [each.name for each in usual_regions(Rulebook.load())] == [
        "all scenarios", NO_SIGN,
    ]  # fmt: skip


def test_a_wrong_answer_is_refused_as_ever() -> None:
    with pytest.raises(ScenarioError):
        stats(scenario=Scenario(hope="a lot"))  # type: ignore[arg-type]
