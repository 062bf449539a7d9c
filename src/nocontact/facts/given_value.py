"""What was given as an answer, named in an error without showing more than the one faulty word.

Text of several words may hold other answers, where a quote or a line break was forgotten, so only
its kind is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from nocontact.diagnostics import nearest, told_apart

LONGEST_WORD = 60
_KINDS: dict[type, str] = {
    bool: "true or false", int: "a number", float: "a number", str: "a text",
    list: "a list", tuple: "a list", set: "a set", frozenset: "a set", dict: "a mapping",
    type(None): "nothing",
}  # fmt: skip
_WORD = re.compile(rf"\s*[^\s,;:=|/&\[\](){{}}<>\"'`]{{1,{LONGEST_WORD}}}\s*")
"""One word; a sign that could join two answers, or stands around one, makes it more than that."""


class Withheld(str):
    """What is said in place of a word that must not be named, since it is an answer itself.

    Examples:
        >>> shown(Withheld("an answer")), named(Withheld("an answer"))
        ('an answer', 'an answer')
    """

    __slots__ = ()


def shown(value: Any) -> str:
    """Return one word that was given in a printable form; of anything else, only the kind.

    Examples:
        >>> shown("comitted"), shown(["a", "b"]), shown(7), shown("he hit me")
        ('comitted', 'a list', '7', 'a text of several words')
    """
    if isinstance(value, Withheld):
        return str(value)
    if isinstance(value, str):
        text = str.__str__(value)
        return repr(text)[1:-1].replace("\\\\", "\\") if is_word(text) else _no_word(text)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**12:
        return str(int(value))
    return kind_of(value)


def kind_of(value: Any) -> str:
    """Return what kind of thing a value is, without showing it.

    Examples:
        >>> kind_of({"heal"}), kind_of(True)
        ('a set', 'true or false')
    """
    fallback = "something else"
    return next((_KINDS[each] for each in type(value).__mro__ if each in _KINDS), fallback)


def is_word(text: str) -> bool:
    """Return whether a text is one word, and may be named where it is wrong.

    Examples:
        >>> is_word("comitted"), is_word("none, choked"), is_word("x" * 61)
        (True, False, False)
    """
    return _WORD.fullmatch(text) is not None


def named(value: Any) -> str:
    """Return a word between backticks, or the kind of anything else, for use in a sentence.

    Examples:
        >>> named("comitted"), named(["a", "b"])
        ('`comitted`', 'a list')
    """
    said = shown(value)
    whole = is_word(value) if isinstance(value, str) else said.lstrip("-").isdecimal()
    return f"`{said}`" if whole else said


def meant(value: Any, known: Iterable[str]) -> str | None:
    """Return the known name closest to what was given, or None.

    Examples:
        >>> meant("comitted", ["committed"]), meant(3, ["committed"])
        ('committed', None)
    """
    return nearest(str.__str__(value), known) if isinstance(value, str) else None


def with_sign(help: str, value: Any, guess: str | None) -> str:
    """Return the way out, with the sign that tells what was given from what it looks like.

    Examples:
        >>> with_sign("write `hope`", "hope\u00a0", "hope")
        'write `hope`; what is written holds U+00A0 (no-break space)'
    """
    apart = told_apart(str.__str__(value), guess) if isinstance(value, str) else ""
    return f"{help}; {apart}" if apart else help


def _no_word(text: str) -> str:
    if not text.strip():
        return "an empty text"
    if len(text.split(maxsplit=1)) > 1:
        return "a text of several words"
    long = len(text) > LONGEST_WORD
    return f"a text of more than {LONGEST_WORD} letters" if long else "a text that is no name"
