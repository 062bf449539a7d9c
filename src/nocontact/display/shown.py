"""What every public object can do that has something to say: show itself, in every format."""

from __future__ import annotations

from typing import Any

from nocontact.display.document import Document
from nocontact.display.document_to_html import document_to_html
from nocontact.display.document_to_json import document_to_json, json_text
from nocontact.display.document_to_markdown import document_to_markdown
from nocontact.display.document_to_text import document_to_text


def mimebundle(document: Document) -> dict[str, str]:
    """Return a document in each form that a notebook may choose from.

    Args:
        document: what is to be shown.

    Examples:
        >>> sorted(mimebundle(Document("Rest.")))
        ['text/html', 'text/markdown', 'text/plain']
    """
    return {
        "text/plain": document_to_text(document),
        "text/markdown": document_to_markdown(document),
        "text/html": document_to_html(document),
    }


class ShownInNotebook:
    """Shows a document in a notebook; what there is to say is said in `to_document`.

    The `repr` of such a class hides answers, since it ends up in tracebacks; a notebook shows
    what was asked for.

    Examples:
        >>> class Word(ShownInNotebook):
        ...     def to_document(self) -> Document:
        ...         return Document("Rest.")
        >>> Word()._repr_mimebundle_()["text/plain"]
        'Rest.'
    """

    __slots__ = ()

    def to_document(self) -> Document:
        """Return what there is to say, before any format is chosen.

        Raises:
            NotImplementedError: when a class says nothing.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).what_if().to_document().title
            'What would be different'
        """
        raise NotImplementedError(type(self).__name__)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """Return what a notebook may choose from; it asks for nothing and loads nothing."""
        return mimebundle(self.to_document())


class Shown(ShownInNotebook):
    """Shows a document as text, Markdown, HTML and JSON, and in a notebook.

    A class that derives from it says what there is to say in `to_document`; the rest is here.

    Examples:
        >>> class Word(Shown):
        ...     def to_document(self) -> Document:
        ...         return Document("Rest.", title="A word")
        >>> print(Word().to_text())
        A word
        ══════
        <BLANKLINE>
        Rest.
        >>> sorted(Word()._repr_mimebundle_())
        ['text/html', 'text/markdown', 'text/plain']
    """

    __slots__ = ()

    def to_text(self, width: int = 88) -> str:
        """Return plain text, for a page or a pipe.

        Args:
            width: longest line, in characters.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> print(recommend(Scenario()).what_if().to_text(width=50))
            What would be different
            ═══════════════════════
            <BLANKLINE>
            Nothing would be different. What may help you
            stays the same.
        """
        return document_to_text(self.to_document(), width=width)

    def to_markdown(self) -> str:
        """Return Markdown, everything escaped.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> print(recommend(Scenario()).what_if().to_markdown())
            # What would be different
            <BLANKLINE>
            **Nothing would be different. What may help you stays the same.**
        """
        return document_to_markdown(self.to_document())

    def to_html(self) -> str:
        """Return a self-contained HTML fragment, everything escaped; nothing is loaded.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> html = recommend(Scenario()).what_if().to_html()
            >>> "<h2>What would be different</h2>" in html, "<script" in html
            (True, False)
        """
        return document_to_html(self.to_document())

    def to_json(self) -> str:
        """Return JSON, the same each time.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario())
            >>> rec.what_if().to_json() == rec.what_if().to_json()
            True
        """
        return json_text(document_to_json(self.to_document()))
