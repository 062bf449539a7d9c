"""Every text is there in every language, with the same blanks, made from the English of today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nocontact.checking.context import Context
from nocontact.checking.texts import place_of
from nocontact.diagnostics import Diagnostic, shown
from nocontact.rulebook import Translation, WrittenText, shown_texts
from nocontact.rulebook.translation import blanks_of

MOST_TOLD = 50
"""The most of one kind that are told one by one, for each language."""

LONGEST = 200
"""How much of a text is shown when it changed."""

QUESTIONS = ("question.", "answer.")
"""Ids of texts that come with the scenario. A host may translate them itself, so they are only
missed where one of them is there."""


def translations(context: Context) -> Iterator[Diagnostic]:
    """Check every other language against English (NC304, NC305, NC306).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> german = "{language: Deutsch, texts: {}}"
        >>> texts = {"messages.en.yaml": "{why: Why}", "messages.de.yaml": german}
        >>> parsed, _ = rulebook_from_texts(texts)
        >>> [each.message for each in translations(Context(parsed, Scenario.vocabulary()))]
        ['the message `why` is missing in `messages.de.yaml`']
    """
    if not context.parsed.translations:
        return
    english = shown_texts(context.parsed, context.vocabulary)
    for language, translation in sorted(context.parsed.translations.items()):
        yield from _Language(context, f"messages.{language}.yaml", english, translation).problems()


class _Language:
    """One language beside English."""

    def __init__(
        self, context: Context, file: str, english: Mapping[str, WrittenText], other: Translation
    ) -> None:
        self.context, self.file = context, file
        self.english, self.other = english, other

    def problems(self) -> Iterator[Diagnostic]:
        both = [key for key, each in self.other.texts.items() if each.text and key in self.english]
        stale = [key for key in both if self.other.texts[key].of != self.english[key].english]
        extra = [key for key in self.other.texts if key not in self.english]
        yield from self._told("NC304", list(self._open()), self._missing)
        yield from self._told("NC304", extra, self._extra)
        yield from self._told("NC306", stale, self._stale)
        for key in both:
            yield from self._blanks(key)

    def _told(
        self, code: str, keys: list[str], problem: Callable[[str], Diagnostic]
    ) -> Iterator[Diagnostic]:
        yield from map(problem, keys[:MOST_TOLD])
        more = len(keys) - MOST_TOLD
        if more > 0:
            place = self.context.places.key(self.file, "texts")
            said = f"and so it is with {more} more texts of `{self.file}`"
            yield self.context.found(code, said, place, "mend those shown first",
                                     severity="warning")  # fmt: skip

    def _open(self) -> Iterator[str]:
        questions_too = any(each.startswith(QUESTIONS) for each in self.other.texts)
        for key in self.english:
            if not self.other.said(key) and (questions_too or not key.startswith(QUESTIONS)):
                yield key

    def _missing(self, key: str) -> Diagnostic:
        written, found = self.english[key], self.other.texts.get(key)
        place = found.span if found else place_of(self.context, written)
        return self.context.found(
            "NC304", f"{written.what.rstrip(',')} is missing in `{self.file}`", place,
            f"translate it there, as `{shown(key)}`", severity="warning")  # fmt: skip

    def _extra(self, key: str) -> Diagnostic:
        return self.context.found(
            "NC304", f"there is no text `{shown(key)}` in English, so it is never shown",
            self.other.texts[key].span, "give it the name that it has there",
            name=key, known=self.english, severity="warning")  # fmt: skip

    def _stale(self, key: str) -> Diagnostic:
        found, now = self.other.texts[key], shown(self.english[key].english, LONGEST)
        if found.of:
            place = self.context.places.at(self.file, "texts", key, "of")
            was = shown(found.of, LONGEST)
            said = f"`{shown(key)}` was translated from `{was}`, and now English says `{now}`"
        else:
            place = found.span
            said = f"`{shown(key)}` does not say what it was translated from; English says `{now}`"
        return self.context.found(
            "NC306", said, place, "look at the translation again, then write that English in `of`",
            severity="warning")  # fmt: skip

    def _blanks(self, key: str) -> Iterator[Diagnostic]:
        found = self.other.texts[key]
        wanted = blanks_of(found.of or self.english[key].english)
        if wanted != blanks_of(found.text):
            blanks = ", ".join(f"`{each}`" for each in sorted(wanted)) or "no blank"
            yield self.context.found("NC305", f"`{shown(key)}` needs {blanks}, as in English",
                                     found.span, "write the same blanks")  # fmt: skip
