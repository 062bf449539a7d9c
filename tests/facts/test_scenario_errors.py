"""Each problem has its code, names the field, what was found, what is allowed, the way out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError, field_validator

from nocontact.diagnostics import NocontactError, ScenarioError
from nocontact.facts import Scenario, answers_class, given_value
from nocontact.facts.question import Question
from nocontact.facts.vocabulary import Vocabulary

OWN = answers_class(Vocabulary([Question("housing", "one", "A place to go?", ("no", "yes"))]))
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
    "an aim of a step": ({"considering": {"a": "punsh"}}, "NC402", "`considering`", "punish"),
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
    "not the id of a tactic": ({"considering": ["Block_him!"]}, "NC406", "`Block_him!`", None),
    "not the id of a step taken": ({"in_place": ["Ab"]}, "NC406", "`in_place`", None),
    "not the id of a step with aims": ({"considering": {"a b": ["heal"]}}, "NC406", "several words",
                                  None),
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


WHERE: dict[str, tuple[Any, tuple[str | int, ...]]] = {
    "a question": ({"hope": "big"}, ("hope",)),
    "no such question": ({"hop": "none"}, ("hop",)),
    "a channel": ({"pull": {"email": "x"}}, ("pull", "email")),
    "no such channel": ({"pull": {"emial": "x"}}, ("pull",)),
    "a place in a list": ({"aims": ["heal", "punsh"]}, ("aims", 1)),
    "no place in a set": ({"aims": {"punsh"}}, ("aims",)),
    "a step in a list": ({"considering": ["a", "B"]}, ("considering", 1)),
    "a step is an answer": ({"considering": {"a": ["heal", "x"]}}, ("considering",)),
    "all of it": ([], ()),
}


@pytest.mark.parametrize(("given", "where"), WHERE.values(), ids=WHERE)
def test_a_problem_says_where_it_belongs(given: Any, where: tuple[str | int, ...]) -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate(given)
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.where == where
    assert diagnostic.to_dict().get("where", []) == list(where)


LOOKS_ALIKE = {
    "hope\u00a0": "U+00A0 (no-break space)",
    "h\u043epe": "U+043E (cyrillic small letter o)",
    "hope\u200b": "U+200B (zero width space)",
    "hope ": "U+0020 (space)",
}


@pytest.mark.parametrize("name", LOOKS_ALIKE)
def test_a_name_that_looks_like_the_one_meant_is_told_apart_in_words(name: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate({name: "none"})
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.nearest == "hope"
    assert diagnostic.help.endswith(f"; what is written holds {LOOKS_ALIKE[name]}")


def test_problems_without_end_are_neither_looked_for_nor_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guesses: list[str] = []

    def counted(name: str, known: Iterable[str]) -> None:
        guesses.append(name)

    monkeypatch.setattr(given_value, "nearest", counted)
    given = {name: ["x"] * 1_000 for name in ("aims", "support", "danger_signs")}
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate({**given, "considering": {f"a{at}": ["x"] * 9 for at in range(99)}})
    assert len(raised.value.diagnostics) == 201
    assert raised.value.diagnostics[-1].code == "NC405"
    assert len(guesses) <= 202


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


class Request(BaseModel):
    """What a web framework makes of the body of a request."""

    people: list[Scenario]
    page: int


class Careful(Scenario):
    """A host's own class, with a validator of its own."""

    @field_validator("hope")
    @classmethod
    def no_hope(cls, hope: str) -> str:
        """Refuse one answer."""
        if hope == "strong":
            raise ValueError("not here")
        return hope


FRAMES: dict[str, tuple[Any, tuple[str | int, ...]]] = {
    "a type adapter": (lambda given: TypeAdapter(Scenario).validate_python(given), ()),
    "JSON": (lambda given: TypeAdapter(Scenario).validate_json(json.dumps(given)), ()),
    "a list": (lambda given: TypeAdapter(list[Scenario]).validate_python([{}, given]), (1,)),
    "a model": (lambda given: Request.model_validate({"people": [given], "page": 1}),
                ("people", 0)),
    "a model by hand": (lambda given: Request(people=[given], page=1), ("people", 0)),
    "a dictionary": (lambda given: TypeAdapter(dict[str, Scenario]).validate_python({"a": given}),
                     ("a",)),
}  # fmt: skip


@pytest.mark.parametrize(("frame", "place"), FRAMES.values(), ids=FRAMES)
def test_inside_pydantic_each_problem_is_pydantics_with_our_words_and_place(
    frame: Any, place: tuple[str | int, ...]
) -> None:
    given = {"danger_signs": ["choked"], "hope": "sme", "pull": {"email": "x"}, "hop": 1}
    with pytest.raises(ValidationError) as raised:
        frame(given)
    found = raised.value.errors()
    assert [(each["type"], each["loc"]) for each in found] == [
        ("NC402", (*place, "hope")), ("NC402", (*place, "pull", "email")),
        ("NC401", (*place, "hop")),
    ]  # fmt: skip
    assert found[0]["msg"].startswith("NC402: `hope` cannot be `sme` (did you mean `some`?)")
    assert json.loads(raised.value.json())[0]["ctx"]["diagnostic"]["nearest"] == "some"
    assert "choked" not in f"{raised.value}{found}{raised.value.json()}"


def test_problems_of_other_fields_are_told_beside_them() -> None:
    with pytest.raises(ValidationError) as raised:
        Request.model_validate({"people": [{"hope": "big"}, 5], "page": "two"})
    assert [each["loc"] for each in raised.value.errors()] == [
        ("people", 0, "hope"), ("people", 1), ("page",),
    ]  # fmt: skip


def test_a_union_goes_on_to_its_next_member() -> None:
    either: TypeAdapter[Scenario | str] = TypeAdapter(Scenario | str)
    assert either.validate_python("hello") == "hello"
    assert either.validate_python({"hope": "some"}) == Scenario(hope="some")
    with pytest.raises(ValidationError, match="NC402"):
        either.validate_python({"hope": "big"})


@pytest.mark.parametrize("kind", [Scenario, Careful, OWN], ids=("shipped", "of a host", "made"))
def test_made_directly_it_is_ours_in_every_way(kind: type[Scenario]) -> None:
    given: dict[str, Any] = {"hop": "some"}
    makes: tuple[Callable[[], object], ...] = (
        lambda: kind(**given),
        lambda: kind.model_validate({"hop": "some"}),
        lambda: kind.model_validate_strings({"hop": "some"}),
        lambda: kind.model_validate_json('{"hop": "some"}'),
        lambda: kind().with_answers(hop="some"),
    )
    for make in makes:
        with pytest.raises(ScenarioError, match="NC401") as raised:
            make()
        assert raised.value.__context__ is None
    with pytest.raises(ValidationError, match="NC401"):
        TypeAdapter(kind).validate_python({"hop": "some"})


def test_what_a_host_refuses_is_told_in_both_ways_without_the_answer() -> None:
    with pytest.raises(ScenarioError, match="NC402: `hope` was refused"):
        Careful(hope="strong")
    with pytest.raises(ValidationError, match="`hope` was refused") as raised:
        TypeAdapter(dict[str, Careful]).validate_python({"a": {"hope": "strong"}})
    (found,) = raised.value.errors()
    assert found["loc"] == ("a", "hope")
    assert "strong" not in str(found)


@pytest.mark.parametrize(("frame", "place"), FRAMES.values(), ids=FRAMES)
def test_which_step_somebody_thinks_of_is_in_no_place_of_a_frame(
    frame: Any, place: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as raised:
        frame({"considering": {"change_number": ["heel"]}})
    (found,) = raised.value.errors()
    assert found["loc"] == (*place, "considering")
    assert "change_number" not in f"{raised.value}{found}{raised.value.json()}"


def test_which_step_a_host_refuses_is_in_no_message() -> None:
    class Ordered(Scenario):
        @field_validator("considering")
        @classmethod
        def no_aims(cls, steps: Any) -> Any:
            return TypeAdapter(dict[str, int]).validate_python(dict(steps))

    with pytest.raises(ScenarioError) as raised:
        Ordered.model_validate({"considering": {"change_number": ["heal"]}})
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.where == ("considering",)
    assert "change_number" not in str(raised.value)
