"""What PyYAML says is wrong, in words that help to mend it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Words(NamedTuple):
    """What to say about text that is not YAML.

    Attributes:
        message: one sentence; `{sign}` in it stands for the character at the place.
        help: the way out.
        at_start: whether the place to show is where the unfinished thing starts.

    Examples:
        >>> words_for("while scanning a quoted scalar found unexpected end of stream").at_start
        True
    """

    message: str
    help: str
    at_start: bool = False


_WORDS: tuple[tuple[str, Words], ...] = (
    (r"character '\\t'|tab character",
     Words("a tab cannot indent a line", "indent with spaces")),
    (r"cannot start any token",
     Words("a value cannot start with {sign}", "put the value in quotes")),
    (r"mapping values are not allowed",
     Words("a `:` cannot stand here",
           "put text that holds `: ` in quotes, or line up this name with the names above")),
    (r"sequence entries are not allowed|block sequence entries",
     Words("a list cannot start on this line", "start the list on a line of its own")),
    (r"quoted scalar.*end of stream|quoted scalar.*document separator",
     Words("this quoted text has no end", "add the closing quote", at_start=True)),
    (r"escape character|escape sequence|hexdecimal",
     Words("a `\\` in double quotes starts a sign that does not exist",
           "write `\\\\`, or use single quotes")),
    (r"flow sequence .*but got (?!'<stream end>')",
     Words("a `,` or `]` is missing here", "add it before this sign")),
    (r"flow mapping .*but got (?!'<stream end>')",
     Words("a `,` or `}` is missing here", "add it before this sign")),
    (r"flow sequence", Words("this list has no end", "add the closing `]`", at_start=True)),
    (r"flow mapping", Words("this mapping has no end", "add the closing `}`", at_start=True)),
    (r"expected '?:'?",
     Words("this line is no `name: value`", "add a `:` and a value, or remove the line",
           at_start=True)),
    (r"node content", Words("a value is missing here", "write a value, or remove the sign")),
    (r"block scalar",
     Words("nothing may follow `|` or `>` on its line", "start the text on the next line")),
    (r"found '\?'|expected '-' indicator",
     Words("this line is no entry of the list above", "start it with `- `, or indent it")),
    (r"<block end>, but found '[\]}]'",
     Words("this {sign} closes nothing",
           "write `: `, a colon and a space, before the sign that opens")),
    (r"<block end>, but found '(-|<block sequence start>)'",
     Words("a list cannot start here, below `name: value`",
           "start the lines above with `- ` too, or indent this one")),
    (r"<block end>, but found '<scalar>'",
     Words("text follows after the end of a value", "put the whole value in quotes")),
    (r"<block end>|expected key",
     Words("this line does not fit the lines above", "line it up with the names above")),
    (r"anchor|alias", Words("an anchor or an alias has no name", "put the value in quotes")),
    (r"tag", Words("a tag is not finished", "put the value in quotes")),
    (r"directive|incompatible", Words("a `%` line is not allowed", "remove the line")),
    (r"document start",
     Words("a second document starts here", "keep one document in a file")),
)  # fmt: skip

_OTHER = Words("this is not YAML", "mend the line shown")


def words_for(said: str) -> Words:
    """Return what to say for what PyYAML said.

    Args:
        said: its context and its problem, in one line.

    Examples:
        >>> words_for("mapping values are not allowed here").message
        'a `:` cannot stand here'
        >>> words_for("something else").message
        'this is not YAML'
    """
    return next((words for pattern, words in _WORDS if re.search(pattern, said)), _OTHER)
