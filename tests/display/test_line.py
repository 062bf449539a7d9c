"""Lines: filled as far as they go, with every word and every style kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.display import Inlines, Text, inlines
from nocontact.display.inline import plain_text
from nocontact.display.line import cells, filled, line_cells, line_text

from .documents import lines


def test_a_line_is_filled_to_the_last_column() -> None:
    """Seven columns hold two words of three."""
    assert [line_text(line) for line in filled(inlines("one two six"), 7)] == ["one two", "six"]


def test_styles_stay_with_their_words() -> None:
    """A word made of two roles is not torn apart."""
    (line,) = filled(inlines("see ", Text("lock", "term"), "."), 20)
    assert [(piece.text, piece.style) for piece in line] == [
        ("see", "plain"),
        (" ", "plain"),
        ("lock", "term"),
        (".", "plain"),
    ]


def test_a_no_break_space_holds_words_together() -> None:
    """A paragraph sign stays with its number."""
    filling = filled(inlines("as it says in ¶\u00a035"), 16)
    assert [line_text(line) for line in filling] == ["as it says in", "¶\u00a035"]


@pytest.mark.parametrize("letter", ["a", "壁", "\u0301", "a\u0301", "a "])
def test_a_long_word_is_measured_letter_by_letter(
    letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No sign is measured more than twice, also where none takes a column."""
    looked_at: list[str] = []
    category = unicodedata.category

    def counted(sign: str) -> str:
        looked_at.append(sign)
        return category(sign)

    monkeypatch.setattr(unicodedata, "category", counted)
    text = (letter * 3_000)[:3_000]
    together = "".join(map(line_text, filled(inlines(text), 40)))
    assert together.replace(" ", "") == text.replace(" ", "")
    assert len(looked_at) <= 2 * len(text)


@given(lines(), st.integers(2, 40))
def test_filling_keeps_every_sign_and_the_width(line: Inlines, width: int) -> None:
    """Only spaces may go; no line is too wide and none is empty."""
    filling = filled(line, width)
    together = "".join(line_text(one) for one in filling)
    assert together.replace(" ", "") == plain_text(line).replace(" ", "")
    assert all(one and line_cells(one) <= width for one in filling)


@given(st.text(), st.text())
def test_widths_add_up(one: str, two: str) -> None:
    """The width of a text is the sum of its parts."""
    assert cells(one + two) == cells(one) + cells(two)
