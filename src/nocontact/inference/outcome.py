"""What an engine returns: every finding, and every rule that fired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from nocontact.rulebook import CheckedRulebase


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole answer of one engine for one scenario.

    Attributes:
        findings: the level of every flat finding, statuses included.
        fired: ids of the rules that fired, in the order of the rulebase.

    Examples:
        >>> Outcome({"wall": "lock"}, ("wall.as-high-as-difficulty",)) == Outcome(
        ...     {"wall": "lock"}, ("wall.as-high-as-difficulty",))
        True
        >>> Outcome({"wall": "lock"}, ())
        Outcome(1 findings, 0 rules fired; hidden)
    """

    findings: Mapping[str, str]
    fired: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Outcome({len(self.findings)} findings, {len(self.fired)} rules fired; hidden)"


class Engine(Protocol):
    """Anything that can answer for one scenario.

    Examples:
        >>> from nocontact.inference.reference_engine import ReferenceEngine
        >>> engine: Engine = ReferenceEngine()
        >>> engine.name
        'reference'
    """

    @property
    def name(self) -> str:
        """How the engine is called in a trace."""
        ...

    def infer(self, rulebase: CheckedRulebase, facts: Mapping[str, str]) -> Outcome:
        """Return every finding and every fired rule."""
        ...
