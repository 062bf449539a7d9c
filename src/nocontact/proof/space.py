"""The space of all scenarios: one variable for each answer, all false meaning unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nocontact.facts import UNKNOWN, Vocabulary, WellFormed
from nocontact.fork_safety import cached_property
from nocontact.proof.diagrams import NODES, Diagrams, Formula
from nocontact.proof.least import fewest, least

Bit = tuple[str, str]
"""A flat fact and one of its answers: what one variable stands for."""

Piece = tuple[int, Formula]
"""Some variables, as the bits of a number, and where they are as a scenario has them."""


@dataclass(frozen=True)
class Space:
    """Every row of flat facts that a scenario can have.

    Attributes:
        vocabulary: the flat facts.
        bits: what each variable stands for, in the order of the diagram.
        diagrams: the owner of all formulas.
        at: the variable of each bit.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> space = Space.of(Vocabulary.of(Scenario))
        >>> space.is_answer("hope", "some").count > 0
        True
    """

    vocabulary: Vocabulary
    bits: tuple[Bit, ...]
    diagrams: Diagrams
    at: Mapping[Bit, int]

    @classmethod
    def of(cls, vocabulary: Vocabulary, order: Iterable[str] = (), nodes: int = NODES) -> Space:
        """Return the space of a vocabulary.

        Args:
            vocabulary: the flat facts.
            order: fact names that come first in the diagram; order decides its size.
            nodes: the budget of the diagrams.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> len(Space.of(Vocabulary.of(Scenario)).bits) > 100
            True
        """
        names = [*dict.fromkeys([name for name in order if name in vocabulary] + [*vocabulary])]
        bits = tuple((name, answer) for name in names for answer in vocabulary[name].answers)
        diagrams = Diagrams((f"{name}={answer}" for name, answer in bits), nodes)
        return cls(vocabulary, bits, diagrams, {bit: at for at, bit in enumerate(bits)})

    @cached_property
    def well_formed(self) -> Formula:
        """Where a row is one that a scenario can have.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> space = Space.of(Vocabulary.of(Scenario))
            >>> (space.well_formed & ~space.unknown("hope")).is_false
            False
        """
        return self.diagrams.every(formed for _, formed in self.pieces)

    @property
    def size(self) -> int:
        """N: how many scenarios there are.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> Space.of(Vocabulary.of(Scenario)).size > 10**30
            True
        """
        return self.well_formed.count

    def is_answer(self, fact: str, answer: str) -> Formula:
        """Return where a fact has this answer."""
        return self.diagrams.var(self.at[fact, answer])

    def is_one_of(self, fact: str, answers: Iterable[str]) -> Formula:
        """Return where a fact has one of these answers."""
        return self.diagrams.some(self.is_answer(fact, answer) for answer in answers)

    def unknown(self, fact: str) -> Formula:
        """Return where a fact is unknown."""
        return ~self.is_one_of(fact, self.vocabulary[fact].answers)

    def block(self, fact: str) -> tuple[int, ...]:
        """Return the variables of one fact."""
        return tuple(self.at[fact, answer] for answer in self.vocabulary[fact].answers)

    def given(self, formula: Formula, fact: str, answer: str) -> Formula:
        """Return the formula with one fact fixed, as a formula over the other facts.

        Args:
            formula: any formula.
            fact: the fact to fix.
            answer: one of its answers, or `unknown`.
        """
        cube = self.diagrams.every(
            self.is_answer(fact, each) if each == answer else ~self.is_answer(fact, each)
            for each in self.vocabulary[fact].answers
        )
        return (formula & cube).exists(self.block(fact))

    def row(self, facts: Mapping[str, str]) -> frozenset[int]:
        """Return the true variables of a row of flat facts."""
        return frozenset(
            self.at[name, answer]
            for name, answer in facts.items()
            if answer != UNKNOWN and (name, answer) in self.at
        )

    def facts(self, trues: Iterable[int]) -> dict[str, str]:
        """Return the flat facts of a row, unknown ones too."""
        known = dict(self.bits[at] for at in trues)
        return {name: known.get(name, UNKNOWN) for name in self.vocabulary}

    def smallest(self, formula: Formula) -> dict[str, str] | None:
        """Return the flat facts of a scenario with the fewest questions answered, or None.

        Of these, each question is answered for all its members where it can be, and then with
        the fewest above the lowest; the result is the same each time.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> space = Space.of(Vocabulary.of(Scenario))
            >>> found = space.smallest(space.is_answer("hope", "some"))
            >>> {name: answer for name, answer in found.items() if answer != "unknown"}
            {'hope': 'some'}
        """
        if (formula & self.well_formed).is_false:
            return None
        questions = self._questions
        blocks = [tuple(at for name in names for at in self.block(name)) for names in questions]
        where = fewest(formula & self.well_formed, blocks)
        for names in questions:
            whole = where & ~self.diagrams.some(map(self.unknown, names))
            where = where if whole.is_false else whole
        trues = least(where, tuple(map(self._cost, self.bits)))
        return None if trues is None else self.facts(trues)

    @property
    def _questions(self) -> list[list[str]]:
        """The facts of each question."""
        found: dict[str, list[str]] = {}
        for name, fact in self.vocabulary.items():
            found.setdefault(fact.question, []).append(name)
        return list(found.values())

    def _cost(self, bit: Bit) -> int:
        fact = self.vocabulary[bit[0]]
        return int(fact.member is None or bit[1] != fact.answers[0])

    def formed_set(self, rule: WellFormed) -> Formula:
        """Return where the members of one set go together, each with one value at most."""
        single = map(self._at_most_one, rule.facts)
        return self.diagrams.every([*single, self._set_constraint(rule)])

    def formed_about(self, bits: int) -> Formula:
        """Return where the facts of some variables, and their sets, are as a scenario has them.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> space = Space.of(Vocabulary.of(Scenario))
            >>> about = space.formed_about(space.bits_of(["support.group"]))
            >>> about.size < space.well_formed.size, about.implies(space.unknown("hope")).is_true
            (True, False)
        """
        return self.diagrams.every(formed for touched, formed in self.pieces if touched & bits)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What together is `well_formed`: a piece for each set, and one for each fact in none.

        No two pieces are about the same variable, so each can be looked at without the others.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> space = Space.of(Vocabulary.of(Scenario))
            >>> sum(touched for touched, _ in space.pieces) == 2 ** len(space.bits) - 1
            True
        """
        sets = self.vocabulary.well_formed
        alone = {*self.vocabulary}.difference(*(rule.facts for rule in sets))
        return (
            *((self.bits_of(rule.facts), self.formed_set(rule)) for rule in sets),
            *((self.bits_of([fact]), self._at_most_one(fact)) for fact in sorted(alone)),
        )

    def bits_of(self, facts: Iterable[str]) -> int:
        """Return the variables of some facts as the bits of a number.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> Space.of(Vocabulary.of(Scenario)).bits_of([])
            0
        """
        return sum(1 << at for name in facts for at in self.block(name))

    def as_given(self, facts: Mapping[str, str]) -> Formula:
        """Return where facts have just these values, `unknown` among them.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> space = Space.of(Vocabulary.of(Scenario))
            >>> space.as_given({"hope": "unknown"}) == space.unknown("hope")
            True
            >>> space.as_given(Scenario(hope="some").flat()).count
            1
        """
        var = self.diagrams.var
        return self.diagrams.every(
            var(at) if self.bits[at] == (name, value) else ~var(at)
            for name, value in facts.items()
            for at in self.block(name)
        )

    def _at_most_one(self, fact: str) -> Formula:
        variables = [self.diagrams.var(at) for at in self.block(fact)]
        none, one = self.diagrams.true, self.diagrams.false
        for variable in reversed(variables):
            none, one = none & ~variable, (variable & none) | (one & ~variable)
        return none | one

    def _set_constraint(self, rule: WellFormed) -> Formula:
        every, some = self.diagrams.every, self.diagrams.some
        named = some(self.is_answer(name, "yes") for name in rule.members)
        return some(
            every(self._may_be(name, values) for name, values in way.values.items())
            & (named if way.some else self.diagrams.true)
            for way in rule.ways
        )

    def _may_be(self, fact: str, values: Collection[str]) -> Formula:
        known = self.is_one_of(fact, [value for value in values if value != UNKNOWN])
        return known | self.unknown(fact) if UNKNOWN in values else known
