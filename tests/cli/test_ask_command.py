"""`nocontact ask`: it can be left at any moment, it stores nothing, and a crisis stops it."""

import io
import json
import sys
from pathlib import Path

import pytest

from nocontact import Interview
from nocontact.cli.__main__ import main


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder to work in, so that anything stored would be found."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def _ask(lines: list[str], monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(["ask", *options])


def test_all_questions_may_be_skipped_and_the_answer_goes_to_standard_output(
    typed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = Interview(adaptive=False).left
    assert _ask([""] * asked, monkeypatch, "--short-form") == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("What may help you now\n")
    assert f"1 of {asked}" in shown.err
    assert f"{asked} of {asked}" in shown.err
    assert list(typed.iterdir()) == []


@pytest.mark.parametrize("lines", [["q"], ["1", "1", "q"], ["1"], []])
def test_leaving_or_the_end_of_input_shows_no_recommendation(
    lines: list[str], typed: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert _ask(lines, monkeypatch) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Nothing was kept." in shown.err
    assert list(typed.iterdir()) == []


@pytest.mark.parametrize("lines", [["3"], ["1", "4"], ["1", "b", "3"], ["x", "3"]])
def test_a_crisis_stops_the_questions_and_shows_only_crisis_help(
    lines: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _ask(lines, monkeypatch) == 0
    shown = capsys.readouterr()
    assert "Please get help now." in shown.out
    assert "How high a wall" not in shown.out
    assert "Question 3" not in shown.err
    assert "Help comes first. Nothing more is asked now." in shown.err


def test_by_need_it_asks_until_nothing_can_change_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    danger = ["1", "1", "1", "3", "3", "1", "3", "9", "1", "8", "2"]  # hit or hurt, and afraid
    wall = ["5"]  # nothing holds
    assert _ask([*danger, *wall, *[""] * 10], monkeypatch) == 0
    shown = capsys.readouterr()
    assert "We ask only what can still change the answer" in shown.err
    assert "Question 1. At most" in shown.err
    assert "That is enough." in shown.err
    assert "Question 20" not in shown.err
    assert shown.out.startswith("What may help you now\n")


def test_the_answers_typed_are_the_answers_used(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["1", "1", "15", "1", "9", "3"]  # safety: no sign, no fear, no tie, private
    lines += ["4", "5", "1 5", "1", "1", "4"]  # I ended it, decided, heal and move on, no hope...
    lines += ["3", "1 3", "3", "1", "1", "1"]  # gives in; mail and social: always, can leave; never
    lines += ["13", "1"]
    assert _ask(lines, monkeypatch, "--short-form", "--format", "json") == 0
    answers = json.loads(capsys.readouterr().out)["trace"]["answers"]
    assert answers["danger_signs"] == ["none"]
    assert answers["situation"] == "i_left"
    assert answers["staying_away"] == "gives_in"
    assert answers["aims"] == ["heal", "move_on"]
    assert answers["pull"] == {"email": "always_look", "social": "can_leave_it"}
    assert answers["support"] == ["trusted_person"]


def test_a_mistake_is_answered_in_plain_words_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _ask(["7", "1 2", "q"], monkeypatch) == 0
    shown = capsys.readouterr().err
    assert "Please type a number from 1 to 3." in shown
    assert "Please type one number only." in shown
    assert shown.count("Question 1.") == 3


def test_rules_that_cannot_be_used_are_told_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _ask(["3"], monkeypatch, "--rules", "missing") == 2
    assert "Question 1" not in capsys.readouterr().err
