"""The card: a title, and under it what is known, one labelled line each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from nocontact.display.document import BlocksLike, Document, Items
from nocontact.display.inline import InlinesLike, Text, inlines

Labelled: TypeAlias = tuple[str, InlinesLike]
"""A label, and what stands after it; where that is empty, the line is left out."""


def card(title: str, lines: Iterable[Labelled], blocks: BlocksLike = ()) -> Document:
    """Return a small document about one thing.

    Args:
        title: What it is called.
        lines: Labels with what stands after them.
        blocks: What comes below; may be left out.

    Examples:
        >>> from nocontact.display.document_to_text import document_to_text
        >>> print(document_to_text(card("wall.lock", [("when", "hope is some"), ("note", "")])))
        wall.lock
        ═════════
        <BLANKLINE>
        • when: hope is some
    """
    known = [(label, inlines(value)) for label, value in lines]
    items = [inlines(Text(f"{label}: ", "strong"), value) for label, value in known if value]
    below = Document(blocks).blocks
    return Document([*([Items(items)] if items else []), *below], title)
