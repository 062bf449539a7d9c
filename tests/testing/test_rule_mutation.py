"""A mutant is killed by a case, proved equivalent, or shown with a case that would kill it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from nocontact import Rulebook
from nocontact.diagnostics import ProofError
from nocontact.display import document_to_text
from nocontact.proof.mutant import mutated
from nocontact.testing.cases import case_problems, cases_from_text
from nocontact.testing.mutation_report import MutationReport
from nocontact.testing.mutation_to_document import mutation_to_document, mutation_to_json
from nocontact.testing.rule_mutation import mutation_report

from .wall_rulebook import CASES, ONE_MORE, wall_cases, wall_rulebook

RULEBOOK = wall_rulebook()


def fates(report: MutationReport) -> dict[str, str]:
    return {str(each.mutant): each.fate for each in report.results}


def test_a_mutant_that_no_case_notices_survives_with_a_case_that_would() -> None:
    report = mutation_report(RULEBOOK, wall_cases())
    gone = next(
        r for r in report.results if str(r.mutant) == "wall.r1: rule deleted: the rule is gone"
    )
    assert (gone.fate, report.complete) == ("survived", False)
    cases, problems = cases_from_text(gone.ready_case, "ready.yaml")
    assert not problems
    assert cases[0].scenario.answers() == {"reach_out": "often"}
    assert ("wall", ("lock",)) in [(each.about, each.values) for each in cases[0].expect]


def test_every_ready_case_holds_for_the_rulebook_and_not_for_its_mutant() -> None:
    for result in mutation_report(RULEBOOK, ()).with_fate("survived"):
        (case,), problems = cases_from_text(result.ready_case, "ready.yaml")
        assert not problems
        assert case_problems(case, RULEBOOK) == ()
        assert case_problems(case, mutated(RULEBOOK, result.mutant)) != ()


def test_every_ready_case_of_shipped_rules_tells_its_mutant_apart_too() -> None:
    shipped = Rulebook.load()
    for decision in ("device", "acceptance", "motives"):
        for result in mutation_report(shipped, (), decision=decision).with_fate("survived"):
            (case,), problems = cases_from_text(result.ready_case, "ready.yaml")
            assert not problems
            assert case_problems(case, shipped) == ()
            assert case_problems(case, mutated(shipped, result.mutant)) != (), result.ready_case


def test_what_changes_no_recommendation_is_proved_equivalent() -> None:
    found = fates(mutation_report(RULEBOOK, wall_cases()))
    assert found["wall.r2: rule deleted: the rule is gone"] == "equivalent"
    assert found["wall.r2: level moved: `wall: lock` becomes `wall: friction`"] == "equivalent"
    assert found["wall.r2: level moved: `wall: lock` becomes `wall: sealed`"] == "survived"


def test_the_missing_case_kills_it_and_is_named() -> None:
    report = mutation_report(RULEBOOK, wall_cases(CASES + ONE_MORE))
    gone = next(r for r in report.results if r.mutant.rule == "wall.r1")
    assert (gone.fate, gone.killer) == ("killed", "wall.yaml:13")


def test_a_case_that_only_names_the_rules_that_fire_kills_nothing() -> None:
    only_fired = [
        replace(case, expect=tuple(each for each in case.expect if each.about == "fired"))
        for case in wall_cases()
    ]
    assert not mutation_report(RULEBOOK, only_fired).with_fate("killed")


def test_a_case_of_the_article_alone_kills_too() -> None:
    alone = [replace(case, article_only=True) for case in wall_cases()]
    killed = mutation_report(RULEBOOK, alone).with_fate("killed")
    assert {each.mutant.rule for each in killed} >= {"wall.r0"}


def test_a_case_that_does_not_hold_is_refused_before_anything_is_changed() -> None:
    wrong = wall_cases("cases: [{name: A, given: {reach_out: often}, expect: {wall: none}}]")
    with pytest.raises(ProofError, match="NC707: this case does not hold"):
        mutation_report(RULEBOOK, wrong)


def test_the_document_shows_score_survivors_and_what_was_proved() -> None:
    text = document_to_text(mutation_to_document(mutation_report(RULEBOOK, wall_cases())))
    assert "mutants are killed or proved equivalent" in text
    assert "given: {reach_out: often}" in text
    assert "not shares of people" in text
    assert "Proved equivalent: no scenario has another recommendation" in text


def test_the_json_holds_every_mutant_with_its_place() -> None:
    report = mutation_report(RULEBOOK, wall_cases())
    told = json.loads(mutation_to_json(report))
    assert len(told["mutants"]) == len(report.results)
    assert told["killed"] + told["equivalent"] + told["survived"] == len(report.results)
    assert told["mutants"][0]["place"].startswith("wall.yaml:")


def test_a_score_is_never_rounded_up_to_all() -> None:
    report = mutation_report(RULEBOOK, wall_cases())
    almost = replace(report, results=report.results[-1:] + report.with_fate("equivalent") * 1_999)
    assert not almost.complete
    assert "99.9 %" in document_to_text(mutation_to_document(almost))
