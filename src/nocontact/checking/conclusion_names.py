"""Rules raise findings that exist, to levels that mean something, for tactics that exist."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span
from nocontact.facts.tactic import ATTRIBUTES
from nocontact.rulebook import AttributeTest, Raise, RaiseStatus, Selector


def conclusion_names(context: Context) -> Iterator[Diagnostic]:
    """Check every conclusion and every selector (NC201, NC202, NC212 to NC214, NC217, NC222).

    Examples:
        >>> conclusion_names.__name__
        'conclusion_names'
    """
    for rule in context.rules:
        if not rule.conclusions:
            yield context.found("NC222", f"nothing follows from `{rule.id}`", rule.span,
                                "add `then:` with a conclusion")  # fmt: skip
        for conclusion in rule.conclusions:
            if isinstance(conclusion, RaiseStatus):
                yield from selector_problems(context, conclusion.selector, conclusion.span)
            else:
                yield from _raise(context, conclusion)
    policy = context.parsed.policy
    for need in policy.needs:
        yield from selector_problems(context, need.selector, need.span)
    if policy.barriers:
        yield from selector_problems(context, policy.barriers.selector, policy.barriers.span)


def _raise(context: Context, conclusion: Raise) -> Iterator[Diagnostic]:
    finding = context.findings.get(conclusion.finding)
    if finding is None:
        is_fact = conclusion.finding in context.vocabulary
        what = "is a fact; only a person can answer it" if is_fact else "is not a finding"
        yield context.found(
            "NC201", f"`{conclusion.finding}` {what}", conclusion.span,
            "raise a finding that a decision declares", name=conclusion.finding,
            known=context.findings)  # fmt: skip
    elif conclusion.level not in finding.levels:
        yield context.found(
            "NC202", f"`{conclusion.finding}` is never `{conclusion.level}`", conclusion.span,
            f"use one of: {', '.join(finding.levels)}", name=conclusion.level,
            known=finding.levels)  # fmt: skip
    elif conclusion.level == finding.levels[0]:
        yield context.found(
            "NC217", f"`{conclusion.level}` is the lowest level of `{conclusion.finding}`; "
            "raising to it says nothing", conclusion.span,
            "raise it higher, or remove the conclusion")  # fmt: skip


def selector_problems(
    context: Context, selector: Selector, span: Span | None
) -> Iterator[Diagnostic]:
    """Check one selector: attributes, values, and that it picks something.

    Examples:
        >>> selector_problems.__name__
        'selector_problems'
    """
    problems = [each for test in selector.tests for each in _attribute(context, test)]
    yield from problems
    if problems or not context.parsed.tactics:
        return
    if not any(selector.picks(tactic, context.scales) for tactic in context.parsed.tactics):
        yield context.found("NC212", f"no tactic has: {selector}", span,
                            "widen the attributes, or remove this")  # fmt: skip


def _attribute(context: Context, test: AttributeTest) -> Iterator[Diagnostic]:
    attribute = ATTRIBUTES.get(test.attribute)
    if attribute is None:
        yield context.found(
            "NC213", f"a tactic has no attribute `{test.attribute}`", test.span,
            f"use one of: {', '.join(ATTRIBUTES)}", name=test.attribute,
            known=ATTRIBUTES)  # fmt: skip
        return
    known = attribute.answers or tuple(context.tactics)
    for value in test.values:
        if value not in known:
            yield context.found(
                "NC214", f"no tactic has `{test.attribute}: {value}`", test.span,
                "use a value of the catalogue", name=value, known=known)  # fmt: skip
    if test.operator in ("at_least", "at_most") and not attribute.ordered:
        yield context.found("NC203", f"the values of `{test.attribute}` have no order", test.span,
                            "list the values that are meant")  # fmt: skip
