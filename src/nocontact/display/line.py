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
    lines: list[Line] = []
    line: Line = ()
    for word in _words(texts):
        for part in _broken(word, width):
            joined = (*line, _SPACE, *part) if line else part
            if line_cells(joined) <= width:
                line = joined
            else:
                lines.append(line)
                line = part
    return [*lines, line] if line else lines


def _character_cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _words(texts: Inlines) -> Iterator[Line]:
    word: Line = ()
    for text in texts:
        for part in re.split("([ \t\n]+)", text.text):
            if part.strip(" \t\n"):
                word = (*word, Piece(part, text.role))
            elif part and word:
                yield word
                word = ()
    if word:
        yield word


def _broken(word: Line, width: int) -> Iterator[Line]:
    if line_cells(word) <= width:
        yield word
        return
    part: Line = ()
    for piece in word:
        for character in piece.text:
            if part and line_cells(part) + cells(character) > width:
                yield part
                part = ()
            part = _extended(part, Piece(character, piece.style))
    yield part


def _extended(line: Line, piece: Piece) -> Line:
    if line and line[-1].style == piece.style:
        return (*line[:-1], Piece(line[-1].text + piece.text, piece.style))
    return (*line, piece)
