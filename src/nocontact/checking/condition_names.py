"""Conditions ask about facts and findings that exist, with answers that they have."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.rulebook import Atom, Comparison, Condition, IsUnknown, atoms_of


def condition_names(context: Context) -> Iterator[Diagnostic]:
    """Check every condition of every rule, need and limit (NC201, NC202, NC203, NC210).

    Examples:
        >>> condition_names.__name__
        'condition_names'
    """
    for rule in context.rules:
        yield from condition_problems(context, rule.condition)
    policy = context.parsed.policy
    for need in policy.needs:
        yield from condition_problems(context, need.condition)
    if policy.limit:
        yield from condition_problems(context, policy.limit.condition)
    if policy.barriers:
        yield from condition_problems(context, policy.barriers.release)


def condition_problems(
    context: Context, condition: Condition, steps: bool = False
) -> Iterator[Diagnostic]:
    """Check one condition; with `steps` it may also ask about `step.<tactic>`.

    Examples:
        >>> condition_problems.__name__
        'condition_problems'
    """
    for atom in atoms_of(condition):
        if steps and atom.subject.startswith("step."):
            yield from _step(context, atom)
        else:
            yield from _atom(context, atom)


def _atom(context: Context, atom: Atom) -> Iterator[Diagnostic]:
    levels = context.levels(atom.subject)
    if levels is None:
        yield _unknown_name(context, atom)
        return
    if isinstance(atom, IsUnknown):
        if atom.subject not in context.vocabulary:
            yield context.found(
                "NC210", f"`{atom.subject}` is a finding; a finding always has a level",
                atom.span, "ask for the level instead of `unknown`")  # fmt: skip
        return
    yield from _answers(context, atom, levels)


def _answers(
    context: Context, atom: Comparison, levels: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for value in atom.values:
        if value not in levels:
            yield context.found(
                "NC202", f"`{atom.subject}` is never `{value}`", atom.span,
                f"use one of: {', '.join(levels)}", name=value, known=levels)  # fmt: skip
    fact = context.vocabulary.get(atom.subject)
    if atom.operator in ("at_least", "at_most") and fact and not fact.ordered:
        yield context.found(
            "NC203", f"the answers of `{atom.subject}` have no order", atom.span,
            "use `is` or `in`")  # fmt: skip


def _step(context: Context, atom: Atom) -> Iterator[Diagnostic]:
    tactic = atom.subject.removeprefix("step.")
    if tactic not in context.tactics:
        yield context.found(
            "NC201", f"there is no tactic `{tactic}`", atom.span, "use the id of a tactic",
            name=tactic, known=context.tactics)  # fmt: skip
    elif not isinstance(atom, Comparison) or set(atom.values) - {"yes", "no"}:
        yield context.found("NC202", "a step is `yes` or `no`", atom.span, "write `yes` or `no`")


def _unknown_name(context: Context, atom: Atom) -> Diagnostic:
    known = (*context.vocabulary, *context.findings)
    members = [name for name in known if name.startswith(f"{atom.subject}.")]
    if members:
        return context.found(
            "NC201", f"`{atom.subject}` is a set; ask about one member", atom.span,
            f"for example `{members[0]}: yes`", name=atom.subject)  # fmt: skip
    return context.found(
        "NC201", f"there is no fact or finding called `{atom.subject}`", atom.span,
        "use a name of the vocabulary, or declare the finding in a decision",
        name=atom.subject, known=known)  # fmt: skip
