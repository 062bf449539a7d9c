"""A diagnostic code → the page about it."""

from __future__ import annotations

from nocontact.diagnostics import Code
from nocontact.display import Document, Heading, Paragraph, Preformatted, Text


def code_to_document(code: Code) -> Document:
    """Return the page of a code: why it counts, what to avoid, what to prefer.

    Examples:
        >>> from nocontact.diagnostics import codes
        >>> code_to_document(codes()["NC207"]).title
        'NC207: decisions that wait for each other'
    """
    return Document(
        [
            Paragraph(_marked(code.why)),
            Heading(1, "Avoid"),
            Preformatted(code.avoid),
            Heading(1, "Prefer"),
            Preformatted(code.prefer),
        ],
        title=f"{code.code}: {code.title}",
    )


def _marked(text: str) -> list[Text]:
    """Return a text whose parts between backticks are code."""
    parts = text.split("`")
    return [Text(part, "code" if at % 2 else "plain") for at, part in enumerate(parts) if part]
