"""Selectors name attributes and values of the catalogue, and pick something."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span, shown
from nocontact.facts import ATTRIBUTES, Tactic
from nocontact.rulebook import AttributeTest, Selector


def selector_problems(
    context: Context, selector: Selector, span: Span | Callable[[], Span | None] | None
) -> Iterator[Diagnostic]:
    """Check one selector: attributes, values, and that it picks something (NC203, NC212 to 214).

    Args:
        context: the rulebook.
        selector: which tactics are meant.
        span: where that is said, or what finds it.

    Examples:
        >>> selector_problems.__name__
        'selector_problems'
    """
    problems = [each for test in selector.tests for each in _attribute(context, test)]
    yield from problems
    if problems or not context.parsed.tactics:
        return
    if not any(selector.picks(tactic, context.scales) for tactic in context.parsed.tactics):
        yield context.found("NC212", f"no tactic of the catalogue is one with {selector}",
                            span() if callable(span) else span,
                            "ask for less, or remove this")  # fmt: skip


def may_pick(context: Context, selector: Selector, tactic: Tactic) -> bool:
    """Return whether a selector picks a tactic; yes when the selector itself has a problem.

    Examples:
        >>> may_pick.__name__
        'may_pick'
    """
    if any(_attribute(context, test) for test in selector.tests):
        return True
    return selector.picks(tactic, context.scales)


def _attribute(context: Context, test: AttributeTest) -> list[Diagnostic]:
    attribute = ATTRIBUTES.get(test.attribute)
    if attribute is None:
        return [context.found(
            "NC213", f"a tactic has no attribute `{shown(test.attribute)}`", test.span,
            f"use one of: {', '.join(ATTRIBUTES)}", name=test.attribute,
            known=ATTRIBUTES)]  # fmt: skip
    known = attribute.answers or tuple(context.tactics)
    listed = ", ".join(known) if attribute.answers else "the ids in `tactics.yaml`"
    problems = [
        context.found("NC214", f"a tactic never has `{test.attribute}: {shown(value)}`",
                      context.places.saying(test.span, value), f"use one of: {listed}",
                      name=value, known=known)
        for value in test.values
        if value not in known
    ]  # fmt: skip
    if test.operator in ("at_least", "at_most") and not attribute.ordered:
        problems.append(context.found(
            "NC203", f"the values of `{test.attribute}` have no order, so `{test.operator}` says "
            "nothing", context.places.saying(test.span, test.operator),
            "list the values that are meant"))  # fmt: skip
    return problems
