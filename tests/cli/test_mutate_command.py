"""`nocontact mutate` and `nocontact coverage`: 0 when nothing is missing, 1 when something is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nocontact.cli.__main__ import main

GARDEN = Path(__file__).parents[2] / "examples/garden"
RULES, CASES = ("--rules", str(GARDEN / "rules")), ("--cases", str(GARDEN / "cases"))
ONE = "cases: [{name: Dust, given: {soil: dust}, expect: {findings: {thirst: much}}}]"


@pytest.fixture
def one_case(tmp_path: Path) -> str:
    (tmp_path / "dust.yaml").write_text(ONE, "utf-8")
    return str(tmp_path)


def test_cases_that_notice_every_change_of_a_decision_give_0(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["mutate", *RULES, *CASES, "--decision", "status"]) == 0
    assert "100 % of 12 mutants" in capsys.readouterr().out


def test_a_survivor_is_shown_as_a_case_and_gives_1(
    one_case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["mutate", *RULES, "--cases", one_case, "--decision", "cover", "--format", "json"])
        == 1
    )
    told = json.loads(capsys.readouterr().out)
    assert told["survived"] > 0
    assert all(each["ready_case"].startswith("cases:") for each in told["mutants"]
               if each["fate"] == "survived")  # fmt: skip


def test_less_coverage_than_asked_for_gives_1(
    one_case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["coverage", *RULES, "--cases", one_case, "--fail-under", "90"]) == 1
    assert main(["coverage", *RULES, *CASES, "--fail-under", "100"]) == 0
    capsys.readouterr()
    assert main(["coverage", *RULES, "--cases", one_case, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["covered"] < 0.9


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mutate", "--cases", "missing"], "NC107: `missing` is not a folder"),
        (["coverage", "--cases", "empty"], "NC107: `empty` holds no case"),
        (["coverage", "--cases", "broken"], "broken.yaml:1:1: "),
        (["mutate", "--cases", "wrong"], "NC707: this case does not hold"),
        (["mutate", "--cases", "good", "--decision", "thirsty"], "did you mean `thirst`?"),
        (["coverage", "--cases", "good", "--fail-under", "101"], "not a number from 0 to 100"),
        (["coverage", "--cases", "good", "--fail-under", "most"], "not a number from 0 to 100"),
    ],
)
def test_a_mistake_is_told_in_a_line(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for folder in ("empty", "broken", "wrong", "good"):
        (tmp_path / folder).mkdir()
    (tmp_path / "broken/broken.yaml").write_text("case: []", "utf-8")
    (tmp_path / "wrong/wrong.yaml").write_text(ONE.replace("much", "none"), "utf-8")
    (tmp_path / "good/good.yaml").write_text(ONE, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, *RULES]) == 2
    assert said in capsys.readouterr().err
