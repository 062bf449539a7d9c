"""Rules raise findings that exist, to levels that mean something, for tactics that exist."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from nocontact.checking.context import Context
from nocontact.checking.selector_names import selector_problems
from nocontact.diagnostics import Diagnostic, shown
from nocontact.rulebook import Raise, RaiseStatus


def conclusion_names(context: Context) -> Iterator[Diagnostic]:
    """Check every conclusion and what every need picks (NC201, NC202, NC212 to NC214, NC217).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> rule = "{id: wall.a, when: always, then: {wall: lok}, because: B., source: [35]}"
        >>> text = f"{{decision: wall, asks: A., finding: {{wall: [none, lock]}}, rules: [{rule}]}}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.message for each in conclusion_names(Context(parsed, Scenario.vocabulary()))]
        ['`wall` is never `lok`']
    """
    for rule in context.rules:
        for conclusion in rule.conclusions:
            if isinstance(conclusion, RaiseStatus):
                yield from selector_problems(context, conclusion.selector, conclusion.span)
            else:
                yield from _raise(context, conclusion)
    policy = context.parsed.policy
    for need in policy.needs:
        place = partial(context.places.beside, need.span, "tactics")
        yield from selector_problems(context, need.selector, place)
    for key, part in (("barriers", policy.barriers), ("limit", policy.limit)):
        if part:
            place = partial(context.places.at, "planning.yaml", key, "tactics")
            yield from selector_problems(context, part.selector, place)


def _raise(context: Context, conclusion: Raise) -> Iterator[Diagnostic]:
    finding = context.findings.get(conclusion.finding)
    if finding is None:
        yield _no_finding(context, conclusion)
    elif conclusion.level not in finding.levels:
        yield context.found(
            "NC202", f"`{conclusion.finding}` is never `{shown(conclusion.level)}`",
            context.places.saying(conclusion.span, conclusion.level),
            f"use one of: {', '.join(finding.levels)}", name=conclusion.level,
            known=finding.levels)  # fmt: skip
    elif conclusion.level == finding.levels[0]:
        yield context.found(
            "NC217", f"`{conclusion.level}` is the lowest level of `{conclusion.finding}`, so "
            "raising to it does nothing",
            context.places.saying(conclusion.span, conclusion.level),
            f"raise to one of: {', '.join(finding.levels[1:])}", severity="warning")  # fmt: skip


def _no_finding(context: Context, conclusion: Raise) -> Diagnostic:
    name, level = shown(conclusion.finding), shown(conclusion.level)
    head, _, member = name.rpartition(".")
    known = context.findings
    message, way_out = f"`{name}` is not a finding", "raise a finding that a decision declares"
    near = conclusion.finding
    if near in context.vocabulary:
        message = f"`{name}` is a fact, and only a person can answer it"
    elif any(each.startswith(f"{name}.") for each in known):
        message = f"`{name}` is a set, and a rule lists the members that it adds"
        way_out, near = f"write `{name}: [{level}]`", ""
    elif head in known:
        message = f"`{head}` is a scale, and a rule raises it to one level"
        way_out, near = f"write `{head}: {member}`", ""
    return context.found("NC201", message, conclusion.span, way_out, name=near or None,
                         known=known)  # fmt: skip
