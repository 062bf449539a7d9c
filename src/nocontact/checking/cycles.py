"""Decisions come one after another: none needs itself, not even by way of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.rulebook import (
    STATUS,
    Atom,
    Decision,
    Raise,
    atoms_of,
    ordered,
    requirements,
)

_WAY_OUT = "let one of these tests ask for facts, or move what comes later into another decision"


def cycles(context: Context) -> Iterator[Diagnostic]:
    """Check that the decisions can be put in an order; every cycle is printed (NC207).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> rule = "{id: wall.a, when: {wall: lock}, then: {wall: lock}, because: B., source: [35]}"
        >>> text = f"{{decision: wall, asks: A., finding: {{wall: [none, lock]}}, rules: [{rule}]}}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.message for each in cycles(Context(parsed, Scenario.vocabulary()))]
        ['the decision `wall` tests `wall`, which it raises itself']
    """
    decisions = {each.name: _sound(context, each) for each in context.parsed.decisions}
    needs = requirements(tuple(decisions.values()))
    while cycle := ordered(needs, context.parsed.metadata.order)[1]:
        yield _said(context, decisions, cycle)
        needs = {
            name: others - {*cycle} for name, others in needs.items() if name not in cycle
        }  # fmt: skip


def _sound(context: Context, decision: Decision) -> Decision:
    """Return the decision without conclusions whose names are wrong; those are told elsewhere."""
    known = context.findings.keys() - context.vocabulary.keys()
    rules = (
        replace(rule, conclusions=tuple(
            each for each in rule.conclusions
            if not isinstance(each, Raise) or each.finding in known))
        for rule in decision.rules
    )  # fmt: skip
    return replace(decision, rules=tuple(rules))


def _said(
    context: Context, decisions: Mapping[str, Decision], cycle: tuple[str, ...]
) -> Diagnostic:
    tests = [_test(decisions[one], decisions[other]) for one, other in pairwise(cycle)]
    if len(tests) == 1:
        message = f"the decision `{cycle[0]}` tests `{tests[0].subject}`, which it raises itself"
    else:
        steps = zip(pairwise(cycle), tests, strict=True)
        links = [f"`{one}` tests `{test.subject}` of `{other}`" for (one, other), test in steps]
        message = f"these decisions wait for each other: {', '.join(links)}"
    return context.found("NC207", message, tests[0].span, _WAY_OUT)


def _test(one: Decision, other: Decision) -> Atom:
    """Return the first test of one decision for something that the other raises."""
    raised = {
        _family(each.finding) if isinstance(each, Raise) else STATUS
        for rule in other.rules
        for each in rule.conclusions
    }
    tests = (atom for rule in one.rules for atom in atoms_of(rule.condition))
    return next(atom for atom in tests if _family(atom.subject) in raised)


def _family(name: str) -> str:
    return STATUS if name.startswith(f"{STATUS}.") else name
