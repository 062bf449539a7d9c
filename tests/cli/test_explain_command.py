"""`nocontact explain`: one code, all codes, or every code in a report."""

import io
import json
import sys

import pytest

from nocontact.cli.__main__ import main


@pytest.mark.parametrize("name", ["NC201", "nc201", "201"])
def test_a_code_is_explained_with_what_to_avoid_and_what_to_prefer(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", name]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("NC201: a name that does not exist\n")
    assert "Avoid\n" in shown
    assert "Prefer\n" in shown


def test_a_code_that_does_not_exist_names_the_nearest_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "NC2O1"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "did you mean `NC2" in shown.err


def test_every_format_shows_the_same_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "NC601", "--format", "json"]) == 0
    (page,) = json.loads(capsys.readouterr().out)
    assert page["area"] == "resources"
    for format, start in (("markdown", "# NC601: "), ("html", "<!doctype html>")):
        assert main(["explain", "NC601", "--format", format]) == 0
        assert capsys.readouterr().out.startswith(start)


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    shown = capsys.readouterr().out
    assert "Reading files\n" in shown
    assert "• NC001 an empty file\n" in shown


def test_a_report_on_standard_input_has_each_of_its_codes_explained_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report = b"wall.yaml:3:5: NC201: no\nwall.yaml:4:5: NC201: no\nx.yaml:1:1: NC001: empty\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report)))
    assert main(["explain", "-"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("NC201: a name") == 1
    assert "NC001: an empty file" in shown
