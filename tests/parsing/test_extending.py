"""A rulebook laid over the shipped one adds, and takes nothing back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

import nocontact as nc
from nocontact.cli.__main__ import main
from nocontact.diagnostics import plain, read_yaml
from nocontact.inference import ReferenceEngine
from nocontact.parsing import texts_of
from nocontact.proof.rule_mutants import own_rules
from nocontact.testing.case_problems import case_problems
from nocontact.testing.cases import cases_from_folder
from nocontact.testing.strategies import scenarios

SHIPPED = nc.Rulebook.load()
ABOUT = "name: ours\nversion: '1'\ndate: 2026-11-28\nextends: shipped\n"
RULE = """
decision: ours
asks: What do we add?
source: [41]
rules:
  - {id: ours.worn-out, when: {how_i_am.worn_out: yes}, then: {help: suggest},
     because: You are worn out., source: [41]}
"""
TACTIC = """
tactics:
  - {id: tea, plain: Have tea with us., kind: tactic, channels: any, objectives: O3, face: self,
     notice: invisible, effect: none, wall: {in: none, out: none}, undo: now, source: [41]SAID}
"""

NEED = (
    "needs: [{id: tea, section: help, before: crisis_line, when: always,"
    " tactics: {id: own_future_step}, because: Tea helps., source: [41]}]"
)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return nc.Rulebook.start(tmp_path_factory.mktemp("place") / "ours")


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in {"rulebook.yaml": ABOUT, **files}.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def told(folder: Path, files: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return code and place of all that is wrong."""
    report = nc.check(written(folder, files), exact=False)
    return [(each.code, str(each.span)) for each in report]


def test_what_is_started_is_whole(started: Path) -> None:
    book = nc.Rulebook.load(started / "rules")
    assert nc.check(book).ok and nc.prove(book).held
    assert {each.id for each in SHIPPED.rules} < {each.id for each in book.rules}
    cases, problems = cases_from_folder(started / "cases", rulebook=book)
    assert not problems and [case_problems(each, book) for each in cases] == [()] * len(cases)


def test_an_editor_knows_its_names(started: Path) -> None:
    """Each file fits the schema that it names, which stands beside it."""
    for name, text in texts_of(started / "rules").items():
        schema = text.splitlines()[0].partition("$schema=")[2]
        node, _ = read_yaml(text, name)
        assert node is not None
        found = json.loads((started / "rules" / schema).read_text("utf-8"))
        jsonschema.validate(plain(node), found)


@pytest.mark.parametrize("command", [
    "coverage --rules rules --cases cases --fail-under 100",
    "mutate --rules rules --cases cases",
])  # fmt: skip
def test_commands_speak_of_what_is_added(
    command: str, started: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(started)
    assert main(command.split()) == 0


def test_nothing_is_overwritten(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(started)]) == 2
    assert "NC107: `ours` is not empty" in capsys.readouterr().err


@given(scenarios())
def test_no_finding_of_the_shipped_rules_is_lowered(scenario: Any) -> None:
    both = nc.Rulebook.load(Path(__file__).parents[2] / "src/nocontact/start/rules")
    facts = scenario.flat()
    alone = ReferenceEngine().infer(SHIPPED, facts).findings
    more = ReferenceEngine().infer(both, {**facts, "bed_for_tonight": "no"}).findings
    for name, finding in SHIPPED.findings.items():
        assert finding.rank(more[name]) >= finding.rank(alone[name])


def test_the_trace_and_the_record_name_both(started: Path) -> None:
    rec = nc.recommend({"bed_for_tonight": "no"}, rulebook=started / "rules")
    assert rec.trace.rulebook["extends"] == "nocontact 0.1.0"
    assert nc.replay(rec.trace, rulebook=started / "rules").to_json() == rec.to_json()
    assert "They are laid over nocontact 0.1.0." in rec.to_text(detail="record")
    assert rec.why("help").rules == ("house.no-bed",)


def test_a_change_below_or_above_changes_the_digest(tmp_path: Path) -> None:
    one = nc.Rulebook.load(written(tmp_path, {"ours.yaml": RULE}))
    other = nc.Rulebook.load(written(tmp_path, {"ours.yaml": RULE.replace("You are", "You feel")}))
    assert len({SHIPPED.digest, one.digest, other.digest}) == 3


def test_one_rule_is_enough(tmp_path: Path) -> None:
    book = nc.Rulebook.load(written(tmp_path, {"ours.yaml": RULE}))
    assert [each.id for each in own_rules(book)] == ["ours.worn-out"]
    assert nc.recommend({"how_i_am": ["worn_out"]}, rulebook=book).help == "suggest"


def test_its_words_lie_over_those_of_the_engine_and_the_shipped_ones(tmp_path: Path) -> None:
    words = "{title: From us, hello: Come in., standing: {proceed: You can begin.}}"
    book = nc.Rulebook.load(written(tmp_path, {"messages.en.yaml": words}))
    said = {key: book.message(key) for key in ("title", "hello", "standing.proceed", "help.title")}
    assert [*said.values()] == ["From us", "Come in.", "You can begin.", "Help"]
    assert book.message("title", "es") == SHIPPED.message("title", "es")


def test_an_answer_may_be_added_to_an_attribute(tmp_path: Path) -> None:
    undo = "attributes: {undo: {answers: [now, days, weeks, hard], ordered: yes}}"
    order = "preference: [{undo: [now, days, weeks, hard]}]"
    book = nc.Rulebook.load(written(tmp_path, {"attributes.yaml": undo, "planning.yaml": order}))
    assert book.scales["undo"].index("hard") == 3 and "face" in book.scales


def test_a_language_may_be_added(tmp_path: Path) -> None:
    german = "{language: Deutsch, texts: {help.title: Hilfe}}"
    book = nc.Rulebook.load(written(tmp_path, {"messages.de.yaml": german}))
    assert book.languages == ("en", "de", "es") and book.message("help.title", "de") == "Hilfe"


def test_a_need_may_come_before_a_shipped_one(tmp_path: Path, started: Path) -> None:
    needs = [each.id for each in nc.Rulebook.load(started / "rules").policy.needs]
    assert needs.index("bed") == needs.index("safety_plan") - 1
    person = {"bed_for_tonight": "no", "danger_signs": ["choked"], "danger_when": "now"}
    rec = nc.recommend(person, rulebook=started / "rules")
    assert rec.steps[0].tactic == "bed_here"
    assert "Come to us tonight." in rec.to_text()
    files = {"planning.yaml": NEED + "\nsections: [tea]"}
    files["messages.en.yaml"] = "{section: {help: Not alone}}"
    assert nc.Rulebook.load(written(tmp_path, files)).policy.sections[-1] == "tea"
    (unworded,) = nc.check(tmp_path, exact=False)
    assert unworded.message == "the message `section.tea` is missing in `messages.en.yaml`"


def test_a_folder_above_the_rules_is_told_where_they_are(started: Path) -> None:
    (problem,) = nc.check(started, exact=False)
    assert problem.code == "NC107" and "in `rules`" in problem.message


def test_what_is_printed_first_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ours"]) == 0
    first, change, *commands = capsys.readouterr().out.splitlines()
    assert (first, change) == ("Written. Change it, then:", "  cd ours")
    monkeypatch.chdir("ours")
    for command in (each.split()[1:] for each in commands):
        if command[0] not in ("check", "prove"):  # these are tried above
            assert main(command) == 0
    case = Path("cases/house.yaml")
    case.write_text(case.read_text("utf-8").replace("help: urgent", "help: none"), "utf-8")
    capsys.readouterr()
    assert main(["test", "--rules", "rules", "--cases", "cases"]) == 1
    assert "house.yaml:3:5: NC707: this case does not hold: " in capsys.readouterr().out


def test_an_attribute_is_declared_once_and_rules_pick_by_it(tmp_path: Path) -> None:
    colour = "attributes: {colour: {answers: [grey, red], default: grey}}"
    red = TACTIC.replace("SAID", ", colour: red")
    rule = RULE.replace("{help: suggest}", "{status: suggested, tactics: {colour: red}}")
    files = {"attributes.yaml": colour, "tactics.yaml": red, "ours.yaml": rule,
             "planning.yaml": "needs: [{id: tea, section: help, when: always, tactics: {id: tea},"
             " because: Tea helps., source: [41]}]"}  # fmt: skip
    book = nc.Rulebook.load(written(tmp_path, files))
    assert book.tactics["tea"].colour == "red" and book.tactics["block_email"].colour == "grey"
    assert nc.check(book, exact=False).ok


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"wall.yaml": RULE.replace("decision: ours", "decision: wall")}, "NC204 wall.yaml:2:11"),
        ({"ours.yaml": RULE.replace("worn_out", "wornout")}, "NC201 ours.yaml:6:32"),
        ({"tactics.yaml": TACTIC.replace("SAID", ", instead: [te]")}, "NC223 tactics.yaml:4:103"),
        (
            {"tactics.yaml": TACTIC.replace("SAID", "").replace("O3", "O9")},
            "NC104 tactics.yaml:3:82",
        ),
        (
            {"attributes.yaml": "attributes: {colour: {answers: [grey, red]}}"},
            "NC102 attributes.yaml:1:14",
        ),
        (
            {"attributes.yaml": "attributes: {undo: {answers: [now], ordered: yes}}"},
            "NC204 attributes.yaml:1:14",
        ),
        (
            {"attributes.yaml": "attributes: {face: {answers: [self, partner], several: yes}}"},
            "NC204 attributes.yaml:1:14",
        ),
        ({"rulebook.yaml": ABOUT + "too_weak: nothing"}, "NC219 rulebook.yaml:5:11"),
        ({"rulebook.yaml": ABOUT.replace("shipped", "theirs")}, "NC104 rulebook.yaml:4:10"),
        ({"planning.yaml": NEED.replace("help", "halp")}, "NC104 planning.yaml:1:28"),
        ({"planning.yaml": NEED.replace("crisis_line", "crisisline")}, "NC201 planning.yaml:1:14"),
    ],
    ids=[
        "a decision of that name",
        "a name",
        "a pointer",
        "a value",
        "no default",
        "fewer answers",
        "several answers",
        "too weak",
        "whom",
        "a section",
        "before what",
    ],
)
def test_a_mistake_is_told_in_its_own_file(
    files: Mapping[str, str], expected: str, tmp_path: Path
) -> None:
    assert expected in [f"{code} {place}" for code, place in told(tmp_path, files)]
