"""`nocontact check`: 0 when nothing is found, 1 when something is, 2 when it cannot run."""

import json
import shutil
from pathlib import Path

import pytest

from nocontact.cli.__main__ import main
from nocontact.diagnostics import Diagnostic, Report, Span

GARDEN = Path(__file__).parents[2] / "examples/garden/rules"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The rules of the garden with one fact misspelt."""
    rules = tmp_path / "rules"
    shutil.copytree(GARDEN, rules)
    cover = rules / "cover.yaml"
    cover.write_text(cover.read_text("utf-8").replace("{frost:", "{forst:"), "utf-8")
    return rules


def test_nothing_found_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(GARDEN)]) == 0
    assert capsys.readouterr().out == "nothing found\n"


def test_what_is_found_is_shown_line_by_line(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(broken)]) == 1
    shown = capsys.readouterr().out
    assert "cover.yaml:" in shown
    assert "NC201" in shown
    assert "did you mean `frost`?" in shown


def test_json_and_markdown_hold_the_same(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken), "--format", "json"]) == 1
    assert {"NC201"} <= {each["code"] for each in json.loads(capsys.readouterr().out)}
    assert main(["check", str(broken), "--format", "markdown"]) == 1
    assert "**NC201:**" in capsys.readouterr().out


def test_exact_checks_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(GARDEN, rules)
    cover = rules / "cover.yaml"
    edited = cover.read_text("utf-8").replace(
        "{frost: hard, plants.tomato: yes}", "{all: [{frost: hard}, {frost: light}]}"
    )
    cover.write_text(edited, "utf-8")
    assert main(["check", str(rules), "--no-exact"]) == 0
    assert main(["check", str(rules)]) == 1
    assert "NC611" in capsys.readouterr().out


def test_a_folder_without_rules_has_something_missing(tmp_path: Path) -> None:
    assert main(["check", str(tmp_path)]) == 1


def test_on_a_terminal_each_problem_has_place_excerpt_and_help() -> None:
    span = Span("wall.yaml", 3, 5, 3, 9)
    found = Diagnostic("NC201", "there is no fact", span, "when: x\n    ^", help="mend it")
    text = Report.of([found]).to_text()
    assert text.splitlines() == [
        "wall.yaml:3:5: NC201: there is no fact",
        "",
        "  | when: x",
        "  |     ^",
        "  help: mend it",
    ]
