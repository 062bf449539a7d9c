"""Lines of plain text: pieces with a style, filled with words up to a width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from nocontact.display.inline import Inlines, Role

Style: TypeAlias = Role | Literal["heading", "sign", "info", "caution", "urgent"]
"""What a piece of a line is; a terminal may colour it, plain text forgets it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line in one style.

    Examples:
        >>> Piece("├─ ", "sign")
        Piece(style='sign')
    """

    text: str = field(repr=False)
    style: Style = "plain"


Line: TypeAlias = tuple[Piece, ...]
"""One line: its pieces from left to right."""

_SPACE = Piece(" ")
_SEAMS = "-._/"


def cells(text: str) -> int:
    """Count the columns a string takes in a fixed-width font.

    Args:
        text: A string without line breaks.

    Returns:
        The sum over its characters: 0 for a joining mark, 2 for a wide one, otherwise 1.

    Examples:
        >>> cells("wall"), cells("壁"), cells("e\u0301")
        (4, 2, 1)
    """
    return len(text) if text.isascii() else sum(map(_character_cells, text))


def line_cells(line: Line) -> int:
    """Count the columns a line takes.

    Args:
        line: The pieces of the line.

    Returns:
        Its width in columns.

    Examples:
        >>> line_cells((Piece("• ", "sign"), Piece("wall")))
        6
    """
    return sum(cells(piece.text) for piece in line)


def line_text(line: Line) -> str:
    """Join a line and forget its styles.

    Args:
        line: The pieces of the line.

    Returns:
        One string.

    Examples:
        >>> line_text((Piece("• ", "sign"), Piece("wall")))
        '• wall'
    """
    return "".join(piece.text for piece in line)


def filled(texts: Inlines, width: int) -> list[Line]:
    """Fill lines with words; a word wider than a line is broken.

    Args:
        texts: The text to set; line breaks in it count as spaces, no-break spaces do not.
        width: Columns per line, at least 2.

    Returns:
        As few lines as the words need, none for no words.

    Examples:
        >>> from nocontact.display.inline import inlines
        >>> [line_text(line) for line in filled(inlines("the harder, the higher"), 12)]
        ['the harder,', 'the higher']
    """
    lines: list[list[Piece]] = []
    taken = 0
    for word in _words(texts):
        for part, wide in _broken(word, width):
            if lines and taken + 1 + wide <= width:
                lines[-1] += (_SPACE, *part)
                taken += 1 + wide
            else:
                lines.append([*part])
                taken = wide
    return [tuple(line) for line in lines]


def _character_cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _words(texts: Inlines) -> Iterator[Line]:
    word: list[Piece] = []
    for text in texts:
        for part in re.split("([ \t\n]+)", text.text):
            if part.strip(" \t\n"):
                word.append(Piece(part, text.role))
            elif part and word:
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _broken(word: Line, width: int) -> Iterator[tuple[Line, int]]:
    """Yield a word in few parts that fit, each with its width; each sign is measured three times.

    It is broken after a hyphen or the like, where one stands in the second half of a line.
    """
    whole = line_cells(word)
    if whole <= width:
        yield word, whole
        return
    part: list[Piece] = []
    taken = 0
    for piece in word:
        start = 0
        for at, sign in enumerate(piece.text):
            wide = _character_cells(sign)
            if taken + wide > width and (part or at > start):
                seam = _seam(piece.text, start, at)
                left = cells(piece.text[seam:at]) if seam < at else 0
                if left > taken // 2 or left + wide > width:
                    seam, left = at, 0
                yield (*part, *_between(piece, start, seam)), taken - left
                part, taken, start = [], left, seam
            taken += wide
        part += _between(piece, start, None)
    yield tuple(part), taken


def _seam(text: str, start: int, at: int) -> int:
    """Return where the last part of a word begins, after a hyphen or the like; `at` for none."""
    seam = max(text.rfind(each, start, at) + 1 for each in _SEAMS)
    return seam if start < seam < at and _character_cells(text[seam]) else at


def _between(piece: Piece, start: int, end: int | None) -> Line:
    text = piece.text[start:end]
    return (Piece(text, piece.style),) if text else ()
