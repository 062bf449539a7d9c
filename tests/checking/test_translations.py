"""What is said of a translation, and that a wrong one never stops the rest."""

from __future__ import annotations

from json import dumps
from pathlib import Path

import pytest

from nocontact import Rulebook, check
from nocontact.checking import check_rulebook
from nocontact.checking.translations import MOST_TOLD
from nocontact.diagnostics import Report
from nocontact.facts import Scenario
from nocontact.parsing import rulebook_from_texts
from nocontact.rulebook.engine_words import engine_words

RULEBOOK = "{name: mine, version: '1', date: 2026-01-01}"


def said(
    translation: str, english: str = "{hello: You choose.}", language: str = "de"
) -> Report:  # fmt: skip
    file = f"messages.{language}.yaml"
    texts = {"rulebook.yaml": RULEBOOK, "messages.en.yaml": english, file: translation}
    parsed, problems = rulebook_from_texts(texts)
    report, _ = check_rulebook(parsed, Scenario.vocabulary())
    return Report.of([*problems, *report])


def german(texts: str) -> str:
    return f"{{language: Deutsch, texts: {{{texts}}}}}"


SPANISH = "{language: español, texts: {mine: {of: You choose., text: Tú eliges.}}}"
MINE = "{mine: You choose.}"


def test_a_whole_translation_gets_no_words() -> None:
    assert said(SPANISH, MINE, "es").ok


def test_where_the_engine_does_not_speak_a_language_its_sentences_are_missed_too() -> None:
    missing = list(said(german("hello: {of: You choose., text: Du entscheidest.}")))
    assert {each.code for each in missing} == {"NC304"} and len(missing) == MOST_TOLD + 1
    assert missing[0].message.startswith("the engine's sentence `also` is missing in")
    words = ", ".join(
        f"{key}: {{of: {dumps(text)}, text: {dumps(text)}}}"
        for key, text in {**engine_words(), "hello": "You choose."}.items()
    )
    assert said(german(words)).ok


def test_questions_may_be_left_to_the_host_but_not_some_of_them() -> None:
    hello = "hello: {of: You choose., text: Du entscheidest.}"
    some = said(german(f"{hello}, question.hope: {{text: Hoffst du?}}"))
    missing = [each for each in some if each.code == "NC304"]
    assert len(missing) == MOST_TOLD + 1
    assert any("more texts of `messages.de.yaml`" in each.message for each in missing)
    assert not some.errors


def test_many_missing_texts_are_no_error() -> None:
    english = "".join(f"text_{at}: Words.\n" for at in range(2000))
    report = said(german(""), english)
    assert not report.errors
    assert len(list(report)) == MOST_TOLD + 1


def test_english_that_changed_its_blanks_is_a_warning_until_somebody_looks() -> None:
    report = said(SPANISH, "{mine: 'You choose {what}.'}", "es")
    assert [(each.code, each.severity) for each in report] == [("NC306", "warning")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "NC103"),
        ("hello: Du entscheidest.", "NC101"),
        ("{texts: {}}", "NC102"),
        ("{language: Deutsch, texts: []}", "NC103"),
        ("{language: Deutsch, texts: {hello: [a]}}", "NC103"),
        ("{language: Deutsch, texts: {hello: {txt: a}}}", "NC101"),
        ("{language: Deutsch, texts: {hello: {text: 3}}}", "NC103"),
        ("{language: Deutsch, reviewed: maybe, texts: {}}", "NC104"),
        ("{language: Deutsch, texts: {hello: a, hello: b}}", "NC004"),
    ],
)
def test_a_translation_of_the_wrong_shape_is_refused(text: str, code: str) -> None:
    assert code in {each.code for each in said(text).errors}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("stance:", 'also: "Also: {wat}"\nstance:', ("NC305", "`also` needs `{what}`")),
        ("stance:", "also: Also true\nstance:", ("NC305", "`also` needs `{what}`")),
        ("  firm: ", "  firmly: ", ("NC304", "the message `stance.firm` is missing")),
        ("  choking_needs_a_doctor: You said that", "  choking_needs_doctor: You said that",
         ("NC304", "the message `notes.choking_needs_a_doctor` is missing")),
    ],
)  # fmt: skip
def test_english_is_checked_like_a_translation(
    tmp_path: Path, old: str, new: str, told: tuple[str, str]
) -> None:
    rules = Rulebook.copy_to(tmp_path / "rules")
    (rules / "messages.es.yaml").unlink()
    file = rules / "messages.en.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    [found] = check(rules, exact=False)
    assert (found.code, found.message.startswith(told[1])) == (told[0], True)
