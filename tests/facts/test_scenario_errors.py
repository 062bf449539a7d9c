"""Each problem has its code, names the field, what was found, what is allowed, the way out."""

from __future__ import annotations

from typing import Any

import pytest

from nocontact.diagnostics import NocontactError, ScenarioError
from nocontact.facts import Scenario

BAD: dict[str, tuple[Any, str, str, str | None]] = {
    "no such question": ({"hop": "none"}, "NC401", "`hop`", "hope"),
    "a question that is no text": ({3: "none"}, "NC401", "`3`", None),
    "a fact where a question stands": ({"pull.email": "x"}, "NC401", "`pull.email`", None),
    "a name, which is never asked": ({"name": "Ann"}, "NC401", "`name`", None),
    "an answer that is not allowed": ({"hope": "sme"}, "NC402", "`hope` cannot be `sme`", "some"),
    "case matters": ({"hope": "Some"}, "NC402", "`Some`", "some"),
    "an empty answer": ({"hope": ""}, "NC402", "`hope`", None),
    "a member that is not allowed": ({"aims": ["punsh"]}, "NC402", "`aims` cannot be", "punish"),
    "unknown among others": ({"aims": ["heal", "unknown"]}, "NC402", "`unknown`", None),
    "a channel that is not asked": ({"pull": {"emial": "x"}}, "NC402", "`emial`", "email"),
    "a level that is not": ({"pull": {"email": "allways_look"}}, "NC402", "`pull.email`",
                            "always_look"),
    "less than never": ({"times_gone_back": -1}, "NC402", "`-1`", "1"),
    "an aim of a step": ({"considering": {"a": "punsh"}}, "NC402", "`considering.a`", "punish"),
    "none with others": ({"how_i_am": ["none", "very_anxious"]}, "NC403", "`how_i_am`", None),
    "none with rather not say": ({"danger_signs": {"none", "rather_not_say"}}, "NC403",
                                 "`danger_signs`", None),
    "a number where a set is expected": ({"aims": 3}, "NC404", "a number", None),
    "a mapping where a set is expected": ({"aims": {"heal": "yes"}}, "NC404", "a mapping", None),
    "a list where one answer is expected": ({"hope": ["none"]}, "NC404", "a list", None),
    "yes where there is no yes": ({"hope": True}, "NC404", "true or false", None),
    "yes where a count is expected": ({"times_gone_back": True}, "NC404", "true or false", None),
    "half a time": ({"times_gone_back": 1.5}, "NC404", "a number", None),
    "a number where a word is expected": ({"hope": 1}, "NC404", "a number", None),
    "a text where a map is expected": ({"pull": "email"}, "NC404", "each channel", None),
    "a list as a level": ({"pull": {"email": ["x"]}}, "NC404", "`pull.email`", None),
    "a list inside a set": ({"aims": [["heal"]]}, "NC404", "`aims` lists a list", None),
    "nothing inside a set": ({"aims": [None]}, "NC404", "`aims` lists nothing", None),
    "an object": ({"aims": object()}, "NC404", "something else", None),
    "far too many members": ({"aims": ["heal"] * 1001}, "NC404", "more than 1000", None),
    "far too many questions": ({f"q{n}": 1 for n in range(1001)}, "NC404", "more than", None),
    "a list as a scenario": (["hope"], "NC404", "a scenario", None),
    "a text as a scenario": ("hope", "NC404", "a scenario", None),
    "aims for steps already taken": ({"in_place": {"a": ["heal"]}}, "NC404", "`in_place`", None),
    "not the id of a tactic": ({"considering": ["Block him!"]}, "NC406", "`Block him!`", None),
    "not the id of a step taken": ({"in_place": ["Ab"]}, "NC406", "`in_place`", None),
    "not the id of a step with aims": ({"considering": {"a b": ["heal"]}}, "NC406", "`a b`", None),
}  # fmt: skip


@pytest.mark.parametrize(("given", "code", "words", "nearest"), BAD.values(), ids=BAD)
def test_one_problem_makes_one_diagnostic(
    given: Any, code: str, words: str, nearest: str | None
) -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate(given)
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code == code
    assert words in diagnostic.message
    assert diagnostic.nearest == nearest
    assert diagnostic.help


def test_all_problems_are_reported_together_in_the_order_given() -> None:
    given = {"hop": 1, "aims": ["x", 3], "hope": 4, "support": ["none", "group"]}
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate(given)
    codes = [each.code for each in raised.value.diagnostics]
    assert codes == ["NC401", "NC402", "NC404", "NC404", "NC403"]


def test_the_allowed_answers_are_listed_with_unknown() -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate({"hope": "big"})
    assert raised.value.diagnostics[0].expected == ("none", "some", "strong", "unknown")
    assert raised.value.diagnostics[0].found == "big"


def test_a_scenario_error_is_ours_and_not_a_value_error() -> None:
    assert issubclass(ScenarioError, NocontactError)
    assert not issubclass(ScenarioError, ValueError)


def test_with_answers_refuses_what_a_scenario_refuses() -> None:
    for change in (Scenario().with_answers, lambda **update: Scenario().model_copy(update=update)):
        with pytest.raises(ScenarioError, match="NC402"):
            change(hope="big")


@pytest.mark.parametrize("text", ["{bad", "", "[" * 10_000, '{"hope": "some"', "\x00"])
def test_what_is_not_json_is_a_scenario_error(text: str) -> None:
    with pytest.raises(ScenarioError, match="NC405"):
        Scenario.model_validate_json(text)


def test_a_tactic_that_is_not_in_the_catalogue_is_named_with_the_nearest() -> None:
    scenario = Scenario(considering={"block_emial", "mute_thread"}, in_place={"leave_unred"})
    found = scenario.tactic_problems(["block_email", "leave_unread", "mute_thread"])
    assert [(each.code, each.found, each.nearest) for each in found] == [
        ("NC406", "block_emial", "block_email"),
        ("NC406", "leave_unred", "leave_unread"),
    ]
    assert scenario.tactic_problems(["block_emial", "mute_thread", "leave_unred"]) == ()
