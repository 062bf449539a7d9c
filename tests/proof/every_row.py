"""Small rulebooks by brute force: every row of facts, one after the other, by the engine."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, product
from typing import Any

from nocontact.facts import UNKNOWN, Vocabulary
from nocontact.inference import ReferenceEngine
from nocontact.inference.condition_truth import truth
from nocontact.planning import planner_of
from nocontact.rulebook import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeastOf,
    CheckedRule,
    CheckedRulebase,
    Condition,
    Not,
    atoms_of,
)

Row = Mapping[str, str]


def rows_of(vocabulary: Vocabulary) -> tuple[Row, ...]:
    """Every row that a scenario can have: any answer to each question."""
    answered = [_rows_of(vocabulary, each.name) for each in vocabulary.questions()]
    return tuple({name: each for part in parts for name, each in part.items()}
                 for parts in product(*answered))  # fmt: skip


def _rows_of(vocabulary: Vocabulary, question: str) -> list[Row]:
    names = [fact.name for fact in vocabulary.facts_of(question)]
    values = product(*((UNKNOWN, *vocabulary[name].answers) for name in names))
    rows = (dict(zip(names, each, strict=True)) for each in values)
    rule = vocabulary.well_formed_of(question)
    return [row for row in rows if rule is None or rule.allows(row)]


@dataclass(frozen=True)
class Read:
    """What the engine and the planner say about one row."""

    facts: Row
    findings: Row
    fired: frozenset[str]
    needs: tuple[Any, ...]
    steps: frozenset[str]
    alternatives: frozenset[str]


class EveryRow:
    """A rulebook, read row by row."""

    def __init__(self, rulebase: CheckedRulebase) -> None:
        self.rulebase = rulebase
        self.reads = tuple(_read(rulebase, row) for row in rows_of(rulebase.vocabulary))
        self.fires = {
            rule.id: frozenset(at for at, read in enumerate(self.reads) if rule.id in read.fired)
            for rule in rulebase.rules
        }
        self.alive = [rule for rule in rulebase.rules if self.fires[rule.id]]

    def twice(self) -> set[str]:
        """Rules with the meaning of an earlier one, in other words."""
        return {
            rule.id
            for rule in self.alive
            for first in self.same(rule)[:1]
            if self.alive.index(first) < self.alive.index(rule)
            and first.condition != rule.condition
        }

    def same(self, rule: CheckedRule) -> list[CheckedRule]:
        """The other rules with the meaning of a rule."""
        return [
            other
            for other in self.alive
            if other is not rule
            and set(other.raises) == set(rule.raises)
            and self.fires[other.id] == self.fires[rule.id]
        ]

    def covered(self, name: str, by: Collection[str]) -> bool:
        """Whether other rules reach all that a rule concludes, wherever it fires."""
        rules, findings = self.rulebase.rules_by_id, self.rulebase.findings
        for finding, level in rules[name].raises:
            rank = findings[finding].rank
            able = [
                other for other in by for raised, higher in rules[other].raises
                if raised == finding and rank(higher) >= rank(level)
            ]  # fmt: skip
            if not self.fires[name] <= frozenset[int]().union(*(self.fires[x] for x in able)):
                return False
        return True

    def shadowed(self) -> set[str]:
        """Rules without an effect of their own; the first of those that mean the same stays."""
        found = set()
        for rule in self.alive:
            same = self.same(rule)
            others = [other.id for other in self.alive if other is not rule and other not in same]
            first = all(self.alive.index(rule) < self.alive.index(other) for other in same)
            if first and self.covered(rule.id, others):
                found.add(rule.id)
        return found

    def wordy(self) -> set[str]:
        """Rules and needs with a part that can be dropped."""
        needs = self.rulebase.policy.needs
        named: list[tuple[str, Condition]] = [(rule.id, rule.condition) for rule in self.alive]
        named += [(need.id, need.condition) for need in needs if any(self._where(need.condition))]
        return {
            name for name, condition in named
            if any(self._where(each) == self._where(condition) for each in _shorter(condition))
        }  # fmt: skip

    def _where(self, condition: Condition) -> list[bool]:
        levels = self.rulebase.levels
        return [truth(condition, {**x.facts, **x.findings}, levels) is True for x in self.reads]

    def unreached(self) -> set[tuple[str, str]]:
        """Levels that no row has, and that a rule that can fire raises to or none raises to."""
        barriers = self.rulebase.policy.barriers
        alive = {pair for rule in self.alive for pair in rule.raises}
        dead = {pair for rule in self.rulebase.rules for pair in rule.raises} - alive
        raised = {finding for finding, _ in alive | dead}
        return {
            (each.name, level)
            for each in self.rulebase.parsed.findings
            if each.name in raised and (barriers is None or each.name != barriers.height)
            for level in each.levels[1:]
            if (each.name, level) not in dead
            and all(read.findings[each.name] != level for read in self.reads)
        }

    def in_vain(self) -> set[str]:
        """Questions and members that are asked about, and change nothing."""
        conditions = [rule.condition for rule in self.alive]
        conditions += [need.condition for need in self.rulebase.policy.needs]
        asked = {atom.subject for each in conditions for atom in atoms_of(each)}
        return {name for name, facts in self._idle() if asked & facts}

    def _idle(self) -> Iterator[tuple[str, set[str]]]:
        vocabulary = self.rulebase.vocabulary
        for question in vocabulary.questions():
            facts = {fact.name for fact in vocabulary.facts_of(question.name)}
            none = {name for name in facts if name.endswith(".none")}
            if not self._matter(facts):
                yield question.name, facts
                continue
            for name in facts - none if len(facts) > 1 else ():
                if not self._matter({name} | none):
                    yield name, {name}

    def _matter(self, facts: set[str]) -> bool:
        def rest(read: Read) -> tuple[str, ...]:
            return tuple(answer for name, answer in read.facts.items() if name not in facts)

        alike = groupby(sorted(self.reads, key=rest), key=rest)
        return any(len({_seen(read) for read in group}) > 1 for _, group in alike)

    def never_planned(self) -> set[str]:
        """Tactics that some need could ask for, and that no plan contains."""
        planner, asked = planner_of(self.rulebase), set[str]()
        for need in self.rulebase.policy.needs:
            asked |= {*planner.candidates(need.id)}
        if planner.slots:
            barriers = (t for t in self.rulebase.tactics.values() if _is_high(t))
            channels = {*planner.slots.channels, *planner.slots.barriers.anywhere}
            asked |= {t.id for t in barriers if channels & {*t.channels}}
        offered = (read.steps | read.alternatives for read in self.reads)
        return asked - frozenset[str]().union(*offered)

    def never_needed(self) -> set[str]:
        """Needs that no plan has."""
        there = {need for read in self.reads for need, *_ in read.needs}
        return {need.id for need in self.rulebase.policy.needs} - there


def _read(rulebase: CheckedRulebase, facts: Row) -> Read:
    outcome = ReferenceEngine().infer(rulebase, facts)
    planner = planner_of(rulebase)
    plan = planner.plan(facts, outcome.findings)
    steps = [*plan.steps, *plan.later]
    return Read(
        facts,
        outcome.findings,
        frozenset(outcome.fired),
        tuple((x.need, x.wanted, x.reached) for x in planner.demands(facts, outcome.findings)),
        frozenset(step.tactic for step in steps),
        frozenset(other for step in steps for other in step.alternatives),
    )


def _seen(read: Read) -> object:
    return tuple(read.findings.items()), read.needs, read.steps


def _is_high(tactic: Any) -> bool:
    return bool({tactic.wall_in, tactic.wall_out} - {"none"})


def _shorter(condition: Condition) -> list[Condition]:
    return [*_fewer(condition), *([ALWAYS] if condition != ALWAYS else [])]


def _fewer(condition: Condition) -> Iterator[Condition]:
    """Each condition that is this one with one part left out somewhere."""
    if isinstance(condition, Not):
        yield from map(Not, _fewer(condition.part))
    if isinstance(condition, AllOf | AnyOf | AtLeastOf):
        for at, part in enumerate(condition.parts):
            before, after = condition.parts[:at], condition.parts[at + 1 :]
            if before or after:
                yield _group(condition, (*before, *after))
            for less in _fewer(part):
                yield replace(condition, parts=(*before, less, *after))


def _group(group: AllOf | AnyOf | AtLeastOf, parts: tuple[Condition, ...]) -> Condition:
    if isinstance(group, AtLeastOf):
        return AtLeastOf(min(group.count, len(parts)), parts)
    return replace(group, parts=parts)
