"""An outcome → its trace: derived from the rules that fired, never logged beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nocontact.facts.fact import UNKNOWN
from nocontact.inference.condition_truth import Scale, truth
from nocontact.inference.outcome import Outcome
from nocontact.inference.trace import Firing, Trace
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    CheckedRulebase,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    atoms_of,
)

Atoms = Iterator[tuple[str, str]]


def trace_of(
    rulebase: CheckedRulebase,
    facts: Mapping[str, str],
    answers: Mapping[str, Any],
    outcome: Outcome,
    engines: tuple[str, ...],
) -> Trace:
    """Return the trace of an outcome.

    Args:
        rulebase: the rules that were used.
        facts: the flat answers.
        answers: the answers as the person gave them, for replay.
        outcome: what the engines agreed on.
        engines: their names.

    Examples:
        >>> trace_of.__name__
        'trace_of'
    """
    values = {**facts, **outcome.findings}
    scale = scale_of(rulebase)
    rules = rulebase.rules_by_id
    raised = {
        name: level
        for name, level in outcome.findings.items()
        if level != rulebase.findings[name].levels[0]
    }
    firings = tuple(
        Firing(rule.id, rule.decision, rule.voice,
               tuple(dict.fromkeys(support(rule.condition, values, scale))),
               rule.raises, rule.sources)
        for rule in (rules[name] for name in outcome.fired)
    )  # fmt: skip
    meta = rulebase.metadata
    named = {"name": meta.name, "version": meta.version, "digest": rulebase.digest}
    return Trace(named, engines, answers, raised, firings)


def scale_of(rulebase: CheckedRulebase) -> Callable[[str], tuple[str, ...]]:
    """Return the function from a subject to its levels.

    Examples:
        >>> scale_of.__name__
        'scale_of'
    """
    facts, findings = rulebase.vocabulary, rulebase.findings
    return lambda name: facts[name].answers if name in facts else findings[name].levels


def support(condition: Condition, values: Mapping[str, str], scale: Scale) -> Atoms:
    """Yield the (subject, value) pairs that make a true condition true.

    Examples:
        >>> hope = Comparison("hope", "is", ("some",))
        >>> unsure = Comparison("unsure", "is", ("some",))
        >>> values = {"hope": "some", "unsure": "none"}
        >>> list(support(AnyOf((hope, unsure)), values, lambda _: ("none", "some")))
        [('hope', 'some')]
    """
    match condition:
        case Comparison(subject) | IsUnknown(subject):
            yield subject, values.get(subject, UNKNOWN)
        case Not(part):
            for atom in atoms_of(part):
                yield atom.subject, values.get(atom.subject, UNKNOWN)
        case AllOf(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            for part in parts:
                if truth(part, values, scale):
                    yield from support(part, values, scale)
