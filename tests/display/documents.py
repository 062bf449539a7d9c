"""Random documents, and what there is to read in them, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from nocontact.display.document import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Preformatted,
)
from nocontact.display.inline import ROLES, Inlines, Text, collapsed, inlines
from nocontact.display.table import Table
from nocontact.display.tree import Tree

_NASTY = "ab1 \n\t*_`[]()<>/#+-=.|~&;$\\!:\"'\u00a0¶é壁\u0301\x1b"
_PIECES = ["<script>", "</style>", "&amp;", "1. ", "- ", "```", "**", "https://a_b.c", "wall"]


def words() -> st.SearchStrategy[str]:
    """Strings full of what the formats treat specially, and any other string."""
    return st.one_of(
        st.text(st.sampled_from(_NASTY), max_size=12),
        st.lists(st.sampled_from(_PIECES), max_size=3).map("".join),
        st.text(max_size=8),
    )


def lines() -> st.SearchStrategy[Inlines]:
    """Lines of text of up to four runs, in any roles."""
    texts = st.builds(Text, words(), st.sampled_from(ROLES))
    return st.lists(texts, max_size=4).map(inlines)


def trees() -> st.SearchStrategy[Tree]:
    """Trees of up to a dozen nodes."""
    leaves = st.builds(Tree, lines())
    return st.recursive(
        leaves,
        lambda nodes: st.builds(Tree, lines(), st.lists(nodes, max_size=3), st.booleans()),
        max_leaves=6,
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of up to six columns and three rows."""
    columns = draw(st.integers(1, 6))
    row = st.lists(lines(), min_size=columns, max_size=columns)
    return Table(draw(row), draw(st.lists(row, max_size=3)), draw(lines()))


def blocks(*, preformatted: bool = True) -> st.SearchStrategy[Block]:
    """Blocks of every kind, nested a few levels deep."""
    simple: list[st.SearchStrategy[Block]] = [
        st.builds(Heading, st.integers(1, 6), lines()),
        st.builds(Paragraph, lines()),
        trees(),
        tables(),
    ]
    if preformatted:
        simple.append(st.builds(Preformatted, words()))
    return st.recursive(st.one_of(simple), _holding, max_leaves=6)


def _holding(inside: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inside, max_size=3)
    items = st.lists(st.builds(Item, lines(), several), max_size=3)
    kinds = st.sampled_from(["info", "caution", "urgent"])
    return st.one_of(
        st.builds(Items, items, st.booleans()),
        st.builds(Details, lines(), several, st.booleans()),
        st.builds(Callout, kinds, several, words()),
    )


def documents(*, preformatted: bool = True) -> st.SearchStrategy[Document]:
    """Documents of up to four blocks, with and without a title."""
    return st.builds(Document, st.lists(blocks(preformatted=preformatted), max_size=4), words())


def readings(document: Document) -> Iterator[str]:
    """Every text of a document with its white space collapsed, in reading order."""
    for text in (document.title, *_in_blocks(document.blocks)):
        yield collapsed(text).strip()


def _in_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _in_block(block)


def _in_block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from _in_lines(block.text)
        case Items():
            for item in block.items:
                yield from _in_lines(item.text)
                yield from _in_blocks(item.blocks)
        case Tree():
            yield from _in_lines(block.label)
            yield from _in_blocks(block.children)
        case Table():
            yield from _in_lines(block.caption, *block.headers)
            for row in block.rows:
                yield from _in_lines(*row)
        case Details():
            yield from _in_lines(block.summary)
            yield from _in_blocks(block.blocks)
        case Callout():
            yield block.label
            yield from _in_blocks(block.blocks)
        case Preformatted():
            yield from block.text.split("\n")


def _in_lines(*lines: Inlines) -> Iterator[str]:
    for line in lines:
        for text in line:
            yield text.text
