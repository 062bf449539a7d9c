"""Tables as lines: columns side by side where they fit, one cell per line where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from nocontact.display.inline import Inlines, Text, inlines, plain_text
from nocontact.display.line import Line, Piece, cells, filled, line_cells
from nocontact.display.table import Table

_GAP = 2
_NARROWEST_COLUMN = 8


def table_to_lines(table: Table, width: int, rule: str) -> list[Line]:
    """Set a table in at most `width` columns.

    Args:
        table: The table.
        width: Columns per line.
        rule: The sign to draw the line below the headers with.

    Returns:
        The caption, the headers, a rule and the rows. Where the columns would get too narrow to
        read, each row becomes a few lines of "header: cell".

    Examples:
        >>> from nocontact.display.line import line_text
        >>> table = Table(["Step", "Verdict"], [["Mute the chat", "suggested"]])
        >>> print("\\n".join(line_text(line) for line in table_to_lines(table, 40, "-")))
        Step           Verdict
        -------------  ---------
        Mute the chat  suggested
    """
    caption = filled(table.caption, width)
    widths = _column_widths(table, width)
    body = _columns(table, widths, rule) if widths else _records(table, width)
    return [*caption, (), *body] if caption else body


def _column_widths(table: Table, width: int) -> list[int]:
    columns = zip(table.headers, *table.rows, strict=True)
    wanted = [max(1, *(cells(plain_text(cell)) for cell in column)) for column in columns]
    room = width - _GAP * (len(wanted) - 1)
    if sum(wanted) <= room:
        return wanted
    return _shared(wanted, room) if room // len(wanted) >= _NARROWEST_COLUMN else []


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    shares = [0] * len(wanted)
    narrowest_first = sorted(range(len(wanted)), key=wanted.__getitem__)
    for done, column in enumerate(narrowest_first):
        shares[column] = min(wanted[column], room // (len(wanted) - done))
        room -= shares[column]
    return shares


def _columns(table: Table, widths: Sequence[int], rule: str) -> list[Line]:
    headers = [_strong(header) for header in table.headers]
    under = tuple(Piece(rule * width, "sign") for width in widths)
    lines = [*_row(headers, widths), _beside(under, widths)]
    for row in table.rows:
        lines += _row(row, widths)
    return lines


def _row(row: Sequence[Inlines], widths: Sequence[int]) -> list[Line]:
    columns = [filled(cell, width) for cell, width in zip(row, widths, strict=True)]
    lines = [_padded(line, widths) for line in zip_longest(*columns, fillvalue=())]
    return lines or [()]


def _beside(pieces: Line, widths: Sequence[int]) -> Line:
    return _padded([(piece,) for piece in pieces], widths)


def _padded(columns: Sequence[Line], widths: Sequence[int]) -> Line:
    line: list[Piece] = []
    missing = 0
    for column, width in zip(columns, widths, strict=True):
        if column:
            line += [Piece(" " * missing), *column] if missing else column
            missing = 0
        missing += width - line_cells(column) + _GAP
    return tuple(line)


def _records(table: Table, width: int) -> list[Line]:
    if not table.rows:
        return [line for header in table.headers for line in filled(_strong(header), width)]
    lines: list[Line] = []
    for row in table.rows:
        lines += [()] if lines else []
        for header, cell in zip(table.headers, row, strict=True):
            lines += filled(inlines(_strong(header), ": ", cell), width)
    return lines


def _strong(texts: Inlines) -> Inlines:
    return inlines(Text(text.text, "strong") if text.role == "plain" else text for text in texts)
