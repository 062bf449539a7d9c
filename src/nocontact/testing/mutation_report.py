"""What became of each mutant: killed by a case, proved equivalent, or survived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from nocontact.display import Document, Shown
from nocontact.proof.mutant import Mutant
from nocontact.testing.mutation_to_document import mutation_to_document

Fate = Literal["killed", "equivalent", "survived"]


@dataclass(frozen=True, slots=True)
class MutantResult:
    """One mutant and what became of it.

    Attributes:
        mutant: the change.
        fate: `killed` by a golden case; `equivalent`, proved: no scenario has another
            recommendation; or `survived`.
        killer: where the case stands that killed it.
        differs: for a survivor, in how many scenarios the answer is another one, exactly.
        ready_case: for a survivor, the smallest scenario that tells it apart, as a golden case.

    Examples:
        >>> gone = Mutant("a.b", "a", "rule deleted", "the rule is gone", None)
        >>> MutantResult(gone, "equivalent").differs
        0
    """

    mutant: Mutant
    fate: Fate
    killer: str = ""
    differs: int = 0
    ready_case: str = ""


@dataclass(frozen=True, slots=True)
class MutationReport(Shown):
    """Every mutant of a rulebook.

    Attributes:
        name: name of the rulebook.
        version: its version.
        digest: its content hash.
        scenarios: N, how many scenarios there are.
        cases: how many golden cases were at hand.
        results: in the order of the rules.
        seconds: how long it took.

    Examples:
        >>> gone = Mutant("a.b", "a", "rule deleted", "the rule is gone", None)
        >>> report = MutationReport("mine", "1", "0", 10, 1, (MutantResult(gone, "survived"),))
        >>> report.score, report.complete
        (0.0, False)
    """

    name: str
    version: str
    digest: str
    scenarios: int
    cases: int
    results: tuple[MutantResult, ...]
    seconds: float = field(default=0.0, compare=False)

    def with_fate(self, fate: Fate) -> tuple[MutantResult, ...]:
        """Return the mutants with one fate.

        Examples:
            >>> MutationReport("mine", "1", "0", 10, 0, ()).with_fate("killed")
            ()
        """
        return tuple(each for each in self.results if each.fate == fate)

    def to_document(self) -> Document:
        """Return it as a document.

        Examples:
            >>> MutationReport("mine", "1", "0", 10, 0, ()).to_document().title
            'Every small change of every rule'
        """
        return mutation_to_document(self)

    @property
    def score(self) -> float:
        """Which part of the mutants is killed or proved equivalent, from 0 to 1.

        Examples:
            >>> MutationReport("mine", "1", "0", 10, 0, ()).score
            1.0
        """
        left = len(self.with_fate("survived"))
        return 1 - left / len(self.results) if self.results else 1.0

    @property
    def complete(self) -> bool:
        """True when no mutant survived.

        Examples:
            >>> MutationReport("mine", "1", "0", 10, 0, ()).complete
            True
        """
        return not self.with_fate("survived")

    def by_decision(self) -> Iterator[tuple[str, tuple[MutantResult, ...]]]:
        """Yield each decision with its mutants.

        Examples:
            >>> list(MutationReport("mine", "1", "0", 10, 0, ()).by_decision())
            []
        """
        for name in dict.fromkeys(each.mutant.decision for each in self.results):
            yield name, tuple(each for each in self.results if each.mutant.decision == name)
