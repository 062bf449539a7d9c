"""A document for whoever does not check it: no ids, no sources, no names of voices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nocontact.display.document import Block, Callout, Details, Heading, Item, Items, Paragraph
from nocontact.display.inline import Inlines, inlines

_MARKS = frozenset({"citation", "code", "voice"})


def without_marks(block: Block) -> Block:
    """Return a block without citations, ids and names of voices; what said nothing else is gone.

    Examples:
        >>> from nocontact.display.inline import Text
        >>> lines = Items([["Rest. ", Text("[¶35]", "citation")], [Text("wall.lock", "code")]])
        >>> [item.text[0].text for item in without_marks(lines).items]
        ['Rest.']
    """
    match block:
        case Paragraph():
            return Paragraph(_words(block.text))
        case Heading():
            return Heading(block.level, _words(block.text))
        case Items():
            kept = [
                each for each in block.items if not each.text or each.text[0].role not in _MARKS
            ]
            items = [Item(_words(each.text), _unmarked(each.blocks)) for each in kept]
            return Items(items, block.ordered)
        case Details():
            inside = _unmarked(block.blocks)
            words = _words(block.summary)
            return Details(words, inside, block.open) if inside else Paragraph(words)
        case Callout():
            return Callout(block.kind, map(without_marks, block.blocks), block.label)
    return block


def _unmarked(blocks: Iterable[Block]) -> list[Block]:
    without = map(without_marks, blocks)
    return [block for block in without if not isinstance(block, Items) or block.items]


def _words(line: Inlines) -> Inlines:
    kept = [text for text in line if text.role not in _MARKS]
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return inlines(kept)
