"""A checked rulebase compiled once to closures over a row of small numbers."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from nocontact.diagnostics import Diagnostic, EngineError
from nocontact.facts.fact import UNKNOWN
from nocontact.inference.compiling import MISSING, Compiler, Row, Support, Test
from nocontact.rulebook import CheckedRulebase, Condition


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule as closures: does it hold, what makes it hold, which slots does it raise.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> program = program_of(Rulebook.load())
        >>> rule, row = program.by_id["wall.lock"], program.row(Scenario().flat())
        >>> row[program.slots["difficulty"]] = 4
        >>> rule.holds(row), [program.names[slot] for slot in rule.support(row)]
        (True, ['difficulty'])
    """

    id: str
    holds: Test
    support: Support
    raises: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Slots, scales and compiled rules, in an order that respects the strata.

    Attributes:
        slots: fact or finding name → place in the row; facts first.
        scales: levels of each slot, lowest first.
        fact_count: how many slots are facts.
        rules: in order of decision.
        codes: per slot, answer or level → rank (unknown is -1).
        names: fact or finding name of each slot.
        by_id: the compiled rules by id.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> program = program_of(Rulebook.load())
        >>> row = program.row(Scenario(hope="some").flat())
        >>> program.level(program.slots["hope"], row), program.level(program.slots["wall"], row)
        ('some', 'open')
    """

    slots: Mapping[str, int]
    scales: tuple[tuple[str, ...], ...]
    fact_count: int
    rules: tuple[CompiledRule, ...]
    codes: Mapping[str, Mapping[str, int]] = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    by_id: Mapping[str, CompiledRule] = field(repr=False)

    def row(self, facts: Mapping[str, str]) -> Row:
        """Return the facts as numbers, with every finding at its lowest level.

        Raises:
            EngineError: when a fact is missing, or has an answer that it cannot have (NC507).

        Examples:
            >>> Program({}, (), 0, (), {}, (), {}).row({})
            []
        """
        codes, asked = self.codes, self.names[: self.fact_count]
        try:
            known = [codes[name][facts[name]] for name in asked]
        except KeyError:
            raise other_questions({name: codes[name] for name in asked}, facts) from None
        return known + [0] * (len(self.names) - self.fact_count)

    def filled(self, facts: Mapping[str, str], findings: Mapping[str, str]) -> Row:
        """Return the row of facts and findings that are already known.

        Examples:
            >>> Program({}, (), 0, (), {}, (), {}).filled({}, {})
            []
        """
        values = {**facts, **findings}
        return [codes[values[name]] for name, codes in self.codes.items()]

    def level(self, slot: int, row: Row) -> str:
        """Return the answer or level in one slot of a row.

        Examples:
            >>> Program({"hope": 0}, (("none", "some"),), 1, (), {}, (), {}).level(0, [MISSING])
            'unknown'
        """
        return UNKNOWN if row[slot] < 0 else self.scales[slot][row[slot]]

    def findings(self, row: Row) -> dict[str, str]:
        """Return the level of every finding by name.

        Examples:
            >>> Program({}, (), 0, (), {}, (), {}).findings([])
            {}
        """
        first = self.fact_count
        return {
            name: scale[rank]
            for name, scale, rank in zip(
                self.names[first:], self.scales[first:], row[first:], strict=True
            )
        }


def other_questions(asked: Mapping[str, Container[str]], facts: Mapping[str, str]) -> EngineError:
    """Return the error of facts that answer the questions of another rulebook; no answer is shown.

    Args:
        asked: fact → the answers that it can have.
        facts: what was given.

    Examples:
        >>> print(other_questions({"hope": ("none",)}, {}))
        NC507: the facts do not hold `hope`, which this rulebook asks
          help: take answers to its own questions: `rulebook.scenario(...)`
    """
    name = next(name for name, known in asked.items() if facts.get(name) not in known)
    said = f"the facts do not hold `{name}`, which this rulebook asks"
    if name in facts:
        said = f"the facts hold an answer to `{name}` that this rulebook does not know"
    way_out = "take answers to its own questions: `rulebook.scenario(...)`"
    return EngineError([Diagnostic("NC507", said, found=name, help=way_out)])


@lru_cache(maxsize=16)
def program_of(rulebase: CheckedRulebase) -> Program:
    """Compile a rulebase; the result is kept per content hash.

    Examples:
        >>> from nocontact import Rulebook
        >>> program_of(Rulebook.load()) is program_of(Rulebook.load())
        True
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
            rule.id,
            compiler.true(rule.condition),
            compiler.support(rule.condition),
            _grouped(rule.raises, slots, scales),
        )
        for rule in rulebase.rules
    )
    codes = {
        name: {**{answer: rank for rank, answer in enumerate(scale)}, UNKNOWN: MISSING}
        for name, scale in zip(names, scales, strict=True)
    }
    by_id = {rule.id: rule for rule in rules}
    return Program(slots, scales, len(facts), rules, codes, tuple(names), by_id)


def conditions_compiled(
    rulebase: CheckedRulebase, conditions: Sequence[Condition]
) -> tuple[Test, ...]:
    """Return one closure per condition, over rows of the rulebase's program.

    Args:
        rulebase: whose facts and findings the conditions speak of.
        conditions: without `SomeTactic`; promises spell it out before.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.rulebook import Comparison
        >>> [hopes] = conditions_compiled(Rulebook.load(), [Comparison("hope", "is", ("some",))])
        >>> hopes(program_of(Rulebook.load()).row(Scenario(hope="some").flat()))
        True
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
