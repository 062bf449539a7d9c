"""rules/schema/ is what the rules say today, and every shipped file keeps to it."""

import importlib.util
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nocontact import (
    Resource,
    ResourceDirectory,
    Rulebook,
    recommend,
    scenario_from_path,
)
from nocontact.diagnostics import plain, read_yaml
from nocontact.facts import Scenario
from nocontact.facts.scenario_schema import scenario_schema
from nocontact.parsing.rule_schemas import kind_of

ROOT = Path(__file__).resolve().parents[2]
RULES = sorted((ROOT / "rules").rglob("*.yaml"))
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
REMEDY = "run: python docs/_hooks/write_schemas.py"
DAY = date(2026, 11, 1)
LINES = ResourceDirectory(
    (Resource("Examplia", "Night line", "555 0100", "its page", DAY, ("crisis",)),), as_of=DAY
)


def _schemas() -> dict[str, str]:
    path = ROOT / "docs/_hooks/write_schemas.py"
    spec = importlib.util.spec_from_file_location("write_schemas", path)
    assert spec and spec.loader
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    found: dict[str, str] = writer.schemas()
    return found


def _problems(kind: str, text: str, rules: Path = ROOT / "rules") -> list[str]:
    node, unreadable = read_yaml(text, kind)
    assert node is not None
    assert not unreadable
    errors = _validator(kind, rules).iter_errors(plain(node))
    return ["/".join(map(str, error.absolute_path)) or error.message for error in errors]


def _validator(kind: str, rules: Path = ROOT / "rules") -> Any:
    text = (rules / f"schema/{kind}.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


def test_the_committed_schemas_are_current() -> None:
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "rules/schema").iterdir()}
    assert written == _schemas(), REMEDY


def test_each_schema_is_itself_right() -> None:
    for path in (ROOT / "rules/schema").iterdir():
        Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))
    Draft202012Validator.check_schema(scenario_schema(Scenario))


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_file_keeps_to_its_schema_and_names_it(path: Path) -> None:
    name = path.relative_to(ROOT / "rules").as_posix()
    kind, text = kind_of(name), path.read_text("utf-8")
    above = "../" * name.count("/")
    assert text.startswith(f"# yaml-language-server: $schema={above}schema/{kind}.schema.json\n")
    assert _problems(kind, text) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_keeps_to_the_schema_of_scenarios_and_names_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "# yaml-language-server: $schema=../rules/schema/scenario.schema.json\n" in text
    assert _problems("scenario", text) == []


RULE = "{id: wall.x, when: {hope: none}, then: {wall: lock}, because: It is hard., source: [35]}"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("hope: none", "hop: none"),
        ("hope: none", "hope: big"),
        ("hope: none", "hope: [none]"),
        ("hope: none", "hope: {at_leats: none}"),
        ("hope: none", "situation: {at_least: i_left}"),
        ("hope: none", "wall: {unknown: true}"),
        ("hope: none", "any: []"),
        ("hope: none", "step.change_number: yes"),
        ("hope: none", "status.change_numbr: held"),
        ("wall: lock", "wal: lock"),
        ("wall: lock", "wall: open"),
        ("wall: lock", "notes: [no_such_note]"),
        ("wall: lock", "status: held, tactics: {notice: loud}"),
        ("wall: lock", "status: held, tactics: {id: change_numbr}"),
        ("wall: lock", "status: held, tactics: {kind: {at_least: tactic}}"),
        ("source: [35]", "source: [47]"),
        ("source: [35]", "source: [SA99]"),
        (", because: It is hard.", ""),
        ("source: [35]", "source: [35], voice: mine"),
    ],
)
def test_an_editor_marks_a_mistake_in_a_decision(right: str, wrong: str) -> None:
    file = "{{decision: wall, asks: How high?, source: [35], rules: [{}]}}"
    assert _problems("decision", file.format(RULE)) == []
    assert right in RULE
    assert _problems("decision", file.format(RULE.replace(right, wrong)))


def test_conditions_may_be_written_in_every_way_that_the_language_has() -> None:
    for condition in (
        "always",
        "{hope: {in: [none, some]}, wall: {at_most: lock}}",
        "{times_gone_back: {in: [1, 2, 3+]}}",
        "{not: {count: {at_least: 1, of: [{aims.heal: yes}, {pull.email: {unknown: false}}]}}}",
        "{status.change_number: {at_least: held}}",
    ):
        rule = RULE.replace("{hope: none}", condition)
        file = f"{{decision: wall, asks: How high?, rules: [{rule}]}}"
        assert _problems("decision", file) == [], condition


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("scenario", "{hope: big}"),
        ("scenario", "{hop: none}"),
        ("scenario", "{considering: [change_numbr]}"),
        ("scenario", "{in_place: [change_numbr]}"),
        ("scenario", "{considering: {change_number: [revenge]}}"),
        ("tactics", "{tactics: [{id: a}]}"),
        ("rulebook", "{name: mine, version: 1.0.0, date: yesterday}"),
        ("messages", "{title: Only a title}"),
        ("sources", "{article: {title: T, paragraphs: {one: {gist: G}}}, excluded: {}}"),
        ("planning", "{permitted: [sometimes], preference: [], needs: []}"),
        ("promises", "{promises: [{id: a, says: It holds., source: [35]}]}"),
        ("promises", "{promises: [{id: a, says: S., source: [35], then: {step.fly: yes}}]}"),
    ],
)  # fmt: skip
def test_an_editor_marks_a_mistake_in_every_other_kind_of_file(kind: str, text: str) -> None:
    assert _problems(kind, text)


def test_promises_may_speak_of_steps() -> None:
    for formula in (
        "then: {step.change_number: no}",
        "never: {some_step: {notice: dramatic}}",
        "raising: [staying_away, pull], never_lowers: [wall, standing]",
        "changing: [hope], keeps: [{steps: {kind: safety}}, statuses, permitted.change_number]",
    ):
        text = f"{{promises: [{{id: a, says: It holds., source: [35], {formula}}}]}}"
        assert _problems("promises", text) == [], formula


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped rules as files of one's own."""
    return Rulebook.copy_to(tmp_path_factory.mktemp("copied") / "rules")


def test_copied_rules_come_with_the_schemas_that_they_name(copied: Path) -> None:
    for path in copied.rglob("*.yaml"):
        name = path.relative_to(copied).as_posix()
        named = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert (path.parent / named).is_file(), name
        assert _problems(kind_of(name), path.read_text("utf-8"), copied) == []
    for path in (copied / "schema").iterdir():
        Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


def test_copied_schemas_accept_the_question_of_ones_own_of_the_docs(copied: Path) -> None:
    page = (ROOT / "docs/rule_language.md").read_text("utf-8")
    found = re.findall(r'```yaml title="(\S+)"\n(.*?)```', page, re.DOTALL)
    blocks = {Path(name).name: text for name, text in found}
    assert {"questions.yaml", "housing.yaml", "small.yaml"} <= blocks.keys()
    for name, text in blocks.items():
        assert _problems(kind_of(name), text, copied) == [], name
    assert _problems("scenario", "{place_to_go: no, hope: none}", copied) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("hope: none", "hope: big"),
        ("hope: none", "place_to_go: {at_leats: no}"),
        ("hope: none", "any: []"),
        ("wall: lock", "wall: open"),
        ("wall: lock", "status: held, tactics: {notice: loud}"),
        (", because: It is hard.", ""),
    ],
)
def test_copied_schemas_still_mark_what_no_name_can_mend(
    copied: Path, right: str, wrong: str
) -> None:
    file = "{{decision: wall, asks: How high?, source: [35], rules: [{}]}}"
    assert _problems("decision", file.format(RULE), copied) == []
    assert _problems("decision", file.format(RULE.replace(right, wrong)), copied)


@pytest.mark.parametrize("brief", [False, True])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_recommendation_keeps_to_its_schema(path: Path, brief: bool) -> None:
    rec = recommend(scenario_from_path(path), engine="reference", resources=LINES)
    written = json.loads(rec.to_json(brief=brief))
    validator = _validator("recommendation")
    assert [error.json_path for error in validator.iter_errors(written)] == []
    assert not validator.is_valid({**written, "wal": "lock"})
    assert not validator.is_valid({**written, "steps": [{}]})


def test_a_resource_keeps_to_the_schema_of_a_recommendation() -> None:
    """Someone in a crisis gets the line, so that what is said of it is looked at too."""
    rec = recommend(Scenario(self_harm_thoughts="yes"), resources=LINES)
    written = json.loads(rec.to_json())
    assert written["resources"]
    assert _validator("recommendation").is_valid(written)
