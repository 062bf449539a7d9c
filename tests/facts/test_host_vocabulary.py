"""A host project may ask questions of its own."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import field_validator

from nocontact.diagnostics import ScenarioError
from nocontact.facts import (
    MapAnswer,
    Scenario,
    SetAnswer,
    Vocabulary,
    asked,
    asked_map,
    asked_set,
    scenario_from_text,
    scenario_schema,
)


class HostScenario(Scenario):
    """A shelter asks about housing too."""

    housing: Literal["no", "yes", "unknown"] = asked("Do you have a place to go?", block="housing")
    pets: SetAnswer[Literal["cat", "dog", "none"]] = asked_set("Which pets?", source=("H1",))
    visits: MapAnswer[Literal["mum"], Literal["never", "often"]] = asked_map(
        "How often?", channels={"mum": "My mum"}, levels={"never": "Never", "often": "Often"}
    )

    @field_validator("housing")
    @classmethod
    def _not_here(cls, housing: str) -> str:
        if housing == "no":
            raise ValueError("ask the front desk first")
        return housing


def test_the_hosts_questions_follow_ours_and_safety_stays_first() -> None:
    vocabulary = Vocabulary.of(HostScenario)
    assert len(vocabulary) == len(Vocabulary.of(Scenario)) + 1 + 3 + 1
    assert vocabulary.questions()[0].name == "now_unsafe"
    assert vocabulary.questions()[-1].name == "housing"
    assert vocabulary["visits.mum"].answers == ("never", "often")
    assert Vocabulary.of(Scenario) is not vocabulary
    assert "housing" not in Vocabulary.of(Scenario)


def test_the_hosts_answers_are_read_as_ours_are() -> None:
    scenario = HostScenario.model_validate(
        {"housing": True, "pets": "cat", "visits": {"mum": "often"}}
    )
    flat = scenario.flat()
    assert (flat["housing"], flat["pets.dog"], flat["visits.mum"]) == ("yes", "no", "often")
    assert HostScenario(**scenario.answers()) == scenario
    questions = len(Vocabulary.of(Scenario).questions()) + 3
    assert repr(scenario) == f"HostScenario(3 of {questions} questions answered; answers hidden)"


def test_the_hosts_questions_have_errors_files_and_a_schema() -> None:
    with pytest.raises(ScenarioError, match="me:1:10: NC402: `housing`"):
        scenario_from_text("housing: maybe", "me", model=HostScenario)
    assert scenario_schema(HostScenario)["properties"]["pets"]["x-source"] == ["H1"]


def test_one_of_ours_can_be_read_as_one_of_the_hosts() -> None:
    assert HostScenario.model_validate(Scenario(hope="some")).hope == "some"


def test_words_that_do_not_fit_the_annotation_are_refused() -> None:
    class Wrong(Scenario):
        """Its words name another answer than its annotation."""

        housing: Literal["no", "yes", "unknown"] = asked("?", words={"no": "No", "maybe": "?"})

    with pytest.raises(TypeError, match="housing"):
        Vocabulary.of(Wrong)


def test_a_question_without_unknown_is_refused() -> None:
    class Wrong(Scenario):
        """Its annotation leaves out unknown."""

        housing: Literal["no", "yes"] = asked("?")

    with pytest.raises(TypeError, match="housing"):
        Vocabulary.of(Wrong)


def test_what_a_hosts_own_validator_refuses_is_a_scenario_error() -> None:
    with pytest.raises(ScenarioError, match=r"`housing` was refused.*front desk") as raised:
        HostScenario(housing="no", hope="strong")
    assert "strong" not in str(raised.value)
    assert raised.value.__context__ is None


def test_a_field_that_is_no_question_is_refused() -> None:
    class Wrong(Scenario):
        """It holds free text, which a scenario never does."""

        note: str = ""

    with pytest.raises(TypeError, match="`note`: declare it with asked"):
        Vocabulary.of(Wrong)
