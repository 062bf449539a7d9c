"""The class `Scenario` is what rules/questions.yaml says today."""

from pathlib import Path

from nocontact import Rulebook, Scenario
from nocontact.facts import answers_class, scenario_schema
from nocontact.facts.class_source import class_source

ROOT = Path(__file__).resolve().parents[2]
REMEDY = "run: nocontact types --to src/nocontact/facts/scenario.py"


def test_the_committed_class_is_current() -> None:
    written = (ROOT / "src/nocontact/facts/scenario.py").read_text("utf-8")
    assert written == class_source(Rulebook.load().vocabulary), REMEDY


def test_the_shipped_rulebook_takes_it_as_its_own() -> None:
    assert Rulebook.load().answers_class is Scenario
    assert answers_class(Scenario.vocabulary()) is Scenario


def test_the_class_and_the_file_ask_the_same_in_the_same_order() -> None:
    shipped = Rulebook.load().vocabulary
    assert list(Scenario.vocabulary()) == list(shipped)
    assert Scenario.vocabulary() == shipped
    assert list(scenario_schema()["properties"]) == [each.name for each in shipped.questions()]
