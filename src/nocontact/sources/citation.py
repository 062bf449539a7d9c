"""How citations are shown."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.display import Inlines, Text, inlines


def citation(sources: Iterable[int | str]) -> Inlines:
    """Return citations as one line; an empty one when there are none.

    Args:
        sources: Paragraph numbers of the article, and ids of the source list.

    Examples:
        >>> citation([35, "SA01"])[0].text, citation([])
        ('¶35, SA01', ())
    """
    labels = (f"¶{each}" if isinstance(each, int) else each for each in sources)
    return inlines(Text(", ".join(labels), "citation"))
