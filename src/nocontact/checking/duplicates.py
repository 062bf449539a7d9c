"""Every name is given once, and no two rules say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span
from nocontact.rulebook import Rule


def duplicates(context: Context) -> Iterator[Diagnostic]:
    """Check names of rules, decisions, findings, tactics, needs, promises (NC204, NC205).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: A., finding: {wall: [none, lock, lock]}, rules: []}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.message for each in duplicates(Context(parsed, Scenario.vocabulary()))]
        ['the level `lock` of `wall` is given twice']
    """
    parsed = context.parsed
    tactics = ((t.id, context.in_catalogue(at, "id")) for at, t in enumerate(parsed.tactics))
    for kind, named in (
        ("rule", ((rule.id, rule.span) for rule in context.rules)),
        ("decision", ((each.name, each.span) for each in parsed.decisions)),
        ("finding", ((each.name, each.span) for each in parsed.findings)),
        ("tactic", tactics if len(context.tactics) < len(parsed.tactics) else ()),
        ("need", ((need.id, need.span) for need in parsed.policy.needs)),
        ("promise", ((each.id, each.span) for each in parsed.promises)),
    ):
        yield from _twice(context, kind, named)
    yield from _same_level(context)
    yield from _same_rules(context)


def _twice(
    context: Context, kind: str, named: Iterable[tuple[str, Span | None]]
) -> Iterator[Diagnostic]:
    first: dict[str, Span | None] = {}
    for name, span in named:
        if name in first:
            place = f" (first at {first[name]})" if first[name] else ""
            yield context.found("NC204", f"the {kind} `{name}` is given twice{place}", span,
                                "give one of them another name, or remove it",
                                name=name)  # fmt: skip
        first.setdefault(name, span)


def _same_level(context: Context) -> Iterator[Diagnostic]:
    for finding in context.parsed.findings:
        if len(set(finding.levels)) < len(finding.levels):
            twice = next(each for each, count in Counter(finding.levels).items() if count > 1)
            yield context.found(
                "NC204", f"the level `{twice}` of `{finding.name}` is given twice",
                context.places.saying(finding.span, twice), "keep one of the two",
                name=twice)  # fmt: skip


def _same_rules(context: Context) -> Iterator[Diagnostic]:
    first: dict[Hashable, Rule] = {}
    for rule in context.rules:
        same = first.setdefault((rule.condition, frozenset(rule.conclusions)), rule)
        if same.id != rule.id:
            place = f" (at {same.span})" if same.span else ""
            yield context.found(
                "NC205", f"the rule `{rule.id}` says the same as `{same.id}`{place}", rule.span,
                "keep one of them, and cite both sources there", severity="warning")  # fmt: skip
