"""Tactics serve an objective, lead somewhere, and can be part of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.checking.selector_names import may_pick
from nocontact.diagnostics import Diagnostic
from nocontact.facts import Tactic
from nocontact.rulebook import DIRECTIONS, Barriers


def catalogue(context: Context) -> Iterator[Diagnostic]:
    """Check the catalogue (NC211, NC220, NC223).

    Examples:
        >>> from dataclasses import replace
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> walk = Tactic("take_a_walk", instead=("run",))
        >>> parsed = replace(rulebook_from_texts({})[0], tactics=(walk,), attributes={})
        >>> [each.message for each in catalogue(Context(parsed, Scenario.vocabulary()))]
        ['`instead` of `take_a_walk` names `run`, which is no tactic']
    """
    steps = context.parsed.policy.steps
    for at, tactic in enumerate(context.parsed.tactics):
        yield from _missing(context, at, tactic)
        if may_pick(context, steps, tactic) and not _reachable(context, tactic):
            yield context.found(
                "NC220", f"no need can be met by the tactic `{tactic.id}`",
                context.in_catalogue(at, "id"),
                "widen a need in `planning.yaml`, or remove the tactic",
                severity="warning")  # fmt: skip
        yield from _pointers(context, at, tactic)


def _missing(context: Context, at: int, tactic: Tactic) -> Iterator[Diagnostic]:
    """Yield attributes that a tactic of this kind should have, and does not."""
    for name, attribute in context.parsed.attributes.items():
        needed = attribute.needed_when.items()
        if needed and tactic.value(name) == () and needed <= tactic.attributes.items():
            example = attribute.answers[0]
            yield context.found(
                "NC211", f"the tactic `{tactic.id}` has no `{name}`",
                context.in_catalogue(at, "id"), f"add `{name}:`, such as `[{example}]`",
                severity="warning")  # fmt: skip


def _pointers(context: Context, at: int, tactic: Tactic) -> Iterator[Diagnostic]:
    for key in ("instead", "lowers"):
        for number, other in enumerate(getattr(tactic, key)):
            if other not in context.tactics:
                yield context.found(
                    "NC223", f"`{key}` of `{tactic.id}` names `{other}`, which is no tactic",
                    context.in_catalogue(at, key, number), "use the id of a tactic",
                    name=other, known=context.tactics)  # fmt: skip


def _reachable(context: Context, tactic: Tactic) -> bool:
    policy = context.parsed.policy
    if not policy.needs and not policy.barriers:
        return True
    selectors = [need.selector for need in policy.needs]
    if policy.barriers and _stands(context, policy.barriers, tactic):
        selectors.append(policy.barriers.selector)
    return any(may_pick(context, selector, tactic) for selector in selectors)


def _stands(context: Context, barriers: Barriers, tactic: Tactic) -> bool:
    names = [barriers.attribute(each) for each in DIRECTIONS]
    return any(
        tactic.value(name) != context.scales[name][0] for name in names if name in context.scales
    )
