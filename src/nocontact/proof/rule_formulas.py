"""A checked rulebase as formulas: each condition, rule, finding level and status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from nocontact.inference.condition_truth import accepted
from nocontact.proof.budget import doing
from nocontact.proof.diagrams import Formula
from nocontact.proof.space import Space
from nocontact.rulebook import YES_NO, CheckedRulebase, Comparison, Condition, IsUnknown, folded


@dataclass
class RuleFormulas:
    """Where each rule fires and each finding has at least each level.

    Attributes:
        rulebase: what was compiled.
        space: the scenarios.
        fires: rule id → where it fires.
        levels: finding → where it has at least level 0, 1, 2, …
        named: other yes-or-no subjects, such as `step.<tactic>` → where it is yes.
    """

    rulebase: CheckedRulebase
    space: Space
    fires: dict[str, Formula] = field(default_factory=dict)
    levels: dict[str, list[Formula]] = field(default_factory=dict)
    named: dict[str, Formula] = field(default_factory=dict)

    @classmethod
    def of(cls, rulebase: CheckedRulebase, space: Space) -> RuleFormulas:
        """Compile the rules in order of decision.

        Raises:
            ProofError: when a decision does not fit into the budget; it is named.
        """
        made = cls(rulebase, space)
        diagrams = space.diagrams
        for name, finding in rulebase.findings.items():
            made.levels[name] = [diagrams.true] + [diagrams.false] * (len(finding.levels) - 1)
        for rule in rulebase.rules:
            doing(f"compiling the decision `{rule.decision}`")
            fires = made.true(rule.condition)
            made.fires[rule.id] = fires
            for raised, level in rule.raises:
                made._raise(raised, level, fires)
        return made

    def _raise(self, finding: str, level: str, fires: Formula) -> None:
        reached = self.levels[finding]
        for rank in range(1, self.rulebase.findings[finding].rank(level) + 1):
            reached[rank] = reached[rank] | fires

    def at_least(self, finding: str, level: str) -> Formula:
        """Return where a finding has at least this level."""
        return self.levels[finding][self.rulebase.findings[finding].rank(level)]

    def is_level(self, subject: str, level: str) -> Formula:
        """Return where a fact has this answer, or a finding exactly this level."""
        if subject in self.space.vocabulary:
            return self.space.is_answer(subject, level)
        if subject in self.named:
            return self.named[subject] if level == "yes" else ~self.named[subject]
        rank = self.rulebase.findings[subject].rank(level)
        reached = self.levels[subject]
        above = reached[rank + 1] if rank + 1 < len(reached) else self.space.diagrams.false
        return reached[rank] & ~above

    def is_one_of(self, subject: str, levels: Iterable[str]) -> Formula:
        """Return where a fact or finding has one of these levels."""
        return self.space.diagrams.some(self.is_level(subject, level) for level in levels)

    def true(self, condition: Condition) -> Formula:
        """Return where a condition is true."""
        return folded(condition, True, self._atom, self._several)

    def false(self, condition: Condition) -> Formula:
        """Return where a condition is false (not unknown)."""
        return folded(condition, False, self._atom, self._several)

    def _atom(self, atom: Comparison | IsUnknown, wanted: bool) -> Formula:
        if isinstance(atom, IsUnknown):
            unknown = self.space.unknown(atom.subject)
            return unknown if atom.expected is wanted else ~unknown
        scale = YES_NO if atom.subject in self.named else self.rulebase.levels(atom.subject)
        good = accepted(atom, scale)
        return self.is_one_of(atom.subject, [x for x in scale if (x in good) is wanted])

    def _several(self, count: int, parts: list[Formula]) -> Formula:
        """Return where at least `count` of the parts hold."""
        diagrams = self.space.diagrams
        if count == len(parts):
            return diagrams.every(parts)
        reached = [diagrams.true] + [diagrams.false] * count
        for part in parts:
            for rank in range(count, 0, -1):
                reached[rank] = reached[rank] | (reached[rank - 1] & part)
        return reached[count]
