"""What a person sees of a recommendation, as formulas: where each part of it has each level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nocontact.fork_safety import cached_property
from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.formula import Formula
from nocontact.proof.steps_now import steps_now
from nocontact.proof.subject import ABSENT, Subject, levels_seen, members_of
from nocontact.rulebook import STATUS


@dataclass(frozen=True)
class SeenFormulas:
    """Where each part of the recommendation has each level.

    Attributes:
        scenarios: a compiled rulebase.
        also: findings that are looked at though they are not shown.
    """

    scenarios: AllScenarios
    also: frozenset[str] = frozenset()

    @cached_property
    def levels(self) -> Mapping[Subject, tuple[str, ...]]:
        """The levels of every part that is seen."""
        return levels_seen(self.scenarios.rulebase, self.also)

    def where(self, subject: Subject, level: str) -> Formula:
        """Return where a part has a level; a part that is not there has `no` or `not there`."""
        diagrams, levels = self.scenarios.space.diagrams, self.levels.get(subject)
        if levels is None:
            return diagrams.true if level in ABSENT else diagrams.false
        if level not in levels:
            return diagrams.false
        match subject.family:
            case "finding":
                return self.scenarios.rules.is_level(subject.name, level)
            case "status":
                return self.scenarios.rules.is_level(f"{STATUS}.{subject.name}", level)
            case "step":
                return _yes_or_no(self.scenarios.plan.steps[subject.name], level)
            case "pace":
                return self._pace(subject.name, level)
            case "first":
                return self._first(subject.name, level)
            case "gap":
                return _yes_or_no(self._gaps[subject.name], level)
            case "let_go":
                return _yes_or_no(self._release, level)

    def _pace(self, tactic: str, level: str) -> Formula:
        now = self._now[tactic]
        return now if level == "now" else self.scenarios.plan.steps[tactic] & ~now

    def _first(self, name: str, level: str) -> Formula:
        rules, left = self.scenarios.rules, self.scenarios.space.diagrams.true
        for member in members_of(self.scenarios.rulebase, name):
            there = rules.is_level(f"{name}.{member}", "yes")
            if member == level:
                return left & there
            left = left & ~there
        return left

    @cached_property
    def _now(self) -> Mapping[str, Formula]:
        return steps_now(self.scenarios)

    @cached_property
    def _gaps(self) -> Mapping[str, Formula]:
        found: dict[str, Formula] = {}
        for goal in self.scenarios.plan.goals:
            if goal.open is not None:
                so_far = found.get(goal.need, self.scenarios.space.diagrams.false)
                found[goal.need] = so_far | goal.open
        return found

    @cached_property
    def _release(self) -> Formula:
        barriers = self.scenarios.rulebase.policy.barriers
        assert barriers is not None
        return self.scenarios.rules.true(barriers.release)


def _yes_or_no(formula: Formula, level: str) -> Formula:
    return formula if level == "yes" else ~formula
