"""The published JSON Schema."""

from __future__ import annotations

import json

import pytest

from nocontact.facts import Question, Scenario, scenario_schema

PROPERTIES = scenario_schema()["properties"]


def test_the_schema_is_the_same_each_time_and_plain_json() -> None:
    assert json.dumps(scenario_schema()) == json.dumps(scenario_schema())
    assert list(PROPERTIES) == [each.name for each in Scenario.vocabulary().questions()]
    assert scenario_schema()["additionalProperties"] is False


@pytest.mark.parametrize("question", Scenario.vocabulary().questions(), ids=lambda each: each.name)
def test_every_question_brings_its_words_source_and_change(question: Question) -> None:
    said = PROPERTIES[question.name]
    assert said["description"] == question.text
    assert said["x-words"] == dict(question.words)
    assert said["x-source"] == list(question.source)
    assert said["x-change"] == question.change
    assert said["default"] == "unknown"


def test_each_shape_says_what_may_stand() -> None:
    assert PROPERTIES["close_to_going_back"]["enum"] == [
        "no", "yes", "unknown", None, False, True,
    ]  # fmt: skip
    assert PROPERTIES["times_gone_back"]["anyOf"][1] == {"type": "integer", "minimum": 0}
    assert PROPERTIES["support"]["anyOf"][0]["items"]["enum"][-1] == "none"
    assert "email" in PROPERTIES["pull"]["anyOf"][0]["properties"]
    assert len(PROPERTIES["considering"]["anyOf"]) == 4
    assert len(PROPERTIES["in_place"]["anyOf"]) == 3


def test_a_schema_handed_out_may_be_changed_by_its_owner() -> None:
    scenario_schema()["properties"].clear()
    assert scenario_schema()["properties"]
