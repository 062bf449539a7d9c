"""A page as a browser would read it: its words, its elements and their attributes."""

from __future__ import annotations

from html.parser import HTMLParser

from nocontact.display.inline import collapsed


class Page(HTMLParser):
    """Reads HTML and keeps what the tests ask about.

    Attributes:
        text: The words outside `style`, white space collapsed.
        elements: The elements in order of their start tags.
        attributes: The name of every attribute found.
        unclosed: Elements whose end tag is missing or out of place.
        inside: The words directly inside each element, by element name.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._data: list[str] = []
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.unclosed: list[str] = []
        self.inside: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        self.text = collapsed("".join(self._data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self.elements.append(tag)
        self.unclosed.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, when it is the one named."""
        if self.unclosed and self.unclosed[-1] == tag:
            self.unclosed.pop()
        else:
            self.unclosed.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Keep words, with the element they are in."""
        tag = self.unclosed[-1] if self.unclosed else ""
        self.inside.setdefault(tag, []).append(data)
        if tag != "style":
            self._data.append(data)
