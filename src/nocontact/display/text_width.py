"""How wide a text is when it is drawn, as well as can be said without knowing the typeface."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial

from nocontact.display.inline import collapsed

_NARROW = frozenset("iljtfrI.,:;'!|()[] ")
_BROAD = frozenset("mwMW@%&—…")
_EVEN = 0.62
ELLIPSIS = "…"


def text_width(text: str, size: float, *, even: bool = False) -> float:
    """Return a width that the text seldom passes, whatever the typeface.

    Args:
        text: one line.
        size: height of the letters, in pixels.
        even: whether all letters have the same width, as in code.

    Examples:
        >>> text_width("ill", 10) < text_width("mow", 10)
        True
    """
    shares = map(_share, text)
    return size * sum((_EVEN if 0 < share < 1 else share) if even else share for share in shares)


def lines_within(
    text: str, width: float, size: float, most: int, *, even: bool = False
) -> tuple[str, ...]:
    """Return the lines of a text that fit a width; what is left over becomes an ellipsis.

    Args:
        text: any text; line breaks count as spaces.
        width: the widest a line may be, in pixels.
        size: height of the letters.
        most: the most lines.
        even: whether all letters have the same width.

    Examples:
        >>> lines_within("one two three", 60, 12, 3)
        ('one two', 'three')
        >>> lines_within("one two three", 60, 12, 1)
        ('one two…',)
    """
    fits = partial(_fits, width=width, size=size, even=even)
    found: list[str] = []
    for word in collapsed(text).strip().split(" "):
        if found and fits(f"{found[-1]} {word}"):
            found[-1] += f" {word}"
        elif word:
            found += _parts(word, fits)
    if len(found) <= most:
        return tuple(found)
    return (*found[: most - 1], _cut(found[most - 1], fits))


def _fits(line: str, width: float, size: float, even: bool) -> bool:
    return text_width(line, size, even=even) <= width


def _parts(word: str, fits: Callable[[str], bool]) -> list[str]:
    """Return a word in as few pieces as fit, broken after a sign where there is one."""
    parts = []
    while not fits(word):
        longest = next((at for at in range(len(word), 1, -1) if fits(word[:at])), 1)
        sign = max(word.rfind(each, 0, longest) for each in ".-_/") + 1
        cut = sign or longest
        parts.append(word[:cut])
        word = word[cut:]
    return [*parts, word] if word else parts


def _cut(line: str, fits: Callable[[str], bool]) -> str:
    while line and not fits(line + ELLIPSIS):
        shorter, _, _ = line.rpartition(" ")
        line = shorter or line[:-1]
    return line.rstrip(" ,;:.") + ELLIPSIS


def _share(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign in _NARROW:
        return 0.36
    return 0.95 if sign in _BROAD else 0.72 if sign.isupper() else 0.58
