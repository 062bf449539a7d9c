"""Every rule cites, every citation leads somewhere, every paragraph is covered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span, shown
from nocontact.rulebook import Cited

Place = Callable[[str | int, int], Span | None]
"""From a key and a number in its list to where that citation stands."""
_Citing = tuple[str, tuple[Cited, ...], Span | None, Place]


def citations(context: Context) -> Iterator[Diagnostic]:
    """Check what rules, decisions, needs, promises and tactics cite (NC206, NC215, NC216).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: How high?, rules: [], source: [99]}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.message for each in citations(Context(parsed, Scenario.vocabulary()))]
        ['the decision `wall` cites paragraph 99, which is not in `sources.yaml`']
    """
    used: set[Cited] = set()
    for what, sources, span, place in _citing(context):
        used.update(sources)
        if not sources:
            yield context.found("NC215", f"{what} cites nothing", span,
                                "add `source:` with a paragraph number or a source id")  # fmt: skip
        for at, cited in enumerate(sources):
            if not context.parsed.sources.knows(cited):
                yield leads_nowhere(context, what, cited, place("source", at))
    yield from _inside_the_list(context)
    yield from _uncovered(context, used)


def _citing(context: Context) -> Iterator[_Citing]:
    parsed, places = context.parsed, context.places
    for rule in context.rules:
        beside = partial(places.beside, rule.span)
        yield f"the rule `{rule.id}`", rule.sources, rule.span, beside
    for need in parsed.policy.needs:
        beside = partial(places.beside, need.span)
        yield f"the need `{need.id}`", need.sources, need.span, beside
    for name, part in (("barriers", parsed.policy.barriers), ("limit", parsed.policy.limit)):
        if part:
            below = partial(places.at, "planning.yaml", name)
            span = None if part.sources else places.key("planning.yaml", name)
            yield f"`{name}`", part.sources, span, below
    for decision in parsed.decisions:
        beside = partial(places.beside, decision.span)
        yield f"the decision `{decision.name}`", decision.sources, decision.span, beside
    for promise in parsed.promises:
        beside = partial(places.beside, promise.span)
        yield f"the promise `{promise.id}`", promise.sources, promise.span, beside
    for number, tactic in enumerate(parsed.tactics):
        below = partial(context.in_catalogue, number)
        span = None if tactic.source else context.in_catalogue(number, "id")
        yield f"the tactic `{tactic.id}`", tactic.source, span, below


def leads_nowhere(context: Context, what: str, cited: Cited, span: Span | None) -> Diagnostic:
    """Return the problem of a citation that is not in the source list.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> leads_nowhere(context, "the rule `a`", 99, None).code
        'NC206'
    """
    sources = context.parsed.sources
    if isinstance(cited, int):
        return context.found(
            "NC206", f"{what} cites paragraph {cited}, which is not in `sources.yaml`", span,
            f"name one of the paragraphs {_range([*sources.paragraphs])}")  # fmt: skip
    return context.found(
        "NC206", f"{what} cites `{shown(cited)}`, which is not in `sources.yaml`", span,
        "cite a paragraph number, or the id of one of its `entries`", name=cited,
        known=sources.entries)  # fmt: skip


def _range(numbers: list[int]) -> str:
    return f"{min(numbers)} to {max(numbers)}" if numbers else "that are listed there"


def _inside_the_list(context: Context) -> Iterator[Diagnostic]:
    """Check what the source list itself points to: claims that are limited, paragraphs."""
    sources = context.parsed.sources
    for entry in sources.entries.values():
        for at, claim in enumerate(entry.limits):
            if claim not in sources.claims:
                yield context.found(
                    "NC206", f"the source `{shown(entry.id)}` limits `{shown(claim)}`, which is "
                    "not a claim",
                    context.places.at("sources.yaml", "entries", entry.id, "limits", at),
                    "name one of the `claims`", name=claim, known=sources.claims)  # fmt: skip
    for claim_id, each in sources.claims.items():
        for at, number in enumerate(each.paragraphs):
            if number not in sources.paragraphs:
                place = context.places.at("sources.yaml", "claims", claim_id, "paragraphs", at)
                yield leads_nowhere(context, f"the claim `{shown(claim_id)}`", number, place)
    for number in sources.excluded:
        if number not in sources.paragraphs:
            place = context.places.key("sources.yaml", "excluded", str(number))
            yield leads_nowhere(context, "`excluded`", number, place)


def _uncovered(context: Context, used: set[Cited]) -> Iterator[Diagnostic]:
    sources = context.parsed.sources
    for number in sources.paragraphs:
        if number not in used and number not in sources.excluded:
            yield context.found(
                "NC216", f"nothing cites paragraph {number}",
                context.places.key("sources.yaml", "article", "paragraphs", str(number)),
                "cite it where it counts, or say under `excluded` why no rule needs it",
                severity="warning")  # fmt: skip
