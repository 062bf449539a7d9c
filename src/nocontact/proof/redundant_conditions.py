"""Parts of a condition that can be dropped without any difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nocontact.diagnostics import Diagnostic, Span
from nocontact.parsing.condition_to_yaml import condition_to_yaml
from nocontact.proof.diagrams import Formula
from nocontact.proof.exact_context import ExactContext
from nocontact.rulebook import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeastOf,
    Condition,
    Not,
    atoms_of,
)


def redundant_conditions(context: ExactContext) -> Iterator[Diagnostic]:
    """Find parts of rules and needs that change nothing (NC615).

    Each part that is told can be dropped together with those told before it.
    """
    for rule in context.rules:
        yield from _parts(context, f"rule `{rule.id}`", rule.condition)
    for need in context.rulebase.policy.needs:
        if not context.never(context.scenarios.rules.true(need.condition)):
            yield from _parts(context, f"need `{need.id}`", need.condition)


def _parts(context: ExactContext, named: str, condition: Condition) -> Iterator[Diagnostic]:
    where = context.scenarios.rules.true(condition)
    while True:
        shorter = next((x for x in _shorter(condition) if _same(context, x[1], where)), None)
        if shorter is None:
            return
        dropped, condition = shorter
        yield context.found(
            "NC615", f"`{dropped}` can be dropped from the {named}: that changes where it holds "
            f"in {context.nowhere}", _place(dropped),
            f"write `when: {condition_to_yaml(condition)}`")  # fmt: skip


def _same(context: ExactContext, condition: Condition, where: Formula) -> bool:
    return context.same(context.scenarios.rules.true(condition), where)


def _shorter(condition: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Yield each part with the condition without it: outer parts first, then the last written."""
    if condition != ALWAYS:
        yield condition, ALWAYS
    yield from _inside(condition)


def _inside(condition: Condition) -> Iterator[tuple[Condition, Condition]]:
    if isinstance(condition, Not):
        for dropped, part in _inside(condition.part):
            yield dropped, Not(part)
    if not isinstance(condition, AllOf | AnyOf | AtLeastOf):
        return
    for at in reversed(range(len(condition.parts))):
        rest = (*condition.parts[:at], *condition.parts[at + 1 :])
        if rest:
            yield condition.parts[at], _with(condition, rest)
    for at in reversed(range(len(condition.parts))):
        for dropped, part in _inside(condition.parts[at]):
            parts = (*condition.parts[:at], part, *condition.parts[at + 1 :])
            yield dropped, replace(condition, parts=parts)


def _with(group: AllOf | AnyOf | AtLeastOf, parts: tuple[Condition, ...]) -> Condition:
    """Return a group with fewer parts; "all of" written as a count stays "all of"."""
    if isinstance(group, AtLeastOf):
        return AtLeastOf(min(group.count, len(parts)), parts)
    return parts[0] if len(parts) == 1 else replace(group, parts=parts)


def _place(condition: Condition) -> Span | None:
    return next((atom.span for atom in atoms_of(condition)), None)
