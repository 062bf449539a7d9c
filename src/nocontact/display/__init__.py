"""Documents, and what they become: plain text, terminals, Markdown, HTML and JSON.

Other rooms say what they have to say as a `Document`: headings, paragraphs, lists, why-trees,
verdict tables and callouts. This room turns it into each format and knows nothing of rules. One
layout serves text and terminals, so both show the same; every format escapes every word; `rich`
comes in by one door, `document_to_terminal`, and only when a terminal shows colour.
"""

from __future__ import annotations

from nocontact.display.card import Labelled, card
from nocontact.display.document import (
    Block,
    BlocksLike,
    Callout,
    CalloutKind,
    Details,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Preformatted,
)
from nocontact.display.document_to_html import document_to_html
from nocontact.display.document_to_json import (
    Json,
    document_from_json,
    document_to_json,
    json_text,
)
from nocontact.display.document_to_markdown import document_to_markdown
from nocontact.display.document_to_terminal import document_to_terminal
from nocontact.display.document_to_text import document_to_text
from nocontact.display.inline import (
    ROLES,
    Inlines,
    InlinesLike,
    Role,
    Text,
    first_sentence,
    inlines,
)
from nocontact.display.shown import Shown, ShownInNotebook, mimebundle
from nocontact.display.shown_as_data import ShownAsData
from nocontact.display.table import Table
from nocontact.display.tree import Tree
from nocontact.display.without_marks import without_marks

__all__ = [
    "ROLES",
    "Block",
    "BlocksLike",
    "Callout",
    "CalloutKind",
    "Details",
    "Document",
    "Heading",
    "Inlines",
    "InlinesLike",
    "Item",
    "Items",
    "Json",
    "Labelled",
    "Paragraph",
    "Preformatted",
    "Role",
    "Shown",
    "ShownAsData",
    "ShownInNotebook",
    "Table",
    "Text",
    "Tree",
    "card",
    "document_from_json",
    "document_to_html",
    "document_to_json",
    "document_to_markdown",
    "document_to_terminal",
    "document_to_text",
    "first_sentence",
    "inlines",
    "json_text",
    "mimebundle",
    "without_marks",
]
