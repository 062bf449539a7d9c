"""Promises speak about facts, findings, statuses and steps that exist."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.condition_names import condition_problems
from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.rulebook import Promise


def promise_names(context: Context) -> Iterator[Diagnostic]:
    """Check every promise (NC201, NC202, NC203).

    Examples:
        >>> promise_names.__name__
        'promise_names'
    """
    for promise in context.parsed.promises:
        yield from condition_problems(context, promise.when, steps=True)
        if promise.then:
            yield from condition_problems(context, promise.then, steps=True)
        yield from _varied(context, promise)
        yield from _bounded(context, promise)


def _varied(context: Context, promise: Promise) -> Iterator[Diagnostic]:
    for name in expanded(context, promise.vary):
        fact = context.vocabulary.get(name)
        if fact is None:
            yield context.found("NC201", f"there is no fact called `{name}`", promise.span,
                                "name facts or questions", name=name,
                                known=context.vocabulary)  # fmt: skip
        elif promise.upward and not fact.ordered and len(fact.answers) > 2:
            yield context.found("NC203", f"the answers of `{name}` have no order", promise.span,
                                "use `changing:` instead of `raising:`")  # fmt: skip


def _bounded(context: Context, promise: Promise) -> Iterator[Diagnostic]:
    steps = {f"step.{tactic}" for tactic in context.tactics}
    for subject, _ in promise.bounds:
        if not subjects(context, subject):
            yield context.found(
                "NC201", f"there is no finding, status or step called `{subject}`", promise.span,
                "name a finding, `status.<tactic>`, `step.<tactic>`, `statuses` or `steps`",
                name=subject, known=(*context.findings, *steps))  # fmt: skip


def expanded(context: Context, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return flat fact names; the name of a question stands for all of its facts.

    Examples:
        >>> expanded.__name__
        'expanded'
    """
    found: list[str] = []
    for name in names:
        members = [fact for fact in context.vocabulary if fact.startswith(f"{name}.")]
        found += members or [name]
    return tuple(found)


def subjects(context: Context, name: str) -> tuple[str, ...]:
    """Return the flat subjects that a bound speaks of; empty when there are none.

    `findings`, `statuses` and `steps` stand for all of them; the name of a set for its members.

    Examples:
        >>> subjects.__name__
        'subjects'
    """
    steps = tuple(f"step.{tactic}" for tactic in context.tactics)
    statuses = tuple(f for f in context.findings if f.startswith("status."))
    groups = {
        "steps": steps,
        "statuses": statuses,
        "findings": tuple(f for f in context.findings if f not in statuses),
    }
    if name in groups:
        return groups[name]
    if name in context.findings or name in steps:
        return (name,)
    return tuple(finding for finding in context.findings if finding.startswith(f"{name}."))
