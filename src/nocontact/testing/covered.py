"""What the golden cases have seen of one rule, or of one condition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from nocontact.diagnostics import Span

Seen = Literal["seen", "missing", "impossible"]
"""Seen in some case; in none; or proved to hold in no scenario, so that none can show it."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One rule, or one condition inside a rule, and which of its truths a case has shown.

    Attributes:
        rule: id of the rule.
        part: the condition in words; empty for the rule itself.
        true: whether a case saw it true; for a rule: saw it fire.
        false: whether a case saw it false, which an unknown answer is not; for a rule: saw it
            not fire.
        span: where it stands.

    Examples:
        >>> Covered("wall.lock", "wall is lock", "seen", "missing").gaps
        ('false',)
    """

    rule: str
    part: str
    true: Seen
    false: Seen
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def gaps(self) -> tuple[str, ...]:
        """Which truths no case has shown, though some scenario has them.

        Examples:
            >>> Covered("wall.lock", "", "seen", "impossible").gaps
            ()
        """
        found = (("true", self.true), ("false", self.false))
        return tuple(name for name, seen in found if seen == "missing")

    @property
    def possible(self) -> int:
        """How many truths it can have: two, one or none.

        Examples:
            >>> Covered("wall.lock", "", "seen", "impossible").possible
            1
        """
        return sum(seen != "impossible" for seen in (self.true, self.false))


def share_seen(covered: Iterable[Covered]) -> float:
    """Return which part of the truths that rules and conditions can have was seen, from 0 to 1.

    Examples:
        >>> half = Covered("a", "", "seen", "missing")
        >>> share_seen([half, Covered("b", "", "seen", "impossible")])
        0.6666666666666667
    """
    each = tuple(covered)
    possible = sum(one.possible for one in each)
    missing = sum(len(one.gaps) for one in each)
    return 1 - missing / possible if possible else 1.0


@dataclass(frozen=True, slots=True)
class FileCoverage:
    """One file of rules.

    Attributes:
        file: its name.
        rules: its rules.
        conditions: the conditions inside them.

    Examples:
        >>> FileCoverage("wall.yaml", (), ()).share
        1.0
    """

    file: str
    rules: tuple[Covered, ...]
    conditions: tuple[Covered, ...]

    @property
    def share(self) -> float:
        """Which part of what can be seen was seen, from 0 to 1.

        Examples:
            >>> FileCoverage("a.yaml", (Covered("a.b", "", "seen", "missing"),), ()).share
            0.5
        """
        return share_seen((*self.rules, *self.conditions))

    @property
    def gaps(self) -> tuple[Covered, ...]:
        """What is not covered, by line.

        Examples:
            >>> FileCoverage("wall.yaml", (), ()).gaps
            ()
        """
        open_ = (each for each in (*self.rules, *self.conditions) if each.gaps)
        return tuple(sorted(open_, key=lambda each: each.span.line if each.span else 0))
