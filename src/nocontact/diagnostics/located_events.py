"""The event stream of PyYAML, cut down to what rule files may contain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from nocontact.diagnostics.span import Span

Kind = Literal["scalar", "sequence", "mapping", "end"]


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
        super().__init__(message)
        self.code, self.message, self.span, self.help = code, message, span, help


class Events:
    """Reads YAML text event by event, refusing what rule files must not contain.

    Examples:
        >>> stream = Events("[a]", "x")
        >>> [stream.next().kind for _ in range(3)]
        ['sequence', 'scalar', 'end']
    """

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.text = text
        self._events = self._parsed()

    def next(self) -> Spanned:
        """Return the next event.

        Raises:
            Problem: when the text is not YAML, or uses anchors, aliases or tags.

        Examples:
            >>> Events("&a b", "x").next()
            Traceback (most recent call last):
            ...
            nocontact.diagnostics.located_events.Problem: anchors and aliases are not allowed
        """
        return next(self._events)

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
            raise Problem("NC002", "a file holds one document", extra.span, "remove the `---`")

    def _parsed(self) -> Iterator[Spanned]:
        import yaml

        try:
            for event in yaml.parse(self.text, Loader=_loader()):
                spanned = self._spanned(event)
                if spanned is not None:
                    yield spanned
        except yaml.MarkedYAMLError:
            raise self._explained() from None
        except yaml.reader.ReaderError as error:
            raise self._unreadable(error.position) from None
        except (ValueError, UnicodeError):
            raise self._unreadable(0) from None

    def _spanned(self, event: Any) -> Spanned | None:
        import yaml

        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Problem("NC005", "anchors and aliases are not allowed", self._span(event),
                          "write the value out")  # fmt: skip
        if getattr(event, "tag", None):
            raise Problem("NC005", f"the tag {event.tag} is not allowed", self._span(event),
                          "remove it")  # fmt: skip
        if isinstance(event, yaml.ScalarEvent):
            return Spanned("scalar", self._span(event), event.value, bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            return Spanned("sequence", self._span(event))
        if isinstance(event, yaml.MappingStartEvent):
            return Spanned("mapping", self._span(event))
        if isinstance(event, yaml.CollectionEndEvent):
            return Spanned("end", self._span(event))
        return None

    def _span(self, event: Any) -> Span:
        a, b = event.start_mark, event.end_mark
        return Span(self.file, a.line + 1, a.column + 1, b.line + 1, b.column + 1)

    def _explained(self) -> Problem:
        """Parse again with the pure parser: its wording does not depend on the machine."""
        import yaml

        try:
            for _ in yaml.parse(self.text, Loader=yaml.SafeLoader):
                pass
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            said = " ".join(part for part in (error.context, error.problem) if part)
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            span = Span(self.file, line, column, line, column + 1)
            return Problem("NC002", f"this is not YAML: {said}", span, "mend the line shown")
        except yaml.reader.ReaderError as error:
            return self._unreadable(error.position)
        return Problem("NC002", "this is not YAML", Span(self.file, 1, 1, 1, 2), "mend the file")

    def _unreadable(self, position: int) -> Problem:
        before = self.text[:position]
        line = before.count("\n") + 1
        column = position - (before.rfind("\n") + 1) + 1
        span = Span(self.file, line, column, line, column + 1)
        return Problem("NC002", "a character here cannot be read", span, "remove the character")


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
