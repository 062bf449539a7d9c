"""Walks over a condition: from its atoms up, over its atoms, and how much work it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from nocontact.rulebook.condition import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Atom,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    parts_of,
)

T = TypeVar("T")


def folded(
    condition: Condition,
    wanted: bool,
    atom: Callable[[Atom, bool], T],
    at_least: Callable[[int, list[T]], T],
) -> T:
    """Read a condition from its atoms up: where it is true, or where it is false.

    A `not` is true where its part is false, and `all` and `any` are counts; so a reading says only
    what an atom comes to, and what "at least so many of these" comes to.

    Args:
        condition: what is read.
        wanted: True for where it is true, False for where it is false. Unknown is neither.
        atom: an atom and what is wanted of it → its reading.
        at_least: how many, and the readings of the parts → the reading of both.

    Examples:
        >>> hope = IsUnknown("hope", True)
        >>> either = Not(AnyOf((hope, Not(hope))))
        >>> folded(either, True, lambda each, wanted: str(wanted), lambda n, parts: (n, *parts))
        (2, 'False', 'True')
    """
    match condition:
        case Comparison() | IsUnknown():
            return atom(condition, wanted)
        case Not(part):
            return folded(part, not wanted, atom, at_least)
    parts = [folded(each, wanted, atom, at_least) for each in parts_of(condition)]
    match condition:
        case AllOf():
            return at_least(len(parts) if wanted else 1, parts)
        case AnyOf():
            return at_least(1 if wanted else len(parts), parts)
        case AtLeastOf(count=count):
            return at_least(count if wanted else len(parts) - count + 1, parts)
    raise TypeError(f"not a condition: {type(condition).__name__}")


def atoms_of(condition: Condition) -> Iterator[Atom]:
    """Yield every comparison and unknown-test in a condition, left to right.

    Examples:
        >>> [atom.subject for atom in atoms_of(Not(IsUnknown("hope", True)))]
        ['hope']
    """
    if isinstance(condition, Comparison | IsUnknown):
        yield condition
    for part in parts_of(condition):
        yield from atoms_of(part)


def work_of(condition: Condition) -> int:
    """Return about how many steps it takes to spell a condition out as cases.

    The parts of a group are compared with each other; a count is spelled out half by half, for
    each number of parts that may hold in a half.

    Examples:
        >>> hope = IsUnknown("hope", True)
        >>> work_of(hope), work_of(AnyOf((hope, hope))), work_of(AtLeastOf(1, (hope, hope)))
        (1, 6, 82)
    """
    parts = parts_of(condition)
    each = 20 if isinstance(condition, AtLeastOf) else 1
    return sum(map(work_of, parts)) + each * len(parts) ** 2 if parts else 1
