"""Runs of text: the smallest pieces of a document, each with a role that says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, TypeAlias, TypeVar, get_args

Role: TypeAlias = Literal["plain", "strong", "term", "citation", "voice", "code", "muted"]
"""What a run of text is; each rendering decides how that looks."""

ROLES: tuple[Role, ...] = get_args(Role)
"""Every role, for checks and tests."""

_Value = TypeVar("_Value")
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_NO_SIGNS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what turns the direction of text
    "\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff"  # line breaks, marks of a file, halves
    f"\ufdd0-\ufdef{_NO_SIGNS}]"  # what Unicode will never make a sign, and XML may refuse
)
"""What no text that is shown may hold: it steers terminals, deceives the eye, or is no sign."""


@dataclass(frozen=True, slots=True)
class Text:
    r"""A run of text with one role.

    INVARIANT (printable text): whatever was given, `text` holds no terminal escape, no other
    control character but tab and line feed, no sign that turns the direction of text, no lone
    surrogate and no noncharacter. Every rendering relies on it. The `repr` shows the length only,
    since a document may hold answers.

    Args:
        text: The words; see `printable` for what is replaced.
        role: What the words are, one of `ROLES`.

    Raises:
        TypeError: `text` is not a string.
        ValueError: `role` is not one of `ROLES`.

    Examples:
        >>> Text("lock", "term").role
        'term'
        >>> Text("lock", "term")
        Text(<4 characters>, role='term')
        >>> Text("lock", "loud")
        Traceback (most recent call last):
        ValueError: `loud` is not a role; expected plain, strong, term, citation, voice, code, muted
    """

    text: str = field(repr=False)
    role: Role = "plain"

    def __post_init__(self) -> None:
        """Keep the words printable and the role known."""
        if self.role not in ROLES:
            raise ValueError(f"`{self.role}` is not a role; expected {', '.join(ROLES)}")
        object.__setattr__(self, "text", printable(self.text))

    def __repr__(self) -> str:
        """Show the length and the role, never the words."""
        return f"Text(<{len(self.text)} characters>, role={self.role!r})"


Inlines: TypeAlias = tuple[Text, ...]
"""A line of text in its normal form, as `inlines` returns it."""

InlinesLike: TypeAlias = str | Text | Iterable[str | Text]
"""What a caller may write where a line of text is expected."""


def printable(text: str) -> str:
    r"""Make text harmless to show: one kind of line break, and nothing that steers a terminal.

    Args:
        text: Any string.

    Returns:
        The same string with every line break as a line feed, and everything else that is
        `UNPRINTABLE` as the replacement sign.

    Raises:
        TypeError: `text` is not a string.

    Examples:
        >>> printable("one\r\ntwo")
        'one\ntwo'
        >>> printable("\x1b[31mred")
        '\ufffd[31mred'
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, found {type(text).__name__}")
    return UNPRINTABLE.sub("\ufffd", _LINE_BREAK.sub("\n", text))


def inlines(*parts: InlinesLike) -> Inlines:
    """Bring any mix of strings and texts into normal form.

    In normal form no text is empty and no two neighbours have the same role. Parts are joined as
    they are; write the spaces between them.

    Args:
        *parts: Strings (role plain), texts, or iterables of both.

    Returns:
        The texts in order, as a tuple.

    Raises:
        TypeError: A part is neither a string nor a `Text`.

    Examples:
        >>> [(text.text, text.role) for text in inlines("wall: ", Text("lock", "term"))]
        [('wall: ', 'plain'), ('lock', 'term')]
        >>> len(inlines("one ", "", ["and ", "the same"]))
        1
    """
    said = (text for text in _texts(parts) if text.text)
    runs = ((role, [*texts]) for role, texts in groupby(said, key=lambda text: text.role))
    return tuple(
        texts[0] if len(texts) == 1 else Text("".join(text.text for text in texts), role)
        for role, texts in runs
    )


def plain_text(texts: Iterable[Text]) -> str:
    """Join the words of some texts and forget their roles.

    Args:
        texts: Texts in order.

    Returns:
        One string; line breaks and runs of spaces become single spaces.

    Examples:
        >>> plain_text(inlines("wall:  ", Text("lock", "term")))
        'wall: lock'
    """
    return collapsed("".join(text.text for text in texts)).strip(" ")


def collapsed(text: str) -> str:
    r"""Turn each run of spaces, tabs and line feeds into one space.

    Args:
        text: Any string. A no-break space is kept.

    Returns:
        The string on one line.

    Examples:
        >>> collapsed("one\n  two ")
        'one two '
    """
    return re.sub("[ \t\n]+", " ", text)


def listed(values: Iterable[_Value], name: str) -> tuple[_Value, ...]:
    """Read a list of things, refusing a bare string, which would be read letter by letter.

    Args:
        values: Any iterable but a string.
        name: What the list is called, for the message.

    Returns:
        The values as a tuple.

    Raises:
        TypeError: `values` is a string, or cannot be iterated.

    Examples:
        >>> listed(["one", "two"], "items")
        ('one', 'two')
        >>> listed("one", "items")
        Traceback (most recent call last):
        TypeError: items must be a list, found str; put it in [ ]
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        found = type(values).__name__
        raise TypeError(f"{name} must be a list, found {found}; put it in [ ]")
    return tuple(values)


def _texts(parts: Iterable[InlinesLike]) -> Iterable[Text]:
    for part in parts:
        if isinstance(part, Text):
            yield part
        elif isinstance(part, str):
            yield Text(part)
        elif isinstance(part, Iterable):
            yield from (_text(inner) for inner in part)
        else:
            yield _text(part)


def _text(part: object) -> Text:
    if isinstance(part, Text):
        return part
    if isinstance(part, str):
        return Text(part)
    raise TypeError(f"a line of text is made of str and Text, found {type(part).__name__}")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; what is quoted in it is not cut.

    Examples:
        >>> first_sentence("There may be danger. Someone can help.")
        'There may be danger.'
    """
    first = re.split(r"(?<=[.!?]) ", text, maxsplit=1)[0]
    return first if first.count('"') % 2 == 0 else text
