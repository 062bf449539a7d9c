"""Rules carry the name of their decision; the overview names what exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.rulebook import work_of

MOST_WORK = 100_000
"""The most steps that it may take to spell one rule out as cases; all together ten times that."""


def structure(context: Context) -> Iterator[Diagnostic]:
    """Check the names of rules, and the names that `rulebook.yaml` lists (NC003, NC218, NC219).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{name: mine, version: '1', date: 2026-01-01, order: [wall]}"
        >>> parsed, _ = rulebook_from_texts({"rulebook.yaml": text})
        >>> [each.message for each in structure(Context(parsed, Scenario.vocabulary()))]
        ['`order` names `wall`, which is no decision']
    """
    for rule in context.rules:
        if not rule.id.startswith(f"{rule.decision}."):
            yield context.found(
                "NC218", f"the rule `{rule.id}` is in the decision `{rule.decision}`, and its id "
                "does not say so", rule.span,
                f"call it `{rule.decision}.{rule.id.rpartition('.')[2]}`")  # fmt: skip
    yield from _too_much(context)
    metadata = context.parsed.metadata
    decisions = dict.fromkeys(decision.name for decision in context.parsed.decisions)
    findings = dict.fromkeys(each.set_name or each.name for each in context.parsed.findings)
    yield from _listed(context, "order", metadata.order, "decision", decisions)
    yield from _listed(context, "shows", metadata.shows, "finding", findings)
    weak = (metadata.too_weak,) if metadata.too_weak else ()
    yield from _listed(context, "too_weak", weak, "finding", findings)
    listed = {*(metadata.shows or findings)}
    shown = dict.fromkeys(each for each in findings if each in listed)
    yield from _listed(context, "settles", metadata.settles, "finding that is shown", shown)


def _too_much(context: Context) -> Iterator[Diagnostic]:
    """Refuse what an engine could not spell out, before any of them tries (NC003)."""
    work = {rule.id: work_of(rule.condition) for rule in context.rules}
    for rule in context.rules:
        if work[rule.id] > MOST_WORK:
            yield context.found(
                "NC003", f"the condition of the rule `{rule.id}` is too large to be worked out "
                f"({work[rule.id]:,} steps, and the most is {MOST_WORK:,})", rule.span,
                "count fewer conditions, or split the rule")  # fmt: skip
    whole = sum(work.values())
    if whole > 10 * MOST_WORK and max(work.values()) <= MOST_WORK:
        yield context.found(
            "NC003", f"the rules together are too large to be worked out ({whole:,} steps, and "
            f"the most is {10 * MOST_WORK:,})", None, "count fewer conditions")  # fmt: skip


def _listed(
    context: Context, key: str, names: tuple[str, ...], kind: str, known: Mapping[str, None]
) -> Iterator[Diagnostic]:
    for at, name in enumerate(names):
        if name not in known:
            yield context.found(
                "NC219", f"`{key}` names `{name}`, which is no {kind}",
                context.places.at("rulebook.yaml", key, at), f"use the name of a {kind}",
                name=name, known=known)  # fmt: skip
