"""Plain data → canonical YAML text: the same data always gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Data: TypeAlias = Any
"""Text, a whole number, true or false; a list of data; a mapping from text to data."""

WIDTH = 88
"""What fits on a line of this many characters is written on one line."""

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+/-]*")
_NUMBER = re.compile(r"[0-9.]+([eE][-+]?[0-9]*)?")
_RESERVED = frozenset({"true", "false", "null"})


def data_to_yaml(data: Mapping[str, Data]) -> str:
    """Return a mapping as a YAML file that our own reader reads back as the same data.

    Examples:
        >>> print(data_to_yaml({"id": "a", "when": {"hope": "none"}, "source": [35, "3"]}), end="")
        id: a
        when: {hope: none}
        source: [35, "3"]
    """
    return "".join(f"{line}\n" for line in _mapping(data, 0))


def flow(data: Data) -> str:
    """Return data on one line.

    Examples:
        >>> flow({"all": [{"hope": {"unknown": True}}, "It is: so"]})
        '{all: [{hope: {unknown: true}}, "It is: so"]}'
    """
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{flow(str(k))}: {flow(v)}" for k, v in data.items()) + "}"
    if isinstance(data, list | tuple):
        return "[" + ", ".join(map(flow, data)) + "]"
    if isinstance(data, bool):
        return "true" if data else "false"
    return str(data) if isinstance(data, int) else _scalar(str(data))


def _mapping(data: Mapping[str, Data], indent: int) -> Iterator[str]:
    for key, value in data.items():
        start = f"{' ' * indent}{flow(str(key))}:"
        whole = f"{start} {flow(value)}"
        if len(whole) <= WIDTH or not value or not isinstance(value, Mapping | list | tuple):
            yield whole
        elif isinstance(value, Mapping):
            yield start
            yield from _mapping(value, indent + 2)
        else:
            yield start
            yield from _list(value, indent + 2)


def _list(data: Sequence[Data], indent: int) -> Iterator[str]:
    for item in data:
        whole = f"{' ' * indent}- {flow(item)}"
        if len(whole) <= WIDTH or not isinstance(item, Mapping) or not item:
            yield whole
            continue
        lines = list(_mapping(item, indent + 2))
        yield f"{' ' * indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text)
    return text if plain and text.lower() not in _RESERVED else f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in '"\\' else c if c.isprintable() else _code(c) for c in text)


def _code(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
