"""Every name is given once, and no two rules say the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span


def duplicates(context: Context) -> Iterator[Diagnostic]:
    """Check names of rules, decisions, findings, tactics, needs, promises (NC204, NC205, NC221).

    Examples:
        >>> duplicates.__name__
        'duplicates'
    """
    parsed = context.parsed
    yield from _twice(context, "rule", ((rule.id, rule.span) for rule in context.rules))
    yield from _twice(context, "decision", ((d.name, d.span) for d in parsed.decisions))
    yield from _twice(context, "finding", ((f.name, f.span) for f in parsed.findings))
    yield from _twice(context, "tactic", ((tactic.id, None) for tactic in parsed.tactics))
    yield from _twice(context, "need", ((need.id, need.span) for need in parsed.policy.needs))
    yield from _twice(context, "promise", ((p.id, p.span) for p in parsed.promises))
    for finding in parsed.findings:
        if finding.name in context.vocabulary:
            yield context.found("NC221", f"`{finding.name}` is already a fact", finding.span,
                                "give the finding another name")  # fmt: skip
    yield from _same_rules(context)


def _twice(
    context: Context, kind: str, named: Iterable[tuple[str, Span | None]]
) -> Iterator[Diagnostic]:
    first: dict[str, Span | None] = {}
    for name, span in named:
        if name in first:
            place = f" (first at {first[name]})" if first[name] else ""
            yield context.found("NC204", f"the {kind} `{name}` is given twice{place}", span,
                                "give one of them another name", name=name)  # fmt: skip
        first.setdefault(name, span)


def _same_rules(context: Context) -> Iterator[Diagnostic]:
    first: dict[Hashable, str] = {}
    for rule in context.rules:
        meaning = (rule.condition, frozenset(rule.conclusions))
        if meaning in first and first[meaning] != rule.id:
            yield context.found(
                "NC205", f"`{rule.id}` says the same as `{first[meaning]}`", rule.span,
                "keep one, and cite both sources there")  # fmt: skip
        first.setdefault(meaning, rule.id)
