"""Where things stand in the files, looked up only when something is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nocontact.diagnostics import Mapping as MappingNode
from nocontact.diagnostics import Node, Scalar, Sequence, Span, read_yaml
from nocontact.diagnostics.printable import BREAK

_TRUTHS = {True: "yes", False: "no"}


class Entry(NamedTuple):
    """One `key: value` of a file, and the mapping that it is in.

    Examples:
        >>> node, _ = read_yaml("a: {b: 2}", "x.yaml")
        >>> key, value = node.entries[0]
        >>> Entry(key, value, node).key.value
        'a'
    """

    key: Scalar
    value: Node
    inside: MappingNode


class Places:
    """Finds the span of a value from its path, or from the span of something near it.

    Rules, needs and promises remember where their id stands, comparisons where their subject
    stands. From there this finds the `source:` of a rule, or the wrong answer of a comparison.

    Args:
        texts: file name → content.

    Examples:
        >>> places = Places({"x.yaml": "a: [1, {b: 2}]"})
        >>> str(places.at("x.yaml", "a", 1, "b"))
        'x.yaml:1:12'
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, Node | None] = {}
        self._entries: dict[str, dict[Span, Entry]] = {}

    def at(self, file: str, *path: str | int) -> Span | None:
        """Return where the value at a path stands, or the nearest thing above it.

        Examples:
            >>> str(Places({"x.yaml": "a: {b: 2}"}).at("x.yaml", "a", "c"))
            'x.yaml:1:4'
        """
        return _at(self._root(file), path)

    def key(self, file: str, *path: str | int) -> Span | None:
        """Return where the last name of a path stands.

        Examples:
            >>> str(Places({"x.yaml": "a: {b: 2}"}).key("x.yaml", "a", "b"))
            'x.yaml:1:5'
        """
        value = self.at(file, *path)
        entry = self._all(file).get(value) if value else None
        return entry.key.span if entry else value

    def joined(self, file: str, name: str) -> Span | None:
        """Return where a value stands whose names, from the top, join to `name` with dots.

        Examples:
            >>> str(Places({"x.yaml": "{a.b: {c: 1}}"}).joined("x.yaml", "a.b.c"))
            'x.yaml:1:11'
        """
        found = (span for joined, span in _joined(self._root(file), "") if joined == name)
        return next(found, self.at(file))

    def beside(self, span: Span | None, *path: str | int) -> Span | None:
        """Return where a value stands in the mapping that the value at `span` belongs to.

        Examples:
            >>> places = Places({"x.yaml": "{id: a, source: [35, 99]}"})
            >>> str(places.beside(Span("x.yaml", 1, 6, 1, 7), "source", 1))
            'x.yaml:1:22'
        """
        entry = self._entry(span)
        return span if entry is None else _at(entry.inside, path) or span

    def saying(self, span: Span | None, word: str) -> Span | None:
        """Return where a word stands in the entry whose key or value stands at `span`.

        Examples:
            >>> places = Places({"x.yaml": "wall: {at_least: lok}"})
            >>> str(places.saying(Span("x.yaml", 1, 1, 1, 5), "lok"))
            'x.yaml:1:18'
        """
        entry = self._entry(span)
        found = () if entry is None else _scalars(entry.value)
        return next((each.span for each in found if _written(each) == word), span)

    def word(self, span: Span | None, word: str) -> Span | None:
        """Return where a word stands within the text at `span`; all of it when it is broken up.

        Examples:
            >>> places = Places({"x.yaml": "because: It is toxic."})
            >>> str(places.word(Span("x.yaml", 1, 10, 1, 22), "toxic"))
            'x.yaml:1:16'
        """
        if span is None:
            return None
        lines = BREAK.split(self._texts.get(span.file, ""))
        for number in range(span.line, min(span.end_line, len(lines)) + 1):
            start = span.column - 1 if number == span.line else 0
            at = lines[number - 1].lower().find(word.lower(), start)
            if at >= 0:
                return Span(span.file, number, at + 1, number, at + 1 + len(word))
        return span

    def _entry(self, span: Span | None) -> Entry | None:
        return self._all(span.file).get(span) if span else None

    def _all(self, file: str) -> dict[Span, Entry]:
        if file not in self._entries:
            found = _entries(self._root(file))
            self._entries[file] = {
                span: each for each in found for span in (each.key.span, each.value.span)
            }
        return self._entries[file]

    def _root(self, file: str) -> Node | None:
        if file not in self._read:
            self._read[file] = read_yaml(self._texts.get(file, ""), file)[0]
        return self._read[file]


def _at(node: Node | None, path: tuple[str | int, ...]) -> Span | None:
    for part in path:
        below = _below(node, part)
        if below is None:
            break
        node = below
    return node.span if node is not None else None


def _below(node: Node | None, part: str | int) -> Node | None:
    if isinstance(part, str):
        return node.get(part) if isinstance(node, MappingNode) else None
    if isinstance(node, Sequence):
        return node.items[part] if part < len(node.items) else None
    return node  # a single value counts as a list of one


def _entries(node: Node | None) -> Iterator[Entry]:
    if isinstance(node, Sequence):
        for each in node.items:
            yield from _entries(each)
    elif isinstance(node, MappingNode):
        for key, value in node.entries:
            yield Entry(key, value, node)
            yield from _entries(value)


def _joined(node: Node | None, prefix: str) -> Iterator[tuple[str, Span]]:
    for key, value in node.entries if isinstance(node, MappingNode) else ():
        yield f"{prefix}{key.value}", value.span
        yield from _joined(value, f"{prefix}{key.value}.")


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for each in node.items:
            yield from _scalars(each)
    else:
        for key, value in node.entries:
            yield key
            yield from _scalars(value)


def _written(scalar: Scalar) -> str:
    value = scalar.value
    return _TRUTHS[value] if isinstance(value, bool) else str(value)
