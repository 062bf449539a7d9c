"""A rulebook recompiled after one rule changed: only what depends on that rule."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.proof.budget import doing
from nocontact.proof.diagrams import Formula
from nocontact.proof.rule_formulas import RuleFormulas
from nocontact.rulebook import CheckedRule, CheckedRulebase, atoms_of


class ChangedRules:
    """Recompiles a rulebook for one changed rule at a time; all else is reused.

    Args:
        rules: the rulebook, compiled.
    """

    def __init__(self, rules: RuleFormulas) -> None:
        self.rules = rules
        self._raising: dict[str, list[tuple[str, int]]] = {name: [] for name in rules.levels}
        self._testing: dict[str, set[str]] = {}
        for rule in rules.rulebase.rules:
            for finding, rank in _ranks(rules.rulebase, rule):
                self._raising[finding].append((rule.id, rank))
            for atom in atoms_of(rule.condition):
                self._testing.setdefault(atom.subject, set()).add(rule.id)

    def recompiled(
        self, rule: str, changed: CheckedRule | None
    ) -> tuple[RuleFormulas, frozenset[str]]:
        """Return the formulas after a rule was changed, and the findings that became others.

        Args:
            rule: id of the rule.
            changed: what stands there instead; None when it is deleted.
        """
        old = self.rules
        new = RuleFormulas(old.rulebase, old.space, {**old.fires}, {**old.levels}, {**old.named})
        doing(f"recompiling `{rule}`")
        fires = new.true(changed.condition) if changed else old.space.diagrams.false
        new.fires[rule] = fires
        raised = dict(_ranks(old.rulebase, changed)) if changed else {}
        stale = {finding for finding, _ in _ranks(old.rulebase, old.rulebase.rules_by_id[rule])}
        return new, self._spread(new, rule, raised, stale | {*raised})

    def _spread(
        self, new: RuleFormulas, rule: str, raised: dict[str, int], stale: set[str]
    ) -> frozenset[str]:
        """Follow the change from decision to decision."""
        rulebase, found = new.rulebase, set[str]()
        start = rulebase.order.index(rulebase.rules_by_id[rule].decision)
        for decision in rulebase.order[start:]:
            touched = {name for finding in found for name in self._testing.get(finding, ())}
            for each in self._of(decision, touched - {rule}):
                fires = new.true(each.condition)
                if self._differ(fires, new.fires[each.id]):
                    new.fires[each.id] = fires
                    stale |= {finding for finding, _ in each.raises}
            for finding in stale:
                if self._rebuilt(new, finding, rule, raised):
                    found.add(finding)
            stale = set()
        return frozenset(found)

    def _of(self, decision: str, names: set[str]) -> Iterator[CheckedRule]:
        if names:
            yield from (
                rule
                for rule in self.rules.rulebase.rules
                if rule.decision == decision and rule.id in names
            )

    def _rebuilt(self, new: RuleFormulas, finding: str, rule: str, raised: dict[str, int]) -> bool:
        """Build the levels of a finding again; whether they are others now."""
        old, space = self.rules.levels[finding], self.rules.space
        levels = [space.diagrams.true] + [space.diagrams.false] * (len(old) - 1)
        raising = [pair for pair in self._raising[finding] if pair[0] != rule]
        if finding in raised:
            raising.append((rule, raised[finding]))
        for name, top in raising:
            for rank in range(1, top + 1):
                levels[rank] = levels[rank] | new.fires[name]
        changed = any(self._differ(one, two) for one, two in zip(old, levels, strict=True))
        new.levels[finding] = levels if changed else old
        return changed

    def _differ(self, one: Formula, two: Formula) -> bool:
        return one != two and not ((one ^ two) & self.rules.space.well_formed).is_false


def _ranks(rulebase: CheckedRulebase, rule: CheckedRule) -> Iterator[tuple[str, int]]:
    """Yield the findings that a rule raises, each once, with the highest rank."""
    highest: dict[str, int] = {}
    for finding, level in rule.raises:
        rank = rulebase.findings[finding].rank(level)
        highest[finding] = max(rank, highest.get(finding, 0))
    yield from highest.items()
