"""Coverage: each rule and each condition seen true and seen false, and nothing claimed beyond."""

from __future__ import annotations

import json

import pytest

from nocontact import Rulebook
from nocontact.display import document_to_text
from nocontact.testing.coverage_report import CoverageReport
from nocontact.testing.coverage_to_document import coverage_to_document, coverage_to_json
from nocontact.testing.covered import share_seen
from nocontact.testing.rule_coverage import coverage_report

from .wall_rulebook import CASES, ONE_MORE, wall_cases, wall_rulebook

RULEBOOK = wall_rulebook()


def open_in(report: CoverageReport) -> dict[tuple[str, str], tuple[str, ...]]:
    found = (*report.rules, *report.conditions)
    return {(each.rule, each.part): each.gaps for each in found if each.gaps}


def test_what_no_case_has_seen_is_open_rule_by_rule_and_part_by_part() -> None:
    assert open_in(coverage_report(RULEBOOK, wall_cases())) == {
        ("wall.r1", ""): ("true",),
        ("wall.r1", "reach_out is often"): ("true",),
        ("wall.r2", ""): ("true",),
        ("wall.r2", "reach_out is often and staying_away is cannot"): ("true",),
        ("wall.r2", "reach_out is often"): ("true",),
    }


def test_an_unknown_answer_makes_no_condition_false_though_the_rule_does_not_fire() -> None:
    cases = wall_cases("cases: [{name: A, given: {}, expect: {wall: none}}]")
    report = coverage_report(RULEBOOK, cases)
    assert {each.false for each in report.rules} == {"seen"}
    assert {each.false for each in report.conditions} == {"missing"}


def test_more_cases_cover_more_and_all_of_it_is_one() -> None:
    both = "  - {name: C, given: {reach_out: often, staying_away: cannot}, expect: {wall: lock}}"
    shares = [
        coverage_report(RULEBOOK, wall_cases(text)).share
        for text in (CASES, CASES + ONE_MORE, CASES + ONE_MORE + both)
    ]
    assert shares[0] < shares[1] < shares[2] == 1


def test_what_no_scenario_can_show_is_proved_so_and_not_counted() -> None:
    report = coverage_report(Rulebook.load(), ())
    always = {each.rule for each in report.rules if each.false == "impossible"}
    assert "status.go-back" in always
    assert "notes.goal" not in always
    assert "wall.lock" not in always
    assert share_seen(report.rules) == 0


def test_cases_of_the_article_alone_do_not_cover_safety_rules() -> None:
    text = "{name: A, article_only: yes, given: {now_unsafe: yes}, expect: {wall: open}}"
    report = coverage_report(Rulebook.load(), wall_cases(f"cases: [{text}]"))
    seen = {each.rule for each in report.rules if "seen" in (each.true, each.false)}
    assert "wall.lock" in seen
    assert "danger.now" not in seen


def test_the_document_has_a_row_for_each_file_and_says_what_is_open() -> None:
    report = coverage_report(RULEBOOK, wall_cases())
    text = " ".join(document_to_text(coverage_to_document(report)).split())
    assert "wall.yaml 3 5 5 68.8 %" in text
    assert "wall.r1, reach_out is often: never true" in text


def test_the_json_gives_the_lines() -> None:
    told = json.loads(coverage_to_json(coverage_report(RULEBOOK, wall_cases())))
    (file,) = told["files"]
    assert file["file"] == "wall.yaml"
    assert told["covered"] == pytest.approx(1 - 5 / 16)
    assert {each["rule"] for each in file["open"]} == {"wall.r1", "wall.r2"}
    assert all(each["line"] for each in file["open"])
