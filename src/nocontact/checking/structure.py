"""Decisions come in an order, rules carry their decision's name, nothing is left unused."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.rulebook import (
    Condition,
    Raise,
    atoms_of,
    ordered,
    requirements,
)

def structure(context: Context) -> Iterator[Diagnostic]:
    """Check order, names and use (NC207, NC208, NC209, NC218, NC219).

    Examples:
        >>> structure.__name__
        'structure'
    """
    yield from _cycles(context)
    yield from _rule_names(context)
    yield from _unused(context)
    yield from _order_names(context)


def _cycles(context: Context) -> Iterator[Diagnostic]:
    decisions = context.parsed.decisions
    _, cycle = ordered(requirements(decisions), context.parsed.metadata.order)
    if cycle:
        first = next(d for d in decisions if d.name == cycle[0])
        shown = " needs ".join(f"`{name}`" for name in cycle)
        yield context.found(
            "NC207", f"these decisions need each other: {shown}", first.span,
            "let one of them test facts, or split it into two decisions")  # fmt: skip


def _rule_names(context: Context) -> Iterator[Diagnostic]:
    for rule in context.rules:
        if not rule.id.startswith(f"{rule.decision}."):
            yield context.found(
                "NC218", f"the rule `{rule.id}` is in the decision `{rule.decision}`", rule.span,
                f"call it `{rule.decision}.{rule.id.rpartition('.')[2]}`")  # fmt: skip


def _unused(context: Context) -> Iterator[Diagnostic]:
    tested = {atom.subject for condition in _conditions(context) for atom in atoms_of(condition)}
    raised = {
        each.finding for rule in context.rules for each in rule.conclusions
        if isinstance(each, Raise)
    }  # fmt: skip
    policy = context.parsed.policy
    shown = {*context.parsed.metadata.shows, policy.barriers.height if policy.barriers else ""}
    for finding in context.parsed.findings:
        if finding.name not in raised:
            yield context.found("NC209", f"no rule raises `{finding.name}`", finding.span,
                                "add a rule, or remove the finding")  # fmt: skip
        elif finding.name not in tested and (finding.set_name or finding.name) not in shown:
            yield context.found(
                "NC208", f"nothing uses `{finding.name}`", finding.span,
                "test it in a rule or a need, or remove it", severity="warning")  # fmt: skip


def _conditions(context: Context) -> Iterator[Condition]:
    yield from (rule.condition for rule in context.rules)
    policy = context.parsed.policy
    yield from (need.condition for need in policy.needs)
    if policy.limit:
        yield policy.limit.condition
    if policy.barriers:
        yield policy.barriers.release
    for promise in context.parsed.promises:
        yield promise.when
        if promise.then:
            yield promise.then


def _order_names(context: Context) -> Iterator[Diagnostic]:
    names = [decision.name for decision in context.parsed.decisions]
    for name in context.parsed.metadata.order:
        if name not in names:
            yield context.found("NC219", f"`order` names `{name}`, which is no decision", None,
                                "use the name of a decision", name=name, known=names)  # fmt: skip
