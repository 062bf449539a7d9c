"""Every promise of rules/promises.yaml, tried on scenarios of every kind."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from nocontact import Rulebook, Scenario
from nocontact.checking.reading_grade import reading_grade
from nocontact.facts import Answers
from nocontact.rulebook import AllOf, CheckedRulebase, Comparison, Promise
from nocontact.testing import neighbours, promise_violation
from nocontact.testing.promise_checking import all_values, broken_promise, promise_applies

from .regions import EVERYWHERE, FREE, around, examples

RULEBASE = Rulebook.load()
PROMISES = {promise.id: promise for promise in RULEBASE.promises}
SINGLE = [promise for promise in PROMISES.values() if not promise.is_comparison]
COMPARING = [promise for promise in PROMISES.values() if promise.is_comparison]
SEARCH = settings(
    max_examples=4000, derandomize=True, database=None, deadline=None, phases=[Phase.generate]
)


@examples(3)
@given(EVERYWHERE)
def test_what_is_promised_of_a_scenario_holds(scenario: Scenario) -> None:
    values = all_values(RULEBASE, scenario)
    broken = [broken_promise(RULEBASE, promise, values) for promise in SINGLE]
    assert not [each for each in broken if each], scenario.shown()


@pytest.mark.parametrize("promise", SINGLE, ids=lambda each: each.id)
def test_what_is_promised_of_a_scenario_holds_at_its_edge(promise: Promise) -> None:
    @examples(0.2)
    @given(around(promise, RULEBASE))
    def holds(scenario: Scenario) -> None:
        assert promise_violation(RULEBASE, promise, scenario) is None, scenario.shown()

    holds()


@pytest.mark.parametrize("promise", COMPARING, ids=lambda each: each.id)
def test_what_is_promised_of_neighbours_holds(promise: Promise) -> None:
    @examples(0.7)
    @given(neighbours(promise, EVERYWHERE | around(promise, RULEBASE)))
    def holds(pair: tuple[Scenario, Scenario]) -> None:
        before, after = pair
        broken = promise_violation(RULEBASE, promise, before, after)
        assert broken is None, f"{before.shown()}\n{after.shown()}"

    holds()


def test_every_promise_applies_somewhere() -> None:
    applied: set[str] = set()

    @settings(examples(3), derandomize=True, database=None)
    @given(EVERYWHERE)
    def look(scenario: Scenario) -> None:
        values = all_values(RULEBASE, scenario)
        applied.update(p.id for p in PROMISES.values() if promise_applies(RULEBASE, p, values))

    look()
    assert set(PROMISES) - applied == set()


@pytest.mark.parametrize("promise", PROMISES.values(), ids=lambda each: each.id)
def test_a_promise_is_a_plain_sentence_or_two_with_a_source(promise: Promise) -> None:
    assert re.fullmatch(r"[A-Z][^.!?]*\.( [A-Z][^.!?]*\.)?", promise.says)
    assert reading_grade(promise.says) <= 8
    assert promise.sources


# ── The test can fail: each of these edits breaks a promise, and a scenario shows it ─────────


def without(*rules: str) -> CheckedRulebase:
    """Return the shipped rulebook without some rules."""
    assert {*rules} <= {*RULEBASE.rules_by_id}
    return _edited(*(rule for rule in RULEBASE.rules if rule.id not in rules), said=rules)


def only_when(rule: str, subject: str, value: str) -> CheckedRulebase:
    """Return the shipped rulebook with one more condition on a rule."""
    extra = Comparison(subject, "is", (value,))
    assert rule in RULEBASE.rules_by_id
    return _edited(
        *(
            replace(each, condition=AllOf((each.condition, extra))) if each.id == rule else each
            for each in RULEBASE.rules
        ),
        said=(rule, subject, value),
    )


def raising(rule: str, finding: str, level: str) -> CheckedRulebase:
    """Return the shipped rulebook with one more conclusion of a rule."""
    assert rule in RULEBASE.rules_by_id
    return _edited(
        *(
            replace(each, raises=(*each.raises, (finding, level))) if each.id == rule else each
            for each in RULEBASE.rules
        ),
        said=(rule, finding, level),
    )


def _edited(*rules: object, said: tuple[str, ...]) -> CheckedRulebase:
    parsed = replace(RULEBASE.parsed, digest="-".join(("edited", *said)))
    return replace(RULEBASE, rules=rules, parsed=parsed)  # type: ignore[arg-type]


DEFECTS = {
    "danger-hides-steps": without("safety_status.danger-holds-what-they-notice"),
    "danger-brings-urgent-help": without("help.danger"),
    "one-sign-is-enough": without("danger.a-child-is-at-risk"),
    "thoughts-of-dying-come-first": without("crisis.thoughts-of-dying"),
    "silence-is-not-no-danger": without("danger.not-asked-now"),
    "open-holds-what-yes-holds": without("danger.signs-not-asked"),
    "safety-is-never-held": raising("status.not-ready", "status.evidence_log", "held"),
    "safety-does-not-wait-for-you": only_when("danger.a-sign-is-there", "hope", "none"),
    "support-is-always-open": raising("status.not-ready", "status.support_group", "held"),
    "danger-keeps-protection": only_when("danger.watched", "children_at_risk", "no"),
    "proof-is-kept": without("safety_status.keep-messages"),
    "needed-contact-stays": without("safety_status.children-need-a-path"),
    "private-steps-need-a-private-device": without("safety_status.device-not-private"),
    "wall-never-falls": only_when("wall.sealed", "close_to_going_back", "no"),
    "reasons-do-not-move-the-wall": only_when("wall.sealed", "intent", "clear"),
    "big-steps-need-examined-motives": without("status.motives-not-examined"),
    "big-steps-wait-for-the-decision": without("status.not-accepted"),
    "more-space-adds-no-force": without("status.they-leave-you-in-peace"),
    "calm-before-force": without("status.calm-steps-first"),
    "distress-opens-nothing": only_when("status.they-leave-you-in-peace", "overwhelmed", "no"),
    "moves-are-never-suggested": without("status.one-last-letter"),
    "no-barrier-comes-down-too-soon": without("status.barrier-still-needed"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_an_edit_that_breaks_a_promise_is_found(name: str) -> None:
    promise, edited = PROMISES[name], DEFECTS[name]
    near = around(promise, edited)
    places = neighbours(promise, near) if promise.is_comparison else st.tuples(near)
    found = find(places, lambda tried: is_broken(edited, promise, tried), settings=SEARCH)
    assert not is_broken(RULEBASE, promise, found)


def is_broken(rulebase: CheckedRulebase, promise: Promise, tried: tuple[Answers, ...]) -> bool:
    return promise_violation(rulebase, promise, *tried) is not None


def test_a_violation_says_which_promise_and_how() -> None:
    edited = without("status.one-last-letter")
    said = promise_violation(edited, PROMISES["moves-are-never-suggested"], FREE)
    assert said == "`moves-are-never-suggested` is broken: `permitted.one_last_letter` is yes"


def test_a_promise_that_compares_takes_a_neighbour_and_no_other_does() -> None:
    with pytest.raises(ValueError, match="takes a neighbour"):
        promise_violation(RULEBASE, PROMISES["wall-never-falls"], FREE)
    with pytest.raises(ValueError, match="takes no neighbour"):
        promise_violation(RULEBASE, PROMISES["danger-hides-steps"], FREE, FREE)
