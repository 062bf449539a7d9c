"""Documents on a terminal, in colour where the terminal shows it: the only door to `rich`."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from nocontact.display.document import Document
from nocontact.display.document_to_lines import NARROWEST, document_to_lines
from nocontact.display.document_to_text import document_to_text
from nocontact.display.line import Line, Style
from nocontact.display.signs import UNICODE_SIGNS

_WIDEST = 100

_COLOURS: dict[Style, str] = {
    "plain": "",
    "strong": "bold",
    "term": "italic",
    "citation": "cyan",
    "voice": "italic dim",
    "code": "cyan",
    "muted": "dim",
    "heading": "bold",
    "sign": "dim",
    "info": "bold blue",
    "caution": "bold yellow",
    "urgent": "bold red",
}


def document_to_terminal(document: Document, stream: TextIO, *, folded: bool = False) -> None:
    """Print a document on a stream.

    Colour is used only when the stream is a terminal, `NO_COLOR` is not set and `TERM` is not
    `dumb`. The layout is that of `document_to_text`, as wide as the terminal up to 100 columns.
    What the stream's encoding lacks is shown as a question mark.

    Args:
        document: What to print.
        stream: Where to print, such as `sys.stdout`.
        folded: Whether to leave out what the document does not open.

    Examples:
        >>> import sys
        >>> document_to_terminal(Document("Take your time."), sys.stdout)
        Take your time.
    """
    encoding = getattr(stream, "encoding", None) or "utf-8"
    unicode = UNICODE_SIGNS.fits(encoding)
    width = _width(stream)
    if _shows_colour(stream):
        lines = document_to_lines(document, width=width, unicode=unicode, folded=folded)
        _print_in_colour(lines, stream, encoding, width)
    else:
        text = document_to_text(document, width=width, unicode=unicode, folded=folded)
        stream.write(_shown(text, encoding) + "\n" if text else "")


def _width(stream: TextIO) -> int:
    columns = shutil.get_terminal_size((88, 24)).columns if stream.isatty() else 88
    return max(NARROWEST, min(columns, _WIDEST))


def _shows_colour(stream: TextIO) -> bool:
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in ("dumb", "unknown")
    return wanted and stream.isatty()


def _shown(text: str, encoding: str) -> str:
    return text.encode(encoding, "replace").decode(encoding)


def _print_in_colour(lines: list[Line], stream: TextIO, encoding: str, width: int) -> None:
    """Print lines that are set already; a size of ours keeps `rich` from reading `COLUMNS`."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, force_terminal=True, width=width, height=len(lines))
    for line in lines:
        pieces = [(_shown(piece.text, encoding), _COLOURS[piece.style]) for piece in line]
        console.print(Text.assemble(*pieces), soft_wrap=True)
