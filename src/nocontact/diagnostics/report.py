"""All the diagnostics of one reading, together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nocontact.diagnostics.diagnostic import Diagnostic
from nocontact.diagnostics.problems_to_document import problems_to_document
from nocontact.display import Document, Shown, json_text


@dataclass(frozen=True, slots=True)
class Report(Shown):
    """Every problem found, in reading order; empty when nothing was found.

    Examples:
        >>> report = Report.of([Diagnostic("NC001", "the file is empty")])
        >>> report.ok, len(report)
        (False, 1)
        >>> str(Report.of([]))
        'nothing found'
    """

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """Return a report of these, sorted by place, each said once.

        Examples:
            >>> twice = [Diagnostic("NC001", "the file is empty")] * 2
            >>> len(Report.of(twice))
            1
        """
        return cls(tuple(sorted(set(diagnostics), key=Diagnostic.sort_key)))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that stop loading.

        Examples:
            >>> Report.of([]).errors
            ()
        """
        return tuple(each for each in self.diagnostics if each.severity == "error")

    @property
    def ok(self) -> bool:
        """True when nothing was found at all.

        Examples:
            >>> Report.of([]).ok
            True
        """
        return not self.diagnostics

    def to_document(self) -> Document:
        """Return it as a document: for each problem its place, the excerpt, the way out.

        Examples:
            >>> len(Report.of([Diagnostic("NC001", "the file is empty")]).to_document().blocks)
            1
        """
        return problems_to_document((each.code, str(each)) for each in self)

    def to_json(self) -> str:
        """Return the report as a JSON array.

        Examples:
            >>> Report.of([]).to_json()
            '[]'
        """
        found = [each.to_dict() for each in self.diagnostics]
        return json_text(found)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __str__(self) -> str:
        if not self.diagnostics:
            return "nothing found"
        return "\n".join(str(each) for each in self.diagnostics)
