"""`nocontact recommend`: the same answer in four formats, from a file or from standard input."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from nocontact.cli.__main__ import main
from nocontact.parsing import shipped_rules

YAML = "danger_signs: [hit_or_hurt]\nprivate_device: yes\nconsidering: [change_number]\n"
RESOURCES = """\
resources:
  - {region: Examplia, name: Advocates, contact: "0555 0100", source: their page,
     checked_on: 2026-11-01, for: [advocate]}
  - {region: Examplia, name: Youth line, contact: "0555 0200", source: their page,
     checked_on: 2026-11-01, for: [youth]}
"""


@pytest.fixture
def answers(tmp_path: Path) -> str:
    """The name of a file with answers."""
    file = tmp_path / "answers.yaml"
    file.write_text(YAML, "utf-8")
    return str(file)


def _given(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO(text.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data, encoding="utf-8"))


def test_text_is_plain_when_it_is_piped(answers: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recommend", answers]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("What may help you now\n")
    assert "Safety comes first." in shown
    assert "\x1b" not in shown
    assert "safety_status.danger-holds-what-they-notice" not in shown
    assert main(["recommend", answers, "--record"]) == 0
    assert "safety_status.danger-holds-what-they-notice" in capsys.readouterr().out


def test_markdown_html_and_json_say_the_same(
    answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recommend", answers, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# What may help you now\n")
    assert main(["recommend", answers, "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!doctype html>")
    assert "<h1>What may help you now</h1>" in page
    assert main(["recommend", answers, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["standing"] == "safety_first"
    assert data["considered"]["change_number"]["fit"] == "wait"


def test_json_is_ascii_where_the_output_cannot_show_more(
    answers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii"))
    assert main(["recommend", answers, "--format", "json"]) == 0
    assert json.loads(buffer.getvalue().decode("ascii"))["standing"] == "safety_first"
    for format in ("text", "markdown", "html"):
        assert main(["recommend", answers, "--format", format]) == 0


def test_the_card_comes_first_and_more_and_the_record_on_request(
    answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = {}
    for option in ("", "--more", "--record", "--for=helper", "--for=reviewer"):
        assert main(["recommend", answers, *filter(None, [option])]) == 0
        shown[option] = capsys.readouterr().out
    assert shown["--more"].startswith(shown[""].rstrip("\n"))
    assert len(shown[""].split()) < len(shown["--more"].split()) / 3
    assert "Why we say this" in shown["--record"] and "[" not in shown["--more"]
    assert shown["--for=reviewer"] == shown["--record"]
    assert "Do not say" in shown["--for=helper"]


def test_brief_json_is_lean(answers: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recommend", answers, "--brief", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["standing"] == "safety_first"
    assert data["notes"] and data["ask"]
    assert not {"trace", "verdicts", "findings"} & set(data)


@pytest.mark.parametrize("text", [YAML, '{"danger_signs":\t["hit_or_hurt"]}', "\ufeff" + YAML])
def test_answers_may_come_from_standard_input(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _given(text, monkeypatch)
    assert main(["recommend", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["standing"] == "safety_first"


def test_a_changed_rule_changes_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(str(shipped_rules()), rules)
    crisis = (rules / "messages.en.yaml").read_text("utf-8")
    title = crisis.replace("title: What may help you now", "title: My own title")
    (rules / "messages.en.yaml").write_text(title, "utf-8")
    _given(YAML, monkeypatch)
    assert main(["recommend", "-", "--rules", str(rules)]) == 0
    assert capsys.readouterr().out.startswith("My own title\n")


def test_helplines_that_fit_are_shown_and_others_are_not(
    answers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lines.yaml").write_text(RESOURCES, "utf-8")
    given = ["--resources", str(tmp_path / "lines.yaml"), "--as-of", "2026-11-22"]
    assert main(["recommend", answers, *given]) == 0
    shown = capsys.readouterr().out
    assert "Advocates (Examplia): 0555 0100 [their page, 2026-11-01]" in " ".join(shown.split())
    assert "Youth line" not in shown


def test_stale_helplines_are_refused(
    answers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lines.yaml").write_text(RESOURCES, "utf-8")
    given = ["--resources", str(tmp_path / "lines.yaml"), "--as-of", "2028-01-01"]
    assert main(["recommend", answers, *given]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "NC601: `Advocates` was checked 426 days ago" in shown.err
