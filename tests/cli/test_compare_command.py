"""`nocontact compare`: 0 when compared, 1 when what must stay does not, 2 for mistakes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from nocontact.cli.__main__ import main

GARDEN = Path(__file__).parents[2] / "examples/garden/rules"
BEFORE, AFTER = "{frost: {at_least: light}}", "{frost: hard}"
STAYS = "must_not_change: [{says: The cover stays., when: {rain: no}, keep: [cover]}]"
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the rules of the garden in `old`, and with a higher threshold in `new`."""
    for name in ("old", "new"):
        shutil.copytree(GARDEN, tmp_path / name)
    _edit(tmp_path / "new/cover.yaml", BEFORE, AFTER)
    (tmp_path / "stays.yaml").write_text(STAYS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _edit(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def test_equal_rules_are_equivalent(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["compare", "old", "old", "--must-not-change", "stays.yaml"]
    assert main([*arguments, "--format", "markdown"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("# What changes\n")
    assert "Equivalent: proved" in said


def test_what_changes_is_no_mistake(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "old", "new"]) == 0
    shown = capsys.readouterr().out
    assert "1. cover: fleece → none" in shown
    assert "frost: light" in shown


def test_json(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "old", "new", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["edits"][0]["name"] == "cover.light-frost"
    assert data["groups"][0]["witness"]["yaml"] == "frost: light"


def test_what_must_not_change_fails(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "old", "new", "--must-not-change", "stays.yaml"]) == 1
    assert "The cover stays." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("old", "required: NEW"),
        ("old missing", "NC712: `missing` cannot be compared"),
        ("old stays.yaml", "`stays.yaml` is not a folder"),
        ("old new --must-not-change missing.yaml", "missing.yaml: No such file"),
        ("old new --must-not-change old/cover.yaml", "NC101: `decision` is not a key here"),
        ("old new --format pdf", "invalid choice"),
        ("old new --seconds 0", "NC703: not proved (budget)"),
        ("old new --nodes 50", "NC702: not proved (budget)"),
    ],
)
def test_a_mistake_is_told(
    arguments: str, words: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *arguments.split()]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert words in shown.err


def test_rules_with_a_problem_say_which_of_the_two(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(place / "new/cover.yaml", "{frost: {unknown", "{forst: {unknown")
    assert main(["compare", "old", "new"]) == 2
    first, *others = capsys.readouterr().err.splitlines()
    assert first == "NC712: `new` cannot be compared"
    assert any("cover.yaml" in line and "NC201" in line for line in others)


def _git(place: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=place, check=True, capture_output=True)


@pytest.fixture
def repository(place: Path) -> Path:
    """A git repository with two commits of `rules`; the second has the higher threshold."""
    _git(place, "init", "--quiet")
    (place / "old").rename(place / "rules")
    (place / "rules/below").mkdir()
    (place / "rules/fit.yaml").rename(place / "rules/below/fit.yaml")
    _git(place, "add", "rules")
    _git(place, "commit", "--quiet", "--message", "before")
    _edit(place / "rules/cover.yaml", BEFORE, AFTER)
    _git(place, "commit", "--quiet", "--all", "--message", "after")
    return place


@needs_git
def test_a_revision_is_compared_with_the_folder(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "HEAD~1:rules", "rules"]) == 0
    assert "1. cover: fleece → none" in capsys.readouterr().out
    assert main(["compare", "HEAD:rules", "rules"]) == 0
    assert "Equivalent: proved" in capsys.readouterr().out


@needs_git
def test_two_revisions_are_compared_from_a_folder_below(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository / "rules/below")
    assert main(["compare", "HEAD~1:rules", "HEAD:../"]) == 0
    assert "1. cover: fleece → none" in capsys.readouterr().out


@needs_git
@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("nowhere:rules", "git knows no revision `nowhere`"),
        ("HEAD~9:rules", "git knows no revision `HEAD~9`"),
        ("HEAD:rulez", "there is no folder `rulez` in `HEAD`"),
        ("HEAD:rules/cover.yaml", "there is no folder `rules/cover.yaml` in `HEAD`"),
        ("HEAD:rules/below", "`rulebook.yaml` is missing"),
        (":rules", "git knows no revision ``"),
    ],
)
def test_a_revision_that_is_not_there_is_told(
    old: str, words: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", old, "rules"]) == 2
    assert words in capsys.readouterr().err


@needs_git
def test_a_revision_outside_of_a_repository_is_told(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "HEAD:old", "new"]) == 2
    assert "there is no git repository here" in capsys.readouterr().err


def test_without_git_a_revision_cannot_be_read(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(place))
    assert main(["compare", "HEAD:old", "new"]) == 2
    assert "git is not installed" in capsys.readouterr().err
