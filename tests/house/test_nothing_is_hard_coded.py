"""Every word that a person reads comes from the rulebook: in a made-up language, all of it changes.

The made-up language puts each text in brackets, `⟦title⟧`, and leaves its blanks outside, so that
English which slips in anywhere stands outside of brackets. A new kind of document is tested by one
more line in `DOCUMENTS`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from nocontact import Interview, Recommendation, Rulebook, Scenario, recommend
from nocontact.cli.ask_command import interviewed
from nocontact.display import Document, document_to_html, document_to_markdown, document_to_text
from nocontact.explanation import Wording
from nocontact.parsing.translation_to_yaml import translation_to_yaml
from nocontact.recommendation.resources import Resource, ResourceDirectory
from nocontact.rulebook import CheckedRulebase, Translated, Translation, shown_texts

RULES = Path(__file__).parents[2] / "rules"
MADE_UP = "qx"
BLANK = re.compile(r"(\{[a-z_]+\})")
TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
MARKED = re.compile(r"<(code|cite)>(.*?)</\1>", re.DOTALL)
LABEL = re.compile(r'aria-label="([^"]*)"|title="([^"]*)"')
NAME = re.compile(r"[\w¶+-]+(?:\.[\w+-]+)*")
WORD = re.compile(r"[^\W\d_]{2,}")

SCENARIOS = {
    "nothing": Scenario(),
    "reaches_out": Scenario(reach_out="often", pull={"email": "always_look"}, private_device="yes"),
    "crisis": Scenario(self_harm_thoughts="yes"),
    "danger": Scenario(danger_signs={"choked"}, considering={"change_number"}),
    "mixed": Scenario(
        hope="strong", considering={"change_number": {"punish"}}, aims={"heal", "win_back"},
        staying_away="cannot", in_place={"filter_to_folder"}, must_stay_in_touch={"children"},
    ),
}  # fmt: skip
"""Between them: every part of the answer, safety and crisis too."""

DOCUMENTS: dict[str, Callable[[Recommendation], Document]] = {
    "card": lambda rec: rec.to_document(),
    "layers": lambda rec: rec.to_document(detail="layers"),
    "helper": lambda rec: rec.to_document(audience="helper"),
    "why": lambda rec: rec.why("wall").to_document(),
    "why_everything": lambda rec: rec.why("standing", everything=True).to_document(),
    "why_step": lambda rec: rec.why(f"step.{rec.steps[0].tactic}").to_document(),
    "why_not_tactic": lambda rec: rec.why_not("change_number").to_document(),
    "why_not_level": lambda rec: rec.why_not("wall", "sealed").to_document(),
    "why_not_standing": lambda rec: rec.why_not("standing.stabilise_first").to_document(),
    "ask": lambda rec: rec.ask.to_document(),
    "what_if": lambda rec: rec.what_if(hope="none", reach_out="never").to_document(),
    "graph": lambda rec: rec.graph().to_document(),
    "enough": lambda rec: rec.enough("help").to_document(),
    "enough_every": lambda rec: rec.enough("wall", every=True).to_document(),
    "enough_step": lambda rec: rec.enough(f"step.{rec.steps[0].tactic}").to_document(),
    "unless": lambda rec: rec.unless("wall").to_document(),
    "unless_status": lambda rec: rec.unless("status.change_number").to_document(),
}
"""What is shown to people. Each maker gets an answer in the made-up language."""


@pytest.fixture(scope="module")
def rulebase(tmp_path_factory: pytest.TempPathFactory) -> CheckedRulebase:
    """The shipped rules with one more language."""
    folder = tmp_path_factory.mktemp("rules") / "rules"
    shutil.copytree(RULES, folder)
    shipped = Rulebook.load()
    texts = {
        key: Translated(_bracketed(key, each.english), each.english)
        for key, each in shown_texts(shipped.parsed, shipped.vocabulary, MADE_UP).items()
    }
    text = translation_to_yaml(Translation("made up", texts=texts))
    (folder / f"messages.{MADE_UP}.yaml").write_text(text, "utf-8")
    return Rulebook.load(folder)


@pytest.mark.parametrize(
    ("document", "scenario"),
    [(each, name) for each in DOCUMENTS for name in SCENARIOS if name in ("crisis", "mixed")
     or each in ("card", "layers", "helper", "why", "why_step", "ask")],
)  # fmt: skip
def test_no_word_of_a_document_is_hard_coded(
    rulebase: CheckedRulebase, document: str, scenario: str
) -> None:
    shown = DOCUMENTS[document](_answer(rulebase, SCENARIOS[scenario]))
    names = _names(rulebase, shown)
    for said in _renderings(shown):
        assert "⟦" in said
        assert sorted(_left_over(said, names)) == []


def test_the_texts_of_the_objects_are_in_the_language_too(rulebase: CheckedRulebase) -> None:
    rec = _answer(rulebase, SCENARIOS["mixed"])
    steps = [text for step in (*rec.steps, *rec.later)
             for text in (step.plain, step.good, step.hard, step.needs,
                          *(each.because for each in step.purposes),
                          *(each.because for each in step.reasons))]  # fmt: skip
    verdicts = [text for each in rec.verdicts.values()
                for text in (each.plain, *(reason.because for reason in each.reasons))]  # fmt: skip
    others = [*(note.text for note in rec.notes), *(gap.because for gap in rec.gaps)]
    found = [text for text in (*steps, *verdicts, *others) if text]
    assert [text for text in found if not text.startswith("⟦")] == []
    assert steps and verdicts and others


def test_no_word_of_any_why_is_hard_coded(rulebase: CheckedRulebase) -> None:
    rec = _answer(rulebase, SCENARIOS["mixed"])
    tactics = [name for each in rulebase.tactics for name in (f"status.{each}", f"step.{each}")]
    found = [name for name in rulebase.findings if not name.startswith("status.")]
    for name in (*found, *tactics):
        for document in (rec.why(name).to_document(), rec.why_not(name).to_document()):
            said = document_to_text(document, width=100_000)
            assert (name, sorted(_left_over(said, _names(rulebase, document)))) == (name, [])


@pytest.mark.parametrize("adaptive", [True, False])
@pytest.mark.parametrize("line", ["1", "2 3", "nine", "", "b 99"])
def test_no_word_of_the_interview_is_hard_coded(
    rulebase: CheckedRulebase, line: str, adaptive: bool
) -> None:
    said: list[Document] = []
    lines = iter([line, "", line, "1", line, "1", line, "1", line, "1", line])
    begun = Interview(rulebase, MADE_UP, adaptive)
    interviewed(begun, lambda: next(lines, None), said.append, Wording(rulebase, MADE_UP))
    assert said
    for document in said:
        text = document_to_text(document, width=100_000)
        assert sorted(_left_over(text, _names(rulebase, document))) == []


def test_english_that_slips_in_is_found(rulebase: CheckedRulebase) -> None:
    document = recommend(SCENARIOS["mixed"], rulebook=rulebase, engine="reference").to_document()
    for said in _renderings(document):
        assert {"may", "you"} <= _left_over(said, _names(rulebase, document))


def _answer(rulebase: CheckedRulebase, scenario: Scenario) -> Recommendation:
    line = Resource("⟦region⟧", "⟦name⟧", "555 0100", "⟦source⟧", date(2026, 11, 1),
                    ("crisis", "advocate"))  # fmt: skip
    directory = ResourceDirectory((line,), as_of=date(2026, 11, 22))
    return recommend(scenario, rulebook=rulebase, engine="reference", language=MADE_UP,
                     resources=directory)  # fmt: skip


def _bracketed(key: str, english: str) -> str:
    parts = BLANK.split(english)
    return "".join(f"⟦{key}⟧" if WORD.search(part) and not BLANK.fullmatch(part) else part
                   for part in parts)  # fmt: skip


def _renderings(document: Document) -> Iterator[str]:
    html = document_to_html(document)
    labels = " ".join(a or b for a, b in LABEL.findall(html))
    yield document_to_text(document, width=100_000)
    yield document_to_markdown(document).replace("\\", "")
    yield f"{TAG.sub(' ', html)} {labels}".replace("&#x27;", "'")


def _names(rulebase: CheckedRulebase, document: Document) -> frozenset[str]:
    """What is the same in every language: ids and citations that are marked as such, names."""
    marked = [text for _, text in MARKED.findall(document_to_html(document))]
    found = (*marked, rulebase.metadata.name, "reference", rulebase.digest[:12])
    return frozenset(name for each in found for name in NAME.findall(each))


def _left_over(said: str, names: frozenset[str]) -> set[str]:
    """Every word outside of brackets that is no name."""
    outside = TAG.sub(" ", re.sub(r"⟦[^⟦⟧]*⟧", " ", said))
    others = (each for each in NAME.findall(outside) if each not in names)
    return {word for each in others for word in WORD.findall(each)}
