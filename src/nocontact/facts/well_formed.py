"""Which rows of flat facts can come from a scenario at all, as data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import NONE, RATHER_NOT_SAY, Question
from nocontact.fork_safety import cached_property


class Way(NamedTuple):
    """One way in which a set can be answered.

    Attributes:
        values: fact → what it may be.
        some: whether at least one member has to be named.

    Examples:
        >>> Way({"pets.cat": frozenset({"no", "yes"})}, some=True).some
        True
    """

    values: Mapping[str, frozenset[str]]
    some: bool


@dataclass(frozen=True)
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

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which the set can be answered, each with what its facts may be then.

        It was not answered; it was looked through, and some or none of it is so; or some or none
        is named, and the rest withheld. No two ways have a row in common.

        Examples:
            >>> pets = WellFormed("pets", ("pets.cat",), none="pets.none")
            >>> [sorted(way.values["pets.cat"]) for way in pets.ways]
            [['unknown'], ['no'], ['no', 'yes']]
        """
        silent = {UNKNOWN, "yes"} if self.open else {UNKNOWN}
        found = [
            self._way(silent, UNKNOWN, UNKNOWN, False),
            self._way({"no"}, "yes", "no", False),
            self._way({"no", "yes"}, "no", "no", True),
        ]
        if self.rather_not_say:
            found.append(self._way({UNKNOWN}, UNKNOWN, "yes", False))
            found.append(self._way({UNKNOWN, "yes"}, "no", "yes", True))
        return tuple(found)

    def _way(self, members: Collection[str], none: str, rather: str, some: bool) -> Way:
        values = dict.fromkeys(self.members, frozenset(members))
        follow = ((self.none, none), (self.rather_not_say, rather))
        return Way(values | {name: frozenset({value}) for name, value in follow if name}, some)

    def allows(self, flat: Mapping[str, str]) -> bool:
        """Return whether some scenario has these flat facts.

        Args:
            flat: answers by fact name, at least of this set.

        Examples:
            >>> WellFormed("pets", ("pets.cat", "pets.dog")).allows(
            ...     {"pets.cat": "yes", "pets.dog": "unknown"})
            False
        """
        named = any(flat[name] == "yes" for name in self.members)
        return any(
            (named or not way.some)
            and all(flat[name] in values for name, values in way.values.items())
            for way in self.ways
        )
