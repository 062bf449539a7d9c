"""Three-valued truth of a condition: the meaning of the language, written to be read aloud.

Kleene's strong logic: a comparison on an unknown answer is unknown, `not unknown` is unknown,
and only `unknown:` can see that an answer is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nocontact.facts.fact import UNKNOWN
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    parts_of,
)

Scale = Callable[[str], Sequence[str]]


def truth(condition: Condition, values: Mapping[str, str], scale: Scale) -> bool | None:
    """Return True, False, or None for unknown.

    Args:
        condition: what is asked.
        values: the answer of every fact and the level of every finding.
        scale: the levels of a subject, lowest first.

    Examples:
        >>> hope = Comparison("hope", "is", ("none",))
        >>> truth(Not(hope), {"hope": "unknown"}, lambda _: ("none", "some")) is None
        True
        >>> truth(Not(hope), {"hope": "some"}, lambda _: ("none", "some"))
        True
    """
    if isinstance(condition, IsUnknown):
        return (values[condition.subject] == UNKNOWN) is condition.expected
    if isinstance(condition, Comparison):
        value = values[condition.subject]
        if value == UNKNOWN:
            return None
        return value in accepted(condition, scale(condition.subject))
    return combined(condition, [truth(part, values, scale) for part in parts_of(condition)])


def combined(condition: Condition, inner: Sequence[bool | None]) -> bool | None:
    """Return the truth of a condition that is made of others, from the truths of its parts.

    Args:
        condition: what is asked: a `not`, `all`, `any` or `count`.
        inner: the truth of each part, in order.

    Examples:
        >>> hope = Comparison("hope", "is", ("none",))
        >>> combined(Not(hope), [None]) is None, combined(AnyOf((hope, hope)), [False, True])
        (True, True)
    """
    match condition:
        case Not():
            return None if inner[0] is None else not inner[0]
        case AllOf():
            return at_least(len(inner), inner)
        case AnyOf():
            return at_least(1, inner)
        case AtLeastOf(count=count):
            return at_least(count, inner)
    raise TypeError(f"not a condition: {type(condition).__name__}")


def at_least(count: int, inner: Sequence[bool | None]) -> bool | None:
    """Return whether at least `count` of the truths are true; unknown when it is open.

    Examples:
        >>> at_least(1, [False, None]) is None, at_least(2, [True, False]), at_least(0, [])
        (True, False, True)
    """
    if sum(each is True for each in inner) >= count:
        return True
    return False if sum(each is not False for each in inner) < count else None


def accepted(comparison: Comparison, levels: Sequence[str]) -> frozenset[str]:
    """Return the levels that satisfy a comparison.

    Examples:
        >>> sorted(accepted(Comparison("wall", "at_most", ("low",)), ("none", "low", "high")))
        ['low', 'none']
    """
    wanted = comparison.values
    match comparison.operator:
        case "is" | "in":
            return frozenset(wanted)
        case "is_not":
            return frozenset(levels) - frozenset(wanted)
        case "at_least":
            return frozenset(levels[levels.index(wanted[0]) :])
        case "at_most":
            return frozenset(levels[: levels.index(wanted[0]) + 1])
