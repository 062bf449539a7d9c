"""What turned between two answers: the rules that fire in one and not in the other, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nocontact.explanation import Situation
from nocontact.facts.fact import UNKNOWN
from nocontact.inference.condition_truth import truth
from nocontact.recommendation.difference import Cause, Shift, When
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Atom,
    CheckedRulebase,
    Condition,
    after_safety,
    atoms_of,
    parts_of,
)

OTHER: Mapping[When, When] = {"before": "now", "now": "before"}


class Turning:
    """Two answers side by side; finds what turned a rule, a need, a finding.

    Where the two rest on different rules or questions, what one of them does not know is unknown
    there, or at its lowest level.

    Args:
        before: the earlier answer.
        now: the later one.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> levels = ("nothing_holds", "easy")
        >>> hard, easy = (recommend(Scenario(staying_away=each)) for each in levels)
        >>> shift = Turning(hard.situation, easy.situation).shift("wall")
        >>> shift.before, shift.after, shift.causes[0].rules, shift.causes[0].facts()
        ('lock', 'none', ('wall.lock',), ('staying_away',))
    """

    def __init__(self, before: Situation, now: Situation) -> None:
        self.at: Mapping[When, Situation] = {"before": before, "now": now}
        blank = _blank(before.rulebase) | _blank(now.rulebase)
        self.values: Mapping[When, Mapping[str, str]] = {
            when: {**blank, **each.facts, **each.findings} for when, each in self.at.items()
        }
        self._given = {when: _given(each) for when, each in self.at.items()}
        self._shifts: dict[str, Shift] = {}

    def differs(self, name: str) -> bool:
        """Return whether a fact or finding has another value.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> same = recommend(Scenario()).situation
            >>> Turning(same, same).differs("wall")
            False
        """
        return self.values["before"].get(name) != self.values["now"].get(name)

    def shift(self, name: str) -> Shift:
        """Return how a fact or finding shifted, and the rules that made it shift.

        Args:
            name: a flat fact or finding.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> old, new = (recommend(Scenario(hope=each)) for each in ("none", "some"))
            >>> Turning(old.situation, new.situation).shift("hope").causes
            ()
        """
        if name not in self._shifts:
            before, after = (self.values[when].get(name, "") for when in ("before", "now"))
            self._shifts[name] = Shift(name, before, after, self.rules(name))
        return self._shifts[name]

    def rules(self, finding: str) -> tuple[Cause, ...]:
        """Return the rules that give the level now, or gave it before, and only there.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> levels = ("easy", "nothing_holds")
            >>> old, new = (recommend(Scenario(staying_away=each)) for each in levels)
            >>> [each.name for each in Turning(old.situation, new.situation).rules("wall")]
            ['wall.lock']
        """
        return (*self._rules(finding, "now"), *self._rules(finding, "before"))

    def held(self, condition: Condition, when: When) -> tuple[Shift, ...]:
        """Return the shifts that make a condition hold in one answer and not in the other.

        Args:
            condition: it holds in this answer.
            when: which answer.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> levels = ("easy", "nothing_holds")
            >>> old, new = (recommend(Scenario(staying_away=each)) for each in levels)
            >>> rule = new.rulebase.rules_by_id["difficulty.nothing-holds"]
            >>> turning = Turning(old.situation, new.situation)
            >>> [each.name for each in turning.held(rule.condition, "now")]
            ['staying_away']
        """
        if not self._turned(condition, when):
            return ()
        names = dict.fromkeys(atom.subject for atom in self._to_blame(condition, when))
        return tuple(self.shift(name) for name in names if self.differs(name))

    def holds(self, condition: Condition, when: When) -> bool:
        """Return whether a condition holds in one of the answers.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> from nocontact.rulebook import ALWAYS
            >>> same = recommend(Scenario()).situation
            >>> Turning(same, same).holds(ALWAYS, "now")
            True
        """
        return truth(condition, self.values[when], self._levels) is True

    def _turned(self, condition: Condition, when: When) -> bool:
        return self.holds(condition, when) and not self.holds(condition, OTHER[when])

    def _to_blame(self, condition: Condition, when: When) -> Iterator[Atom]:
        """Yield the atoms that make a condition hold here; it does not hold there."""
        if isinstance(condition, AllOf | AnyOf | AtLeastOf):
            for part in parts_of(condition):
                if self._turned(part, when):
                    yield from self._to_blame(part, when)
        else:
            yield from atoms_of(condition)

    def _levels(self, name: str) -> Sequence[str]:
        now, before = self.at["now"].rulebase, self.at["before"].rulebase
        known = name in now.vocabulary or name in now.findings
        return (now if known else before).levels(name)

    def _rules(self, finding: str, when: When) -> Iterator[Cause]:
        here = self.at[when]
        level = here.findings.get(finding)
        there = self._given[OTHER[when]].get(finding, frozenset())
        gave = {rule for rule, at in self._given[when].get(finding, frozenset()) - there
                if at == level}  # fmt: skip
        for rule in sorted(here.rulebase.rules, key=lambda each: after_safety(each.voice)):
            if rule.id in gave:
                yield Cause("rule", rule.id, when, self.held(rule.condition, when))


def _given(situation: Situation) -> dict[str, frozenset[tuple[str, str]]]:
    """Return, for each finding, the rules that raised it and to which level."""
    found: dict[str, set[tuple[str, str]]] = {}
    for firing in situation.trace.firings:
        for name, level in firing.raised:
            found.setdefault(name, set()).add((firing.rule, level))
    return {name: frozenset(each) for name, each in found.items()}


def _blank(rulebase: CheckedRulebase) -> dict[str, str]:
    unknown = dict.fromkeys(rulebase.vocabulary, UNKNOWN)
    return unknown | {name: each.levels[0] for name, each in rulebase.findings.items()}
