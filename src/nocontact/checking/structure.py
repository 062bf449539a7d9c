"""Rules carry the name of their decision; the overview names what exists."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic


def structure(context: Context) -> Iterator[Diagnostic]:
    """Check the names of rules, and the names that `rulebook.yaml` lists (NC218, NC219).

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
    metadata = context.parsed.metadata
    decisions = [decision.name for decision in context.parsed.decisions]
    findings = list(
        dict.fromkeys(each.set_name or each.name for each in context.parsed.findings)
    )  # fmt: skip
    yield from _listed(context, "order", metadata.order, "decision", decisions)
    yield from _listed(context, "shows", metadata.shows, "finding", findings)
    shown = [each for each in findings if not metadata.shows or each in metadata.shows]
    yield from _listed(context, "settles", metadata.settles, "finding that is shown", shown)


def _listed(
    context: Context, key: str, names: tuple[str, ...], kind: str, known: list[str]
) -> Iterator[Diagnostic]:
    for at, name in enumerate(names):
        if name not in known:
            yield context.found(
                "NC219", f"`{key}` names `{name}`, which is no {kind}",
                context.places.at("rulebook.yaml", key, at), f"use the name of a {kind}",
                name=name, known=known)  # fmt: skip
