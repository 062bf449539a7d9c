"""A host's own questions: the rulebook brings them, and nothing else has to be told."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path
from typing import Any

import pytest

import nocontact as nc
from nocontact.cli.__main__ import main
from nocontact.diagnostics import EngineError, ProofError, RulebookError, ScenarioError
from nocontact.inference import ReferenceEngine
from nocontact.proof.proof_report import ProofReport
from nocontact.proof.scenario_counts import ScenarioCounts
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.cases import Case, case_problems, cases_from_folder, cases_from_text
from nocontact.testing.engine_conformance import run_engine_conformance
from nocontact.testing.promise_checking import all_values, promise_violation
from nocontact.testing.rule_mutation import mutation_report

QUESTIONS = """extends: shipped
questions:
  - id: place_to_go
    block: housing
    shape: one
    asks: Do you have a place to stay?
    answers: {no: No, for_some_days: For some days, yes: "Yes, as long as I need"}
    source: [SA01]
  - id: days_there
    block: housing
    shape: one
    asks: Can you stay for a week?
    answers: {no: No, yes: Yes}
    source: [SA01]
    asked_when: {place_to_go: for_some_days}
renamed_questions: {housing: place_to_go}
"""
RULE = """decision: housing
asks: Is there a place to go?
finding: {housed: yes_no}
source: [SA01]
voice: rulebook
rules:
  - id: housing.for-long
    when: {any: [{place_to_go: yes}, {days_there: yes}]}
    then: {housed: yes}
    because: You have a place to stay.
    source: [SA01]
  - id: housing.nowhere-to-go
    when: {place_to_go: no}
    then: {status: held, tactics: {id: [planned_move_out, leave_in_the_night]}}
    because: First find a place where you can stay.
    source: [SA01]
"""
CASES = """cases:
  - name: A place for long
    given: {place_to_go: yes}
    expect: {findings: {housed: yes}}
    but:
      - when: {place_to_go: for_some_days, days_there: no}
        expect: {findings: {housed: no}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped rules with two questions and a decision of one's own."""
    folder = nc.Rulebook.copy_to(tmp_path_factory.mktemp("host") / "rules")
    (folder / "questions.yaml").write_text(QUESTIONS, "utf-8")
    (folder / "housing.yaml").write_text(RULE, "utf-8")
    (folder / "messages.es.yaml").unlink()
    meta = (folder / "rulebook.yaml").read_text("utf-8")
    for key in ("shows", "settles"):
        meta = meta.replace(f"{key}: [", f"{key}: [housed, ", 1)
    (folder / "rulebook.yaml").write_text(meta, "utf-8")
    return folder


@pytest.fixture(scope="module")
def book(folder: Path) -> CheckedRulebase:
    return nc.Rulebook.load(folder)


@pytest.fixture
def answers(tmp_path: Path) -> str:
    path = tmp_path / "me.yaml"
    path.write_text("place_to_go: no\nhope: none\nconsidering: [planned_move_out]\n", "utf-8")
    return str(path)


def test_the_rulebook_is_whole(folder: Path) -> None:
    report = nc.check(folder, exact=False)
    assert report.ok, report


def test_an_answer_needs_no_class(book: CheckedRulebase, answers: str) -> None:
    scenario = nc.scenario_from_path(answers, rulebook=book)
    assert scenario == book.scenario(
        place_to_go="no", hope="none", considering=["planned_move_out"]
    )
    rec = nc.recommend(scenario, rulebook=book)
    assert rec == nc.recommend(scenario.answers(), rulebook=book)
    assert rec.considered["planned_move_out"].status == "held"
    assert "housing.nowhere-to-go" in rec.why("status.planned_move_out").to_text()
    assert rec.what_if(place_to_go="yes").new.findings["housed"] == "yes"
    assert nc.replay(rec.trace.to_json(), rulebook=book) == rec


def test_a_shipped_scenario_is_read_for_the_questions_of_the_rulebook(
    book: CheckedRulebase,
) -> None:
    rec = nc.recommend(nc.Scenario(hope="some"), rulebook=book)
    assert type(rec.scenario) is book.answers_class
    assert rec.scenario.answers() == {"hope": "some"}


def test_an_old_name_leads_to_the_new_one(book: CheckedRulebase) -> None:
    with pytest.raises(ScenarioError, match="`housing` is now called `place_to_go`"):
        nc.recommend({"housing": "no"}, rulebook=book)


def test_what_is_asked_is_the_rulebooks_own(book: CheckedRulebase) -> None:
    rec = nc.recommend(book.scenario(place_to_go="for_some_days"), rulebook=book)
    assert "days_there" in {each.name for each in rec.ask}
    rec = nc.recommend(book.scenario(), rulebook=book)
    asked = {each.name: each for each in rec.ask}
    assert "days_there" not in asked and asked["place_to_go"].opens == ("days_there",)
    interview = nc.Interview(book)
    assert interview.scenario() == book.scenario()
    assert interview.answered("no").scenario() == book.scenario(now_unsafe="no")


def test_exact_results_know_the_questions_too(book: CheckedRulebase, folder: Path) -> None:
    counts = nc.stats(folder, {"place_to_go": "yes"})
    assert counts.of("finding", "housed", "no") == 0
    assert nc.stats(book, book.scenario(place_to_go="yes")).counts == counts.counts
    assert nc.prove(book).held
    assert nc.compare(book, folder).equivalent
    with pytest.raises(ProofError, match="NC711"):
        nc.compare(nc.Rulebook.load(), book)
    rec = nc.recommend(book.scenario(place_to_go="yes"), rulebook=book)
    assert "Do you have a place to stay?" in rec.enough("housed").to_text()


def test_cases_are_read_with_the_rulebook(book: CheckedRulebase, tmp_path: Path) -> None:
    cases, problems = cases_from_text(CASES, "housing.yaml", rulebook=book)
    assert (len(cases), problems) == (2, ())
    assert [case_problems(case, book) for case in cases] == [(), ()]
    (tmp_path / "housing.yaml").write_text(CASES, "utf-8")
    assert cases_from_folder(tmp_path, rulebook=book)[0] == cases
    assert next(each.code for each in cases_from_text(CASES, "housing.yaml")[1]) == "NC401"


def test_a_scenario_of_other_questions_is_read_wherever_one_is_taken(book: CheckedRulebase) -> None:
    shipped = nc.Scenario(hope="none")
    promise = next(each for each in book.promises if not each.is_comparison)
    assert promise_violation(book, promise, shipped) is None
    assert all_values(book, shipped)["place_to_go"] == "unknown"
    assert run_engine_conformance(ReferenceEngine(), book, [shipped]) == 1
    assert nc.Interview(book, start=shipped).scenario() == book.scenario(hope="none")


def test_facts_and_classes_of_other_questions_are_told_once(folder: Path) -> None:
    book = nc.Rulebook.load(folder)
    with pytest.raises(EngineError, match="NC507: the facts do not hold `place_to_go`"):
        ReferenceEngine().infer(book, nc.Scenario().flat())
    told = nc.check(folder, scenario=nc.Scenario)
    assert [each.code for each in told] == ["NC226"]
    assert "`place_to_go`, nor 1 more" in told.diagnostics[0].message
    with pytest.raises(RulebookError, match="NC226"):
        nc.Rulebook.load(folder, scenario=nc.Scenario)


def test_cases_of_other_questions_are_read_by_a_mutation_report(book: CheckedRulebase) -> None:
    text = "cases: [{name: A, given: {hope: none}, expect: {wall: open}}]"
    cases, _ = cases_from_text(text, "wall.yaml")
    report = mutation_report(book, cases, decision="housing")
    assert {each.fate for each in report.results} == {"survived"}


def test_a_class_of_ones_own_still_works(folder: Path) -> None:
    written = nc.Rulebook.load(folder).answers_class
    book = nc.Rulebook.load(folder, scenario=written)
    assert book.answers_class is written
    days = book.vocabulary.question("days_there")
    assert days.asked_when is not None


@pytest.mark.parametrize(
    "command",
    [
        ["recommend", "{file}", "--rules", "{folder}", "--engine", "reference"],
        ["why", "{file}", "status.planned_move_out", "--rules", "{folder}"],
        ["what-if", "{file}", "place_to_go=for_some_days", "--rules", "{folder}"],
        ["check", "{folder}", "--no-exact"],
        ["types", "{folder}"],
    ],
    ids=lambda command: command[0],
)
def test_a_command_takes_the_folder_alone(
    command: list[str], folder: Path, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = [part.format(file=answers, folder=folder) for part in command]
    assert main(whole) == 0, capsys.readouterr().err


def test_exact_commands_take_the_folder_alone(
    folder: Path, answers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    (cases / "housing.yaml").write_text(CASES, "utf-8")
    assert main(["stats", answers, "--rules", str(folder), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)
    assert main(["coverage", "--rules", str(folder), "--cases", str(cases)]) == 0
    told = ["mutate", "--rules", str(folder), "--cases", str(cases), "--decision", "housing"]
    assert main(told) in (0, 1)
    assert "housing" in capsys.readouterr().out


def test_the_interview_in_a_terminal_asks_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter([""] * 60)
    monkeypatch.setattr("nocontact.cli.ask_command._typed", lambda: next(typed))
    assert main(["ask", "--rules", str(folder), "--engine", "reference"]) == 0
    assert "Do you have a place to stay?" in capsys.readouterr().err


def _uses_of(rulebook: object) -> Iterator[Callable[[], object]]:
    """Everything that takes a rulebook."""
    given: Any = rulebook
    case = Case("One", nc.Scenario(), ())
    yield lambda: nc.recommend({"hope": "some"}, rulebook=given, engine="reference")
    yield lambda: nc.Interview(given).at
    yield lambda: nc.Interview.from_dict(nc.Interview(given).to_dict(), rulebook=given)
    yield lambda: nc.check(given, exact=False).errors
    yield lambda: nc.Rulebook.load(given)
    yield lambda: cases_from_text("cases: []", "a.yaml", rulebook=given)
    yield lambda: cases_from_folder(".", rulebook=given)
    yield lambda: case_problems(case, given)
    yield lambda: run_engine_conformance(ReferenceEngine(), given, [])


def test_a_folder_will_do_wherever_a_rulebook_is_taken(folder: Path) -> None:
    given = (folder, str(folder), nc.Rulebook.parse(folder), nc.Rulebook.load(folder))
    for at, use in enumerate(_uses_of(given[0])):
        use()
        [*_uses_of(given[1 + at % 3])][at]()
    rec = nc.recommend({"place_to_go": "yes"}, rulebook=str(folder), engine="reference")
    assert rec.findings["housed"] == "yes"
    assert rec.what_if(place_to_go="no").new.findings["housed"] == "no"
    assert nc.replay(rec.trace, rulebook=folder).findings == rec.findings


@pytest.mark.parametrize("exact", [nc.prove, nc.stats, lambda given: nc.compare(given, given)])
def test_exact_answers_take_a_folder_too(exact: Callable[[Any], object], folder: Path) -> None:
    with pytest.raises(nc.RulebookError, match="NC107"):
        exact(str(folder / "nowhere"))
    with pytest.raises(nc.RulebookError, match="NC107: a rulebook is needed"):
        exact(5)


def test_what_is_no_rulebook_is_told_by_everything_that_takes_one(tmp_path: Path) -> None:
    for wrong in (5, {"rules": 1}, nc.Rulebook, tmp_path / "nowhere", "no/such/folder"):
        for use in _uses_of(wrong):
            try:
                found = use()
            except nc.RulebookError as error:
                found = error.diagnostics
            assert isinstance(found, tuple)
            assert any("NC107" in str(each) for each in found)
    with pytest.raises(nc.RulebookError, match="a loaded rulebook is needed, and this is a text"):
        nc.scenario_from_text("hope: some", rulebook="rules")  # type: ignore[call-overload]


def test_what_is_looked_up_by_name_says_the_nearest_one() -> None:
    rec = nc.recommend({"considering": ["change_number"]}, engine="reference")
    rulebase = rec.rulebase
    looked_up: tuple[tuple[Callable[[], object], str | None], ...] = (
        (lambda: rec.verdicts["block_emial"], "block_email"),
        (lambda: rec.considered["block_emial"], "block_email"),  # no word of what is considered
        (lambda: rec.findings["wal"], "wall"),
        (lambda: rulebase.tactics["block_emial"], "block_email"),
        (lambda: rulebase.rules_by_id["wall.lok"], "wall.lock"),
        (lambda: rulebase.decisions["wal"], "wall"),
        (lambda: rulebase.findings["wal"], "wall"),
        (lambda: rulebase.levels("wal"), "wall"),
        (lambda: rec.to_text(detail="recrod"), "record"),  # type: ignore[arg-type]
        (lambda: rec.to_html(audience="helpr"), "helper"),  # type: ignore[arg-type]
        (lambda: rulebase.vocabulary["hop"], "hope"),
        (lambda: rulebase.vocabulary.question("hop"), "hope"),
        (lambda: rulebase.vocabulary.facts_of("hop"), "hope"),
        (lambda: ProofReport("mine", "1", "0", 10, ())["wall-never-fall"], None),
        (lambda: ScenarioCounts("mine", "1", "0", (), ()).of("rule", "wall.lok"), None),
    )
    for look, nearest in looked_up:
        with pytest.raises(nc.UnknownName) as raised:
            look()
        assert isinstance(raised.value, KeyError)
        (problem,) = raised.value.diagnostics
        assert (problem.code, problem.nearest) == ("NC808", nearest)
    for same in (copy(rec.verdicts), pickle.loads(pickle.dumps(rec.verdicts))):
        assert same == rec.verdicts
        with pytest.raises(nc.UnknownName):
            same["block_emial"]
    assert rec.verdicts.get("block_emial") is None
    assert "block_emial" not in rec.verdicts


@pytest.mark.parametrize(("how", "code"), [
    ({"engine": "referense"}, "NC502"), ({"engine": None}, "NC502"), ({"engine": [5]}, "NC502"),
    ({"language": "eng"}, "NC807"), ({"language": 5}, "NC807"), ({"language": []}, "NC807"),
    ({"resources": []}, "NC602"), ({"resources": "line"}, "NC602"), ({"rulebook": 5}, "NC107"),
])  # fmt: skip
def test_a_wrong_argument_is_told_in_our_words(how: dict[str, Any], code: str) -> None:
    with pytest.raises(nc.NocontactError) as raised:
        nc.recommend({}, **{"engine": "reference", **how})
    assert [each.code for each in raised.value.diagnostics] == [code]
    scenarios: tuple[Any, ...] = (None, 5, "hope", [], object())
    for scenario in scenarios:
        with pytest.raises(ScenarioError, match="NC404"):
            nc.recommend(scenario, engine="reference")
    traces: tuple[Any, ...] = (None, 5, [], b"{}")
    for trace in traces:
        with pytest.raises(nc.TraceError, match="NC504"):
            nc.replay(trace)
