"""A set is answered as a whole; a map says which channels are in use."""

from __future__ import annotations

from typing import Any

import pytest

from nocontact.facts import Scenario

CASES: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "nothing answered is unknown, never no": (
        {},
        {"hope": "unknown", "aims.heal": "unknown", "pull.email": "unknown"},
    ),
    "a set is answered as a whole": (
        {"aims": {"heal"}},
        {"aims.heal": "yes", "aims.punish": "no"},
    ),
    "none of these means no to each": (
        {"danger_signs": "none"},
        {"danger_signs.none": "yes", "danger_signs.choked": "no",
         "danger_signs.rather_not_say": "no"},
    ),
    "an empty list is no answer": (
        {"support": []},
        {"support.none": "unknown", "support.group": "unknown"},
    ),
    "an empty list of aims is no answer": (
        {"aims": []},
        {"aims.heal": "unknown", "aims.win_back": "unknown", "aims.none": "unknown"},
    ),
    "no aim is said in words": (
        {"aims": ["none"]},
        {"aims.heal": "no", "aims.win_back": "no", "aims.none": "yes"},
    ),
    "an empty list beside a step names no aim": (
        {"considering": {"change_number": []}},
        {"aims.heal": "unknown", "aims.none": "unknown"},
    ),
    "rather not say leaves everything unknown": (
        {"danger_signs": "rather_not_say"},
        {"danger_signs.choked": "unknown", "danger_signs.none": "unknown",
         "danger_signs.rather_not_say": "yes"},
    ),
    "rather not say beside a sign keeps the sign and leaves the rest unknown": (
        {"danger_signs": ["choked", "rather_not_say"]},
        {"danger_signs.choked": "yes", "danger_signs.hit_or_hurt": "unknown",
         "danger_signs.none": "no", "danger_signs.rather_not_say": "yes"},
    ),
    "a channel not listed is not used": (
        {"pull": {"email": "always_look"}},
        {"pull.email": "always_look", "pull.phone": "not_used"},
    ),
    "a channel may be listed without a level": (
        {"pull": {"email": "unknown", "phone": None}},
        {"pull.email": "unknown", "pull.phone": "unknown", "pull.home": "not_used"},
    ),
    "an empty map is no answer": ({"pull": {}}, {"pull.email": "unknown", "pull.home": "unknown"}),
    "no channel in use is said of one": (
        {"pull": {"email": "not_used"}},
        {"pull.email": "not_used", "pull.home": "not_used"},
    ),
    "an aim named beside a step is an aim": (
        {"considering": {"change_number": {"punish"}}},
        {"aims.punish": "yes", "aims.heal": "unknown"},
    ),
    "aims beside steps add to the aims given": (
        {"considering": {"change_number": {"punish"}}, "aims": "heal"},
        {"aims.punish": "yes", "aims.heal": "yes", "aims.space": "no"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "facts"), CASES.values(), ids=CASES)
def test_flat_facts(given: dict[str, Any], facts: dict[str, str]) -> None:
    flat = Scenario(**given).flat()
    assert {name: flat[name] for name in facts} == facts


def test_the_row_is_in_vocabulary_order_whatever_is_answered() -> None:
    row = Scenario(hope="none", now_unsafe="yes", considering={"a": {"heal"}}).flat()
    assert list(row) == list(Scenario.vocabulary())


def test_each_row_is_a_new_dictionary() -> None:
    scenario = Scenario(hope="none")
    scenario.flat().clear()
    assert scenario.flat()["hope"] == "none"
