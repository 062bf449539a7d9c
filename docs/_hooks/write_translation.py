"""Brings rules/messages.<language>.yaml up to date: python docs/_hooks/write_translation.py es

Every text gets its line, in the order of the English ones; a new one stands there with no words,
to be filled in. What was translated from older English stays marked as that. Look at such a text
again, and then say so: write_translation.py es --looked-at ID ID (or: --looked-at all).
"""

import argparse
from collections.abc import Collection, Iterable
from itertools import takewhile
from pathlib import Path

from nocontact.diagnostics import Report, RulebookError
from nocontact.parsing import rulebook_from_texts, texts_of, vocabulary_of
from nocontact.parsing.translation_to_yaml import translation_to_yaml
from nocontact.rulebook import Translated, Translation, shown_texts

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
TOP = "# yaml-language-server: $schema=schema/translation.schema.json"


def refreshed(old: Translation, english: dict[str, str], looked_at: Collection[str]) -> Translation:
    """The same translation with every text of today, and `of` where it was missing."""
    return Translation(old.name, old.reviewed, {
        key: _entry(old.texts.get(key, Translated("")), text, {key, "all"} & set(looked_at))
        for key, text in english.items()
    })  # fmt: skip


def _entry(old: Translated, english: str, looked_at: Collection[str]) -> Translated:
    stale = old.text and old.of and not looked_at
    return Translated(old.text, old.of if stale else english)


def written(language: str, texts: dict[str, str], looked_at: Collection[str]) -> tuple[str, str]:
    """The file, and what there is to say about it."""
    name = f"messages.{language}.yaml"
    parsed, problems = rulebook_from_texts(texts)
    if problems:
        raise RulebookError(Report.of(problems))
    english = {key: each.english for key, each in
               shown_texts(parsed, vocabulary_of(parsed), language).items()}  # fmt: skip
    old = parsed.translations.get(language, Translation(language))
    new = refreshed(old, english, looked_at)
    top = [*takewhile(lambda line: line.startswith("#"), texts.get(name, TOP).splitlines())]
    return "\n".join([*top, translation_to_yaml(new)]), _said(old, new, english)


def _said(old: Translation, new: Translation, english: dict[str, str]) -> str:
    still_open = [key for key, each in new.texts.items() if not each.text]
    stale = [key for key, each in new.texts.items() if each.of != english[key]]
    dropped = [key for key in old.texts if key not in english]
    return "\n".join([
        f"{len(english) - len(still_open)} of {len(english)} texts are translated",
        *_listed("no words yet", still_open),
        *_listed("English has changed", stale),
        *_listed("dropped, for English has no such text", dropped),
    ])  # fmt: skip


def _listed(what: str, keys: list[str]) -> Iterable[str]:
    if keys:
        yield f"{what} ({len(keys)}): {', '.join(keys[:20])}{', ...' if keys[20:] else ''}"


def main() -> None:
    """Write the file of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", help="such as es")
    parser.add_argument("--looked-at", nargs="+", default=[], metavar="ID",
                        help="texts that fit the English of today; or: all")  # fmt: skip
    options = parser.parse_args()
    text, said = written(options.language, dict(texts_of(RULES)), options.looked_at)
    (RULES / f"messages.{options.language}.yaml").write_text(text, "utf-8")
    print(said)


if __name__ == "__main__":
    main()
