"""Each translation of the shipped rules has every text, made from the English of today."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from nocontact import Rulebook
from nocontact.parsing import texts_of
from nocontact.rulebook import shown_texts
from nocontact.rulebook.engine_words import engine_translation, engine_words
from nocontact.rulebook.translation import blanks_of

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
SHIPPED = Rulebook.load()
ENGLISH = {key: each.english for key, each in
           shown_texts(SHIPPED.parsed, SHIPPED.vocabulary).items()}  # fmt: skip
FOREIGN = {**engine_words(), **ENGLISH}
each_language = pytest.mark.parametrize("language", SHIPPED.languages[1:])


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script that brings a translation up to date."""
    monkeypatch.syspath_prepend(str(ROOT / "docs/_hooks"))
    return import_module("write_translation")


@each_language
def test_every_text_is_translated_questions_too(language: str) -> None:
    texts = SHIPPED.parsed.translations[language].texts
    assert [key for key in ENGLISH if key not in texts or not texts[key].text] == []


@each_language
def test_every_text_was_made_from_the_english_of_today(language: str) -> None:
    texts = SHIPPED.parsed.translations[language].texts
    changed = {key: each.of for key, each in texts.items() if each.of != ENGLISH.get(key)}
    assert changed == {}


@each_language
def test_the_sentences_of_the_engine_too(language: str) -> None:
    """Where this fails, mend `src/nocontact/words/<language>.toml`."""
    translated = engine_translation(language)
    assert list(translated) == list(engine_words())
    assert {key: each.of for key, each in translated.items()} == engine_words()
    assert [key for key, each in translated.items()
            if not each.text or blanks_of(each.text) != blanks_of(each.of)] == []  # fmt: skip


@each_language
def test_the_file_is_as_the_script_writes_it(language: str, writer: Any) -> None:
    texts = dict(texts_of(RULES))
    remedy = f"run: python docs/_hooks/write_translation.py {language}"
    assert texts[f"messages.{language}.yaml"] == writer.written(language, texts, [])[0], remedy


def test_the_script_starts_a_language(writer: Any) -> None:
    text, said = writer.written("qx", dict(texts_of(RULES)), [])
    assert text.startswith(f"{writer.TOP}\nlanguage: qx\nreviewed: no\ntexts:\n  title:\n    of: ")
    assert f"0 of {len(FOREIGN)} texts are translated" in said


def test_the_script_keeps_what_is_stale_until_somebody_looked_at_it(writer: Any) -> None:
    old = (
        "# Mine.\nlanguage: Q\ntexts:\n"
        "  hello: {of: Older words., text: Q one}\n  step.why: Q two\n  gone: Q"
    )
    texts = {**texts_of(RULES), "messages.qx.yaml": old}
    kept, said = writer.written("qx", texts, [])
    assert kept.startswith("# Mine.\nlanguage: Q\n")
    assert '  hello:\n    of: "Older words."\n    text: "Q one"\n' in kept
    assert '  step.why:\n    of: Why\n    text: "Q two"\n' in kept
    assert "English has changed (1): hello" in said
    assert "has no such text (1): gone" in said and "  gone:" not in kept
    for asked in ("hello", "all"):
        mended, said = writer.written("qx", texts, [asked])
        assert f'    of: "{FOREIGN["hello"]}"\n    text: "Q one"\n' in mended
        assert "English has changed" not in said
