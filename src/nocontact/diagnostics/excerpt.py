"""The line of a file that a diagnostic speaks of, with a caret under the place."""

from __future__ import annotations

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
    lines = BREAK.split(text.removeprefix("\ufeff"))
    if not 1 <= line <= len(lines):
        return ""
    whole = printable(lines[line - 1].replace("\t", " ")).rstrip()
    last = min(end or len(whole) + 1, len(whole) + 1)
    shown, before = _cut(whole, start - 1)
    marked = shown[before : before + max(1, last - start)]
    return f"{shown}\n{' ' * _width(shown[:before])}{'^' * max(1, _width(marked))}"


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
