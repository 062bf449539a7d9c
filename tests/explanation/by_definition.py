"""What `enough`, `unless` and `ask` have to find, by looking at every row that there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from nocontact.explanation import Situation
from nocontact.explanation.claim import claim_about, level_of
from nocontact.explanation.exact.answer_units import AnswerUnit, units_of
from nocontact.explanation.exact.change import Change
from nocontact.explanation.exact.enough import Enough
from nocontact.explanation.exact.unless import Unless
from nocontact.facts import UNKNOWN, Question, Vocabulary
from nocontact.inference import ReferenceEngine
from nocontact.inference.tracing import trace_of
from nocontact.planning import planner_of
from nocontact.proof.answer_diagram import answer_diagram
from nocontact.proof.subject import Subject
from nocontact.rulebook import CheckedRulebase

from ..proof.every_row import Row, rows_of

Bits = frozenset[tuple[str, str | None]]
Ways = set[tuple[frozenset[tuple[str, str]], str]]


@dataclass(frozen=True, eq=False)
class EverySituation:
    """A small rulebook, and the answer to every row that there is."""

    rulebase: CheckedRulebase

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return rows_of(self.rulebase.vocabulary)

    def situation(self, at: int) -> Situation:
        """One of the rows, answered."""
        found = self._situations[at]
        outcome = ReferenceEngine().infer(self.rulebase, found.facts)
        trace = trace_of(self.rulebase, dict(found.facts), {}, outcome, ("reference",))
        return replace(found, trace=trace)

    def levels(self, subject: Subject) -> list[str]:
        """The level of a part in each row."""
        return [level_of(each, subject) for each in self._situations]

    @cached_property
    def _situations(self) -> list[Situation]:
        """Every row, with one trace for all: no level is read off it."""
        engine, planner = ReferenceEngine(), planner_of(self.rulebase)
        first = self.rows[0]
        trace = trace_of(self.rulebase, dict(first), {}, engine.infer(self.rulebase, first), ())
        found = ((row, engine.infer(self.rulebase, row).findings) for row in self.rows)
        return [
            Situation(self.rulebase, row, findings, trace, planner.plan(row, findings))
            for row, findings in found
        ]

    # ── enough ──────────────────────────────────────

    def enough(self, found: Enough) -> set[frozenset[AnswerUnit]]:
        """The smallest sets of answers with which no row has a level that is not meant."""
        only_given = found.grade != "provisional"
        return self._enough(found.situation, found.claim.subject, accepted(found), only_given)

    def can_be_forced(self, found: Enough) -> bool:
        """Whether what was given forces just this level."""
        just = {found.claim.level}
        return bool(self._enough(found.situation, found.claim.subject, just, True))

    def _enough(
        self, situation: Situation, subject: Subject, meant: set[str], only_given: bool
    ) -> set[frozenset[AnswerUnit]]:
        units = units_of(self.rulebase.vocabulary, situation.facts)
        units = tuple(unit for unit in units if not (only_given and unit.is_open))
        others = (row for row, level in zip(self.rows, self.levels(subject), strict=True)
                  if level not in meant)  # fmt: skip
        differ = {
            sum(1 << at for at, unit in enumerate(units)
                if any(row[name] != situation.facts[name] for name in unit.facts))
            for row in others
        }  # fmt: skip
        hits = [mask for mask in range(1 << len(units)) if all(mask & each for each in differ)]
        least = [mask for mask in hits if not any(o & mask == o != mask for o in hits)]
        return {frozenset(u for at, u in enumerate(units) if mask >> at & 1) for mask in least}

    # ── unless ──────────────────────────────────────

    def unless(self, found: Unless) -> dict[Bits, Ways]:
        """The smallest sets of changed things, each with the values that alter it, and to what."""
        row, of_rows = found.situation.facts, self.levels(found.claim.subject)
        now = of_rows[self.rows.index(row)]
        altering: dict[Bits, Ways] = {}
        for other, becomes in zip(self.rows, of_rows, strict=True):
            if becomes != now:
                questions = self.rulebase.vocabulary.questions()
                bits = [changed(question, row, other) for question in questions]
                if None not in bits:
                    whole = frozenset().union(*(each for each in bits if each))
                    own = frozenset((fact, other[fact]) for _, fact in whole if fact)
                    altering.setdefault(whole, set()).add((own, becomes))
        return {bits: ways for bits, ways in altering.items()
                if not any(o < bits for o in altering)}  # fmt: skip

    # ── ask ─────────────────────────────────────────

    def open_facts(self, situation: Situation) -> dict[str, list[str]]:
        """Question → its facts that an answer would settle."""
        questions = self.rulebase.vocabulary.questions()
        return {each.name: [*open_facts_of(each, situation.facts)] for each in questions}

    def left(self, situation: Situation) -> list[int]:
        """The rows in which all that was answered is as it was."""
        free = {fact for names in self.open_facts(situation).values() for fact in names}
        known = {name: each for name, each in situation.facts.items() if name not in free}
        return [at for at, row in enumerate(self.rows) if known.items() <= row.items()]

    def settled(self, situation: Situation, part: str, given: Row) -> set[str]:
        """The levels that a part may still have when some open facts become known."""
        of_rows = self.levels(claim_about(situation, part).subject)
        open_ = {fact for names in self.open_facts(situation).values() for fact in names}
        said = {fact: value for fact, value in given.items() if fact in open_}
        return {of_rows[at] for at in self.left(situation) if said.items() <= self.rows[at].items()}

    def ask(self, situation: Situation, parts: Sequence[str]) -> dict[str, set[str]]:
        """Question → the parts that two of its answers give differently, all else alike."""
        left, open_ = self.left(situation), self.open_facts(situation)
        levels = {part: self.levels(claim_about(situation, part).subject) for part in parts}
        changes: dict[str, set[str]] = {}
        for question, names in open_.items():
            alike: dict[tuple[str, ...], list[int]] = {}
            for at in left:
                rest = tuple(value for fact, value in self.rows[at].items() if fact not in names)
                alike.setdefault(rest, []).append(at)
            changes[question] = {
                part for part, of_rows in levels.items()
                if any(len({of_rows[at] for at in group}) > 1 for group in alike.values())
            }  # fmt: skip
        return {question: parts for question, parts in changes.items() if parts}


def accepted(found: Enough) -> set[str]:
    """The levels that are meant."""
    levels = answer_diagram(found.situation.rulebase, found.claim.subject).levels
    if found.grade == "at_least":
        return {*levels[levels.index(found.claim.level) :]}
    return {found.claim.level}


def named_by(found: Unless) -> dict[Bits, Ways]:
    """What is named, in the form of what has to be found; nothing may be named twice."""
    vocabulary, named = found.situation.rulebase.vocabulary, dict[Bits, Ways]()
    for change in found.changes:
        ways = named.setdefault(bits_of_change(vocabulary, found.situation.facts, change), set())
        for values in product(*(edit.after for edit in change.edits)):
            own = [(e.fact, value) for e, value in zip(change.edits, values, strict=True)
                   if e.fact in vocabulary]  # fmt: skip
            assert (frozenset(own), change.becomes) not in ways
            ways.add((frozenset(own), change.becomes))
    return named


def bits_of_change(vocabulary: Vocabulary, row: Row, change: Change) -> Bits:
    found: set[tuple[str, str | None]] = set()
    for edit in change.edits:
        one = vocabulary.question(edit.question).shape == "one"
        bare = edit.fact == edit.question and not one
        found.add((edit.question, None if bare else edit.fact))
        if not one and state(vocabulary.question(edit.question), row) == "open":
            found.add((edit.question, None))
    return frozenset(found)


def state(question: Question, row: Row) -> str:
    values = {member: row[f"{question.name}.{member}"] for member in question.members}
    if values.get("rather_not_say") == "yes":
        return "withheld"
    known = [value != UNKNOWN for value in values.values()]
    return "answered" if all(known) or (question.shape == "map" and any(known)) else "open"


def changed(question: Question, row: Row, other: Row) -> Bits | None:
    """What is changed in one question from one row to another; None when that is no change."""
    name = question.name
    if question.shape == "one":
        if row[name] == other[name]:
            return frozenset()
        no_change = other[name] in (UNKNOWN, "rather_not_say")
        return None if no_change else frozenset({(name, name)})
    facts = [
        fact for member, fact in question.fact_names if member not in ("none", "rather_not_say")
    ]
    moved = {fact for fact in facts if row[fact] != other[fact]}
    before, then = state(question, row), state(question, other)
    if not moved and before == then:
        return frozenset()
    if any(other[fact] == UNKNOWN for fact in moved) or then == "open":
        return None
    if then == "withheld" and (before != "withheld" or any(other[f] == "no" for f in moved)):
        return None
    if before == "open" and any(other[fact] == UNKNOWN for fact in facts):
        return None
    lowest = "no" if question.shape == "set" else question.answers[0]
    own = {f for f in moved if row[f] != UNKNOWN or other[f] != lowest or before == "answered"}
    answering = {(name, None)} if before != then else set[tuple[str, None]]()
    return frozenset({(name, fact) for fact in own} | answering)


def open_facts_of(question: Question, facts: Row) -> Iterator[str]:
    """Yield the facts that an answer to an open question would settle."""
    if question.shape == "one":
        if facts[question.name] == UNKNOWN:
            yield question.name
    elif question.shape == "map" or (question.shape == "set" and state(question, facts) == "open"):
        yield from (name for _, name in question.fact_names if facts[name] == UNKNOWN)
