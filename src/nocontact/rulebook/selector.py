"""Tactics picked by their attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nocontact.diagnostics import Span
from nocontact.facts import Tactic

AttributeOperator = Literal["in", "at_least", "at_most", "is_not"]


@dataclass(frozen=True, slots=True)
class AttributeTest:
    """One attribute of a tactic compared with allowed values.

    An attribute with several values (channels, objectives, cuts) passes `in` when any of its
    values is listed.

    Examples:
        >>> test = AttributeTest("notice", "in", ("announced", "dramatic"))
        >>> test.accepts(Tactic("move", "", {"notice": "dramatic"}), ())
        True
    """

    attribute: str
    operator: AttributeOperator
    values: tuple[str, ...]
    span: Span | None = field(default=None, compare=False, repr=False)

    def accepts(self, tactic: Tactic, levels: tuple[str, ...]) -> bool:
        """Return whether the tactic passes; `levels` is the attribute's scale, lowest first.

        Examples:
            >>> test = AttributeTest("undo", "at_least", ("days",))
            >>> test.accepts(Tactic("move", "", {"undo": "hard"}), ("now", "days", "hard"))
            True
        """
        value = tactic.value(self.attribute)
        values = (value,) if isinstance(value, str) else tuple(value)
        if self.operator == "in":
            return any(each in self.values for each in values)
        if self.operator == "is_not":
            return not any(each in self.values for each in values)
        rank, limit = levels.index(values[0]), levels.index(self.values[0])
        return rank >= limit if self.operator == "at_least" else rank <= limit


@dataclass(frozen=True, slots=True)
class Selector:
    """All tactics that pass every test; with no test, all tactics.

    Examples:
        >>> print(Selector((AttributeTest("notice", "at_least", ("announced",)),)))
        notice at least announced
        >>> print(Selector(()))
        every tactic
    """

    tests: tuple[AttributeTest, ...]

    def picks(self, tactic: Tactic, scales: Mapping[str, tuple[str, ...]]) -> bool:
        """Return whether the tactic passes every test.

        Args:
            tactic: a tactic of the catalogue.
            scales: attribute name → its values, lowest first.

        Examples:
            >>> quiet = Selector((AttributeTest("notice", "in", ("invisible",)),))
            >>> mute, move = ({"notice": each} for each in ("invisible", "dramatic"))
            >>> quiet.picks(Tactic("mute", "", mute), {}), quiet.picks(Tactic("move", "", move), {})
            (True, False)
        """
        return all(test.accepts(tactic, scales.get(test.attribute, ())) for test in self.tests)

    def __str__(self) -> str:
        words = {"in": "is", "is_not": "is not", "at_least": "at least", "at_most": "at most"}
        said = [f"{t.attribute} {words[t.operator]} {' or '.join(t.values)}" for t in self.tests]
        return " and ".join(said) or "every tactic"


EVERY_TACTIC = Selector(())
