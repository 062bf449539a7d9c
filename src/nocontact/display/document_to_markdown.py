"""Documents as GitHub-flavoured Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
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
from nocontact.display.inline import Inlines, Text, collapsed, inlines
from nocontact.display.inlines_to_html import inlines_to_html
from nocontact.display.inlines_to_markdown import inlines_to_markdown
from nocontact.display.table import Table
from nocontact.display.tree import Tree

_LISTS = (Items, Tree)
_NOTHING = "<!-- -->"


def document_to_markdown(document: Document) -> str:
    """Write a document as GitHub-flavoured Markdown, every word escaped.

    Args:
        document: What to write. Under a title, its headings move down one level.

    Returns:
        The Markdown, without a line break at the end. Details become `<details>`, trees become
        nested lists, callouts become quotations under their label.

    Examples:
        >>> why = Tree("wall: lock", ["difficulty: strong"])
        >>> print(document_to_markdown(Document([Heading(1, "Why?"), why], title="A plan")))
        # A plan
        <BLANKLINE>
        ## Why?
        <BLANKLINE>
        - wall: lock
          - difficulty: strong
    """
    title = [_heading(1, inlines(document.title))] if document.title else []
    writer = _Writer(titled=bool(document.title))
    return "\n".join(_stacked([*title, writer.blocks(document.blocks)]))


@dataclass(frozen=True, slots=True)
class _Writer:
    titled: bool

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        parts: list[list[str]] = []
        before: Block | None = None
        for block in blocks:
            if isinstance(before, _LISTS) and isinstance(block, _LISTS):
                parts.append([_NOTHING])
            parts.append(self.block(block))
            before = block
        return _stacked(parts)

    def block(self, block: Block) -> list[str]:
        match block:
            case Heading():
                return _heading(block.level + self.titled, block.text)
            case Paragraph():
                return _line(block.text)
            case Items():
                return self.items(block)
            case Tree():
                return _tree(block)
            case Table():
                return _table(block)
            case Details():
                return self.details(block)
            case Callout():
                return self.callout(block)
            case Preformatted():
                return _fenced(block.text)
            case _:
                assert_never(block)

    def items(self, items: Items) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(items.items, start=1):
            sign = f"{number}. " if items.ordered else "- "
            lines += _under(sign, self.item(item))
        return lines

    def item(self, item: Item) -> list[str]:
        below = self.blocks(item.blocks)
        tight = all(isinstance(block, _LISTS) for block in item.blocks)
        text = _line(item.text) or [_NOTHING]
        return [*text, *below] if tight else _stacked([text, below])

    def details(self, details: Details) -> list[str]:
        start = "<details open>" if details.open else "<details>"
        summary = f"<summary>{collapsed(inlines_to_html(details.summary))}</summary>"
        return _stacked([[start, summary], self.blocks(details.blocks), ["</details>"]])

    def callout(self, callout: Callout) -> list[str]:
        label = _line(inlines(Text(callout.label, "strong")))
        inside = _stacked([label, self.blocks(callout.blocks)])
        return [f"> {line}" if line else ">" for line in inside]


def _heading(level: int, text: Inlines) -> list[str]:
    return [f"{'#' * min(level, 6)} {line}" for line in _line(text)]


def _line(text: Inlines) -> list[str]:
    line = inlines_to_markdown(text)
    return [line] if line else []


def _tree(tree: Tree) -> list[str]:
    label = _line(tree.label) or [_NOTHING]
    return _under("- ", label + [line for child in tree.children for line in _tree(child)])


def _table(table: Table) -> list[str]:
    caption = _line(table.caption)
    rows = [_row(table.headers), "|" + " --- |" * len(table.headers), *map(_row, table.rows)]
    return _stacked([caption, rows])


def _row(row: tuple[Inlines, ...]) -> str:
    cells = (inlines_to_markdown(cell).replace("|", r"\|") for cell in row)
    return f"| {' | '.join(cells)} |"


def _fenced(text: str) -> list[str]:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *text.split("\n"), fence]


def _under(sign: str, lines: list[str]) -> list[str]:
    first, *others = lines
    indent = " " * len(sign)
    return [sign + first, *(indent + line if line else "" for line in others)]


def _stacked(parts: Iterable[list[str]]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *part] if lines else part
    return lines
