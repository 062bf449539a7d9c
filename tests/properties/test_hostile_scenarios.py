"""Whatever is given as answers: a scenario or a `ScenarioError`, and never anything else."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact import Scenario, ScenarioError, scenario_from_text

from .regions import examples

VOCABULARY = Scenario.vocabulary()
NAMES = [question.name for question in VOCABULARY.questions()]
WORDS = sorted({word for q in VOCABULARY.questions() for word in (*q.answers, *q.members)})
LONGEST_MESSAGE = 20_000


def refused(build: Callable[[], Scenario]) -> ScenarioError:
    """Return the error; it can be shown, and it does not drown the reader."""
    with pytest.raises(ScenarioError) as caught:
        build()
    assert caught.value.diagnostics
    assert len(str(caught.value)) < LONGEST_MESSAGE
    return caught.value


def read_or_refused(build: Callable[[], Scenario]) -> None:
    """Build a scenario that reads back as itself, or be refused in words."""
    try:
        scenario = build()
    except ScenarioError as error:
        assert error.diagnostics
        assert len(str(error)) < LONGEST_MESSAGE
    else:
        assert Scenario(**scenario.answers()) == scenario


class Anything:
    """An object that refuses to be looked at."""

    def __repr__(self) -> str:
        raise RuntimeError("do not look")

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("do not compare")

    def __hash__(self) -> int:
        return 7

    def __bool__(self) -> bool:
        raise RuntimeError("do not ask")


class Word(str):
    """Text of a kind of its own, with a face of its own."""

    def __repr__(self) -> str:
        raise RuntimeError("do not look")


def nested(depth: int, wrap: Callable[[Any], Any]) -> Any:
    value: Any = "none"
    for _ in range(depth):
        value = wrap(value)
    return value


def cyclic_list() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


def cyclic_map() -> dict[str, Any]:
    value: dict[str, Any] = {}
    value["email"] = value
    return value


HOSTILE: dict[str, Callable[[], Any]] = {
    "a list in itself": cyclic_list,
    "a map in itself": cyclic_map,
    "a deep list": lambda: nested(100_000, lambda inner: [inner]),
    "a deep map": lambda: nested(100_000, lambda inner: {"email": inner}),
    "a long text": lambda: "x" * 5_000_000,
    "a long list": lambda: ["heal"] * 200_000,
    "a wide map": lambda: {f"channel{at}": "always_look" for at in range(200_000)},
    "a huge number": lambda: 10**6_000,
    "a huge negative number": lambda: -(10**6_000),
    "not a number": lambda: math.nan,
    "infinity": lambda: math.inf,
    "bytes": lambda: b"none",
    "a half character": lambda: "\ud800",
    "control characters": lambda: "\x00\x1b[31m\u202e",
    "a function": lambda: print,
    "a type": lambda: int,
    "an object": Anything,
    "objects in a list": lambda: [Anything(), Anything()],
    "an object as a key": lambda: {Anything(): "always_look"},
    "an object as a level": lambda: {"email": Anything()},
    "text of its own kind": lambda: Word("nonsense"),
    "a map with a list as its level": lambda: {"email": ["always_look"]},
    "a generator": lambda: (each for each in ("heal",)),
    "a complex number": lambda: 1j,
    "a slice": lambda: slice(3),
}


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("name", ["hope", "aims", "pull", "considering", "in_place",
                                  "times_gone_back", "danger_signs"])  # fmt: skip
def test_a_hostile_answer_is_refused_in_words(name: str, what: str) -> None:
    read_or_refused(lambda: Scenario(**{name: HOSTILE[what]()}))


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_mapping_of_answers_is_refused_in_words(what: str) -> None:
    refused(lambda: Scenario.model_validate(HOSTILE[what]()))


@pytest.mark.parametrize("what", HOSTILE)
def test_a_question_that_does_not_exist_is_refused_in_words(what: str) -> None:
    refused(lambda: Scenario.model_validate({"hope": "none", "no_such": HOSTILE[what]()}))


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=4)
    | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=4) | st.integers(), inner,
                          max_size=4)
    ),
    max_leaves=8,
)  # fmt: skip


@examples(2)
@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), ANYTHING, max_size=4))
def test_any_data_is_read_or_refused(given: dict[str, Any]) -> None:
    read_or_refused(lambda: Scenario.model_validate(given))
    read_or_refused(lambda: Scenario(**given))


TEXTS = {
    "nothing": "",
    "white space": " \n\t\n",
    "a word": "hope",
    "a list": "[hope, none]",
    "a key without a value": "hope:",
    "an answer that is a map": "hope: {some: none}",
    "a key given twice": "hope: none\nhope: some",
    "an anchor": "aims: &all [heal]\nhope: *all",
    "an anchor in itself": "aims: &all [*all]",
    "many anchors": "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]",
    "a tag": "hope: !!python/object/apply:os.system [ls]",
    "a merge": "<<: {hope: none}",
    "two documents": "hope: none\n---\nhope: some",
    "a deep list": "aims: " + "[" * 20_000,
    "a deep closed list": "aims: " + "[" * 20_000 + "]" * 20_000,
    "a deep map": "pull: " + "{email: " * 9_000,
    "a long list": "aims: [" + "heal," * 19_000 + "]",
    "too long": "aims: [" + "heal," * 30_000 + "]",
    "a huge number": "times_gone_back: " + "9" * 6_000,
    "a huge exponent": "times_gone_back: 1e999999",
    "a list as a key": "[a, b]: none",
    "a null byte": "hope: no\x00ne",
    "a control character": "hope: \x1b[31mnone",
    "half a character": "hope: '\ud800'",
    "a byte order mark": "\ufeffhope: none",
    "text that turns round": "hope: \u202enone",
    "no end of text": 'hope: "none',
    "no end of map": "{hope: none",
    "only a bracket": "]",
    "percent": "%YAML 9.9\n---\nhope: none",
    "indentation": "hope: none\n  commitment: leaning",
    "a tab": "pull:\n\temail: always_look",
}


@pytest.mark.parametrize("kind", ["yaml", "json", None])
@pytest.mark.parametrize("what", TEXTS)
def test_a_hostile_text_is_refused_in_words(what: str, kind: Any) -> None:
    read_or_refused(lambda: scenario_from_text(TEXTS[what], "x", kind))


@examples(5)
@given(st.text(alphabet=st.characters(), max_size=60), st.sampled_from(["yaml", "json"]))
def test_any_text_is_read_or_refused(text: str, kind: Any) -> None:
    read_or_refused(lambda: scenario_from_text(text, "x", kind))


PIECES = st.sampled_from(
    [*NAMES, *WORDS, ":", ": ", ",", "[", "]", "{", "}", "\n", "  ", "- ", "&a", "*a", "!", "'",
     '"', "|", ">", "#", "?", "~", "<<", "%", "@", "\t", "0", "3+", "-1", "1e9", "\\"]
)  # fmt: skip


@examples(5)
@given(st.lists(PIECES, max_size=24).map("".join), st.sampled_from(["yaml", "json"]))
def test_any_text_made_of_pieces_is_read_or_refused(text: str, kind: Any) -> None:
    read_or_refused(lambda: scenario_from_text(text, "x", kind))
