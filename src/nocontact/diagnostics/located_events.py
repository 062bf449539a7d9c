"""The event stream of PyYAML, cut down to what rule files may contain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nocontact.diagnostics.printable import BREAK, shown, steering
from nocontact.diagnostics.span import Span
from nocontact.diagnostics.yaml_error_words import words_for

MAX_DEPTH = 40
MAX_NODES = 100_000
MOST_EXPLAINED = 100_000
"""Longer text is not read again by the pure parser, which takes a second for each of these."""

_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|[\u202a-\u202e\u2066-\u2069]"
)
"""What YAML does not allow anywhere: control characters, lone surrogates, a late order mark; and
what makes a line look other than it is: signs that turn the direction of the text."""

_SIGN = re.compile(r"[&*!%][^\s,\[\]{}\"']*")
"""An anchor, an alias, a tag or a directive, up to what follows."""

_ARTICLES = {"alias": "an", "anchor": "an", "tag": "a", "directive": "a"}

Kind = Literal["scalar", "sequence", "mapping", "end"]
_KINDS: Mapping[str, Kind] = {
    "ScalarEvent": "scalar",
    "SequenceStartEvent": "sequence",
    "MappingStartEvent": "mapping",
    "SequenceEndEvent": "end",
    "MappingEndEvent": "end",
}
"""What the events of PyYAML are here, by name: the parser is loaded when a file is read."""


@dataclass(frozen=True, slots=True)
class Spanned:
    """One event: a scalar, the start of a collection, or the end of one.

    Examples:
        >>> Events("a", "x").next().kind
        'scalar'
    """

    kind: Kind
    span: Span
    text: str = ""
    quoted: bool = False


class Problem(Exception):
    """The text cannot be read any further; becomes a diagnostic at once.

    Examples:
        >>> Problem("NC002", "not YAML", Span("x", 1, 1, 1, 1), "mend it").code
        'NC002'
    """

    def __init__(self, code: str, message: str, span: Span, help: str) -> None:
        super().__init__(code, message, span, help)
        self.code, self.message, self.span, self.help = code, message, span, help

    def __str__(self) -> str:
        return self.message


class Events:
    """Reads YAML text event by event, refusing what rule files must not contain.

    Args:
        text: the text.
        file: its name, for the spans.
        quoting: whether problems may quote the text; never where a person answers.

    Examples:
        >>> stream = Events("[a]", "x")
        >>> [stream.next().kind for _ in range(3)]
        ['sequence', 'scalar', 'end']
    """

    def __init__(self, text: str, file: str, *, quoting: bool = True) -> None:
        self.file = file
        self.text = text
        self.quoting = quoting
        self._events = self._parsed()

    def next(self) -> Spanned:
        """Return the next event.

        Raises:
            Problem: when the text is not YAML, uses anchors, aliases or tags, or has ended.

        Examples:
            >>> Events("&a b", "x").next()
            Traceback (most recent call last):
            ...
            nocontact.diagnostics.located_events.Problem: the anchor `&a` is not allowed
        """
        event = next(self._events, None)
        if event is None:
            raise Problem("NC001", "the file is empty", Span(self.file, 1, 1, 1, 1),
                          "write its content")  # fmt: skip
        return event

    def expect_end(self) -> None:
        """Make sure that nothing follows the first document.

        Raises:
            Problem: when a second document follows.

        Examples:
            >>> stream = Events("a", "x")
            >>> _ = stream.next()
            >>> stream.expect_end()
        """
        extra = next(self._events, None)
        if extra is not None:
            raise Problem("NC002", "a second document starts here", extra.span,
                          "keep one document in a file, and remove the `---` above it")  # fmt: skip

    def _parsed(self) -> Iterator[Spanned]:
        import yaml

        bad = _UNREADABLE.search(self.text)
        if bad is not None:
            raise self._unreadable(bad.start())
        try:
            yield from self._bounded(_loader())
        except yaml.MarkedYAMLError as error:
            raise self._explained(error) from None

    def _bounded(self, loader: Any) -> Iterator[Spanned]:
        """Yield the events up to the bounds; both parsers need endless time for endless depth."""
        import yaml

        depth = nodes = 0
        for event in yaml.parse(self.text, Loader=loader):
            spanned = self._spanned(event)
            if spanned is None:
                continue
            if spanned.kind == "end":
                depth -= 1
            else:
                nodes += 1
                if depth >= MAX_DEPTH:
                    raise Problem("NC003", f"the file is nested more than {MAX_DEPTH} levels deep",
                                  spanned.span, "use fewer levels")  # fmt: skip
                if nodes > MAX_NODES:
                    raise Problem("NC003", f"the file holds more than {MAX_NODES:,} values",
                                  spanned.span, "split it into several files")  # fmt: skip
                depth += spanned.kind != "scalar"
            yield spanned

    def _spanned(self, event: Any) -> Spanned | None:
        name = type(event).__name__
        kind = _KINDS.get(name)
        if kind is None:
            if name == "AliasEvent":
                raise self._forbidden("alias", event, "write the value out where it is meant")
            if getattr(event, "version", None) or getattr(event, "tags", None):
                raise self._forbidden("directive", event, "remove the line, and the `---` below it")
            return None
        if kind == "end":
            return Spanned("end", self._span(event))
        if event.anchor:
            raise self._forbidden("anchor", event, "write the value out where it is meant")
        if event.tag:
            raise self._forbidden("tag", event, "remove it; a value in quotes is always text")
        span = self._span(event)
        if kind != "scalar":
            return Spanned(kind, span)
        bad = steering(event.value)  # written as an escape, such as `\e`
        if bad is not None:
            raise self._not_allowed(bad, span)
        return Spanned("scalar", span, event.value, bool(event.style))

    def _span(self, event: Any) -> Span:
        a, b = event.start_mark, event.end_mark
        return Span(self.file, a.line + 1, a.column + 1, b.line + 1, b.column + 1)

    def _forbidden(self, kind: str, event: Any, help: str) -> Problem:
        """Say which sign is not allowed, as it was written."""
        line, column = event.start_mark.line, event.start_mark.column
        sign = _SIGN.match(BREAK.split(self.text)[line], column)
        written = sign.group() if sign else ""
        end = column + 1 + max(1, len(written))
        span = Span(self.file, line + 1, column + 1, line + 1, end)
        said = f"the {kind} `{shown(written)}`" if self.quoting and written else (
            f"{_ARTICLES[kind]} {kind}")  # fmt: skip
        return Problem("NC005", f"{said} is not allowed", span, help)

    def _explained(self, error: Any) -> Problem:
        """Parse again with the pure parser: its places do not depend on the machine."""
        import yaml

        try:
            for _ in self._bounded(yaml.SafeLoader) if len(self.text) <= MOST_EXPLAINED else ():
                pass
        except yaml.MarkedYAMLError as plainer:
            error = plainer
        words = words_for(" ".join(part for part in (error.context, error.problem) if part))
        mark = (words.at_start and error.context_mark) or error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        span = Span(self.file, line, column, line, column + 1)
        sign = BREAK.split(self.text)[line - 1][column - 1 : column]
        message = words.message.replace("{sign}", "a backtick" if sign == "`" else f"`{sign}`")
        return Problem("NC002", message, span, words.help)

    def _unreadable(self, position: int) -> Problem:
        *before, last = BREAK.split(self.text[:position])
        line, column = len(before) + 1, len(last) + 1
        return self._not_allowed(
            self.text[position], Span(self.file, line, column, line, column + 1)
        )

    def _not_allowed(self, character: str, span: Span) -> Problem:
        number = f"U+{ord(character):04X}"
        return Problem("NC002", f"the character {number} cannot stand in a file like this", span,
                       "remove the character")  # fmt: skip


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
