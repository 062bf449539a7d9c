"""What the golden cases have seen of each rule and each condition: true, false, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nocontact.display import Document, Shown
from nocontact.testing.coverage_to_document import coverage_to_document
from nocontact.testing.covered import Covered, FileCoverage, share_seen


@dataclass(frozen=True, slots=True)
class CoverageReport(Shown):
    """What the golden cases have seen of a whole rulebook.

    Attributes:
        name: name of the rulebook.
        version: its version.
        digest: its content hash.
        cases: how many golden cases there are.
        files: by file, in order of decision.

    Examples:
        >>> CoverageReport("mine", "1", "0", 0, ()).share
        1.0
    """

    name: str
    version: str
    digest: str
    cases: int
    files: tuple[FileCoverage, ...]

    @property
    def rules(self) -> Iterator[Covered]:
        """Every rule.

        Examples:
            >>> list(CoverageReport("mine", "1", "0", 0, ()).rules)
            []
        """
        return (each for file in self.files for each in file.rules)

    @property
    def conditions(self) -> Iterator[Covered]:
        """Every condition inside a rule.

        Examples:
            >>> list(CoverageReport("mine", "1", "0", 0, ()).conditions)
            []
        """
        return (each for file in self.files for each in file.conditions)

    def to_document(self) -> Document:
        """Return it as a document.

        Examples:
            >>> CoverageReport("mine", "1", "0", 0, ()).to_document().title
            'What the cases have seen of the rules'
        """
        return coverage_to_document(self)

    @property
    def share(self) -> float:
        """Which part of what can be seen was seen, from 0 to 1.

        Examples:
            >>> CoverageReport("mine", "1", "0", 0, ()).share
            1.0
        """
        return share_seen((*self.rules, *self.conditions))
