"""`nocontact stats`: exact counts, of combinations of answers and not of people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nocontact.cli.__main__ import main


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_form_says_that_these_are_no_shares_of_people(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", "--only", "step", "--format", form]) == 0
    assert "not shares of people" in " ".join(capsys.readouterr().out.split())


def test_only_the_kinds_that_are_asked_for_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--only", "step", "--only", "rule", "--format", "json"]) == 0
    kinds = {each["kind"] for each in json.loads(capsys.readouterr().out)["counts"]}
    assert kinds == {"step", "rule"}


def test_a_file_restricts_the_counts_to_its_completions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "some.yaml"
    answers.write_text("staying_away: gives_in\n", "utf-8")
    assert main(["stats", str(answers), "--only", "finding", "--format", "json"]) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    none = next(each for each in counts if (each["name"], each["level"]) == ("wall", "none"))
    assert [place["scenarios"] for place in none["in"]] == ["0", "0"]


def test_answers_that_cannot_be_read_are_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "missing.yaml"]) == 2
    assert "NC405" in capsys.readouterr().err
