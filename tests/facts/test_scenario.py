"""A scenario takes answers as people and programs give them."""

from __future__ import annotations

import copy
import pickle
from enum import StrEnum
from typing import Any

import pytest

from nocontact.diagnostics import ScenarioError
from nocontact.facts import FrozenMap, Scenario


class Level(StrEnum):
    """Answers as another program may hold them."""

    SOME = "some"


PULL = Scenario.vocabulary().question("pull")

READ: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "true is yes": ({"close_to_going_back": True}, {"close_to_going_back": "yes"}),
    "false is no": ({"relieved_if_it_fails": False}, {"relieved_if_it_fails": "no"}),
    "nothing is unknown": ({"hope": None}, {}),
    "unknown is unknown": ({"hope": "unknown", "aims": "unknown", "pull": "unknown"}, {}),
    "a list that says unknown": ({"aims": ["unknown"]}, {}),
    "no times at all": ({"times_gone_back": 0}, {"times_gone_back": "0"}),
    "a count": ({"times_gone_back": 2}, {"times_gone_back": "2"}),
    "a high count": ({"times_gone_back": 17}, {"times_gone_back": "3+"}),
    "a huge count": ({"times_gone_back": 10**5000}, {"times_gone_back": "3+"}),
    "a text of another type": ({"hope": Level.SOME}, {"hope": "some"}),
    "one member": ({"aims": "heal"}, {"aims": ["heal"]}),
    "a list": ({"aims": ["space", "heal", "heal"]}, {"aims": ["heal", "space"]}),
    "a tuple": ({"aims": ("heal",)}, {"aims": ["heal"]}),
    "a set": ({"aims": {"heal"}}, {"aims": ["heal"]}),
    "a frozen set": ({"aims": frozenset({"heal"})}, {"aims": ["heal"]}),
    "an empty list is no answer": ({"aims": [], "support": (), "danger_signs": set()}, {}),
    "an empty map is no answer": ({"pull": {}}, {}),
    "not used goes without saying": (
        {"pull": {"email": "not_used", "home": "can_leave_it"}},
        {"pull": {"home": "can_leave_it"}},
    ),
    "nothing in use is said of every channel": (
        {"pull": {"email": "not_used"}},
        {"pull": dict.fromkeys(PULL.members, "not_used")},
    ),
    "steps": ({"considering": ["b", "a"]}, {"considering": ["a", "b"]}),
    "one step": ({"considering": "a"}, {"considering": ["a"]}),
    "steps with aims": (
        {"considering": {"b": "heal", "a": None, "c": "unknown", "d": ["punish", "heal"]}},
        {"considering": {"a": [], "b": ["heal"], "c": [], "d": ["heal", "punish"]}},
    ),
    "no steps": ({"considering": []}, {"considering": {}}),
    "steps taken": ({"in_place": {"mute_thread"}}, {"in_place": ["mute_thread"]}),
}


@pytest.mark.parametrize(("given", "answers"), READ.values(), ids=READ)
def test_answers_are_read_into_one_form(given: dict[str, Any], answers: dict[str, Any]) -> None:
    scenario = Scenario(**given)
    assert scenario.answers() == answers
    assert Scenario(**scenario.answers()) == scenario
    assert Scenario.model_validate(given) == scenario


def test_the_same_answers_make_the_same_scenario() -> None:
    one = Scenario(aims={"heal", "space"}, pull={"email": "always_look", "home": "can_leave_it"})
    other = Scenario(pull={"home": "can_leave_it", "email": "always_look"}, aims={"space", "heal"})
    assert one == other
    assert len({one, other, pickle.loads(pickle.dumps(one)), copy.deepcopy(one)}) == 1
    assert one != Scenario(aims={"heal"})
    assert Scenario(pull={"email": "not_used"}) == Scenario(pull={"home": "not_used"})
    assert Scenario(pull={}, aims=set()) == Scenario()


def test_a_scenario_cannot_change() -> None:
    scenario = Scenario(aims={"heal"}, pull={"email": "always_look"})
    with pytest.raises(ScenarioError, match="NC410"):
        scenario.hope = "some"  # type: ignore[misc]
    with pytest.raises(ScenarioError, match="NC410"):
        del scenario.hope
    assert isinstance(scenario.aims, frozenset)
    assert isinstance(scenario.pull, FrozenMap)


def test_with_answers_makes_a_new_checked_scenario() -> None:
    first = Scenario(hope="none", aims={"heal"})
    second = first.with_answers(hope="some", aims=None)
    assert first.answers() == {"aims": ["heal"], "hope": "none"}
    assert second.answers() == {"hope": "some"}
    assert first.model_copy(update={"hope": "some", "aims": None}) == second
    assert first.model_copy() == first


def test_a_scenario_dumps_and_loads_as_json() -> None:
    scenario = Scenario(
        aims={"space", "heal"}, considering={"a": {"punish"}}, pull={"home": "unknown"}
    )
    assert Scenario.model_validate_json(scenario.model_dump_json()) == scenario
    assert Scenario(**scenario.model_dump()) == scenario


def test_a_scenario_is_taken_as_it_is() -> None:
    scenario = Scenario(hope="none")
    assert Scenario.model_validate(scenario) is scenario


def test_steps_are_listed_in_order() -> None:
    scenario = Scenario(considering={"b", "a"}, in_place={"d", "c"})
    assert (scenario.considered(), scenario.taken()) == (("a", "b"), ("c", "d"))
    assert (Scenario().considered(), Scenario().taken()) == ((), ())
