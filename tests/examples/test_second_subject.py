"""A rulebook about something wholly different, in YAML alone: everything works with it.

It stands in `examples/garden`, as an example of how to bring a subject of one's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import nocontact as nc
from nocontact.cli.__main__ import main
from nocontact.display import Document, Paragraph, document_to_text
from nocontact.inference import ReferenceEngine
from nocontact.notebook.conversation import Conversation
from nocontact.notebook.exploration import Exploration
from nocontact.testing.case_problems import case_problems
from nocontact.testing.cases import cases_from_folder
from nocontact.testing.rule_coverage import coverage_report
from nocontact.testing.rule_mutation import mutation_report
from nocontact.testing.strategies import scenarios

GARDEN = Path(__file__).resolve().parents[2] / "examples/garden"
RULES, CASES, TODAY = (str(GARDEN / name) for name in ("rules", "cases", "today.yaml"))
BOOK = nc.Rulebook.load(RULES)
OURS = re.compile(r"\b(?:partner|wall|danger|leaving|court|love|stance|standing)\b", re.IGNORECASE)
"""Words of the shipped subject: none of them may be said of a garden."""

KEY = re.compile(r"(?<![\w/])(?:[a-z_]+\.){1,3}[a-z_]+(?![\w.])")
"""How the id of a text looks that has no words."""

COMMANDS = (
    f"recommend {TODAY} --rules {RULES}",
    f"recommend {TODAY} --rules {RULES} --more",
    f"recommend {TODAY} --rules {RULES} --record",
    f"recommend {TODAY} --rules {RULES} --for helper",
    f"recommend {TODAY} --rules {RULES} --format json",
    f"recommend {TODAY} --rules {RULES} --format html",
    f"why {TODAY} thirst --rules {RULES}",
    f"why {TODAY} fleece --rules {RULES}",
    f"why {TODAY} hose --rules {RULES}",
    f"enough {TODAY} cover --rules {RULES}",
    f"unless {TODAY} cover --rules {RULES}",
    f"graph {TODAY} thirst --rules {RULES}",
    f"what-if {TODAY} soil=wet frost=hard --rules {RULES}",
    f"check {RULES}",
    f"prove {RULES}",
    f"compare {RULES} {RULES}",
    f"stats --rules {RULES}",
    f"types {RULES}",
    f"coverage --rules {RULES} --cases {CASES} --fail-under 100",
    f"mutate --rules {RULES} --cases {CASES}",
)
PLAIN = ("recommend", "why", "enough", "unless", "what-if")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.replace(str(GARDEN), ""))
def test_every_command_speaks_of_the_garden(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command.split()) == 0
    said = capsys.readouterr().out
    if "json" in command:  # its keys are the same for every subject
        assert set(json.loads(said)["findings"]) == {"thirst", "cover"}
        return
    assert said and OURS.findall(said) == []
    if command.startswith(PLAIN) and "format" not in command:
        assert _without_words(said) == set()


def _without_words(said: str) -> set[str]:
    """Return the ids of texts that are shown; rules and needs are shown by theirs."""
    shown = (*BOOK.rules_by_id, "cover.front.in", "cover.front.out")
    return {each for each in KEY.findall(said) if not any(id.startswith(each) for id in shown)}


def test_the_card_says_what_a_gardener_would() -> None:
    card = nc.recommend(nc.scenario_from_path(TODAY, rulebook=BOOK), rulebook=BOOK).to_text()
    assert "It needs a lot of water today. A fleece is enough tonight." in card
    assert "Water with a can from the barrel. The plants need water." in card


@given(scenarios(BOOK.answers_class, tactics=BOOK.tactics))
def test_two_engines_agree_and_every_form_is_written(scenario: Any) -> None:
    rec = nc.recommend(scenario, rulebook=BOOK)
    assert len(rec.trace.engines) == 2
    found = ReferenceEngine().infer(BOOK, scenario.flat()).findings
    assert rec.findings == {n: found[n] for n in found if not n.startswith("status.")}
    assert rec.bases == {name: rec.findings[name] for name in ("thirst", "cover")}
    for form in (rec.to_text(), rec.to_text(detail="record"), rec.to_markdown(), rec.to_html()):
        assert OURS.findall(re.sub(r"<style>.*?</style>", "", form, flags=re.DOTALL)) == []


def _asked() -> nc.Recommendation:
    return nc.recommend({"soil": "dry", "plants": ["tomato"]}, rulebook=BOOK)


EXPLAINED: dict[str, Callable[[nc.Recommendation], Document]] = {
    "why": lambda rec: rec.why("thirst").to_document(),
    "why_not": lambda rec: rec.why_not("thirst", "much").to_document(),
    "why_not a step": lambda rec: rec.why_not("cold_frame").to_document(),
    "enough": lambda rec: rec.enough("thirst", every=True).to_document(),
    "unless": lambda rec: rec.unless("thirst").to_document(),
    "ask": lambda rec: rec.ask.to_document(),
    "graph": lambda rec: rec.graph().to_document(),
    "what_if": lambda rec: rec.what_if(rain="no", frost="hard").to_document(),
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_explanation_has_words(name: str) -> None:
    said = document_to_text(EXPLAINED[name](_asked()))
    assert OURS.findall(said) == []
    assert _without_words(said) == set()


def test_the_interview_ends_with_the_outcome_of_all_answers() -> None:
    told: dict[str, Any] = {"soil": "dust", "rain": "no", "frost": "light", "plants": ["cactus"],
            "beds": {"front": "tender"}}  # fmt: skip
    interview = nc.Interview(rulebook=BOOK)
    while (prompt := interview.prompt()) is not None:
        question, *channel = prompt.key
        answer: Any = told.get(question, "unknown")
        interview = interview.answered(answer.get(*channel, "empty") if channel else answer)
    assert interview.recommendation().bases == nc.recommend(told, rulebook=BOOK).bases


def test_the_explorer_answers_a_move() -> None:
    talk = Conversation(Exploration.of(BOOK.answers_class(), BOOK))
    replies = [*talk.replies({"kind": "ready"})]
    replies += talk.replies({"kind": "moved", "question": "soil", "answer": "dust"})
    assert {reply["kind"] for reply in replies} >= {"form", "next", "shown"}
    assert OURS.findall(" ".join(_texts(replies))) == []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"<style>.*?</style>", "", value, flags=re.DOTALL)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def test_without_any_words_no_line_is_empty(tmp_path: Path) -> None:
    for file in Path(RULES).glob("*.yaml"):
        if not file.name.startswith("messages"):
            (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    card = nc.recommend({"soil": "dust"}, rulebook=tmp_path).to_document()
    assert all(block.text for block in card.blocks if isinstance(block, Paragraph))
    assert _without_words(document_to_text(card)) == set()


def test_its_cases_hold_and_notice_every_change() -> None:
    cases, problems = cases_from_folder(CASES, rulebook=BOOK)
    assert not problems
    assert [problem for case in cases for problem in case_problems(case, BOOK)] == []
    assert coverage_report(BOOK, cases).share == 1
    assert {each.fate for each in mutation_report(BOOK, cases).results} == {"killed"}


def test_its_promises_hold_and_a_broken_one_has_a_counterexample(tmp_path: Path) -> None:
    assert nc.prove(BOOK).held
    for file in Path(RULES).glob("*.yaml"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    fit = tmp_path / "fit.yaml"
    fit.write_text(fit.read_text("utf-8").replace("advised_against", "suggested"), "utf-8")
    found = nc.prove(tmp_path)["no-flood"]
    assert found.verdict == "broken" and found.counterexample is not None
    assert found.counterexample.answers["plants"] == ["cactus"]
    compared = nc.compare(BOOK, tmp_path)
    assert not compared.equivalent and "hose" in compared.to_text()
