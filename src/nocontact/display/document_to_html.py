"""Documents as a fragment of HTML that needs nothing else: no script, no network, no style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
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
from nocontact.display.inline import Inlines
from nocontact.display.inlines_to_html import inlines_to_html
from nocontact.display.stylesheet import STYLESHEET
from nocontact.display.table import Table
from nocontact.display.tree import Tree


def document_to_html(document: Document, *, heading_level: int = 2, styled: bool = True) -> str:
    """Write a document as one HTML element, every word escaped.

    Args:
        document: What to write.
        heading_level: The level of the title, or of the highest heading where there is no title;
            the other headings follow below it. Set it to where the page puts the fragment.
        styled: Whether to bring the small style sheet along. Leave it out for the second and
            later fragments of a page.

    Returns:
        A `section` (a `div` without a title) of the class `nocontact`.

    Raises:
        ValueError: `heading_level` is smaller than 1.

    Examples:
        >>> from nocontact.display.tree import Tree
        >>> document = Document(["Sit < rest.", Tree("wall: lock", ["difficulty: strong"])])
        >>> print(document_to_html(document, styled=False))
        <div class="nocontact">
        <p>Sit &lt; rest.</p>
        <ul class="nocontact-tree"><li><details open><summary>wall: lock</summary>
        <ul><li>difficulty: strong</li></ul></details></li></ul>
        </div>
    """
    if heading_level < 1:
        raise ValueError(f"a heading's level is at least 1, found {heading_level}")
    title = escape(document.title)
    level = heading_level if title else heading_level - 1
    style = [f"<style>\n{STYLESHEET}</style>"] if styled else []
    heading = [_heading(heading_level, title)] if title else []
    body = "\n".join([*style, *heading, *_Markup(level).parts(document.blocks)])
    if title:
        return f'<section class="nocontact" aria-label="{title}">\n{body}\n</section>'
    return f'<div class="nocontact">\n{body}\n</div>'


@dataclass(frozen=True, slots=True)
class _Markup:
    level_above: int

    def parts(self, blocks: Iterable[Block]) -> list[str]:
        return [self.part(block) for block in blocks]

    def part(self, block: Block) -> str:
        match block:
            case Heading():
                return _heading(self.level_above + block.level, inlines_to_html(block.text))
            case Paragraph():
                return f"<p>{inlines_to_html(block.text)}</p>"
            case Items():
                return self.items(block)
            case Tree():
                return f'<ul class="nocontact-tree">{_node(block)}</ul>'
            case Table():
                return _table(block)
            case Details():
                return self.details(block)
            case Callout():
                return self.callout(block)
            case Preformatted():
                return f"<pre><code>{escape(block.text)}</code></pre>"
            case _:
                assert_never(block)

    def items(self, items: Items) -> str:
        tag = "ol" if items.ordered else "ul"
        return f"<{tag}>{''.join(map(self.item, items.items))}</{tag}>"

    def item(self, item: Item) -> str:
        below = "".join(f"\n{part}" for part in self.parts(item.blocks))
        return f"<li>{inlines_to_html(item.text)}{below}</li>"

    def details(self, details: Details) -> str:
        body = "\n".join(self.parts(details.blocks))
        return f"{_summary(details.summary, details.open)}\n{body}</details>"

    def callout(self, callout: Callout) -> str:
        label = escape(callout.label)
        body = "\n".join([f"<p><strong>{label}</strong></p>", *self.parts(callout.blocks)])
        start = f'<aside class="nocontact-{callout.kind}" role="note" aria-label="{label}">'
        return f"{start}\n{body}</aside>"


def _heading(level: int, html: str) -> str:
    if level > 6:
        return f'<div role="heading" aria-level="{level}">{html}</div>'
    return f"<h{level}>{html}</h{level}>"


def _summary(summary: Inlines, open: bool) -> str:
    start = "<details open>" if open else "<details>"
    return f"{start}<summary>{inlines_to_html(summary)}</summary>"


def _node(tree: Tree) -> str:
    if not tree.children:
        return f"<li>{inlines_to_html(tree.label)}</li>"
    children = "".join(map(_node, tree.children))
    return f"<li>{_summary(tree.label, tree.open)}\n<ul>{children}</ul></details></li>"


def _table(table: Table) -> str:
    caption = f"<caption>{inlines_to_html(table.caption)}</caption>\n" if table.caption else ""
    headers = "".join(f'<th scope="col">{inlines_to_html(cell)}</th>' for cell in table.headers)
    rows = "\n".join(map(_row, table.rows))
    return (
        f"<table>\n{caption}<thead><tr>{headers}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _row(row: tuple[Inlines, ...]) -> str:
    first, *others = map(inlines_to_html, row)
    cells = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'
