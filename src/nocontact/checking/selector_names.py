"""Selectors name attributes and values of the catalogue, and pick something."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span, shown
from nocontact.facts import Tactic
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
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> loud = Selector((AttributeTest("notice", "in", ("loud",)),))
        >>> [each.message for each in selector_problems(context, loud, None)]
        ['a tactic never has `notice: loud`']
    """
    problems = [each for test in selector.tests for each in _attribute(context, test)]
    yield from problems
    if problems or not context.parsed.tactics:
        return
    if not any(selector.picks(tactic, context.scales) for tactic in context.parsed.tactics):
        yield context.found("NC212", f"no tactic of the catalogue fits `{selector}`",
                            span() if callable(span) else span,
                            "ask for less, or remove this")  # fmt: skip


def may_pick(context: Context, selector: Selector, tactic: Tactic) -> bool:
    """Return whether a selector picks a tactic; yes when the selector itself has a problem.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> quiet = Selector((AttributeTest("notice", "in", ("invisible",)),))
        >>> [may_pick(context, quiet, context.tactics[t]) for t in ("mute_thread", "block_email")]
        [True, False]
    """
    if any(_attribute(context, test) for test in selector.tests):
        return True
    return selector.picks(tactic, context.scales)


def _attribute(context: Context, test: AttributeTest) -> list[Diagnostic]:
    attributes = context.parsed.attributes
    attribute = attributes.get(test.attribute)
    if attribute is None:
        return [context.found(
            "NC213", f"a tactic has no attribute `{shown(test.attribute)}`", test.span,
            f"use one of: {', '.join(attributes)}", name=test.attribute,
            known=attributes)]  # fmt: skip
    known = attribute.answers or tuple(context.tactics)
    problems = [
        _wrong_value(context, test, value, known) for value in test.values if value not in known
    ]
    if test.operator in ("at_least", "at_most") and not attribute.ordered:
        problems.append(context.found(
            "NC203", f"the values of `{test.attribute}` have no order, so `{test.operator}` says "
            "nothing", context.places.saying(test.span, test.operator),
            "list the values that are meant"))  # fmt: skip
    return problems


def _wrong_value(
    context: Context, test: AttributeTest, value: str, known: tuple[str, ...]
) -> Diagnostic:
    message = f"a tactic never has `{test.attribute}: {shown(value)}`"
    way_out = f"use one of: {', '.join(known)}"
    if not context.scales[test.attribute]:
        message = f"there is no tactic `{shown(value)}`"
        way_out = "use the id of a tactic"
    return context.found("NC214", message, context.places.saying(test.span, value), way_out,
                         name=value, known=known)  # fmt: skip
