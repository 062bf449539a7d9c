"""Every rule cites, every citation leads somewhere, every paragraph is covered."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span
from nocontact.rulebook import Cited


def citations(context: Context) -> Iterator[Diagnostic]:
    """Check what rules, decisions, needs, promises and tactics cite (NC206, NC215, NC216).

    Examples:
        >>> citations.__name__
        'citations'
    """
    used: set[Cited] = set()
    for what, sources, span in _citing(context):
        used.update(sources)
        if not sources:
            yield context.found("NC215", f"{what} cites nothing", span,
                                "add `source:` with a paragraph number or a source id")  # fmt: skip
        for cited in sources:
            if not context.parsed.sources.knows(cited):
                yield _leads_nowhere(context, what, cited, span)
    yield from _uncovered(context, used)


def _citing(context: Context) -> Iterator[tuple[str, tuple[Cited, ...], Span | None]]:
    parsed = context.parsed
    for rule in context.rules:
        yield f"the rule `{rule.id}`", rule.sources, rule.span
    for need in parsed.policy.needs:
        yield f"the need `{need.id}`", need.sources, need.span
    if parsed.policy.barriers:
        yield "`barriers`", parsed.policy.barriers.sources, parsed.policy.barriers.span
    if parsed.policy.limit:
        yield "`limit`", parsed.policy.limit.sources, None
    for decision in parsed.decisions:
        yield f"the decision `{decision.name}`", decision.sources, decision.span
    for promise in parsed.promises:
        yield f"the promise `{promise.id}`", promise.sources, promise.span
    for tactic in parsed.tactics:
        yield f"the tactic `{tactic.id}`", tactic.source, None


def _leads_nowhere(
    context: Context, what: str, cited: Cited, span: Span | None
) -> Diagnostic:
    sources = context.parsed.sources
    label = sources.label(cited)
    return context.found(
        "NC206", f"{what} cites `{label}`, which is not in the source list", span,
        "cite a paragraph or an entry of `sources.yaml`", name=str(cited),
        known=[str(each) for each in (*sources.entries, *sources.paragraphs)])  # fmt: skip


def _uncovered(context: Context, used: set[Cited]) -> Iterator[Diagnostic]:
    sources = context.parsed.sources
    for number in sources.paragraphs:
        if number not in used and number not in sources.excluded:
            yield context.found(
                "NC216", f"no rule, need, promise or tactic cites paragraph {number}",
                Span("sources.yaml", 1, 1, 1, 1),
                "cite it where it counts, or record under `excluded` why not")  # fmt: skip
