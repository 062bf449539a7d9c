"""Text from outside, made fit to be shown: one line, no control characters, not too long."""

from __future__ import annotations

import re

from nocontact.display.inline import UNPRINTABLE

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line of YAML."""

HARMLESS = "\u061c\u200e\u200f\u2028\u2029"
"""Marks of direction that Arabic and Hebrew texts need, and breaks between lines."""


def steering(text: str) -> str | None:
    r"""Return the first sign that no text of a file may hold; None when there is none.

    Examples:
        >>> steering("a\x1b[31mb") == "\x1b", steering("a\u200fb") is None
        (True, True)
    """
    if text.isprintable():
        return None
    signs = (found[0] for found in UNPRINTABLE.finditer(text))
    return next((sign for sign in signs if sign not in HARMLESS), None)


def printable(text: str) -> str:
    r"""Return text sign for sign, without any that steers a terminal; line feeds and tabs stay.

    Examples:
        >>> printable("a\x1b[31mb") == "a\N{REPLACEMENT CHARACTER}[31mb"
        True
    """
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def shown(text: str, most: int = 60) -> str:
    r"""Return what was written on one line, shortened, for use inside a message.

    Args:
        text: what was written.
        most: the most characters that are shown.

    Examples:
        >>> shown("two\nlines"), shown("x" * 9, most=4)
        ('two lines', 'xxxx…')
    """
    line = " ".join(printable(text[: 2 * most]).split())
    return f"{line[:most]}…" if len(line) > most or len(text) > 2 * most else line
