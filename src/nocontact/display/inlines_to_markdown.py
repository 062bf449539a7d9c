"""Lines of text as Markdown."""

from __future__ import annotations

import re

from nocontact.display.inline import Inlines, Role, Text, collapsed, inlines

_EMPHASIS: dict[Role, tuple[str, str]] = {"strong": ("**", "strong"), "term": ("*", "em")}
_SPECIAL = re.compile(r"[\\`*\[<~$#]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^(\d*)([-+=>.)])")
_EDGE = Text(" ")


def inlines_to_markdown(texts: Inlines) -> str:
    """Write a line of text as one line of GitHub-flavoured Markdown, every word escaped.

    Args:
        texts: The line, in normal form; line breaks in it become spaces.

    Returns:
        Markdown that begins no list, heading or other block, whatever the words are. Roles that
        Markdown has no sign for look plain.

    Examples:
        >>> from nocontact.display.inline import inlines
        >>> print(inlines_to_markdown(inlines("1. *wall* is ", Text("lock", "strong"), ".")))
        1\\. \\*wall\\* is **lock**.
    """
    marked = inlines(Text(collapsed(text.text), _markdown_role(text.role)) for text in texts)
    neighbours = zip((_EDGE, *marked), marked, (*marked[1:], _EDGE), strict=False)
    line = "".join(_written(*three) for three in neighbours).strip(" ")
    return _BLOCK_START.sub(r"\1\\\2", line)


def _markdown_role(role: Role) -> Role:
    return role if role in _EMPHASIS or role == "code" else "plain"


def _written(before: Text, text: Text, after: Text) -> str:
    if text.role == "code":
        return _code_span(text.text)
    if text.role in _EMPHASIS and text.text.strip():
        return _emphasised(before, text, after)
    return _escaped(text.text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _code_span(text: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    ticks = "`" * (longest + 1)
    edges = text[0] + text[-1]
    pad = " " if "`" in edges or (edges == "  " and text.strip(" ")) else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _emphasised(before: Text, text: Text, after: Text) -> str:
    """Use asterisks where CommonMark is sure to read them as emphasis, and elements elsewhere."""
    core = text.text.strip()
    left, right = text.text.split(core, maxsplit=1)
    mark, tag = _EMPHASIS[text.role]
    opens = _is_clear(core[0], left[-1:] or before.text[-1], before.role)
    closes = _is_clear(core[-1], right[:1] or after.text[0], after.role)
    start, end = (mark, mark) if opens and closes else (f"<{tag}>", f"</{tag}>")
    return f"{left}{start}{_escaped(core)}{end}{right}"


def _is_clear(inside: str, outside: str, neighbour: Role) -> bool:
    return outside.isspace() or (inside.isalnum() and neighbour not in _EMPHASIS)
