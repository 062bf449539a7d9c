"""Markdown: what a reader of GitHub-flavoured Markdown shows is what the document says."""

from __future__ import annotations

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Paragraph,
    Preformatted,
    Table,
    Text,
    Tree,
    document_to_markdown,
)
from nocontact.display.inline import plain_text

from .documents import documents, lines, readings
from .pages import Page

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

BLOCKS: dict[str, tuple[Block, str]] = {
    "words are escaped": (Paragraph("*a* [b](c) <d> `e`"), "\\*a\\* \\[b](c) \\<d> \\`e\\`"),
    "names with underscores stay readable": (
        Paragraph("status.ask_why _x_"),
        "status.ask_why \\_x\\_",
    ),
    "a paragraph never starts a list": (Paragraph("1. a"), "1\\. a"),
    "a paragraph never starts a quotation": (Paragraph("> a"), "\\> a"),
    "line breaks become spaces": (Paragraph("a\n\n# b"), "a \\# b"),
    "strong and term are emphasis": (
        Paragraph([Text("wall ", "strong"), Text("lock", "term"), "."]),
        "**wall** *lock*.",
    ),
    "emphasis that touches words becomes elements": (
        Paragraph(["a", Text("(b)", "strong"), "c"]),
        "a<strong>(b)</strong>c",
    ),
    "code may hold backticks": (Paragraph(Text("a`b", "code")), "``a`b``"),
    "a heading keeps its level": (Heading(3, "a #"), "### a \\#"),
    "entries nest by their sign": (
        Items([Item("a", Items(["b"])), Item("c", "d")], ordered=True),
        "1. a\n   - b\n2. c\n\n   d",
    ),
    "a tree is a nested list": (Tree("a", [Tree("b", ["c"])]), "- a\n  - b\n    - c"),
    "an empty label holds its place": (
        Tree("", [Tree("", ["a"])]),
        "- <!-- -->\n  - <!-- -->\n    - a",
    ),
    "details fold": (
        Details("a < b", "c", open=True),
        "<details open>\n<summary>a &lt; b</summary>\n\nc\n\n</details>",
    ),
    "a callout is a quotation under its label": (
        Callout("urgent", ["a", "b"]),
        "> **Urgent**\n>\n> a\n>\n> b",
    ),
    "a table keeps its pipes": (
        Table(["x", "y"], [["a|b", Text("c|d", "code")]], caption="t"),
        "t\n\n| x | y |\n| --- | --- |\n| a\\|b | `c\\|d` |",
    ),
    "a fence is longer than any inside": (
        Preformatted("```\na"),
        "````\n```\na\n````",
    ),
}


def read(markdown: str) -> Page:
    """What a Markdown reader makes of it."""
    return Page(READER.render(markdown))


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_has_its_marks(name: str) -> None:
    """One block, the Markdown it becomes."""
    block, markdown = BLOCKS[name]
    assert document_to_markdown(Document([block])) == markdown


def test_headings_move_down_under_a_title() -> None:
    """The title is the one heading of the first level."""
    assert document_to_markdown(Document([Heading(1, "a")], title="t")) == "# t\n\n## a"


def test_two_lists_stay_two_lists() -> None:
    """A list right after a list would be read as one."""
    page = read(document_to_markdown(Document([Items(["a"]), Items(["b"]), Tree("c")])))
    assert page.elements.count("ul") == 3


@given(lines())
def test_a_paragraph_reads_exactly_as_written(line: Inlines) -> None:
    """No word gained, none lost, whatever marks they contain."""
    page = read(document_to_markdown(Document([Paragraph(line)])))
    assert page.text.strip() == plain_text(line).strip()


@given(lines())
def test_what_is_strong_is_read_as_strong(line: Inlines) -> None:
    """Exactly the strong words are emphasised."""
    page = read(document_to_markdown(Document([Paragraph(line)])))
    strong = [plain_text([text]).strip() for text in line if text.role == "strong"]
    assert page.inside.get("strong", []) == [words for words in strong if words]


@given(documents())
def test_every_text_can_be_read(document: Document) -> None:
    """Nothing the document says is lost on the way."""
    page = read(document_to_markdown(document))
    for text in readings(document):
        assert text in page.text


@given(documents())
def test_no_text_becomes_an_element(document: Document) -> None:
    """A word that looks like a script stays a word."""
    assert "script" not in read(document_to_markdown(document)).elements
