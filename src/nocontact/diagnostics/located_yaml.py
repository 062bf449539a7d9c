"""YAML text read into nodes that remember where they stand. The only door to PyYAML."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Any, TypeAlias

from nocontact.diagnostics.diagnostic import Diagnostic
from nocontact.diagnostics.located_events import Events, Problem, Spanned
from nocontact.diagnostics.printable import shown
from nocontact.diagnostics.span import Span

MAX_CHARACTERS = 1_000_000
MOST_PROBLEMS = 200
"""The most problems that are told of one file."""

Plain: TypeAlias = str | int | float | bool | None
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, Plain] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None, "~": None, "": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scalar:
    """One plain value: text, number, true, false or null (YAML 1.2: `no` is text).

    Examples:
        >>> read_yaml("no", "x")[0].value
        'no'
    """

    value: Plain
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes.

    Examples:
        >>> len(read_yaml("[a, b]", "x")[0].items)
        2
    """

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the file; keys are plain text.

    Examples:
        >>> read_yaml("a: 1", "x")[0].get("a").value
        1
    """

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """Return the node under `key`, or None.

        Examples:
            >>> read_yaml("a: 1", "x")[0].get("b") is None
            True
        """
        return next((node for name, node in self.entries if name.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """Return the node as ordinary Python data.

    Examples:
        >>> plain(read_yaml("{a: [1, yes]}", "x")[0])
        {'a': [1, 'yes']}
    """
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(each) for each in node.items]
    return {str(key.value): plain(each) for key, each in node.entries}


def read_yaml(
    text: str, file: str, *, quoting: Container[str] | None = None
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read YAML 1.2 (or JSON) text into located nodes, never raising.

    Anchors, aliases, tags, several documents, duplicate keys, keys that are not text, and
    files that are too large or too deep are refused.

    Args:
        text: the content of the file.
        file: its name, for the spans.
        quoting: the only names that problems may quote, without excerpts, where the text holds
            what a person answered; None where all of it may be shown.

    Returns:
        The root node (None when the text cannot be read) and every problem found.

    Examples:
        >>> node, problems = read_yaml("a: 1\\na: 2", "x.yaml")
        >>> print(problems[0].message)
        the key `a` is given twice
    """
    if len(text) > MAX_CHARACTERS:
        message = f"the file has more than {MAX_CHARACTERS:,} characters"
        return None, (Diagnostic("NC003", message, Span(file, 1, 1, 1, 1),
                                 help="split it into several files"),)  # fmt: skip
    reader = _Reader(text.removeprefix("\ufeff"), file, quoting)
    try:
        root = reader.document()
    except Problem as problem:
        reader.add(problem.code, problem.message, problem.span, problem.help)
        return None, tuple(reader.problems)
    only_twice = all(each.code == "NC004" for each in reader.problems)
    return root if only_twice else None, tuple(reader.problems)


class _Reader:
    def __init__(self, text: str, file: str, quoting: Container[str] | None) -> None:
        self.text = text
        self.quoting = quoting
        self.events = Events(text, file, quoting=quoting is None)
        self.problems: list[Diagnostic] = []

    def add(self, code: str, message: str, span: Span, help: str, found: str | None = None) -> None:
        excerpt = span.excerpt_of(self.text) if self.quoting is None else None
        self.problems.append(Diagnostic(code, message, span, excerpt, found, help=help))

    def say(self, code: str, message: str, span: Span, help: str, found: str | None = None) -> None:
        self.add(code, message, span, help, found)
        if len(self.problems) == MOST_PROBLEMS:
            raise Problem("NC003", f"the file has {MOST_PROBLEMS} problems up to here", span,
                          "mend those shown first")  # fmt: skip

    def document(self) -> Node:
        root = self.node(self.events.next())
        self.events.expect_end()
        return root

    def node(self, event: Spanned, in_list: bool = False) -> Node:
        if event.kind == "scalar":
            return Scalar(event.text if event.quoted else _resolved(event.text), event.span)
        return self.sequence(event) if event.kind == "sequence" else self.mapping(event, in_list)

    def sequence(self, start: Spanned) -> Sequence:
        items: list[Node] = []
        while (event := self.events.next()).kind != "end":
            items.append(self.node(event, in_list=True))
        return Sequence(tuple(items), _joined(start.span, event.span))

    def mapping(self, start: Spanned, in_list: bool) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        again = False  # the first key of a list entry, once more: its `- ` was forgotten
        while (event := self.events.next()).kind != "end":
            key = self.node(event)
            value = self.node(self.events.next())
            name = str(event.text)
            if not isinstance(key, Scalar) or key.value in (None, ""):
                found = {Sequence: "a list", Mapping: "a mapping"}.get(type(key), "nothing")
                self.say("NC002", f"a name is needed before the `:`, found {found}", key.span,
                         "write a plain name")  # fmt: skip
            elif name == "<<" and not event.quoted:
                self.say("NC005", "the merge key `<<` is not allowed", key.span,
                         "write the entries out")  # fmt: skip
            elif name in entries:
                starts = in_list and len(entries) > 1 and name == next(iter(entries))
                if not again:
                    self.twice(name, key.span, entries[name][0].span.line, starts)
                again = again or starts
            else:
                entries[name] = (Scalar(name, key.span), value)
        return Mapping(tuple(entries.values()), _joined(start.span, event.span))

    def twice(self, name: str, span: Span, line: int, starts: bool) -> None:
        quoted = self.quoting is None or name in self.quoting
        said, found = (f"the key `{shown(name)}`", shown(name)) if quoted else ("a key", None)
        dash = "start a new entry with `- `, or " if starts else ""
        self.say("NC004", f"{said} is given twice", span,
                 f"{dash}keep one of the two; the other is in line {line}", found)  # fmt: skip


def _joined(start: Span, end: Span) -> Span:
    return Span(start.file, start.line, start.column, end.end_line, end.end_column)


def _resolved(text: str) -> Plain:
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
