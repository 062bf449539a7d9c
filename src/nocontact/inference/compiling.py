"""Conditions → closures over a row of small numbers: one says *true*, one says *false*."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nocontact.inference.condition_truth import accepted
from nocontact.rulebook import (
    AllOf,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    atoms_of,
    folded,
    parts_of,
)

Row = list[int]
Test = Callable[[Row], bool]
Support = Callable[[Row], tuple[int, ...]]
MISSING = -1
"""The number of an unknown answer."""


class Compiler:
    """Turns conditions into closures: one that says *true*, one that says *false*.

    Kleene truth needs both, because what is not true may be unknown. `not` swaps them.

    Examples:
        >>> compiler = Compiler({"hope": 0}, (("none", "some"),))
        >>> compiler.true(Not(Comparison("hope", "is", ("none",))))([MISSING])
        False
    """

    def __init__(self, slots: Mapping[str, int], scales: Sequence[tuple[str, ...]]) -> None:
        self._slots = slots
        self._scales = scales

    def true(self, condition: Condition) -> Test:
        """Return a closure that says whether the condition is true.

        Examples:
            >>> Compiler({}, ()).true(AllOf(()))([])
            True
        """
        return folded(condition, True, self._atom, _at_least)

    def false(self, condition: Condition) -> Test:
        """Return a closure that says whether the condition is false.

        Examples:
            >>> Compiler({}, ()).false(AllOf(()))([])
            False
        """
        return folded(condition, False, self._atom, _at_least)

    def support(self, condition: Condition) -> Support:
        """Return a closure that gives the slots which make a true condition true.

        Call it only with rows for which the condition is true.

        Examples:
            >>> compiler = Compiler({"hope": 0}, (("none", "some"),))
            >>> compiler.support(Comparison("hope", "is", ("none",)))([0])
            (0,)
        """
        match condition:
            case Comparison(subject) | IsUnknown(subject):
                return _always((self._slots[subject],))
            case Not(part):
                return _always(tuple(self._slots[atom.subject] for atom in atoms_of(part)))
        parts = parts_of(condition)
        inner = [self.support(part) for part in parts]
        if isinstance(condition, AllOf) and all(
            isinstance(p, Comparison | IsUnknown) for p in parts
        ):
            return _always(tuple(slot for each in inner for slot in each([])))
        return _joined([(self.true(part), each) for part, each in zip(parts, inner, strict=True)])

    def _atom(self, atom: Comparison | IsUnknown, wanted: bool) -> Test:
        slot = self._slots[atom.subject]
        if isinstance(atom, IsUnknown):
            return _is_missing(slot) if atom.expected is wanted else _is_known(slot)
        scale = self._scales[slot]
        good = accepted(atom, scale)
        ranks = [rank for rank, level in enumerate(scale) if (level in good) is wanted]
        return _is_in(slot, ranks, len(scale) - 1)


def _at_least(count: int, tests: list[Test]) -> Test:
    if count == len(tests):
        return _every(tests)
    return _some(tests) if count == 1 else _several(tests, count)


def _is_missing(slot: int) -> Test:
    return lambda row: row[slot] < 0


def _is_known(slot: int) -> Test:
    return lambda row: row[slot] >= 0


def _is_in(slot: int, ranks: Sequence[int], top: int) -> Test:
    if len(ranks) == 1:
        only = ranks[0]
        return lambda row: row[slot] == only
    if ranks and ranks[-1] == top and ranks[-1] - ranks[0] == len(ranks) - 1:
        lowest = ranks[0]
        return lambda row: row[slot] >= lowest
    members = frozenset(ranks)
    return lambda row: row[slot] in members


def _every(tests: list[Test]) -> Test:
    match tests:
        case []:
            return lambda row: True
        case [one]:
            return one
        case [one, two]:
            return lambda row: one(row) and two(row)
        case [one, two, three]:
            return lambda row: one(row) and two(row) and three(row)
    return lambda row: all(test(row) for test in tests)


def _some(tests: list[Test]) -> Test:
    match tests:
        case []:
            return lambda row: False
        case [one]:
            return one
        case [one, two]:
            return lambda row: one(row) or two(row)
        case [one, two, three]:
            return lambda row: one(row) or two(row) or three(row)
    return lambda row: any(test(row) for test in tests)


def _several(tests: list[Test], count: int) -> Test:
    return lambda row: sum(test(row) for test in tests) >= count


def _always(slots: tuple[int, ...]) -> Support:
    return lambda row: slots


def _joined(parts: list[tuple[Test, Support]]) -> Support:
    return lambda row: tuple(
        slot for holds, support in parts if holds(row) for slot in support(row)
    )
