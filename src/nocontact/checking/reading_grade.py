"""How many years of school a text asks for (Flesch and Kincaid, by counted syllables)."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[.!?:;](?:\s|$)|\n+")  # the last sign of several, so that it is linear
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")


def reading_grade(text: str) -> float:
    """Return the Flesch–Kincaid grade of an English text; 0 for a text without words.

    The formula is 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and
    others, 1975), with syllables counted by vowel groups. It misses tone: let people read too.

    Examples:
        >>> reading_grade("You may not be sure yet. That is all right.") < 3
        True
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, sum(bool(_WORD.search(part)) for part in _SENTENCE.split(text)))
    syllables = sum(map(syllables_of, words))
    return max(0.0, 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59)


def syllables_of(word: str) -> int:
    """Return the number of syllables of an English word, roughly.

    Examples:
        >>> [syllables_of(word) for word in ("wall", "partner", "because", "safe")]
        [1, 2, 2, 1]
    """
    lower = word.lower()
    if lower.endswith("e") and not lower.endswith(("le", "ee")):
        lower = lower[:-1]
    elif lower.endswith(("es", "ed")) and not lower.endswith(("ses", "ces", "ges", "ted", "ded")):
        lower = lower[:-2]
    return max(1, len(_VOWELS.findall(lower)))
