"""Every mutant of a rulebook, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nocontact.proof.conclusion_mutants import conclusion_mutants
from nocontact.proof.condition_mutants import Variant, condition_mutants
from nocontact.proof.mutant import Mutant, with_rule
from nocontact.rulebook import SHIPPED, CheckedRule, CheckedRulebase, Condition


def rule_mutants(rulebase: CheckedRulebase, decision: str | None = None) -> Iterator[Mutant]:
    """Yield every mutant: each rule deleted, and each small change of each rule, each once.

    Args:
        rulebase: the rules.
        decision: only the rules of this decision; None for all.
    """
    for rule in own_rules(rulebase):
        if decision in (None, rule.decision):
            yield from mutants_of(rulebase, rule)


def own_rules(rulebase: CheckedRulebase) -> tuple[CheckedRule, ...]:
    """Return the rules of a rulebook that are its own, not those of one that it extends.

    Examples:
        >>> from nocontact import Rulebook
        >>> own_rules(Rulebook.load()) == Rulebook.load().rules
        True
    """
    if not rulebase.metadata.extends:
        return rulebase.rules
    places = ((rule, rule.written.span) for rule in rulebase.rules)
    return tuple(r for r, at in places if at is None or not at.file.startswith(SHIPPED))


def mutants_of(rulebase: CheckedRulebase, rule: CheckedRule) -> Iterator[Mutant]:
    """Yield the mutants of one rule; no two of them say the same."""
    span = rule.written.span
    yield Mutant(rule.id, rule.decision, "rule deleted", "the rule is gone", None, span)
    seen: set[tuple[Condition, frozenset[tuple[str, str]]]] = {_meaning(rule)}
    for how, changed in _changed(rulebase, rule):
        if changed.raises and _meaning(changed) not in seen:
            seen.add(_meaning(changed))
            place = how.span or span
            yield Mutant(rule.id, rule.decision, how.change, how.says, changed, place)


def _changed(rulebase: CheckedRulebase, rule: CheckedRule) -> Iterator[tuple[Variant, CheckedRule]]:
    written = rule.written
    for how, condition in condition_mutants(rule.condition, rulebase.levels):
        yield how, replace(rule, condition=condition, written=replace(written, condition=condition))
    levels, scales = rulebase.levels, rulebase.scales
    for how, conclusions in conclusion_mutants(written.conclusions, levels, scales):
        yield how, with_rule(rulebase, rule, replace(written, conclusions=conclusions))


def _meaning(rule: CheckedRule) -> tuple[Condition, frozenset[tuple[str, str]]]:
    return rule.condition, frozenset(rule.raises)
