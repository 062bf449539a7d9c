"""An excerpt is one line of the file, harmless to print, with carets exactly under the place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.diagnostics import Span
from nocontact.diagnostics.excerpt import WIDEST, excerpt

CASES = {
    "a word": ("is: low", 1, 5, 8, "is: low\n    ^^^"),
    "to the end of the line": ("is: low", 1, 5, None, "is: low\n    ^^^"),
    "just behind the line": ("is:", 1, 4, 5, "is:\n   ^"),
    "an empty line": ("a\n\nb", 2, 1, 1, "\n^"),
    "a tab counts as one space": ("\tis: low", 1, 6, 9, " is: low\n     ^^^"),
    "letters that take two columns": ("日本: low", 1, 5, 8, "日本: low\n      ^^^"),
    "carets as wide as the letters": ("a: 日本", 1, 4, 6, "a: 日本\n   ^^^^"),
    "signs that take no column": ("e\u0301: low", 1, 5, 8, "e\u0301: low\n   ^^^"),
    "a byte order mark": ("\ufeffa: b", 1, 4, 5, "a: b\n   ^"),
    "a terminal escape": ("a: \x1b[31m", 1, 4, 5, "a: \N{REPLACEMENT CHARACTER}[31m\n   ^"),
    "old line ends": ("a\rb: c", 2, 4, 5, "b: c\n   ^"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_carets_stand_under_the_place(case: tuple[str, int, int, int | None, str]) -> None:
    text, line, start, end, expected = case
    assert excerpt(text, line, start, end) == expected


def test_a_line_that_is_not_there_has_no_excerpt() -> None:
    assert excerpt("a", 2, 1, 2) == ""


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "x" * 500 + " here " + "y" * 500
    shown, carets = excerpt(text, 1, 502, 506).split("\n")
    assert shown.startswith("…") and shown.endswith("…")
    assert len(shown) == WIDEST + 2
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "here"


@given(text=st.text(), line=st.integers(1, 5), start=st.integers(1, 300), length=st.integers(0, 9))
def test_an_excerpt_is_always_one_line_that_can_be_printed(
    text: str, line: int, start: int, length: int
) -> None:
    found = Span("x", line, start, line, start + length).excerpt_of(text)
    found.encode("utf-8")
    if found:
        _, carets = found.split("\n")
        assert carets.endswith("^") and set(carets) <= {" ", "^"}
