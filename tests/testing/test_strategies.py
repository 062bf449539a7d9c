"""The strategies give what they say, and nothing that is no scenario."""

from __future__ import annotations

import subprocess
import sys
from typing import Literal

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from nocontact import Rulebook, Scenario, recommend
from nocontact.facts.answer_types import YesNo
from nocontact.facts.asked import asked
from nocontact.rulebook import Promise
from nocontact.testing import (
    NO_SIGN,
    answered_scenarios,
    neighbours,
    scenarios,
    scenarios_near,
)
from nocontact.testing.hypothesis_hook import register
from nocontact.testing.promise_checking import not_neighbours

RULEBASE = Rulebook.load()
COMPARING = [promise for promise in RULEBASE.promises if promise.is_comparison]


class HostScenario(Scenario):
    """A host project with two questions of its own."""

    has_garden: YesNo = asked("Do you have a garden?", block="host")
    weather: Literal["sun", "rain", "unknown"] = asked("And out there?", block="host")


@given(answered_scenarios())
def test_an_answered_scenario_has_no_open_question(scenario: Scenario) -> None:
    assert len(scenario.answers()) == len(scenario.vocabulary().questions())


@given(scenarios(given=NO_SIGN))
def test_what_is_given_stays(scenario: Scenario) -> None:
    assert {name: scenario.answers()[name] for name in NO_SIGN} == dict(NO_SIGN)


@given(scenarios(HostScenario, tactics=()))
def test_a_host_project_gets_scenarios_of_its_own(scenario: HostScenario) -> None:
    assert isinstance(scenario, HostScenario)
    assert not scenario.considered()


def test_every_answer_of_a_host_question_is_tried() -> None:
    found = find(scenarios(HostScenario), lambda each: each.weather == "rain")
    assert found.flat()["weather"] == "rain"


@given(scenarios())
def test_every_scenario_can_be_answered_by_the_shipped_rulebook(scenario: Scenario) -> None:
    assert recommend(scenario, engine="reference").steps


@given(scenarios_near(Scenario(hope="some", acceptance="partly"), most=2))
def test_a_scenario_nearby_differs_in_a_few_answers(scenario: Scenario) -> None:
    there, here = scenario.answers(), {"hope": "some", "acceptance": "partly"}
    differing = [name for name in {*there, *here} if there.get(name) != here.get(name)]
    assert len(differing) <= 2


@pytest.mark.parametrize("promise", COMPARING, ids=lambda each: each.id)
def test_neighbours_differ_only_in_what_the_promise_varies(promise: Promise) -> None:
    differing = 0

    @given(neighbours(promise, scenarios() | answered_scenarios()))
    def lawful(pair: tuple[Scenario, Scenario]) -> None:
        nonlocal differing
        before, after = (scenario.flat() for scenario in pair)
        assert not_neighbours(RULEBASE, promise, before, after) is None
        differing += before != after

    lawful()
    assert differing > 3


def test_hypothesis_can_make_a_scenario_from_its_type() -> None:
    register()
    found = find(st.from_type(Scenario), lambda each: each.hope == "strong")
    assert found.flat()["hope"] == "strong"


def test_hypothesis_loads_nothing_of_ours_until_a_scenario_is_asked_for() -> None:
    script = (
        "import sys, hypothesis\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "assert 'pydantic' not in loaded, 'much is loaded into every project'\n"
        "assert 'nocontact.facts' not in sys.modules\n"
        "from hypothesis import find, strategies as st\n"
        "from nocontact import Scenario\n"
        "print(find(st.from_type(Scenario), lambda each: each.hope == 'strong').hope)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.returncode) == ("strong\n", 0), done.stderr
