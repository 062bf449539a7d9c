"""An answer in another language: whole, honest about what is missing, and refused where unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from nocontact import Recommendation, Rulebook, Scenario, check, recommend
from nocontact.diagnostics import ExplanationError
from nocontact.parsing import shipped_rules, texts_of

ASKED = Scenario(staying_away="cannot", reach_out="often", hope="strong")


def _said(folder: Path, german: str, language: str = "de") -> Recommendation:
    for name, text in texts_of(shipped_rules()).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "messages.de.yaml").write_text(german, "utf-8")
    rulebase = Rulebook.load(folder)
    return recommend(ASKED, rulebook=rulebase, engine="reference", language=language)


def _german(texts: str, reviewed: str = "no") -> str:
    return f"language: Deutsch\nreviewed: {reviewed}\ntexts:\n{texts}"


def test_what_is_translated_is_shown_and_the_rest_is_in_english(tmp_path: Path) -> None:
    because = "rule.wall.lock.because"
    rec = _said(tmp_path, _german(f"  title: Was helfen kann\n  {because}: Je schwerer.\n"))
    text = rec.to_text(detail="record")
    assert text.startswith("Was helfen kann\n")
    assert "Je schwerer." in text
    assert rec.rulebase.message("part.why") in text


def test_a_text_without_words_is_in_english(tmp_path: Path) -> None:
    rec = _said(tmp_path, _german('  title: {of: What, text: ""}\n  hello: {text: }\n'))
    assert rec.to_document().title == "What may help you now"


def test_english_stays_english_beside_a_translation(tmp_path: Path) -> None:
    rec = _said(tmp_path, _german("  title: Was helfen kann\n"), "en")
    assert rec.to_text().startswith("What may help you now\n")
    assert "This is a translation" not in rec.to_text(detail="record")


@pytest.mark.parametrize(("reviewed", "times"), [("no", 1), ("yes", 0)])
def test_a_translation_that_nobody_looked_at_is_said_once(
    tmp_path: Path, reviewed: str, times: int
) -> None:
    rec = _said(tmp_path, _german("  title: Was helfen kann\n", reviewed))
    for detail in (None, "record"):
        assert rec.to_text(width=1000, detail=detail).count("This is a translation.") == times


def test_english_with_a_new_blank_is_better_than_a_bare_blank(tmp_path: Path) -> None:
    old = "{of: 'Other: {things}', text: 'Anderes: {things}'}"
    rec = _said(tmp_path, _german(f"  step.others: {old}\n"))
    assert "{things}" not in rec.to_text(detail="record")
    report = check(tmp_path, exact=False)
    assert [each.code for each in report.errors] == []
    assert "NC306" in {each.code for each in report}


def test_the_other_answer_is_in_the_same_language(tmp_path: Path) -> None:
    rec = _said(tmp_path, _german("  title: Was helfen kann\n"))
    assert rec.situation.language == "de"


def test_a_language_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(ExplanationError) as raised:
        _said(tmp_path, _german("  title: Was helfen kann\n"), "dee")
    (problem,) = raised.value.diagnostics
    assert problem.code == "NC807"
    assert (problem.nearest, problem.expected[0]) == ("de", "en")
