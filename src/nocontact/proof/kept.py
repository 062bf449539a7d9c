"""What must not change: scenarios or regions, and the parts of the answer that have to stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.formula import Formula
from nocontact.proof.subject import Subject
from nocontact.rulebook import ALWAYS, Condition


@dataclass(frozen=True, slots=True)
class Kept:
    """One entry of a file of what must not change.

    Attributes:
        says: a sentence.
        when: a condition, over facts, findings and steps of the old rulebook.
        given: the flat facts of one scenario, or None when the condition alone says where.
        keep: the parts that must stay; None for everything that is seen.

    Examples:
        >>> Kept("The wall stays.", keep=frozenset({Subject("finding", "wall")})).given is None
        True
    """

    says: str
    when: Condition = ALWAYS
    given: Mapping[str, str] | None = field(default=None, repr=False)
    keep: frozenset[Subject] | None = None

    def where(self, scenarios: AllScenarios) -> Formula:
        """Return the scenarios that the entry speaks of."""
        space = scenarios.space
        given = (
            space.unknown(name) if answer == "unknown" else space.is_answer(name, answer)
            for name, answer in (self.given or {}).items()
        )
        return space.diagrams.every([scenarios.where(self.when), *given])

    @property
    def findings(self) -> frozenset[str]:
        """The findings that must stay, shown or not.

        Examples:
            >>> Kept("It stays.", keep=frozenset({Subject("finding", "wall")})).findings
            frozenset({'wall'})
        """
        return frozenset(each.name for each in self.keep or () if each.family == "finding")
