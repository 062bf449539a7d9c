"""Documents and data on standard output, in the format asked for, whoever stops reading it."""

from __future__ import annotations

import argparse
import contextlib
import errno
import json
import os
import sys
from collections.abc import Callable
from html import escape
from typing import Literal, TextIO, TypeAlias

from nocontact.display import (
    Document,
    document_to_html,
    document_to_markdown,
    document_to_terminal,
    json_text,
)

Format: TypeAlias = Literal["text", "markdown", "json", "html", "mermaid", "svg"]

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
{body}
</body>
</html>"""


class Output:
    """A standard stream that may break; what cannot be written is dropped, and why is kept.

    So a command comes to its end, and its exit code says what was found, whoever stopped reading.

    Args:
        stream: what is written to; None when the shell has closed it.

    Attributes:
        lost: why something could not be written; None when all was.

    Examples:
        >>> closed = Output(None)
        >>> closed.write("wall.yaml:3:5: NC101"), closed.lost.strerror
        (20, 'it is closed')
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self.lost: OSError | None = None
        self.encoding = getattr(stream, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        return self._stream is not None and self._stream.isatty()

    def write(self, text: str) -> int:
        """Write, where that did not fail before."""
        if self._stream is None:
            self.lost = OSError(errno.EBADF, "it is closed")
        else:
            self._try(self._stream, lambda stream: stream.write(text))
        return len(text)

    def flush(self) -> None:
        """Write what is waiting."""
        if self._stream is not None:
            self._try(self._stream, lambda stream: stream.flush())

    def _try(self, stream: TextIO, act: Callable[[TextIO], object]) -> None:
        if self.lost is None:
            try:
                act(stream)
            except OSError as error:
                self.lost = error
                _send_nowhere(stream)


def _send_nowhere(stream: TextIO) -> None:
    """What waits in the buffer cannot be written either, so that Python must not try it at exit."""
    with contextlib.suppress(OSError, ValueError):
        broken = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, broken)
        os.close(nowhere)


def add_format(parser: argparse.ArgumentParser, *formats: Format) -> None:
    """Add the option `--format`; the first format is the default.

    Examples:
        >>> parser = argparse.ArgumentParser()
        >>> add_format(parser, "text", "json")
        >>> parser.parse_args([]).format
        'text'
    """
    parser.add_argument("--format", choices=formats, default=formats[0],
                        help="how to show it (%(default)s)")  # fmt: skip


def show(document: Document, format: Format, *, folded: bool = False, language: str = "en") -> None:
    """Print a document on standard output; JSON is for `show_json`, pictures for `show_markup`.

    Args:
        document: what to print.
        format: text (in colour on a terminal), markdown, or html (a page of its own).
        folded: whether text leaves out what can be folded.
        language: language of the texts, for a page of its own.

    Examples:
        >>> show(Document("Take your time."), "markdown")
        Take your time.
    """
    if format == "text":
        document_to_terminal(document, sys.stdout, folded=folded)
    elif format == "markdown":
        _print(document_to_markdown(document), "xmlcharrefreplace")
    else:
        body = document_to_html(document, heading_level=1)
        title = escape(document.title)
        _print(_PAGE.format(title=title, body=body, language=escape(language)), "xmlcharrefreplace")


def show_json(text: str) -> None:
    """Print JSON on standard output, in ASCII where the output cannot show more.

    Examples:
        >>> show_json('{"cited": "¶35"}')
        {"cited": "¶35"}
    """
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        text = json_text(json.loads(text), ascii=True)
    _print(text)


def show_lines(text: str) -> None:
    """Print lines on standard output as they are, for programs that read line by line.

    Examples:
        >>> show_lines("wall.yaml:3:5: NC101")
        wall.yaml:3:5: NC101
    """
    _print(text, "replace")


def show_markup(text: str) -> None:
    """Print XML on standard output; what the output cannot show becomes a reference.

    Examples:
        >>> show_markup("<svg/>")
        <svg/>
    """
    _print(text, "xmlcharrefreplace")


def _print(text: str, errors: str = "strict") -> None:
    encoding = _encoding()
    print(text.encode(encoding, errors).decode(encoding))


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"
