"""The line of a file that a diagnostic speaks of, with a caret under the place."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, east_asian_width

from nocontact.diagnostics.printable import BREAK, printable

WIDEST = 100
"""The most characters of a line that are shown; a longer line is cut around the place."""


def excerpt(text: str, line: int, start: int, end: int | None) -> str:
    """Return one line of a text with carets under the columns from `start` up to `end`.

    Args:
        text: the whole text.
        line: number of the line, from 1.
        start: first column, from 1, in code points.
        end: the column after the last; None for the end of the line.

    Returns:
        Two lines, or nothing when the text has no such line.

    Examples:
        >>> print(excerpt("wall: lok", 1, 7, 10))
        wall: lok
              ^^^
    """
    lines = lines_of(text)
    return marked(lines[line - 1], start, end) if 1 <= line <= len(lines) else ""


def marked(line: str, start: int, end: int | None) -> str:
    """Return a line, made printable and cut around the place, with carets under the columns.

    Examples:
        >>> print(marked("wall: lok", 7, None))
        wall: lok
              ^^^
    """
    whole = line.rstrip()
    last = min(end or len(whole) + 1, len(whole) + 1)
    part, before = _cut(whole, start - 1)
    shown = printable(part.replace("\t", " ")).rstrip()
    under = shown[before : before + max(1, last - start)]
    return f"{shown}\n{' ' * _width(shown[:before])}{'^' * max(1, _width(under))}"


@lru_cache(maxsize=2)
def lines_of(text: str) -> tuple[str, ...]:
    r"""Return the lines of a text, kept for the next problem of the same file.

    A file may have as many problems as lines, so it is not split anew for each.

    Examples:
        >>> lines_of("a\r\nb")
        ('a', 'b')
    """
    return tuple(BREAK.split(text.removeprefix("\ufeff")))


def _cut(line: str, at: int) -> tuple[str, int]:
    """Return the part of a line around a place, and where the place is in it."""
    if len(line) <= WIDEST:
        return line, at
    first = max(0, min(at - WIDEST // 2, len(line) - WIDEST))
    part = line[first : first + WIDEST]
    left, right = "…" if first else "", "…" if first + WIDEST < len(line) else ""
    return f"{left}{part}{right}", at - first + len(left)


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    wide = sum(east_asian_width(each) in "WF" for each in text)
    return len(text) + wide - sum(bool(combining(each)) for each in text)
