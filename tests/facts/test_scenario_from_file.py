"""Scenario files: YAML and JSON, with every problem at its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nocontact.diagnostics import ScenarioError
from nocontact.facts import Scenario, scenario_from_path, scenario_from_text

YAML = """\
# yes and no stay words; true and false stand for them
close_to_going_back: no
relieved_if_it_fails: true
times_gone_back: 4
aims: [heal, space]
danger_signs: none
pull:
  email: always_look
  phone: null
considering:
  change_number: [punish]
hope: ~
"""


def test_a_yaml_file_reads_as_the_person_wrote_it() -> None:
    assert scenario_from_text(YAML).answers() == {
        "danger_signs": ["none"],
        "aims": ["heal", "space"],
        "relieved_if_it_fails": "yes",
        "close_to_going_back": "no",
        "pull": {"email": "always_look", "phone": "unknown"},
        "times_gone_back": "3+",
        "considering": {"change_number": ["punish"]},
    }


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_a_json_file_reads_as_the_same_scenario(tmp_path: Path, indent: str | None) -> None:
    scenario = scenario_from_text(YAML)
    file = tmp_path / "me.json"
    file.write_text(json.dumps(scenario.answers(), indent=indent), encoding="utf-8")
    assert scenario_from_path(file) == scenario


@pytest.mark.parametrize(
    ("yaml", "answered"),
    [
        ("danger_signs: []", ()),
        ("danger_signs:", ()),
        ("danger_signs: [none]", ("danger_signs",)),
        ("pull: {}", ()),
        ("pull:", ()),
        ("pull: {email: not_used}", ("pull",)),
        ("pull: {email: }", ("pull",)),
        ("{support: [], pull: {}, hope: none}", ("hope",)),
    ],
)
def test_an_empty_list_or_map_is_no_answer(yaml: str, answered: tuple[str, ...]) -> None:
    assert tuple(scenario_from_text(yaml).answers()) == answered


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ('{"danger_signs": []}', ()),
        ('{"danger_signs": ["none"]}', ("danger_signs",)),
        ('{"pull": {}}', ()),
        ('{"pull": {"email": "not_used"}}', ("pull",)),
    ],
)
def test_an_empty_list_or_map_in_json_is_no_answer(text: str, answered: tuple[str, ...]) -> None:
    for scenario in (scenario_from_text(text), Scenario.model_validate_json(text)):
        assert tuple(scenario.answers()) == answered
        assert Scenario.model_validate_json(scenario.model_dump_json()) == scenario


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_bytes(b"\xef\xbb\xbfhope: some\n")
    assert scenario_from_path(str(file)).hope == "some"


PLACES: dict[str, tuple[str, str]] = {
    "an answer": ("hope: big", "me.yaml:1:7: NC402"),
    "a question": ("# mine\nhop: none", "me.yaml:2:1: NC401"),
    "a member": ("aims: [heal, punsh]", "me.yaml:1:14: NC402"),
    "a member in a column": ("aims:\n- heal\n- punsh", "me.yaml:3:3: NC402"),
    "a channel": ("pull:\n  emial: always_look", "me.yaml:2:3: NC402"),
    "a level": ("pull: {email: x}", "me.yaml:1:15: NC402"),
    "an aim of a step": ("considering: {a: [heal, x]}", "me.yaml:1:25: NC402"),
    "a step": ("considering: [a, B]", "me.yaml:1:18: NC406"),
    "a shape": ("aims: 3", "me.yaml:1:7: NC404"),
    "none with others": ("support: [none, group]", "me.yaml:1:10: NC403"),
    "not a mapping": ("- hope", "me.yaml:1:1: NC404"),
    "a duplicate": ("hope: none\nhope: some", "me.yaml:2:1: NC405"),
    "a broken list": ("aims: [heal", "me.yaml:1"),
    "an anchor": ("aims: &a [heal]", "me.yaml:1:7: NC405"),
    "a tag": ("hope: !!str none", "me.yaml:1:7: NC405"),
    "two documents": ("hope: none\n---\nhope: some", "me.yaml:"),
    "columns count letters, not bytes": ("considering: [é, a, B]", "me.yaml:1:15: NC406"),
}


@pytest.mark.parametrize(("text", "begins"), PLACES.values(), ids=PLACES)
def test_every_problem_stands_at_its_place(text: str, begins: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text(text, "me.yaml")
    assert str(raised.value).startswith(begins)


UNREADABLE: dict[str, str] = {
    "empty": "",
    "only white space": " \n ",
    "too large": "#" * 100_001,
    "too large in bytes": "é" * 50_001,
    "too deep": "aims: " + "[" * 60 + "]" * 60,
    "very deep": "[" * 50_000,
    "an alias bomb": "a: &a [x]\nb: [*a, *a]",
    "a control character": "hope: \x00",
    "half a letter": "hope: \ud800",
    "a tab": "hope:\n\t- x",
    "a list as a key": "[a]: b",
    "not YAML": "hope: : :",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_one_kind_of_error(text: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text(text, "me.yaml")
    assert {each.code for each in raised.value.diagnostics} == {"NC405"}
    assert all(each.help for each in raised.value.diagnostics)


def test_all_problems_of_a_file_come_together() -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text("hop: 1\nhope: big\naims: 3", "me.yaml")
    lines = [each.span.line for each in raised.value.diagnostics if each.span]
    assert lines == [1, 2, 3]


def test_the_excerpt_shows_the_faulty_line() -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text("pull:\n  email: always_look\nhope: big\n", "me.yaml")
    assert raised.value.diagnostics[0].excerpt == "hope: big\n      ^^^"


EXCERPTS = {
    "hope: big": "hope: big\n      ^^^",
    "hope:   'big'  # he hit me": "hope:   'big' …\n        ^^^^^",
    "{hope: big, danger_signs: [choked]}": "… hope: big …\n        ^^^",
    "{danger_signs: [\nchoked], hope: big}": "… hope: big …\n        ^^^",
    "danger_signs: [choked, chocked]": "danger_signs: … chocked …\n                ^^^^^^^",
    "hop: none": "hop: …\n^^^",
    "pull:\n  emial: always_look": "  emial: …\n  ^^^^^",
    "pull:\n  email: allways_look": "  email: allways_look\n         ^^^^^^^^^^^^",
    "considering: {change_number: [heal, punsh]}": "… punsh …\n  ^^^^^",
    "support: [none, group]": "support: …\n         ^",
    "pull: [email, always_look]": "pull: …\n      ^",
    "hope: he hit me": "hope: …\n      ^",
    "[danger_signs, choked]": None,
    '{"hope": "big", "times_gone_back": 2}': '… "hope": "big" …\n          ^^^^^',
}


@pytest.mark.parametrize("text", EXCERPTS)
def test_an_excerpt_shows_the_faulty_word_alone(text: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text(text, "me.yaml")
    assert raised.value.diagnostics[0].excerpt == EXCERPTS[text]


def test_a_file_that_is_not_there_or_not_text_is_a_scenario_error(tmp_path: Path) -> None:
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "large.yaml").write_bytes(b"# " + b"x" * 200_000)
    for name in ("missing.yaml", "bytes.yaml", "large.yaml", ".", "nul\0.yaml"):
        with pytest.raises(ScenarioError, match="NC405"):
            scenario_from_path(tmp_path / name)


def test_a_file_may_be_read_into_a_class_of_the_host() -> None:
    class Mine(Scenario):
        """A host's scenario."""

    assert type(scenario_from_text("hope: some", model=Mine)) is Mine
