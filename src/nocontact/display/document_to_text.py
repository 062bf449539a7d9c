"""Documents as plain text."""

from __future__ import annotations

from nocontact.display.document import Document
from nocontact.display.document_to_lines import document_to_lines
from nocontact.display.line import line_text


def document_to_text(
    document: Document, *, width: int = 88, unicode: bool = True, folded: bool = False
) -> str:
    """Write a document as plain text, without colour.

    Args:
        document: What to write.
        width: Columns per line, at least 20; only preformatted text may be wider.
        unicode: Whether to draw trees and rules with line-drawing signs; otherwise ASCII only.
            The words of the document stay as they are.
        folded: Whether to leave out what the document does not open: the blocks of closed
            details and the children of closed trees.

    Returns:
        The text, without a line break at the end.

    Raises:
        ValueError: `width` is smaller than 20.

    Examples:
        >>> from nocontact.display.document import Callout, Details, Items
        >>> from nocontact.display.tree import Tree
        >>> why = Tree("wall: lock", [Tree("as high as difficulty ¶35", ["difficulty: strong"])])
        >>> document = Document([Callout("info", "A first look."), Details("Why?", why)])
        >>> print(document_to_text(document))
        ┃ Note
        ┃ A first look.
        <BLANKLINE>
        ▾ Why?
          wall: lock
          └─ as high as difficulty ¶35
             └─ difficulty: strong
        >>> print(document_to_text(document, unicode=False, folded=True))
        | Note
        | A first look.
        <BLANKLINE>
        [+] Why?
    """
    lines = document_to_lines(document, width=width, unicode=unicode, folded=folded)
    return "\n".join(line_text(line) for line in lines)
