"""Lines of text as HTML."""

from __future__ import annotations

from html import escape

from nocontact.display.inline import Inlines, Role, Text

_TAGS: dict[Role, tuple[str, str]] = {
    "plain": ("", ""),
    "strong": ("<strong>", "</strong>"),
    "term": ("<em>", "</em>"),
    "citation": ("<cite>", "</cite>"),
    "voice": ('<span class="nocontact-voice">', "</span>"),
    "code": ("<code>", "</code>"),
    "muted": ("<small>", "</small>"),
}


def inlines_to_html(texts: Inlines) -> str:
    """Write a line of text as HTML, every word escaped.

    Args:
        texts: The line, in normal form.

    Returns:
        Inline HTML; roles become elements that mean something without any style.

    Examples:
        >>> from nocontact.display.inline import inlines
        >>> inlines_to_html(inlines("a < b ", Text("¶35", "citation")))
        'a &lt; b <cite>¶35</cite>'
    """
    return "".join(map(_text, texts))


def _text(text: Text) -> str:
    before, after = _TAGS[text.role]
    return before + escape(text.text) + after
