"""What follows for texts, for the catalogue, and for bytes: M12, M13, M15 and M16."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations_with_replacement

import pytest
from hypothesis import given

from nocontact import Rulebook, Scenario, recommend
from nocontact.facts import Tactic
from nocontact.planning import planner_of
from nocontact.rulebook import CheckedRulebase

from .regions import AT_EASE, BESIEGED, EVERYWHERE, FREE, examples

RULEBASE = Rulebook.load()
NOTICE = RULEBASE.scales["notice"]
FORECAST = re.compile(
    r"\d\s?%|per ?cent\b|\bprobab|\bodds\b|(?<!by )\bchances?\b|\blikely to (?!be\b)"
    r"|\b\d+ (?:in|out of) \d+\b|\bguarante|\bproven\b|\bwill\b|\bwon't\b|\bsafe\b"
    r"|\b(?:is|are) going to\b|\bpredict",
    re.IGNORECASE,
)


def texts(rulebase: CheckedRulebase) -> Iterator[str]:
    """Yield every text of the rulebook that a person may read."""
    for question in rulebase.vocabulary.questions():
        yield from (question.text, *question.words.values())
    for decision in rulebase.decisions.values():
        yield decision.asks
    yield from (rule.because for rule in rulebase.rules)
    yield from (promise.says for promise in rulebase.promises)
    yield from (need.because for need in rulebase.policy.needs)
    for tactic in rulebase.tactics.values():
        yield from (tactic.plain, tactic.needs, tactic.good, tactic.hard)
    for messages in rulebase.parsed.messages.values():
        yield from messages.values()


def test_m12_no_text_gives_odds_a_forecast_or_a_promise() -> None:
    assert [text for text in texts(RULEBASE) if FORECAST.search(text)] == []


@examples(0.5)
@given(EVERYWHERE)
def test_m12_no_answer_gives_odds_a_forecast_or_a_promise(scenario: Scenario) -> None:
    said = recommend(scenario, engine="reference").to_text(width=10_000)
    assert FORECAST.search(said) is None


def test_m12_the_check_knows_a_forecast_when_it_sees_one() -> None:
    assert FORECAST.search("They will come back.")
    assert FORECAST.search("This works in 9 out of 10 cases.")
    assert FORECAST.search("Then you are safe.")


@given(EVERYWHERE)
def test_m13_at_equal_wall_and_objectives_the_less_noticeable_comes_first(
    scenario: Scenario,
) -> None:
    rec = recommend(scenario, engine="reference")
    statuses = {f"status.{name}": verdict.status for name, verdict in rec.verdicts.items()}
    demands = planner_of(RULEBASE).demands(scenario.flat(), {**rec.findings, **statuses})
    for demand in demands:
        for places in _alike(demand.single):
            assert places == sorted(places), demand.need


def _alike(names: tuple[str, ...]) -> Iterator[list[int]]:
    """Yield how noticeable the tactics of each group are: same wall, same objectives."""
    groups: dict[object, list[int]] = {}
    for tactic in map(RULEBASE.tactics.__getitem__, names):
        alike = (tactic.wall_in, tactic.wall_out, frozenset(tactic.objectives))
        groups.setdefault(alike, []).append(NOTICE.index(tactic.notice))
    return iter(groups.values())


def test_m13_a_dramatic_step_is_an_alternative_and_not_the_first_choice() -> None:
    rec = recommend(FREE, engine="reference")
    assert rec.verdicts["block_number"].fit == "fits"
    steps = [RULEBASE.tactics[step.tactic] for step in (*rec.steps, *rec.later)]
    assert "dramatic" not in {tactic.notice for tactic in steps}


SAMPLE = (FREE, AT_EASE, BESIEGED, Scenario(), Scenario(self_harm_thoughts="yes"))
PRINT = """
import hashlib, json, sys
from nocontact import Scenario, recommend
for answers in json.loads(sys.argv[1]):
    said = recommend(Scenario(**answers), engine="reference").to_json()
    print(hashlib.sha256(said.encode()).hexdigest())
"""


@examples(0.3)
@given(EVERYWHERE)
def test_m15_the_same_answers_give_the_same_bytes(scenario: Scenario) -> None:
    again = Scenario(**dict(reversed(scenario.answers().items())))
    first, second = (recommend(each, engine="reference") for each in (scenario, again))
    assert first.to_json() == second.to_json()
    assert first.to_text() == second.to_text()


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_m15_another_process_gives_the_same_bytes(seed: str) -> None:
    answers = json.dumps([scenario.answers() for scenario in SAMPLE])
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", PRINT, answers], env=env, capture_output=True, text=True, check=True
    )
    here = [recommend(scenario, engine="reference").to_json() for scenario in SAMPLE]
    assert run.stdout.split() == [hashlib.sha256(said.encode()).hexdigest() for said in here]


@pytest.mark.parametrize("level", RULEBASE.heights)
@pytest.mark.parametrize("direction", ["in", "out"])
def test_m16_each_height_can_be_reached_unseen_and_by_oneself(level: str, direction: str) -> None:
    quiet = [
        tactic
        for tactic in RULEBASE.tactics.values()
        if (tactic.kind, tactic.face, tactic.notice) == ("tactic", "self", "invisible")
    ]
    one_or_two = combinations_with_replacement(quiet, 2)
    wanted = RULEBASE.heights.index(level)
    assert any(_together(*both, direction) >= wanted for both in one_or_two)


def _together(one: Tactic, two: Tactic, direction: str) -> int:
    """Return how high two tactics close a channel; two locks on one channel count as sealed."""
    heights = [
        RULEBASE.heights.index(each.wall_in if direction == "in" else each.wall_out)
        for each in (one, two)
    ]
    shared = one.id != two.id and {*one.channels} & {*two.channels}
    return 4 if shared and min(heights) >= RULEBASE.heights.index("lock") else max(heights)
