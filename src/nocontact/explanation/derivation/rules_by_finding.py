"""Which rules can raise a finding, and how far; worked out once for each rulebook."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from nocontact.rulebook import CheckedRule, CheckedRulebase, after_safety

Raising = tuple[CheckedRule, str]
"""A rule, and the level to which it raises a finding."""


def rules_raising(rulebase: CheckedRulebase, finding: str) -> tuple[Raising, ...]:
    """Return every rule that can raise a finding with the level it raises to, strongest first.

    Examples:
        >>> from nocontact import Rulebook
        >>> [level for _, level in rules_raising(Rulebook.load(), "wall")]
        ['sealed', 'lock', 'friction', 'intention', 'none']
    """
    return _by_finding(rulebase).get(finding, ())


@lru_cache(maxsize=16)
def _by_finding(rulebase: CheckedRulebase) -> Mapping[str, tuple[Raising, ...]]:
    found: dict[str, dict[str, Raising]] = {}
    for rule in rulebase.rules:
        for name, level in rule.raises:
            rank = rulebase.findings[name].rank
            before = found.setdefault(name, {}).get(rule.id)
            if before is None or rank(before[1]) < rank(level):
                found[name][rule.id] = (rule, level)
    return {name: _strongest_first(rulebase, name, each) for name, each in found.items()}


def _strongest_first(
    rulebase: CheckedRulebase, name: str, rules: Mapping[str, Raising]
) -> tuple[Raising, ...]:
    rank = rulebase.findings[name].rank
    return tuple(
        sorted(rules.values(), key=lambda each: (-rank(each[1]), after_safety(each[0].voice)))
    )
