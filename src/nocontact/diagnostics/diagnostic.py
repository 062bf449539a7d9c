"""One thing that is wrong, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from nocontact.diagnostics.printable import printable
from nocontact.diagnostics.problems_to_document import problems_to_document
from nocontact.diagnostics.span import Span
from nocontact.display import Document, ShownInNotebook

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic(ShownInNotebook):
    """One anomaly: what, where, what was found, what was expected, and the way out.

    Attributes:
        code: stable code with a page of its own, such as `NC101`.
        message: one sentence in the reader's words, without a full stop.
        span: where it stands, when it stands in a file.
        excerpt: the line with a caret under it.
        found: the value that was given.
        expected: what would have been accepted.
        nearest: the accepted name closest to what was found.
        help: the way out, one sentence.
        severity: `error` stops loading; `warning` does not.
        where: the question that a problem of an answer belongs to, then the channel, or the
            position in the list, where there is one.

    Examples:
        >>> print(Diagnostic("NC402", "`commitment` cannot be `comitted`",
        ...     nearest="committed", help="write one of: testing, leaning, committed"))
        NC402: `commitment` cannot be `comitted` (did you mean `committed`?)
          help: write one of: testing, leaning, committed
    """

    code: str
    message: str
    span: Span | None = None
    excerpt: str | None = None
    found: str | None = None
    expected: tuple[str, ...] = ()
    nearest: str | None = None
    help: str = ""
    severity: Severity = "error"
    where: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        warning = "warning " if self.severity == "warning" else ""
        guess = f" (did you mean `{self.nearest}`?)" if self.nearest else ""
        lines = [f"{place}{warning}{self.code}: {self.message}{guess}"]
        if self.excerpt:
            lines += [f"  | {line}" for line in self.excerpt.splitlines()]
        if self.help:
            lines.append(f"  help: {self.help}")
        return printable("\n".join(lines))

    def to_document(self) -> Document:
        """Return it as a document: its place, the excerpt, the way out.

        Examples:
            >>> len(Diagnostic("NC001", "the file is empty").to_document().blocks)
            1
        """
        return problems_to_document([(self.code, str(self))])

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON, without empty fields.

        Examples:
            >>> Diagnostic("NC001", "the file is empty").to_dict()
            {'code': 'NC001', 'severity': 'error', 'message': 'the file is empty'}
        """
        span = self.span
        place = {} if span is None else {
            "file": span.file, "line": span.line, "column": span.column,
            "end_line": span.end_line, "end_column": span.end_column,
        }  # fmt: skip
        whole: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "place": place,
            "excerpt": self.excerpt,
            "found": self.found,
            "expected": list(self.expected),
            "nearest": self.nearest,
            "help": self.help,
            "where": list(self.where),
        }
        return {key: value for key, value in whole.items() if value}

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Return a key that orders diagnostics as a reader meets them.

        Examples:
            >>> Diagnostic("NC001", "the file is empty").sort_key()
            ('', 0, 0, 'NC001', 'the file is empty')
        """
        at = self.span
        if at is None:
            return ("", 0, 0, self.code, self.message)
        return (at.file, at.line, at.column, self.code, self.message)
