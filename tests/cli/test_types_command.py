"""`nocontact types` prints the questions of any rules folder as a class."""

from pathlib import Path

import pytest

from nocontact.cli.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = """extends: shipped
questions:
  - id: housing
    block: housing
    shape: one
    asks: Do you have a place to go?
    answers: {no: No, yes: Yes}
    source: [6]
"""


def test_it_prints_the_shipped_class(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["types"]) == 0
    written = (ROOT / "src/nocontact/facts/scenario.py").read_text("utf-8")
    assert capsys.readouterr().out == written


def test_it_prints_the_class_of_a_folder_under_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rulebook.yaml").write_text("{name: a, version: '1', date: 2026-01-31}")
    (tmp_path / "questions.yaml").write_text(QUESTIONS)
    assert main(["types", str(tmp_path), "--name", "Shelter"]) == 0
    out = capsys.readouterr().out
    assert "class Shelter(Answers):" in out
    assert '    housing: Literal["no", "yes", "unknown"] = asked(' in out
    to = tmp_path / "shelter.py"
    assert main(["types", str(tmp_path), "--name", "Shelter", "--to", str(to)]) == 0
    assert to.read_text("utf-8") == out


@pytest.mark.parametrize("name", ["my class", "class"])
def test_a_name_that_no_class_can_have_is_refused(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["types", "--name", name]) == 2
    assert f"`{name}` cannot be the name of a class" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["class", "answers"])
def test_a_question_that_no_class_can_hold_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rulebook.yaml").write_text("{name: a, version: '1', date: 2026-01-31}")
    (tmp_path / "questions.yaml").write_text(QUESTIONS.replace("id: housing", f"id: {name}"))
    assert main(["types", str(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert "NC221" in printed.err
    assert printed.out == ""


def test_questions_that_cannot_be_read_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rulebook.yaml").write_text("{name: a, version: '1', date: 2026-01-31}")
    (tmp_path / "questions.yaml").write_text("questions: [{id: a}]")
    assert main(["types", str(tmp_path)]) == 2
    assert "NC102" in capsys.readouterr().err
