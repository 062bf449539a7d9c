"""Problems → document: for each its place, the excerpt, the way out."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.display import Block, Callout, Document, Paragraph, Preformatted, Text, inlines


def problems_to_document(problems: Iterable[tuple[str, str]]) -> Document:
    r"""Return problems as a document.

    Args:
        problems: the code of each, and everything it says.

    Examples:
        >>> len(problems_to_document([("NC001", "NC001: the file is empty")]).blocks)
        1
        >>> len(problems_to_document([]).blocks)
        1
    """
    blocks = [block for code, said in problems for block in _blocks(code, said)]
    return Document(blocks or Callout("info", "Nothing found.", "Checked"))


def _blocks(code: str, said: str) -> list[Block]:
    first, *rest = said.splitlines()
    place, start, message = first.rpartition(f"{code}: ")
    line = Paragraph(inlines(Text(place, "muted"), Text(start, "strong"), message))
    return [line, Preformatted("\n".join(rest))] if rest else [line]
