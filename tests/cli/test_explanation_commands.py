"""`nocontact why`, `enough`, `unless`, `what-if`, `graph`: thin, and never a traceback."""

import io
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nocontact.cli.__main__ import main

OLD = """\
now_unsafe: no
self_harm_thoughts: no
danger_signs: [none]
afraid: no
private_device: yes
must_stay_in_touch: [none]
my_position: [none]
situation: they_left
commitment: committed
acceptance: mostly
understands_purpose: yes
aims: [heal]
hope: none
staying_away: cannot
pull: {email: always_look}
reach_out: often
times_gone_back: 0
partner_space: gives_space
how_i_am: [none]
"""
NEW = OLD.replace("often", "never").replace("cannot", "easy").replace("always_look", "can_leave_it")
TITLES = {
    "why FILE wall": "Why? ",
    "why FILE wall --depth 1 --everything": "Why? ",
    "why FILE change_number --not": "Why ",
    "why FILE wall --not lock": "Why ",
    "enough FILE wall": "What is enough",
    "enough FILE wall --every": "What is enough",
    "unless FILE wall": "What would",
    "what-if FILE reach_out=never": "What would be different",
    "what-if FILE aims=heal,space pull=email:can_leave_it hope=unknown": "What would be different",
    "what-if FILE --since OLD": "What is different now",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the answers of two days."""
    (tmp_path / "FILE").write_text(OLD.replace("often", "sometimes"), "utf-8")
    (tmp_path / "OLD").write_text(OLD, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", TITLES)
def test_each_says_the_same_in_four_formats(
    command: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command.split()) == 0
    text = capsys.readouterr().out
    assert text.startswith(TITLES[command])
    assert "\x1b" not in text
    assert main([*command.split(), "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith(f"# {TITLES[command]}")
    assert main([*command.split(), "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<script" not in page
    assert main([*command.split(), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_a_picture_is_mermaid_or_svg_or_words(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["graph", "FILE", "wall"]) == 0
    assert capsys.readouterr().out.startswith("flowchart")
    assert main(["graph", "FILE", "--format", "svg"]) == 0
    ElementTree.fromstring(capsys.readouterr().out)
    assert main(["graph", "FILE", "--format", "text"]) == 0
    assert "flowchart" not in capsys.readouterr().out


def test_svg_can_be_written_where_the_output_is_ascii(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii"))
    assert main(["graph", "FILE", "--format", "svg"]) == 0
    ElementTree.fromstring(buffer.getvalue().decode("ascii"))


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("why FILE wal", "NC801"),
        ("why FILE reach_out", "NC803"),
        ("why FILE wall --not loc", "NC804"),
        ("why FILE wall --depth many", "`many` is not a number"),
        ("why nowhere wall", "NC405"),
        ("why FILE wall --language tlh", "NC807"),
        ("recommend FILE --language tlh", "NC807"),
        ("ask --language tlh", "NC807"),
        ("why FILE wall --rules nowhere", "NC107"),
        ("enough FILE wal", "NC801"),
        ("unless FILE wal", "NC801"),
        ("graph FILE wal", "NC801"),
        ("what-if FILE", "nothing to compare with"),
        ("what-if FILE hope=some --since OLD", "nothing to compare with"),
        ("what-if - --since -", "nothing to compare with"),
        ("what-if FILE hope", "not of the form QUESTION=ANSWER"),
        ("what-if FILE hop=some", "NC401"),
        ("what-if FILE hope=big", "NC402"),
        ("what-if FILE hope=some hope=none", "NC405"),
        ("what-if FILE considering=fly_away", "NC406"),
    ],
)
def test_a_mistake_is_a_line_and_not_a_traceback(
    command: str, said: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command.split()) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Traceback" not in shown.err
    assert not shown.out


def test_answers_may_come_from_standard_input(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = io.BytesIO(NEW.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data, encoding="utf-8"))
    assert main(["what-if", "-", "--since", "OLD"]) == 0
    assert "The wall may be lower now." in capsys.readouterr().out


def test_another_language_is_spoken(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recommend", "FILE", "--language", "es"]) == 0
    assert capsys.readouterr().out.startswith("Lo que puede ayudarte ahora")
    assert main(["why", "FILE", "wall", "--language", "es", "--format", "html"]) == 0
    assert '<html lang="es">' in capsys.readouterr().out
