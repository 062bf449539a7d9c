"""Every small change of what a rule concludes: levels, statuses, and which tactics are picked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from nocontact.proof.condition_mutants import Variant, neighbours
from nocontact.rulebook import (
    STATUSES,
    AttributeTest,
    Conclusion,
    Raise,
    RaiseStatus,
    Selector,
)

Levels = Callable[[str], Sequence[str]]
Scales = Mapping[str, Sequence[str]]
NO_SCALES: Scales = MappingProxyType({})
Found = Iterator[tuple[Variant, Conclusion | None]]


def conclusion_mutants(
    conclusions: Sequence[Conclusion], levels: Levels, scales: Scales = NO_SCALES
) -> Iterator[tuple[Variant, tuple[Conclusion, ...]]]:
    """Yield every list of conclusions that differs from this one by one small change.

    Args:
        conclusions: what a rule concludes.
        levels: the levels of a finding, lowest first.
        scales: attribute of a tactic → its values, lowest first.

    Examples:
        >>> lock = (Raise("wall", "lock"),)
        >>> for variant, _ in conclusion_mutants(lock, lambda _: ("none", "low", "lock")):
        ...     print(variant.says)
        `wall: lock` becomes `wall: low`
    """
    for at, conclusion in enumerate(conclusions):
        before, after = tuple(conclusions[:at]), tuple(conclusions[at + 1 :])
        if len(conclusions) > 1:
            yield Variant("conclusion dropped", _said(conclusion), "", conclusion.span), (
                *before, *after,
            )  # fmt: skip
        near = (
            _raise(conclusion, levels) if isinstance(conclusion, Raise)
            else _status(conclusion, scales)
        )  # fmt: skip
        for change, other in near:
            how = Variant(change, _said(conclusion), _said(other), conclusion.span)
            yield how, (*before, other, *after)


def _raise(conclusion: Raise, levels: Levels) -> Iterator[tuple[str, Conclusion]]:
    """Yield the level one up and one down; the lowest level says nothing, so it is no change."""
    scale = levels(conclusion.finding)
    for level in neighbours(conclusion.level, scale):
        if level != scale[0]:
            yield "level moved", replace(conclusion, level=level)


def _status(conclusion: RaiseStatus, scales: Scales) -> Iterator[tuple[str, Conclusion]]:
    for status in STATUSES[1:]:
        if status != conclusion.status:
            yield "status changed", replace(conclusion, status=status)
    tests = conclusion.selector.tests
    for at, test in enumerate(tests):
        for change, other in (("attribute test dropped", None), *_test(test, scales)):
            changed = () if other is None else (other,)
            selector = Selector((*tests[:at], *changed, *tests[at + 1 :]))
            yield change, replace(conclusion, selector=selector)


def _test(test: AttributeTest, scales: Scales) -> Iterator[tuple[str, AttributeTest]]:
    if test.operator in ("in", "is_not"):
        for value in test.values if len(test.values) > 1 else ():
            fewer = tuple(each for each in test.values if each != value)
            yield "value dropped", replace(test, values=fewer)
        return
    for near in neighbours(test.values[0], scales[test.attribute]):
        yield "threshold moved", replace(test, values=(near,))


def _said(conclusion: Conclusion) -> str:
    if isinstance(conclusion, Raise):
        return f"{conclusion.finding}: {conclusion.level}"
    return f"status {conclusion.status} where {conclusion.selector}"
