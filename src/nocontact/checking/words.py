"""What people read is plain and kind: no banned words, no hard sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from nocontact.checking.context import Context
from nocontact.checking.reading_grade import reading_grade
from nocontact.checking.texts import texts
from nocontact.diagnostics import Diagnostic

CEILING_GRADE = 8.0
"""The hardest that a text may be; authors aim at grade 6."""

LONGEST = 2_000
"""The most characters of a text: what is longer than a page is read by nobody in distress."""

SHORTEST_GRADED = 5
"""Texts of fewer words are not graded: the formula is for sentences."""

SHORTEST_LABEL = 6
"""Answers to choose from are often a list of two or three things; shorter ones are not graded."""


def said_of(banned: Mapping[str, str], text: str) -> dict[str, str]:
    """Return each banned word of a text, as it is listed, with what to say instead.

    Examples:
        >>> said_of({"toxic": "that is hurting you"}, "They are toxic.")
        {'toxic': 'that is hurting you'}
    """
    if not banned:
        return {}
    found = (match.group().lower() for match in _any_of(tuple(banned)).finditer(text))
    listed = (each if each in banned else each.removesuffix("s") for each in found)
    return {each: banned[each] for each in listed}


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})s?\b", re.IGNORECASE)


def words(context: Context) -> Iterator[Diagnostic]:
    """Check every text a person may read (NC301, NC302, NC303).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: Is it toxic?, rules: []}"
        >>> about = "{name: x, version: '1', date: 2026-01-01, banned_words: {toxic: bad for you}}"
        >>> parsed, _ = rulebook_from_texts({"rulebook.yaml": about, "wall.yaml": text})
        >>> [each.message for each in words(Context(parsed, Scenario.vocabulary()))]
        ['`asks` of the decision `wall` says `toxic`']
    """
    banned = context.parsed.metadata.banned_words
    for each in texts(context):
        if not each.text.strip():
            yield context.found("NC303", f"{each.what} has no text", each.place(),
                                "write one plain sentence")  # fmt: skip
            continue
        if len(each.text) > LONGEST:
            yield context.found(
                "NC302", f"{each.what} has {len(each.text):,} characters, and the most is "
                f"{LONGEST:,}", each.place(), "write less, or several texts")  # fmt: skip
            continue
        for word, instead in said_of(banned, each.text).items():
            place = context.places.word(each.place(), word)
            yield context.found("NC301", f"{each.what} says `{word}`", place,
                                f"say it another way, such as: {instead}", name=word)  # fmt: skip
        grade = reading_grade(each.text)
        shortest = SHORTEST_LABEL if each.label else SHORTEST_GRADED
        if grade > CEILING_GRADE and len(each.text.split()) >= shortest:
            yield context.found(
                "NC302", f"{each.what} reads at grade {grade:.1f}, and the most is "
                f"{CEILING_GRADE:.0f}", each.place(),
                "write shorter sentences with shorter words")  # fmt: skip
