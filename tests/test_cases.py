"""For these answers, this is the recommendation: every case of `tests/cases`, on every engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from nocontact import Rulebook
from nocontact.inference.rete_engine import rete_available
from nocontact.recommendation.answering import EngineName
from nocontact.testing.cases import Case, case_problems, cases_from_folder

FOLDER = Path(__file__).parent / "cases"
CASES, PROBLEMS = cases_from_folder(FOLDER)
RULEBOOK = Rulebook.load()
RETE = pytest.param(
    "rete", marks=pytest.mark.skipif(not rete_available(), reason="durable-rules is not installed")
)


def _line(case: Case) -> str:
    assert case.span is not None
    return f"{case.span.file}:{case.span.line}"


def test_every_case_file_can_be_read() -> None:
    assert not PROBLEMS, "\n".join(map(str, PROBLEMS))
    assert CASES


def test_every_decision_has_its_case_file_and_planning_has_one_too() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {*RULEBOOK.decisions, "planning"}


def test_no_two_cases_have_the_same_name() -> None:
    names = [(case.span.file, case.name, case.claims) for case in CASES if case.span]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("engine", ["reference", "diagrams", RETE])
@pytest.mark.parametrize("case", CASES, ids=_line)
def test_case(case: Case, engine: EngineName) -> None:
    problems = case_problems(case, RULEBOOK, engine)
    assert not problems, "\n".join((case.name, *problems))
