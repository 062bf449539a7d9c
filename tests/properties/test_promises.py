"""Every promise of rules/promises.yaml, tried on scenarios of every kind."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from nocontact import Rulebook, Scenario
from nocontact.checking.reading_grade import reading_grade
from nocontact.rulebook import Promise
from nocontact.testing import neighbours, promise_violation
from nocontact.testing.promise_checking import all_values, broken_promise

from .regions import EVERYWHERE, FREE, around, examples

RULEBASE = Rulebook.load()
PROMISES = {promise.id: promise for promise in RULEBASE.promises}
SINGLE = [promise for promise in PROMISES.values() if not promise.is_comparison]
COMPARING = [promise for promise in PROMISES.values() if promise.is_comparison]


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


@pytest.mark.parametrize("promise", PROMISES.values(), ids=lambda each: each.id)
def test_a_promise_is_a_plain_sentence_or_two_with_a_source(promise: Promise) -> None:
    assert re.fullmatch(r"[A-Z][^.!?]*\.( [A-Z][^.!?]*\.)?", promise.says)
    assert reading_grade(promise.says) <= 8
    assert promise.sources


def test_a_violation_says_which_promise_and_how() -> None:
    rules = tuple(rule for rule in RULEBASE.rules if rule.id != "status.one-last-letter")
    edited = replace(RULEBASE, rules=rules, parsed=replace(RULEBASE.parsed, digest="edited"))
    said = promise_violation(edited, PROMISES["moves-are-never-suggested"], FREE)
    assert said == "`moves-are-never-suggested` is broken: `permitted.one_last_letter` is yes"


def test_a_promise_that_compares_takes_a_neighbour_and_no_other_does() -> None:
    with pytest.raises(ValueError, match="takes a neighbour"):
        promise_violation(RULEBASE, PROMISES["wall-never-falls"], FREE)
    with pytest.raises(ValueError, match="takes no neighbour"):
        promise_violation(RULEBASE, PROMISES["danger-hides-steps"], FREE, FREE)
