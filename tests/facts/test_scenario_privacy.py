"""Nothing shows the answers unless it is asked to."""

from __future__ import annotations

import pprint
import re
import traceback
from collections.abc import Callable
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.diagnostics import ScenarioError
from nocontact.facts import Scenario, scenario_from_text

ANSWERS: dict[str, Any] = {
    "hope": "strong",
    "danger_signs": ["choked"],
    "considering": ["change_number"],
}
SECRETS = ("strong", "choked", "change_number", "danger_signs", "considering")


FORMS: dict[str, Callable[[Scenario], str]] = {
    "repr": repr,
    "str": str,
    "format": format,
    "pretty print": pprint.pformat,
    "padded": lambda scenario: f"{scenario!r:>9}",
    "inside a list": lambda scenario: f"{[scenario]}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_ordinary_form_shows_an_answer(form: Callable[[Scenario], str]) -> None:
    text = form(Scenario(**ANSWERS))
    assert re.search(r"\b3 of \d+ questions answered; answers hidden", text)
    assert not any(secret in text for secret in SECRETS)


def test_rich_shows_no_answer() -> None:
    scenario = Scenario(**ANSWERS)
    text = f"{list(scenario.__repr_args__())}{list(scenario.__rich_repr__())}"
    assert not any(secret in text for secret in SECRETS)


def test_shown_shows_the_answers() -> None:
    assert Scenario(**ANSWERS).shown() == (
        "Scenario(danger_signs=['choked'], considering=['change_number'], hope='strong')"
    )


def test_an_error_shows_the_faulty_answer_and_no_other() -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario(**{**ANSWERS, "commitment": "comitted"})
    text = "".join(traceback.format_exception(raised.value))
    assert "comitted" in text
    assert not any(secret in str(raised.value) for secret in SECRETS)
    assert raised.value.__context__ is None
    assert raised.value.__cause__ is None


def test_what_was_found_is_cut_short_and_printable() -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate({"hope": "\x1b[31m\ud800" + "x" * 10_000})
    found = raised.value.diagnostics[0].found
    assert found is not None
    assert found.isprintable()
    assert len(found) < 100


def everything_in(error: BaseException) -> str:
    """All that an error shows, to a person, to a program and to a log."""
    told = error.diagnostics if isinstance(error, ScenarioError) else ()
    data = [each.to_dict() for each in told]
    return f"{error}{error!r}{error.args}{data}{''.join(traceback.format_exception(error))}"


WRONG: Any = {"hope": ["choked"]}
CHANGES: dict[str, Callable[[Scenario], Any]] = {
    "assigned": lambda told: setattr(told, "danger_signs", {"choked"}),
    "assigned to what is not there": lambda told: setattr(told, "dangers", {"choked"}),
    "deleted": lambda told: delattr(told, "danger_signs"),
    "built past the reading": lambda told: type(told).model_construct(**WRONG),
    "copied with a change": lambda told: told.model_copy(update={"hop": ["choked"]}),
    "not JSON": lambda told: told.model_validate_json('{"danger_signs": ["choked"'),
    "not an answer, in JSON": lambda told: told.model_validate_json('{"hope": ["choked"]}'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_way_to_change_a_scenario_shows_an_answer(change: Callable[[Scenario], Any]) -> None:
    with pytest.raises(ScenarioError) as raised:
        change(Scenario(**ANSWERS))
    shown = str(raised.value) + repr(raised.value) + str(raised.value.__context__)
    assert not any(secret in shown for secret in ("choked", "change_number"))


SECRET = {
    "considering": ("secret_one", "{secret_one: [heal]}", "[secret_one]"),
    "in_place": ("secret_two", "[secret_two, secret_three]", "'secret_two'"),
    "danger_signs": ("choked", "[choked]", "[ choked, forced_sex ]"),
    "staying_away": ("nothing_holds", '"nothing_holds"'),
    "pull": ("{email: always_look}", "{ phone: sometimes_look }"),
}
"""Questions, and answers that hold one of these words, which stand nowhere else."""
WORDS = ("secret", "choked", "nothing_holds", "always_look", "sometimes_look", "forced_sex")

FAULTS = [
    # names that are shown in another form than they are written
    "hope\u00a0: none", "h\u043epe: none", f"{'x' * 61}: none", "ho\\pe: none", '"ho\\tpe": none',
    "hope none: secret", "'': secret", "? [secret]\n: none", "[secret]: none", "~: secret",
    "3: secret", "name: secret", "hope.secret: yes", "<<: {hope: none}",
    # answers that are wrong, beside others and beside words of the person
    "hope: big # secret", "hope: [big, secret]", "hope: {big: secret}", "hope: 3 # secret",
    "hope: big secret", "hope: 'big, secret'", "hope: big,danger_signs:secret",
    "hope: big\n  secret",
    "hope: |\n  big\n  secret", "hope: secret: big", "aims: {secret: yes}", "aims: 3 # secret",
    "aims: [[secret]]", "aims: [secret heal]", "support: [none, group] # secret",
    "considering: {secret_four: [x]}", "considering: {secret_four: [[secret]]}",
    "considering: {secret_four: 3}", "considering: {'se cret': [heal]}", "in_place: {secret: 1}",
    "considering: {secret_five: a, secret_five: b}", "considering: [secret_four, B]",
    "pull: [email, secret]", "pull: {emial: secret}", "pull: {email: [secret]}",
    "pull: {email: x, phone: secret}", "pull: secret", "pull: {email: secret, email: secret}",
    # text that cannot be read
    "aims: [secret", "aims: 'secret", 'aims: "secret\\q"', "aims: {secret: 1",
    "aims: &secret [heal]",
    "aims: [*secret,secret]", "aims: !secret [heal]", "aims: !!secret{a: b}", "\taims: secret",
    "aims: secret\u202e", 'aims: "secret\\e"', "aims: @secret", "- forced_sex", "forced_sex",
    "%secret x",
    "--- secret", "...\nsecret: secret", "aims: > secret", "key: - secret", "forced_sex\n: x",
    "forced_sex: yes", "danger_signs.forced_sex: yes", "hope: forced_sex",
    "aims: [heal, forced_sex]",
]  # fmt: skip


@st.composite
def faulty_texts(draw: st.DrawFn) -> str:
    """A text with answers and one or two faults, in lines or between braces."""
    told = [
        f"{question}: {draw(st.sampled_from(SECRET[question]))}{draw(st.sampled_from(COMMENTS))}"
        for question in draw(st.lists(st.sampled_from(sorted(SECRET)), unique=True))
    ]
    faults = draw(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=2))
    lines = draw(st.permutations([*told, *faults]))
    if draw(st.booleans()):
        return "\n".join(lines)
    return f"{{{', '.join(line.partition(' #')[0] for line in lines)}}}"


COMMENTS = ("", "", "  # secret words", " ")


def a_list_instead(text: str) -> str:
    """The same lines, each as an item of a list where a mapping is meant."""
    return "".join(f"- {line}\n" for line in text.splitlines())


SHAPES: tuple[Callable[[str], str], ...] = (str, str, a_list_instead, lambda text: f"[{text}]")


@given(faulty_texts(), st.sampled_from(SHAPES), st.sampled_from(["me.yaml", "me.json"]))
def test_no_answer_is_in_any_error_of_a_faulty_text(
    text: str, shape: Callable[[str], str], name: str
) -> None:
    try:
        scenario_from_text(shape(text), name)
    except ScenarioError as error:
        # what may be answered is told of the question that is wrong, and says nothing of anybody
        open_words = set(chain.from_iterable(each.expected for each in error.diagnostics))
        shown = everything_in(error)
        assert [word for word in WORDS if word in shown and word not in open_words] == []
