"""A condition as a Rete network can match it: a few cases, each a list of sets of answers.

`unknown` is one more answer here, so nothing is left to negate: "not (hope is none)" becomes
"hope is one of some, strong". Kleene truth needs two forms, as in `program`: one that says
*true* and one that says *false*; `not` swaps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, prod
from typing import TypeAlias

from nocontact.facts.fact import UNKNOWN
from nocontact.inference.condition_truth import accepted
from nocontact.rulebook import Comparison, Condition, IsUnknown, folded


@dataclass(frozen=True, slots=True)
class Membership:
    """A fact or finding has one of these values, of which `unknown` may be one.

    Examples:
        >>> str(Membership("hope", frozenset({"some", "none"})))
        'hope in none, some'
    """

    subject: str
    values: frozenset[str]

    def __str__(self) -> str:
        return f"{self.subject} in {', '.join(sorted(self.values))}"


Case: TypeAlias = frozenset[Membership]
"""All of these hold; one membership for a subject at most."""

Cases: TypeAlias = tuple[Case, ...]
"""One of these holds."""

NEVER: Cases = ()
ALWAYS_HOLDS: Cases = (frozenset(),)
MOST_CASES = 32
MOST_SUBJECTS_IN_A_CASE = 64
HELPER_VALUES = ("no", "yes")


def holds(cases: Cases, values: Mapping[str, str]) -> bool:
    """Return whether one of the cases holds.

    Examples:
        >>> some = frozenset({Membership("hope", frozenset({"some"}))})
        >>> holds((some,), {"hope": "some"}), holds(NEVER, {}), holds(ALWAYS_HOLDS, {})
        (True, False, True)
    """
    return any(all(values[each.subject] in each.values for each in case) for case in cases)


class PositiveForm:
    """Turns conditions into cases, few and short: what would be too much becomes a helper.

    A helper is a finding of the network's own: `yes` when one of its cases holds. Its name has
    a space in it, so that no fact or finding can have the same.

    Attributes:
        domains: subject → every value it can have, `unknown` among them for a fact.
        helpers: name → cases.

    Examples:
        >>> from nocontact.rulebook import Not
        >>> form = PositiveForm({"hope": ("unknown", "none", "some", "strong")})
        >>> [case] = form.true(Not(Comparison("hope", "is", ("none",))))
        >>> [str(membership) for membership in case]
        ['hope in some, strong']
    """

    def __init__(self, domains: Mapping[str, Sequence[str]], most: int = MOST_CASES) -> None:
        self.domains = dict(domains)
        self.helpers: dict[str, Cases] = {}
        self._most = most
        self._named: dict[frozenset[Case], str] = {}
        self._counted: dict[tuple[int, tuple[Cases, ...]], Cases] = {}

    def true(self, condition: Condition) -> Cases:
        """Return the cases in which a condition is true.

        Examples:
            >>> from nocontact.rulebook import AllOf
            >>> PositiveForm({}).true(AllOf(())) == ALWAYS_HOLDS
            True
        """
        return folded(condition, True, self._atom, self._several)

    def false(self, condition: Condition) -> Cases:
        """Return the cases in which a condition is false: not unknown, false.

        Examples:
            >>> from nocontact.rulebook import AllOf
            >>> PositiveForm({}).false(AllOf(())) == NEVER
            True
        """
        return folded(condition, False, self._atom, self._several)

    def _atom(self, atom: Comparison | IsUnknown, wanted: bool) -> Cases:
        known = [value for value in self.domains[atom.subject] if value != UNKNOWN]
        if isinstance(atom, IsUnknown):
            values = frozenset((UNKNOWN,)) if atom.expected is wanted else frozenset(known)
        else:
            good = accepted(atom, known)
            values = frozenset(value for value in known if (value in good) is wanted)
        return self._simplified([frozenset((Membership(atom.subject, values),))])

    def _several(self, count: int, parts: Sequence[Cases]) -> Cases:
        """Return the cases in which at least `count` of the parts hold."""
        open_parts = tuple(each for each in parts if each not in (NEVER, ALWAYS_HOLDS))
        count -= sum(each == ALWAYS_HOLDS for each in parts)
        if count <= 0:
            return ALWAYS_HOLDS
        if count > len(open_parts):
            return NEVER
        if count == 1:
            return self._simplified(case for part in open_parts for case in part)
        if count == len(open_parts):
            return self._every(open_parts)
        key = (count, open_parts)
        if key not in self._counted:
            self._counted[key] = self._chosen(count, open_parts)
        return self._counted[key]

    def _every(self, parts: Iterable[Cases]) -> Cases:
        left = list(parts)
        while prod(map(len, left)) > self._most:
            largest = max(range(len(left)), key=lambda at: len(left[at]))
            left[largest] = self._helper(left[largest])
        cases = ALWAYS_HOLDS
        for part in left:
            if _longest(cases) + _longest(part) > MOST_SUBJECTS_IN_A_CASE:
                cases, part = self._helper(cases), self._helper(part)
            both = (_joined(one, two) for one in cases for two in part)
            cases = self._simplified(case for case in both if case is not None)
        return cases

    def _chosen(self, count: int, parts: tuple[Cases, ...]) -> Cases:
        """Try every choice when these are few; otherwise count in each half and add up."""
        ways = comb(len(parts), count)
        if ways * max(map(len, parts)) ** count > self._most:
            parts = tuple(map(self._single, parts))
        if ways <= self._most:
            choices = (self._every(chosen) for chosen in combinations(parts, count))
            return self._simplified(case for choice in choices for case in choice)
        one, two = parts[: len(parts) // 2], parts[len(parts) // 2 :]
        sums = (
            self._every(map(self._single, (
                self._several(first, one), self._several(count - first, two))))
            for first in range(max(0, count - len(two)), min(count, len(one)) + 1)
        )  # fmt: skip
        return self._simplified(case for each in sums for case in each)

    def _single(self, part: Cases) -> Cases:
        return part if len(part) == 1 else self._helper(part)

    def _helper(self, cases: Cases) -> Cases:
        key = frozenset(cases)
        if key not in self._named:
            name = f"helper {len(self.helpers)}"
            self._named[key] = name
            self.helpers[name] = cases
            self.domains[name] = HELPER_VALUES
        return (frozenset((Membership(self._named[key], frozenset(("yes",))),)),)

    def _simplified(self, cases: Iterable[Case]) -> Cases:
        """Join cases that differ in one subject; drop what is impossible, sure or contained."""
        left = {case for case in map(self._open, cases) if case is not None}
        while (merged := self._merged_once(left)) is not None:
            left = merged
        kept = (case for case in left if not any(_within(case, other) for other in left))
        return tuple(sorted(kept, key=_reading_order))

    def _open(self, case: Case) -> Case | None:
        if any(not each.values for each in case):
            return None
        return frozenset(
            each for each in case if len(each.values) < len(self.domains[each.subject])
        )

    def _merged_once(self, cases: set[Case]) -> set[Case] | None:
        seen: dict[tuple[str, Case], tuple[Case, Membership]] = {}
        for case in sorted(cases, key=_reading_order):
            for each in sorted(case, key=str):
                rest = case - {each}
                other, twin = seen.setdefault((each.subject, rest), (case, each))
                if other != case:
                    both = rest | {Membership(each.subject, each.values | twin.values)}
                    return (cases - {case, other}) | {self._open(both) or frozenset()}
        return None


def _longest(cases: Cases) -> int:
    return max(map(len, cases), default=0)


def _joined(one: Case, two: Case) -> Case | None:
    values = {each.subject: each.values for each in one}
    for each in two:
        values[each.subject] = values.get(each.subject, each.values) & each.values
        if not values[each.subject]:
            return None
    return frozenset(Membership(*pair) for pair in values.items())


def _within(case: Case, other: Case) -> bool:
    """Return whether the other case holds whenever this one does, and is not the same."""
    if case == other:
        return False
    values = {each.subject: each.values for each in case}
    return all(each.subject in values and values[each.subject] <= each.values for each in other)


def _reading_order(case: Case) -> tuple[str, ...]:
    return tuple(sorted(map(str, case)))
