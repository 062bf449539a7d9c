"""A checked rulebase compiled once to closures over a row of small numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from nocontact.facts.fact import UNKNOWN
from nocontact.inference.condition_truth import accepted
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    CheckedRulebase,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    parts_of,
)

Row = list[int]
Test = Callable[[Row], bool]
MISSING = -1


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule as closures: does it hold, and which slots does it raise to which rank.

    Examples:
        >>> CompiledRule.__dataclass_fields__["holds"].name
        'holds'
    """

    id: str
    holds: Test
    raises: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Slots, scales and compiled rules, in an order that respects the strata.

    Attributes:
        slots: fact or finding name → place in the row; facts first.
        scales: levels of each slot, lowest first.
        fact_count: how many slots are facts.
        rules: in order of decision.
        codes: per fact slot, answer → rank (unknown is -1).

    Examples:
        >>> MISSING
        -1
    """

    slots: Mapping[str, int]
    scales: tuple[tuple[str, ...], ...]
    fact_count: int
    rules: tuple[CompiledRule, ...]
    codes: tuple[Mapping[str, int], ...] = field(repr=False)

    def row(self, facts: Mapping[str, str]) -> Row:
        """Return the facts as numbers, with every finding at its lowest level.

        Examples:
            >>> Program({}, (), 0, (), ()).row({})
            []
        """
        known = [codes[facts[name]] for name, codes in zip(self.slots, self.codes, strict=False)]
        return known + [0] * (len(self.slots) - self.fact_count)

    def filled(self, facts: Mapping[str, str], findings: Mapping[str, str]) -> Row:
        """Return the row of facts and findings that are already known.

        Examples:
            >>> Program({}, (), 0, (), ()).filled({}, {})
            []
        """
        row = self.row(facts)
        for name, level in findings.items():
            slot = self.slots[name]
            row[slot] = self.scales[slot].index(level)
        return row

    def findings(self, row: Row) -> dict[str, str]:
        """Return the level of every finding by name.

        Examples:
            >>> Program({}, (), 0, (), ()).findings([])
            {}
        """
        first = self.fact_count
        names = list(self.slots)[first:]
        return {
            name: scale[rank]
            for name, scale, rank in zip(names, self.scales[first:], row[first:], strict=True)
        }


@lru_cache(maxsize=16)
def program_of(rulebase: CheckedRulebase) -> Program:
    """Compile a rulebase; the result is kept per content hash.

    Examples:
        >>> program_of.__name__
        'program_of'
    """
    facts = rulebase.vocabulary
    names = [*facts, *rulebase.findings]
    slots = {name: at for at, name in enumerate(names)}
    scales = tuple(
        facts[name].answers if name in facts else rulebase.findings[name].levels for name in names
    )
    compiler = Compiler(slots, scales)
    rules = tuple(
        CompiledRule(
            rule.id, compiler.true(rule.condition), _grouped(rule.raises, slots, scales)
        )
        for rule in rulebase.rules
    )
    codes = tuple(
        {**{answer: rank for rank, answer in enumerate(scale)}, UNKNOWN: MISSING}
        for scale in scales[: len(facts)]
    )
    return Program(slots, scales, len(facts), rules, codes)


def conditions_compiled(
    rulebase: CheckedRulebase, conditions: Sequence[Condition]
) -> tuple[Test, ...]:
    """Return one closure per condition, over rows of the rulebase's program.

    Examples:
        >>> conditions_compiled.__name__
        'conditions_compiled'
    """
    program = program_of(rulebase)
    compiler = Compiler(program.slots, program.scales)
    return tuple(compiler.true(condition) for condition in conditions)


def _grouped(
    raises: Sequence[tuple[str, str]],
    slots: Mapping[str, int],
    scales: Sequence[tuple[str, ...]],
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    by_rank: dict[int, list[int]] = {}
    for finding, level in raises:
        slot = slots[finding]
        by_rank.setdefault(scales[slot].index(level), []).append(slot)
    return tuple((rank, tuple(found)) for rank, found in sorted(by_rank.items()))


class Compiler:
    """Turns conditions into closures: one that says *true*, one that says *false*.

    Kleene truth needs both, because what is not true may be unknown. `not` swaps them.

    Examples:
        >>> compiler = Compiler({"hope": 0}, (("none", "some"),))
        >>> compiler.true(Not(Comparison("hope", "is", ("none",))))([MISSING])
        False
    """

    def __init__(self, slots: Mapping[str, int], scales: Sequence[tuple[str, ...]]) -> None:
        self._slots = slots
        self._scales = scales

    def true(self, condition: Condition) -> Test:
        """Return a closure that says whether the condition is true.

        Examples:
            >>> Compiler({}, ()).true(AllOf(()))([])
            True
        """
        return self._says(condition, True)

    def false(self, condition: Condition) -> Test:
        """Return a closure that says whether the condition is false.

        Examples:
            >>> Compiler({}, ()).false(AllOf(()))([])
            False
        """
        return self._says(condition, False)

    def _says(self, condition: Condition, wanted: bool) -> Test:
        match condition:
            case Comparison() | IsUnknown():
                return self._atom(condition, wanted)
            case Not(part):
                return self._says(part, not wanted)
        tests = [self._says(part, wanted) for part in parts_of(condition)]
        match condition:
            case AllOf():
                return _every(tests) if wanted else _some(tests)
            case AnyOf():
                return _some(tests) if wanted else _every(tests)
            case AtLeastOf(count=count):
                return _several(tests, count if wanted else len(tests) - count + 1)
        raise TypeError(f"not a condition: {type(condition).__name__}")

    def _atom(self, atom: Comparison | IsUnknown, wanted: bool) -> Test:
        slot = self._slots[atom.subject]
        if isinstance(atom, IsUnknown):
            return _is_missing(slot) if atom.expected is wanted else _is_known(slot)
        scale = self._scales[slot]
        good = accepted(atom, scale)
        ranks = [rank for rank, level in enumerate(scale) if (level in good) is wanted]
        return _is_in(slot, ranks, len(scale) - 1)


def _is_missing(slot: int) -> Test:
    return lambda row: row[slot] < 0


def _is_known(slot: int) -> Test:
    return lambda row: row[slot] >= 0


def _is_in(slot: int, ranks: Sequence[int], top: int) -> Test:
    if len(ranks) == 1:
        only = ranks[0]
        return lambda row: row[slot] == only
    if ranks and ranks[-1] == top and ranks[-1] - ranks[0] == len(ranks) - 1:
        lowest = ranks[0]
        return lambda row: row[slot] >= lowest
    members = frozenset(ranks)
    return lambda row: row[slot] in members


def _every(tests: list[Test]) -> Test:
    match tests:
        case []:
            return lambda row: True
        case [one]:
            return one
        case [one, two]:
            return lambda row: one(row) and two(row)
        case [one, two, three]:
            return lambda row: one(row) and two(row) and three(row)
    return lambda row: all(test(row) for test in tests)


def _some(tests: list[Test]) -> Test:
    match tests:
        case []:
            return lambda row: False
        case [one]:
            return one
        case [one, two]:
            return lambda row: one(row) or two(row)
        case [one, two, three]:
            return lambda row: one(row) or two(row) or three(row)
    return lambda row: any(test(row) for test in tests)


def _several(tests: list[Test], count: int) -> Test:
    return lambda row: sum(test(row) for test in tests) >= count
