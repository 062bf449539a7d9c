"""Which unanswered questions a finding still hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nocontact.explanation.derivation.rules_by_finding import rules_raising
from nocontact.facts import Question
from nocontact.facts.fact import UNKNOWN
from nocontact.inference.condition_truth import accepted, truth
from nocontact.rulebook import (
    AnyOf,
    AtLeastOf,
    CheckedRulebase,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    atoms_of,
    parts_of,
)


class _May(NamedTuple):
    """Whether a condition may turn out true, and whether it may turn out false."""

    hold: bool
    fail: bool


class OpenAnswers:
    """Looks for the open questions that could still raise a finding.

    Of the questions that are asked (`asked_when`) it may name one too many, never one too few:
    what several answers rule out together is not looked at here.

    Args:
        rulebase: the rules.
        values: the answer of every fact and the level of every finding.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> values = {**situation.facts, **situation.findings}
        >>> OpenAnswers(situation.rulebase, values).about("was_left")
        ('situation',)
    """

    def __init__(self, rulebase: CheckedRulebase, values: Mapping[str, str]) -> None:
        self.rulebase = rulebase
        self.values = values
        self._open: dict[str, bool] = {}

    def about(self, finding: str) -> tuple[str, ...]:
        """Return the open questions that could still raise a finding, in interview order.

        Args:
            finding: a flat finding.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> situation = recommend(Scenario(situation="i_left")).situation
            >>> values = {**situation.facts, **situation.findings}
            >>> OpenAnswers(situation.rulebase, values).about("was_left")
            ()
        """
        names: set[str] = set()
        self._collect(finding, names, set())
        order = self.rulebase.vocabulary.questions()
        return tuple(each.name for each in order if each.name in names and self._is_asked(each))

    def _is_asked(self, question: Question) -> bool:
        """Nobody is told of a question that what they said rules out."""
        condition = question.asked_when
        return condition is None or truth(condition, self.values, self.rulebase.levels) is not False

    def _collect(self, finding: str, names: set[str], seen: set[str]) -> None:
        seen.add(finding)
        for condition in self._conditions(finding):
            for subject in dict.fromkeys(atom.subject for atom in atoms_of(condition)):
                if self.values[subject] == UNKNOWN:
                    names.add(self.rulebase.vocabulary[subject].question)
                elif subject in self.rulebase.findings and subject not in seen:
                    self._collect(subject, names, seen)

    def _conditions(self, finding: str) -> Iterable[Condition]:
        """Yield the conditions of rules that do not hold yet, would raise it, and still may."""
        rank = self.rulebase.findings[finding].rank
        now = rank(self.values[finding])
        for rule, level in rules_raising(self.rulebase, finding):
            may = self._may(rule.condition)
            if may.hold and may.fail and rank(level) > now:
                yield rule.condition

    def _unsettled(self, finding: str) -> bool:
        """Whether any rule about it hangs on something open."""
        if finding not in self._open:
            rules = rules_raising(self.rulebase, finding)
            found = (self._may(rule.condition) for rule, _ in rules)
            self._open[finding] = any(may.hold and may.fail for may in found)
        return self._open[finding]

    def _may(self, condition: Condition) -> _May:
        if isinstance(condition, Comparison | IsUnknown):
            return self._atom(condition)
        inner = [self._may(part) for part in parts_of(condition)]
        if isinstance(condition, Not):
            return _May(inner[0].fail, inner[0].hold)
        needed = len(inner)
        if isinstance(condition, AnyOf | AtLeastOf):
            needed = condition.count if isinstance(condition, AtLeastOf) else 1
        return _May(
            sum(may.hold for may in inner) >= needed,
            sum(not may.fail for may in inner) < needed,
        )

    def _atom(self, atom: Comparison | IsUnknown) -> _May:
        found = self.values[atom.subject]
        is_open = found == UNKNOWN
        if isinstance(atom, IsUnknown):
            return _May(True, True) if is_open else _May(not atom.expected, atom.expected)
        levels = self.rulebase.levels(atom.subject)
        wanted = accepted(atom, levels)
        if is_open or (atom.subject in self.rulebase.findings and self._unsettled(atom.subject)):
            return _May(bool(wanted), len(wanted) < len(levels))
        return _May(found in wanted, found not in wanted)
