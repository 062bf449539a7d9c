"""What holds for every scenario there is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nocontact.diagnostics import ScenarioError
from nocontact.facts import Question, Scenario

VOCABULARY = Scenario.vocabulary()
AIMS = VOCABULARY.question("aims").members


def _sets(members: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    several = st.lists(st.sampled_from([each for each in members if each != "none"]), unique=True)
    return several | st.just(["none"]) if "none" in members else several


def _answers(question: Question) -> st.SearchStrategy[Any]:
    ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
    levels = st.sampled_from([*question.answers, "unknown"])
    if question.shape == "one":
        return levels
    if question.shape == "set":
        return _sets(question.members)
    if question.shape == "map":
        return st.dictionaries(st.sampled_from(question.members), levels)
    steps = st.lists(ids, max_size=4, unique=True)
    if question.shape == "steps":
        return steps
    return steps | st.dictionaries(ids, _sets(AIMS), max_size=3)


given_answers = st.fixed_dictionaries(
    {}, optional={each.name: _answers(each) for each in VOCABULARY.questions()}
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=8,
)


@given(given_answers)
def test_answers_read_back_as_the_same_scenario(answers: dict[str, Any]) -> None:
    scenario = Scenario(**answers)
    again = Scenario(**scenario.answers())
    assert again == scenario
    assert hash(again) == hash(scenario)
    assert again.answers() == scenario.answers()
    assert again.flat() == scenario.flat()


@given(given_answers)
def test_every_flat_fact_has_an_answer_of_its_own_or_unknown(answers: dict[str, Any]) -> None:
    for name, answer in Scenario(**answers).flat().items():
        assert answer in (*VOCABULARY[name].answers, "unknown")


@given(given_answers)
def test_every_row_of_facts_is_well_formed(answers: dict[str, Any]) -> None:
    flat = Scenario(**answers).flat()
    assert all(rule.allows(flat) for rule in VOCABULARY.well_formed)


@given(given_answers, st.randoms())
def test_the_order_of_answers_does_not_matter(answers: dict[str, Any], random: Any) -> None:
    entries = list(answers.items())
    random.shuffle(entries)
    shuffled = Scenario(**dict(entries))
    assert list(shuffled.flat().items()) == list(Scenario(**answers).flat().items())


@given(given_answers)
def test_no_answer_appears_in_the_representation(answers: dict[str, Any]) -> None:
    scenario = Scenario(**answers)
    count = len(scenario.answers())
    of = len(VOCABULARY.questions())
    assert repr(scenario) == f"Scenario({count} of {of} questions answered; answers hidden)"


@given(st.dictionaries(st.sampled_from([*VOCABULARY.question("aims").members, "hope", "aims",
                                        "pull", "considering", "in_place", "times_gone_back",
                                        "now_unsafe", "danger_signs"]), anything))  # fmt: skip
@example({"aims": {"\ud800": 1}})
@example({"pull": {3: {}, (): []}})
def test_anything_at_all_gives_a_scenario_or_a_scenario_error(given: dict[str, Any]) -> None:
    try:
        scenario = Scenario.model_validate(given)
    except ScenarioError as error:
        assert error.diagnostics
        assert all(each.code.startswith("NC4") and each.help for each in error.diagnostics)
    else:
        assert Scenario(**scenario.answers()) == scenario


@pytest.mark.parametrize("question", VOCABULARY.questions(), ids=lambda each: each.name)
def test_every_answer_of_every_question_is_accepted(question: Question) -> None:
    steps = ("a",) if question.shape.startswith("steps") else ()
    for answer in (*(question.members or steps or question.answers), "unknown", None):
        given = {answer: "unknown"} if question.shape == "map" and answer in steps else answer
        if question.shape == "map" and answer in question.members:
            given = dict.fromkeys([answer], "unknown")
        Scenario.model_validate({question.name: given})
