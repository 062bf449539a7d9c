"""Tactics serve an objective, lead somewhere, and can be part of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.checking.selector_names import may_pick
from nocontact.diagnostics import Diagnostic
from nocontact.facts import Tactic


def catalogue(context: Context) -> Iterator[Diagnostic]:
    """Check the catalogue (NC211, NC220, NC223).

    Examples:
        >>> from dataclasses import replace
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> parsed = replace(rulebook_from_texts({})[0], tactics=(Tactic("take_a_walk"),))
        >>> [each.message for each in catalogue(Context(parsed, Scenario.vocabulary()))]
        ['the tactic `take_a_walk` serves no objective']
    """
    for at, tactic in enumerate(context.parsed.tactics):
        if tactic.kind == "tactic" and not tactic.objectives:
            yield context.found(
                "NC211", f"the tactic `{tactic.id}` serves no objective",
                context.in_catalogue(at, "id"), "add `objectives:`, such as `[O1]`",
                severity="warning")  # fmt: skip
        if tactic.kind in ("tactic", "safety") and not _reachable(context, tactic):
            yield context.found(
                "NC220", f"no need can be met by the tactic `{tactic.id}`",
                context.in_catalogue(at, "id"),
                "widen a need in `planning.yaml`, or remove the tactic",
                severity="warning")  # fmt: skip
        yield from _pointers(context, at, tactic)


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
    if policy.barriers and (tactic.wall_in, tactic.wall_out) != ("none", "none"):
        selectors.append(policy.barriers.selector)
    return any(may_pick(context, selector, tactic) for selector in selectors)
