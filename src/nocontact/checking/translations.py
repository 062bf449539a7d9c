"""Every text is there in every language, with the same blanks, made from the English of today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nocontact.checking.context import Context
from nocontact.checking.texts import place_of
from nocontact.diagnostics import Diagnostic, nearest, shown
from nocontact.rulebook import ENGLISH, Translation, WrittenText, shown_texts
from nocontact.rulebook.engine_words import engine_words
from nocontact.rulebook.translation import blanks_of
from nocontact.rulebook.written_texts import MESSAGES

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
        >>> spanish = "{language: español, texts: {}}"
        >>> texts = {"messages.en.yaml": "{why: Why}", "messages.es.yaml": spanish}
        >>> parsed, _ = rulebook_from_texts(texts)
        >>> [each.message for each in translations(Context(parsed, Scenario.vocabulary()))]
        ['the message `why` is missing in `messages.es.yaml`']
    """
    if not context.parsed.translations:
        return
    for language, translation in sorted(context.parsed.translations.items()):
        if f"messages.{language}.yaml" not in context.parsed.texts:
            continue  # it comes from the rulebook that this one extends
        english = shown_texts(context.parsed, context.vocabulary, language)
        yield from _Language(context, f"messages.{language}.yaml", english, translation).problems()


def messages_asked_for(context: Context) -> Iterator[Diagnostic]:
    """Check the English messages of a rulebook that speaks to people against those asked for.

    One that is missing is shown by its id (NC304), and a blank of another name as it is (NC305).
    The sentences of the engine may be said in other words, and are there without that.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> texts = {"messages.en.yaml": "{also: 'Also: {wat}'}"}
        >>> context = Context(rulebook_from_texts(texts)[0], Scenario.vocabulary())
        >>> [each.message for each in messages_asked_for(context)]
        ['`also` needs `{what}`, as it is filled in']
    """
    own = context.parsed.messages.get(ENGLISH, {})
    if not own:
        return
    asked, known = {*_by_name(context)}, engine_words()
    missing, extra = sorted(asked - own.keys()), sorted(own.keys() - asked - known.keys())
    for key in missing[:MOST_TOLD]:
        near = nearest(key, extra)
        place = context.places.joined(MESSAGES, near) if near else None
        yield context.found(
            "NC304", f"the message `{shown(key)}` is missing in `{MESSAGES}`", place,
            "write it there, or its id is shown", name=near, severity="warning")  # fmt: skip
    if len(missing) > MOST_TOLD:
        said = f"and so it is with {len(missing) - MOST_TOLD} more messages of `{MESSAGES}`"
        yield context.found("NC304", said, None, "mend those shown first",
                            severity="warning")  # fmt: skip
    for key in own.keys() & known.keys():
        wanted = blanks_of(known[key])
        if wanted != blanks_of(own[key]):
            blanks = ", ".join(f"`{each}`" for each in sorted(wanted)) or "no blank"
            yield context.found(
                "NC305", f"`{shown(key)}` needs {blanks}, as it is filled in",
                context.places.joined(MESSAGES, key), "write the same blanks")  # fmt: skip


def _by_name(context: Context) -> Iterator[str]:
    """Yield what has to be worded: all of a finding that is shown, where some of it is."""
    shows = context.parsed.metadata.shows
    worded = {key.partition(".")[0] for key in context.parsed.messages[ENGLISH]}
    if "section" in worded:
        yield from (f"section.{each}" for each in context.parsed.policy.sections)
    for each in context.parsed.findings:
        if each.set_name in shows:
            yield from [each.name] if each.set_name in worded else ()
        elif each.name in shows and each.name in worded:
            yield f"{each.name}.title"
            yield from (f"{each.name}.{level}" for level in each.levels)


class _Language:
    """One language beside English."""

    def __init__(
        self, context: Context, file: str, english: Mapping[str, WrittenText], other: Translation
    ) -> None:
        self.context, self.file = context, file
        self.english, self.other = english, other
        self.known = {**engine_words(), **{key: each.english for key, each in english.items()}}

    def problems(self) -> Iterator[Diagnostic]:
        both = [key for key, each in self.other.texts.items() if each.text and key in self.known]
        stale = [key for key in both if self.other.texts[key].of != self.known[key]]
        extra = [key for key in self.other.texts if key not in self.known]
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
        found, now = self.other.texts[key], shown(self.known[key], LONGEST)
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
        wanted = blanks_of(found.of or self.known[key])
        if wanted != blanks_of(found.text):
            blanks = ", ".join(f"`{each}`" for each in sorted(wanted)) or "no blank"
            yield self.context.found("NC305", f"`{shown(key)}` needs {blanks}, as in English",
                                     found.span, "write the same blanks")  # fmt: skip
