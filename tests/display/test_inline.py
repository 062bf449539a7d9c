"""Runs of text: printable, in one normal form, with the words kept."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.display import Inlines, Text, inlines
from nocontact.display.inline import collapsed, plain_text, printable

from .documents import lines, words

PRINTABLE: dict[str, tuple[str, str]] = {
    "plain words stay": ("¶35 é 壁", "¶35 é 壁"),
    "tabs and line feeds stay": ("a\tb\nc", "a\tb\nc"),
    "other line breaks become line feeds": ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
    "terminal escapes are replaced": ("\x1b[2J\x9b1m", "\ufffd[2J\ufffd1m"),
    "direction overrides are replaced": ("a\u202eb", "a\ufffdb"),
    "lone surrogates are replaced": ("a\ud800b", "a\ufffdb"),
}


@pytest.mark.parametrize("name", PRINTABLE)
def test_text_is_made_printable(name: str) -> None:
    """What would steer a terminal or break an encoding is replaced."""
    given_text, shown = PRINTABLE[name]
    assert printable(given_text) == shown
    assert Text(given_text).text == shown


@given(words())
def test_printable_text_stays_as_it_is(text: str) -> None:
    """Doing it twice changes nothing more, and any encoding of Unicode can hold it."""
    assert printable(printable(text)) == printable(text)
    assert printable(text).encode().decode() == printable(text)


@given(lines())
def test_the_normal_form_is_normal(line: Inlines) -> None:
    """No text is empty, no two neighbours share a role, and a second pass changes nothing."""
    assert all(text.text for text in line)
    assert all(one.role != two.role for one, two in pairwise(line))
    assert inlines(line) == line == inlines(*line)


@given(st.lists(words()))
def test_joining_keeps_the_words(parts: list[str]) -> None:
    """The words of the parts are the words of the line."""
    joined = "".join(map(printable, parts))
    assert plain_text(inlines(*parts)) == collapsed(joined).strip(" ")
