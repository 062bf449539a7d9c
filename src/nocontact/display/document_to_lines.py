"""Documents as lines of styled pieces: the one layout that plain text and terminals share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

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
from nocontact.display.inline import Inlines, inlines
from nocontact.display.line import Line, Piece, Style, cells, filled, line_cells
from nocontact.display.signs import ASCII_SIGNS, UNICODE_SIGNS, Signs
from nocontact.display.table import Table
from nocontact.display.table_to_lines import table_to_lines
from nocontact.display.tree import Tree

NARROWEST = 20
"""The smallest width a document can be set in."""

_NARROWEST_INSIDE = 12


def document_to_lines(
    document: Document, *, width: int, unicode: bool = True, folded: bool = False
) -> list[Line]:
    """Set a document in lines of at most `width` columns; only preformatted text may be wider.

    Args:
        document: What to set.
        width: Columns per line, at least `NARROWEST`.
        unicode: Whether to draw with line-drawing signs; otherwise ASCII only.
        folded: Whether to leave out what the document does not open.

    Returns:
        The lines, without blank lines around them.

    Raises:
        ValueError: `width` is smaller than `NARROWEST`.

    Examples:
        >>> from nocontact.display.line import line_text
        >>> document = Document([Tree("wall: lock", ["difficulty: strong"])])
        >>> [line_text(line) for line in document_to_lines(document, width=40)]
        ['wall: lock', '└─ difficulty: strong']
    """
    if width < NARROWEST:
        raise ValueError(f"a document needs a width of at least {NARROWEST}, found {width}")
    layout = _Layout(UNICODE_SIGNS if unicode else ASCII_SIGNS, folded, bool(document.title))
    title = layout.heading(1, inlines(document.title), width)
    return _stacked([title, layout.blocks(document.blocks, width)])


@dataclass(frozen=True, slots=True)
class _Layout:
    signs: Signs
    folded: bool
    titled: bool

    def blocks(self, blocks: Iterable[Block], width: int) -> list[Line]:
        return _stacked(self.block(block, width) for block in blocks)

    def block(self, block: Block, width: int) -> list[Line]:
        match block:
            case Heading():
                return self.heading(block.level + self.titled, block.text, width)
            case Paragraph():
                return filled(block.text, width)
            case Items():
                return self.items(block, width)
            case Tree():
                return self.tree(block, width)
            case Table():
                return table_to_lines(block, width, self.signs.single_rule)
            case Details():
                return self.details(block, width)
            case Callout():
                return self.callout(block, width)
            case Preformatted():
                return [(Piece(line, "code"),) if line else () for line in block.text.split("\n")]
            case _:
                assert_never(block)

    def heading(self, level: int, text: Inlines, width: int) -> list[Line]:
        rules = {1: self.signs.double_rule, 2: self.signs.single_rule}
        lines = [tuple(_headed(piece) for piece in line) for line in filled(text, width)]
        if level not in rules or not lines:
            return lines
        longest = max(1, *(line_cells(line) for line in lines))
        return [*lines, (Piece(rules[level] * longest, "sign"),)]

    def items(self, items: Items, width: int) -> list[Line]:
        signs = [self.signs.bullet] * len(items.items)
        if items.ordered:
            widest = len(str(len(items.items)))
            signs = [f"{number:>{widest}}. " for number in range(1, len(items.items) + 1)]
        lines: list[Line] = []
        for sign, item in zip(signs, items.items, strict=True):
            lines += _under(sign, " " * cells(sign), width, partial(self.item, item))
        return lines

    def item(self, item: Item, width: int) -> list[Line]:
        return filled(item.text, width) + self.blocks(item.blocks, width)

    def tree(self, tree: Tree, width: int) -> list[Line]:
        label = partial(filled, tree.label)
        if self.folded and tree.children and not tree.open:
            return _under(self.signs.closed, " " * cells(self.signs.closed), width, label)
        lines = label(width)
        for child in tree.children[:-1]:
            lines += _under(self.signs.branch, self.signs.trunk, width, partial(self.tree, child))
        for child in tree.children[-1:]:
            gap = " " * cells(self.signs.trunk)
            lines += _under(self.signs.last_branch, gap, width, partial(self.tree, child))
        return lines

    def details(self, details: Details, width: int) -> list[Line]:
        shut = self.folded and not details.open
        sign = self.signs.closed if shut else self.signs.opened
        indent = " " * cells(sign)
        summary = _under(sign, indent, width, partial(filled, details.summary))
        if shut:
            return summary
        return summary + _under(indent, indent, width, partial(self.blocks, details.blocks))

    def callout(self, callout: Callout, width: int) -> list[Line]:
        def inside(width: int) -> list[Line]:
            label = filled(inlines(callout.label), width)
            styled = [tuple(Piece(p.text, callout.kind) for p in line) for line in label]
            return styled + self.blocks(callout.blocks, width)

        return _under(self.signs.bar, self.signs.bar, width, inside, callout.kind)


def _under(
    first: str, rest: str, width: int, draw: Callable[[int], list[Line]], style: Style = "sign"
) -> list[Line]:
    """Draw beside signs, or without them where too little room would be left."""
    room = width - cells(first)
    if room < _NARROWEST_INSIDE:
        return draw(width)
    lines = draw(room) or [()]
    signs = [first, *[rest] * (len(lines) - 1)]
    return [_signed(sign, line, style) for sign, line in zip(signs, lines, strict=True)]


def _signed(sign: str, line: Line, style: Style) -> Line:
    sign = sign if line else sign.rstrip(" ")
    return (Piece(sign, style), *line) if sign else line


def _headed(piece: Piece) -> Piece:
    return Piece(piece.text, "heading") if piece.style == "plain" else piece


def _stacked(drawings: Iterable[list[Line]]) -> list[Line]:
    lines: list[Line] = []
    for drawing in drawings:
        if drawing:
            lines += [(), *drawing] if lines else drawing
    return lines
