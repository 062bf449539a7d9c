"""Which rows of flat facts can come from a scenario at all, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import NONE, RATHER_NOT_SAY, Question


@dataclass(frozen=True, slots=True)
class WellFormed:
    """How the flat facts of one set hang together.

    Attributes:
        question: the set-valued question.
        members: its flat facts that stand for something, by name.
        none: the flat fact that says "none of these", if the set has one.
        rather_not_say: the flat fact that leaves the rest unknown, if the set has one.
        open: whether members may be yes while the question itself is unanswered, because
            another question names them too.

    Examples:
        >>> pets = WellFormed("pets", ("pets.cat", "pets.dog"), none="pets.none")
        >>> pets.allows({"pets.cat": "yes", "pets.dog": "no", "pets.none": "no"})
        True
        >>> pets.allows({"pets.cat": "yes", "pets.dog": "no", "pets.none": "yes"})
        False
    """

    question: str
    members: tuple[str, ...]
    none: str | None = None
    rather_not_say: str | None = None
    open: bool = False

    @classmethod
    def of(cls, question: Question, *, open: bool = False) -> WellFormed:
        """Return the constraint that the way of answering a set puts on its facts.

        Args:
            question: a set-valued question.
            open: whether another question may name its members too.

        Examples:
            >>> pets = Question("pets", "set", "", members=("cat", "none"))
            >>> WellFormed.of(pets)
            WellFormed(question='pets', members=('pets.cat',), none='pets.none', \
rather_not_say=None, open=False)
        """
        names = {member: f"{question.name}.{member}" for member in question.members}
        none, rather = names.pop(NONE, None), names.pop(RATHER_NOT_SAY, None)
        return cls(question.name, tuple(names.values()), none, rather, open)

    @property
    def facts(self) -> tuple[str, ...]:
        """All its flat facts: the members, then "none of these" and "would rather not say".

        Examples:
            >>> WellFormed("pets", ("pets.cat",), none="pets.none").facts
            ('pets.cat', 'pets.none')
        """
        return tuple(each for each in (*self.members, self.none, self.rather_not_say) if each)

    def allows(self, flat: Mapping[str, str]) -> bool:
        """Return whether some scenario has these flat facts.

        Args:
            flat: answers by fact name, at least of this set.

        Examples:
            >>> WellFormed("pets", ("pets.cat", "pets.dog")).allows(
            ...     {"pets.cat": "yes", "pets.dog": "unknown"})
            False
        """
        levels = frozenset(flat[name] for name in self.members)
        none = flat[self.none] if self.none else None
        rather = flat[self.rather_not_say] if self.rather_not_say else None
        return any(
            none in (None, none_may_be) and rather in (None, rather_may_be)
            for none_may_be, rather_may_be in self._possible(levels)
        )

    def _possible(self, levels: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Yield what `none` and `rather_not_say` may be beside members with these levels."""
        if levels <= {UNKNOWN} or (self.open and levels <= {"yes", UNKNOWN}):
            yield UNKNOWN, UNKNOWN
        if levels <= {"yes", "no"}:
            yield "no" if "yes" in levels else "yes", "no"
        if self.rather_not_say and levels <= {"yes", UNKNOWN}:
            yield "no" if "yes" in levels else UNKNOWN, "yes"
