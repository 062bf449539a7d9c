"""One small change of one rule: what a mistake in a rule file could look like."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from nocontact.diagnostics import Span
from nocontact.rulebook import (
    STATUS,
    Checked,
    CheckedRule,
    CheckedRulebase,
    Decision,
    Raise,
    Rule,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rulebook in which one rule was changed in one place.

    Attributes:
        rule: id of the rule.
        decision: the decision it belongs to.
        change: what kind of change it is, such as `threshold moved`.
        says: what became what, in the words of the rule language.
        changed: the rule after the change; None when it was deleted.
        span: where it stands.

    Examples:
        >>> str(Mutant("wall.lock", "wall", "rule deleted", "the rule is gone", None))
        'wall.lock: rule deleted: the rule is gone'
    """

    rule: str
    decision: str
    change: str
    says: str
    changed: CheckedRule | None = field(repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.rule}: {self.change}: {self.says}"


def with_rule(rulebase: CheckedRulebase, rule: CheckedRule, written: Rule) -> CheckedRule:
    """Return a checked rule as it is when it was written in another way.

    Args:
        rulebase: where the catalogue comes from.
        rule: the rule as it was checked.
        written: what stands there instead; it names only what exists.
    """
    scales = rulebase.scales
    raises: list[tuple[str, str]] = []
    for each in written.conclusions:
        if isinstance(each, Raise):
            raises.append((each.finding, each.level))
        else:
            picked = (t for t in rulebase.parsed.tactics if each.selector.picks(t, scales))
            raises += [(f"{STATUS}.{tactic.id}", each.status) for tactic in picked]
    return replace(rule, condition=written.condition, raises=tuple(raises), written=written)


def mutated(rulebase: CheckedRulebase, mutant: Mutant) -> CheckedRulebase:
    """Return the rulebook in which the change was made; it has a content hash of its own."""
    parsed, changed = rulebase.parsed, mutant.changed
    rules = [changed if rule.id == mutant.rule else rule for rule in rulebase.rules]
    return replace(
        rulebase,
        rules=tuple(rule for rule in rules if rule is not None),
        parsed=replace(
            parsed,
            decisions=tuple(_in_decision(each, mutant) for each in parsed.decisions),
            digest=f"{parsed.digest} with {mutant}: {changed.condition if changed else ''}",
        ),
        proof=Checked(),
    )


def _in_decision(decision: Decision, mutant: Mutant) -> Decision:
    if decision.name != mutant.decision:
        return decision
    changed = mutant.changed.written if mutant.changed else None
    rules = [changed if rule.id == mutant.rule else rule for rule in decision.rules]
    return replace(decision, rules=tuple(rule for rule in rules if rule is not None))
