"""How wide a text is when it is drawn, as well as can be said without knowing the typeface."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from nocontact.display.inline import collapsed

_NARROW = frozenset("iljtfrI.,:;'!|()[] ")
_BROAD = frozenset("mwMW@%&—…")
_EVEN = 62
_SIGNS = frozenset(".-_/")
"""After these a long word is broken where there is one."""

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
    return size * sum(_share(sign, even) for sign in text) / 100


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
    room = _Room(width, size, even)
    found: list[str] = []
    taken = 0
    for word in collapsed(text).strip().split(" "):
        for part, share in room.parts(word):
            joined = taken + _share(" ", even) + share
            if found and part == word and room.holds(joined):
                found[-1] += f" {word}"
                taken = joined
            else:
                found.append(part)
                taken = share
            if len(found) > most:
                return (*found[: most - 1], room.cut(found[most - 1]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Room:
    """The room of one line. Widths add up as whole hundredths of the size, letter by letter."""

    width: float
    size: float
    even: bool

    def holds(self, shares: int) -> bool:
        return self.size * shares / 100 <= self.width

    def parts(self, word: str) -> Iterator[tuple[str, int]]:
        """Yield a word in as few pieces as fit, broken after a sign where there is one."""
        start = at = taken = 0
        after_sign = taken_there = 0
        while at < len(word):
            share = _share(word[at], self.even)
            if at > start and not self.holds(taken + share):
                cut, there = (after_sign, taken_there) if after_sign else (at, taken)
                yield word[start:cut], there
                start = at = cut
                taken = after_sign = 0
                continue
            taken += share
            at += 1
            if word[at - 1] in _SIGNS:
                after_sign, taken_there = at, taken
        if start < len(word):
            yield word[start:], taken

    def cut(self, line: str) -> str:
        """Return a line with an ellipsis, shorter by words, or by letters where it is one word."""
        shares = [0, *accumulate(_share(sign, self.even) for sign in line)]
        end, dots = len(line), _share(ELLIPSIS, self.even)
        words = True
        while end and not self.holds(shares[end] + dots):
            space = line.rfind(" ", 0, end) if words else -1
            words = space > 0
            end = space if words else end - 1
        return line[:end].rstrip(" ,;:.") + ELLIPSIS


def _share(sign: str, even: bool) -> int:
    """Return the width of a sign in hundredths of the size."""
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 105
    if even:
        return _EVEN
    if sign in _NARROW:
        return 36
    return 95 if sign in _BROAD else 72 if sign.isupper() else 58
