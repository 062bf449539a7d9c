"""Every small change of one condition: operators, thresholds, answers, and what joins the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from nocontact.diagnostics import Span
from nocontact.inference.condition_truth import accepted
from nocontact.rulebook import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeastOf,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    parts_of,
)

Levels = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A condition or conclusion with one small change in it.

    Attributes:
        change: what kind of change it is.
        before: the part that was changed, in words.
        after: what stands there instead, in words; empty when it was taken away.
        span: where the part stands.

    Examples:
        >>> Variant("part dropped", "wall is lock", "").says
        '`wall is lock` is gone'
    """

    change: str
    before: str
    after: str
    span: Span | None = None

    @property
    def says(self) -> str:
        """What became what.

        Examples:
            >>> Variant("threshold moved", "wall is at least lock", "wall is at least sealed").says
            '`wall is at least lock` becomes `wall is at least sealed`'
        """
        if not self.after:
            return f"`{self.before}` is gone"
        return f"`{self.before}` becomes `{self.after}`"


Found = Iterator[tuple[Variant, Condition]]


def condition_mutants(condition: Condition, levels: Levels) -> Found:
    """Yield every condition that differs from this one by one small change.

    Args:
        condition: what a rule asks.
        levels: the answers of a fact or the levels of a finding, lowest first.

    Examples:
        >>> wall = Comparison("wall", "at_least", ("low",))
        >>> for variant, _ in condition_mutants(wall, lambda _: ("none", "low", "high")):
        ...     print(variant.says)
        `wall is at least low` becomes `not (wall is at least low)`
        `wall is at least low` becomes `wall is at most low`
        `wall is at least low` becomes `wall is at least none`
        `wall is at least low` becomes `wall is at least high`
    """
    if condition == ALWAYS:
        return
    if not _negated_inside(condition):
        yield _variant("condition negated", condition, Not(condition)), Not(condition)
    yield from _inside(condition, levels)


def first_span(condition: Condition) -> Span | None:
    """Return where the first comparison of a condition stands.

    Examples:
        >>> first_span(ALWAYS) is None
        True
    """
    if isinstance(condition, Comparison | IsUnknown):
        return condition.span
    return next((span for part in parts_of(condition) if (span := first_span(part))), None)


def _negated_inside(condition: Condition) -> bool:
    """Whether a change of the operator is already the negation."""
    if isinstance(condition, Comparison):
        return condition.operator in ("is", "is_not", "in")
    return isinstance(condition, IsUnknown | Not)


def _inside(condition: Condition, levels: Levels) -> Found:
    match condition:
        case Comparison():
            yield from _comparison(condition, levels(condition.subject))
        case IsUnknown(subject, expected, span):
            flipped = IsUnknown(subject, not expected, span)
            yield _variant("operator changed", condition, flipped), flipped
        case Not(part):
            yield _variant("negation dropped", condition, part), part
            yield from ((how, Not(each)) for how, each in _inside(part, levels))
        case AllOf(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            yield from _joined(condition, parts)
            for at, part in enumerate(parts):
                for how, changed in _inside(part, levels):
                    yield how, _with(condition, (*parts[:at], changed, *parts[at + 1 :]))


def _joined(condition: Condition, parts: tuple[Condition, ...]) -> Found:
    """Yield what the parts become when they are joined in another way, or one is missing."""
    others: list[tuple[str, Condition]] = []
    if len(parts) > 1 and isinstance(condition, AllOf):
        others = [("all became any", AnyOf(parts))]
    elif len(parts) > 1 and isinstance(condition, AnyOf):
        others = [("any became all", AllOf(parts))]
    elif isinstance(condition, AtLeastOf):
        near = (condition.count - 1, condition.count + 1)
        others = [("count moved", AtLeastOf(n, parts)) for n in near if 1 <= n <= len(parts)]
    for change, other in others:
        yield _variant(change, condition, other), other
    for at, part in enumerate(parts if len(parts) > 1 else ()):
        left = (*parts[:at], *parts[at + 1 :])
        if not isinstance(condition, AtLeastOf) or condition.count <= len(left):
            gone = Variant("part dropped", str(part), "", first_span(part))
            yield gone, _with(condition, left)


def _comparison(atom: Comparison, levels: Sequence[str]) -> Found:
    """Yield each comparison near this one that accepts other answers, each set once."""
    seen = {accepted(atom, levels)}
    for change, other in _near(atom, levels):
        inner = other.part if isinstance(other, Not) else other
        assert isinstance(inner, Comparison)
        good = accepted(inner, levels)
        good = frozenset(levels) - good if isinstance(other, Not) else good
        if good not in seen:
            seen.add(good)
            yield _variant(change, atom, other), other


def _near(atom: Comparison, levels: Sequence[str]) -> Iterator[tuple[str, Condition]]:
    match atom.operator:
        case "is":
            yield "operator changed", replace(atom, operator="is_not")
        case "is_not":
            yield "operator changed", replace(atom, operator="is")
        case "at_least":
            yield "operator changed", replace(atom, operator="at_most")
        case "at_most":
            yield "operator changed", replace(atom, operator="at_least")
        case "in":
            yield "operator changed", Not(atom)
            for value in atom.values:
                fewer = tuple(each for each in atom.values if each != value)
                if fewer:
                    yield "answer dropped", replace(atom, values=fewer)
    moved = "threshold moved" if atom.operator in ("at_least", "at_most") else "answer replaced"
    for at, value in enumerate(atom.values):
        for near in neighbours(value, levels):
            if near not in atom.values:
                values = (*atom.values[:at], near, *atom.values[at + 1 :])
                yield moved, replace(atom, values=values)


def neighbours(value: str, levels: Sequence[str]) -> tuple[str, ...]:
    """Return the levels one below and one above.

    Examples:
        >>> neighbours("low", ("none", "low", "high"))
        ('none', 'high')
    """
    at = levels.index(value)
    return (*levels[max(at - 1, 0) : at], *levels[at + 1 : at + 2])


def _with(condition: Condition, parts: tuple[Condition, ...]) -> Condition:
    match condition:
        case AllOf():
            return AllOf(parts)
        case AnyOf():
            return AnyOf(parts)
        case AtLeastOf(count):
            return AtLeastOf(count, parts)
    raise TypeError(f"no parts: {type(condition).__name__}")


def _variant(change: str, before: Condition, after: Condition) -> Variant:
    return Variant(change, str(before), str(after), first_span(before))
