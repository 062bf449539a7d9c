"""The table: named columns, and rows with one line of text per column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nocontact.display.inline import Inlines, InlinesLike, inlines, listed


@dataclass(frozen=True, slots=True, init=False)
class Table:
    """Named columns and rows. The first column names what its row is about.

    Args:
        headers: One line per column, at least one.
        rows: Rows, each with one line per column.
        caption: What the table shows; may be left out.

    Raises:
        TypeError: A list was expected and something else was found.
        ValueError: There is no column, or a row is longer or shorter than the headers.

    Examples:
        >>> Table(["Step", "Verdict"], [["Mute the chat", "suggested"]], caption="Steps").rows
        (((Text(<13 characters>, role='plain'),), (Text(<9 characters>, role='plain'),)),)
        >>> Table(["Step", "Verdict"], [["Mute the chat"]])
        Traceback (most recent call last):
        ValueError: row 1 has 1 cells, but the table has 2 columns
    """

    headers: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: Inlines

    def __init__(
        self,
        headers: Iterable[InlinesLike],
        rows: Iterable[Iterable[InlinesLike]] = (),
        caption: InlinesLike = (),
    ) -> None:
        """Bring headers, rows and caption into normal form and compare their lengths."""
        columns = _cells(headers, "headers")
        if not columns:
            raise ValueError("a table has at least one column, found no headers")
        lines = tuple(_cells(row, "a row") for row in listed(rows, "rows"))
        for number, cells in enumerate(lines, start=1):
            if len(cells) != len(columns):
                sizes = f"{len(cells)} cells, but the table has {len(columns)} columns"
                raise ValueError(f"row {number} has {sizes}")
        object.__setattr__(self, "headers", columns)
        object.__setattr__(self, "rows", lines)
        object.__setattr__(self, "caption", inlines(caption))


def _cells(row: Iterable[InlinesLike], name: str) -> tuple[Inlines, ...]:
    return tuple(inlines(cell) for cell in listed(row, name))
