"""The terminal: colour where it is welcome, the plain text everywhere else."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import pytest
from hypothesis import given

from nocontact.display import (
    Callout,
    Details,
    Document,
    Heading,
    Tree,
    document_to_terminal,
    document_to_text,
)

from .documents import documents

DOCUMENT = Document([Heading(1, "Now"), Callout("urgent", "Call."), Tree("a", ["b"])], title="t")
COLOUR = re.compile("\x1b\\[[0-9;]*m")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Always."""
        return True


class OldTerminal(io.TextIOWrapper):
    """A stream that says it is a terminal and knows ASCII only."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="ascii")

    def isatty(self) -> bool:
        """Always."""
        return True


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)


def printed(document: Document, stream: io.StringIO, *, folded: bool = False) -> str:
    """What lands on a stream."""
    document_to_terminal(document, stream, folded=folded)
    return stream.getvalue()


def test_a_terminal_gets_the_plain_text_in_colour() -> None:
    """Without its colours the output is the text, line by line."""
    output = printed(DOCUMENT, Terminal())
    assert COLOUR.search(output)
    assert COLOUR.sub("", output) == document_to_text(DOCUMENT, width=60) + "\n"


def test_a_file_gets_the_plain_text() -> None:
    """A stream that is no terminal sees no colour and 88 columns."""
    assert printed(DOCUMENT, io.StringIO()) == document_to_text(DOCUMENT) + "\n"


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("size", ["0", "1", "-3", "", "wide", "²", "9" * 5000])
def test_a_size_that_is_none_hides_nothing(
    name: str, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands where a width or a height is meant, every word is shown."""
    monkeypatch.setenv(name, size)
    document = Document(["Call someone now.", Tree("a", ["b"])])
    words = COLOUR.sub("", printed(document, Terminal())).split()
    assert words == document_to_text(document).split()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_refused(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that asks for no colour gets none."""
    monkeypatch.setenv(name, value)
    assert printed(DOCUMENT, Terminal()) == document_to_text(DOCUMENT, width=60) + "\n"


def test_an_empty_no_color_refuses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the convention has it, the variable counts only when it holds something."""
    monkeypatch.setenv("NO_COLOR", "")
    assert COLOUR.search(printed(DOCUMENT, Terminal()))


def test_a_document_can_be_folded() -> None:
    """Folding works as in plain text, with colour and without."""
    document = Document([Details("Why?", "Because.")])
    assert "Because" not in printed(document, Terminal(), folded=True)
    assert printed(document, io.StringIO(), folded=True) == "▸ Why?\n"


def test_an_old_terminal_gets_ascii() -> None:
    """What its encoding lacks never stops the answer from being shown."""
    stream = OldTerminal()
    document_to_terminal(Document([Tree("¶35", ["b"])]), stream)
    stream.seek(0)
    assert COLOUR.sub("", stream.read()) == "?35\n`- b\n"


@pytest.mark.parametrize("stream", [Terminal(), io.StringIO()])
def test_an_empty_document_prints_nothing(stream: io.StringIO) -> None:
    """Not even an empty line."""
    assert printed(Document([]), stream) == ""


def test_the_room_is_loaded_without_rich() -> None:
    """Only colour on a terminal needs it."""
    check = "import sys, nocontact.display; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@given(documents(preformatted=False))
def test_colour_changes_no_word(document: Document) -> None:
    """For any document, colour apart, terminal and text agree."""
    text = document_to_text(document, width=60)
    assert COLOUR.sub("", printed(document, Terminal())) == (text + "\n" if text else "")
