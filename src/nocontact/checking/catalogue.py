"""Tactics serve an objective, lead somewhere, and can be part of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span
from nocontact.facts import Tactic

_AT = Span("tactics.yaml", 1, 1, 1, 1)


def catalogue(context: Context) -> Iterator[Diagnostic]:
    """Check the catalogue (NC211, NC220, NC223).

    Examples:
        >>> catalogue.__name__
        'catalogue'
    """
    for tactic in context.parsed.tactics:
        if tactic.kind == "tactic" and not tactic.objectives:
            yield _said(context, "NC211", tactic, f"the tactic `{tactic.id}` serves no objective",
                        "add `objectives:`")  # fmt: skip
        if tactic.kind in ("tactic", "safety") and not _reachable(context, tactic):
            yield _said(context, "NC220", tactic, f"no need can ever be met by `{tactic.id}`",
                        "widen a need in `planning.yaml`, or remove the tactic")  # fmt: skip
        for other in (*tactic.instead, *tactic.lowers):
            if other not in context.tactics:
                yield context.found(
                    "NC223", f"`{tactic.id}` points to `{other}`, which is no tactic",
                    place_of(context, tactic), "use the id of a tactic", name=other,
                    known=context.tactics)  # fmt: skip


def place_of(context: Context, tactic: Tactic) -> Span:
    """Return where a tactic stands in the catalogue file.

    Examples:
        >>> place_of.__name__
        'place_of'
    """
    lines = context.parsed.texts.get("tactics.yaml", "").splitlines()
    for at, line in enumerate(lines, 1):
        if line.strip().removeprefix("- ") == f"id: {tactic.id}":
            column = line.index(tactic.id, line.index("id:") + 3) + 1
            return Span("tactics.yaml", at, column, at, column + len(tactic.id))
    return _AT


def _said(context: Context, code: str, tactic: Tactic, message: str, help: str) -> Diagnostic:
    return context.found(code, message, place_of(context, tactic), help, name=tactic.id)


def _reachable(context: Context, tactic: Tactic) -> bool:
    policy = context.parsed.policy
    if not policy.needs and not policy.barriers:
        return True
    selectors = [need.selector for need in policy.needs]
    if policy.barriers and (tactic.wall_in, tactic.wall_out) != ("none", "none"):
        selectors.append(policy.barriers.selector)
    return any(selector.picks(tactic, context.scales) for selector in selectors)
