"""Plain text: within its width, in Unicode or ASCII, in full or folded."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Preformatted,
    Table,
    Text,
    Tree,
    document_to_text,
)
from nocontact.display.inline import collapsed
from nocontact.display.line import cells

from .documents import documents, readings

WHY = Tree("wall: lock", [Tree("as high as difficulty", ["difficulty: strong"]), "end"])

BLOCKS: dict[str, tuple[Block, str]] = {
    "a paragraph is filled to the width": (
        Paragraph("The harder it is to stay away, the higher."),
        """
        The harder it is to stay
        away, the higher.
        """,
    ),
    "roles leave no mark": (Paragraph(["see ", Text("lock", "strong"), "."]), "see lock."),
    "a word too long for a line is broken": (
        Paragraph("abcdefghijklmnopqrstuvwxyz"),
        """
        abcdefghijklmnopqrstuvwx
        yz
        """,
    ),
    "a first heading is underlined twice": (Heading(1, "Now"), "Now\n═══"),
    "a second heading is underlined once": (Heading(2, "Now"), "Now\n───"),
    "a third heading stands alone": (Heading(3, "Now"), "Now"),
    "entries hang from their bullets": (
        Items(["Mute the chat for a while", Item("Rest", Items(["Sleep"]))]),
        """
        • Mute the chat for a
          while
        • Rest
          • Sleep
        """,
    ),
    "numbers line up": (
        Items(["x"] * 10, ordered=True),
        "\n".join([*(f" {number}. x" for number in range(1, 10)), "10. x"]),
    ),
    "an entry may be empty": (Items(["", "x"]), "•\n• x"),
    "a tree shows what rests on what": (
        WHY,
        """
        wall: lock
        ├─ as high as difficulty
        │  └─ difficulty: strong
        └─ end
        """,
    ),
    "a callout stands beside a bar": (
        Callout("caution", ["One.", "Two."]),
        """
        ┃ Take care
        ┃ One.
        ┃
        ┃ Two.
        """,
    ),
    "a table stands in columns": (
        Table(["Step", "Verdict"], [["Mute", "held"], ["", "ok"], ["Rest", ""]], caption="All"),
        """
        All

        Step  Verdict
        ────  ───────
        Mute  held
              ok
        Rest
        """,
    ),
    "a wide table fills its cells": (
        Table(["Step", "Why"], [["Mute", "Undo it now or later on"]]),
        """
        Step  Why
        ────  ──────────────────
        Mute  Undo it now or
              later on
        """,
    ),
    "a table with too many columns becomes records": (
        Table(["Step", "Verdict", "Reason"], [["Mute it", "held for now", "ask why first"]] * 2),
        """
        Step: Mute it
        Verdict: held for now
        Reason: ask why first

        Step: Mute it
        Verdict: held for now
        Reason: ask why first
        """,
    ),
    "preformatted text is never filled": (
        Preformatted("when: {difficulty: {at_least: strong}}\n\n  x"),
        "when: {difficulty: {at_least: strong}}\n\n  x",
    ),
    "wide signs count twice": (Paragraph("壁" * 13), "壁" * 12 + "\n壁"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_has_its_shape(name: str) -> None:
    """One block at a width of 24, the text it becomes."""
    block, text = BLOCKS[name]
    expected = dedent(text).strip("\n") if text.startswith("\n") else text
    assert document_to_text(Document([block]), width=24) == expected


def test_headings_move_down_under_a_title() -> None:
    """Only the title is underlined twice."""
    document = Document([Heading(1, "Steps")], title="Plan")
    assert document_to_text(document) == "Plan\n════\n\nSteps\n─────"


def test_ascii_draws_with_ascii_only() -> None:
    """No sign of the drawing needs more than ASCII."""
    document = Document([Heading(1, "a"), WHY, Items(["b"]), Callout("info", "c")], title="t")
    text = document_to_text(document, unicode=False)
    assert text.isascii()
    assert "|- as high as difficulty\n|  `- difficulty: strong\n`- end" in text


def test_details_show_in_full_unless_folded() -> None:
    """Folding leaves the summary, with the sign for closed."""
    document = Document([Details("Why?", "Because.")])
    assert document_to_text(document) == "▾ Why?\n  Because."
    assert document_to_text(document, folded=True) == "▸ Why?"


def test_folding_keeps_what_the_document_opens() -> None:
    """What is urgent can be marked open, and stays."""
    document = Document([Details("Why?", "Because.", open=True), Tree("a", ["b"], open=False)])
    assert document_to_text(document, folded=True) == "▾ Why?\n  Because.\n\n▸ a"


def test_an_empty_document_is_an_empty_text() -> None:
    """Nothing to say, nothing said."""
    assert document_to_text(Document([Paragraph(""), Items([])])) == ""


def test_a_width_too_small_is_refused() -> None:
    """The message shows the least and the width found."""
    with pytest.raises(ValueError, match="at least 20, found 19"):
        document_to_text(Document([]), width=19)


@given(documents(preformatted=False), st.integers(20, 100), st.booleans())
def test_no_line_is_wider_than_asked(document: Document, width: int, unicode: bool) -> None:
    """However deep the nesting and however long the words."""
    text = document_to_text(document, width=width, unicode=unicode)
    assert max(map(cells, text.split("\n"))) <= width


@given(st.integers(1, 60))
def test_a_deep_tree_stays_within_its_width(depth: int) -> None:
    """Where the branches would leave no room for words, the words come first."""
    tree = Tree("the last one of them all")
    for _ in range(depth):
        tree = Tree("one more reason", [tree])
    text = document_to_text(Document([tree]), width=30)
    assert max(map(len, text.split("\n"))) <= 30
    assert text.count("reason") == depth


@given(documents())
def test_every_text_can_be_read(document: Document) -> None:
    """Nothing the document says is lost on the way."""
    text = collapsed(document_to_text(document, width=10_000))
    for reading in readings(document):
        assert reading in text


@example(Document([Details("more", [Heading(1, "\u0301")])]), 20)
@given(documents(preformatted=False), st.integers(20, 100))
def test_no_line_ends_in_a_space(document: Document, width: int) -> None:
    """Texts can be compared line by line and kept in files."""
    for line in document_to_text(document, width=width).split("\n"):
        assert line == line.rstrip(" ")
