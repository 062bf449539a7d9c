"""What one person's answers could be instead, and which bits that costs.

A change is another answer to a question that was answered, or an answer to one that was not.
Taking an answer back, or saying that one would rather not say, is no change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from nocontact.explanation.exact.change import Whose, whose_change
from nocontact.facts import UNKNOWN, Question, Vocabulary
from nocontact.facts.question import NONE, RATHER_NOT_SAY, AnswerState
from nocontact.proof.answer_diagram import AnswerDiagram
from nocontact.proof.minimal_sets import Mask, bits_of


@dataclass(frozen=True, slots=True)
class Bit:
    """One small thing that may change: a fact, or that a whole question gets an answer.

    Attributes:
        question: the question.
        fact: the fact; None for answering the question (the rest of it) at all.

    Examples:
        >>> Bit("danger_signs", None).fact is None
        True
    """

    question: str
    fact: str | None


class PossibleChanges:
    """Every change of the answers of one person.

    Args:
        vocabulary: the questions.
        row: what the person told us, as flat facts.

    Attributes:
        staying: the bits that say that a list stays open; nothing changes with them.

    Examples:
        >>> from nocontact import Scenario
        >>> changes = PossibleChanges(Scenario.vocabulary(), Scenario(support=["group"]).flat())
        >>> changes.state("support"), changes.state("aims")
        ('answered', 'open')
    """

    def __init__(self, vocabulary: Vocabulary, row: Mapping[str, str]) -> None:
        self.vocabulary, self.row = vocabulary, row
        self._states = {each.name: each.state(row) for each in vocabulary.questions()}
        names = [Bit(fact.question, fact.name) for fact in vocabulary.values()]
        names += [Bit(each, None) for each in self._states]
        self._bits = {bit: 1 << at for at, bit in enumerate(names)}
        self._named = {mask: bit for bit, mask in self._bits.items()}
        top = len(names)
        self._stays = {each: 1 << top + at for at, each in enumerate(self._told_in_part())}
        self.staying = sum(self._stays.values())

    def state(self, question: str) -> AnswerState:
        """Return whether a question was answered.

        Examples:
            >>> from nocontact import Scenario
            >>> row = Scenario(danger_signs=["rather_not_say"]).flat()
            >>> PossibleChanges(Scenario.vocabulary(), row).state("danger_signs")
            'withheld'
        """
        return self._states[question]

    def costs(self, diagram: AnswerDiagram) -> list[list[Mask | None]]:
        """Return what each value of each fact of a diagram costs."""
        return [
            [self.cost(fact, value) for value in values]
            for fact, values in zip(diagram.facts, diagram.values, strict=True)
        ]

    def clashes(self, diagram: AnswerDiagram) -> list[Mask]:
        """Return pairs of bits that may not be paid together: a list is answered, or stays open."""
        read = dict.fromkeys(self.vocabulary[fact].question for fact in diagram.facts)
        return [
            self._stays[name] | self._bits[Bit(name, None)] for name in read
            if self._states[name] == "open" and name in self._stays
        ]  # fmt: skip

    def bits(self, mask: Mask) -> tuple[Bit, ...]:
        """Return what a mask stands for, in interview order."""
        return tuple(self._named[bit] for bit in bits_of(mask))

    def paid(self, mask: Mask) -> Mask:
        """Return a mask without the bits that say that a list stays open."""
        return mask & ~self.staying

    def cost(self, name: str, value: str) -> Mask | None:
        """Return the bits that a fact costs at a value; None where it may not have it.

        Examples:
            >>> from nocontact import Scenario
            >>> changes = PossibleChanges(Scenario.vocabulary(), Scenario(hope="none").flat())
            >>> changes.cost("hope", "none"), changes.cost("hope", "unknown")
            (0, None)
        """
        fact = self.vocabulary[name]
        question = self.vocabulary.question(fact.question)
        if fact.member == NONE:
            return self._cost_of_none(question.name, value)
        if fact.member == RATHER_NOT_SAY:
            return self._cost_of_rather(question, name, value)
        before, state = self.row[name], self._states[question.name]
        if question.shape == "one" or state == "answered":
            return self._cost_of_other(question, name, value)
        answering = self._bits[Bit(question.name, None)]
        if value == before:
            stays = (state, value) == ("open", UNKNOWN)
            return self._stays.get(question.name, 0) if stays else 0
        if value == UNKNOWN:
            return None
        lowest = value == self.vocabulary[name].answers[0]
        own = 0 if lowest and before == UNKNOWN else self._bits[Bit(question.name, name)]
        return own | (answering if lowest or state == "open" else 0)

    def other_values(self, bit: Bit) -> tuple[str, ...]:
        """Return the values that a fact may change to.

        Examples:
            >>> from nocontact import Scenario
            >>> changes = PossibleChanges(Scenario.vocabulary(), Scenario(hope="none").flat())
            >>> changes.other_values(Bit("hope", "hope"))
            ('some', 'strong')
        """
        assert bit.fact is not None
        own, name = self._bits[bit], bit.fact
        costs = {value: self.cost(name, value) for value in self.vocabulary[name].answers}
        return tuple(value for value, cost in costs.items() if cost is not None and cost & own)

    def whose(self, bit: Bit, value: str) -> Whose:
        """Return who can change a fact to a value.

        Examples:
            >>> from nocontact import Scenario
            >>> changes = PossibleChanges(Scenario.vocabulary(), Scenario(hope="none").flat())
            >>> changes.whose(Bit("hope", "hope"), "some")
            'yours'
        """
        assert bit.fact is not None
        if self._states[bit.question] == "open":
            return "open"
        return whose_change(self.vocabulary[bit.fact], self.row[bit.fact], value)

    def row_after(self, answered: Collection[str], values: Mapping[str, str]) -> dict[str, str]:
        """Return the whole row after a change.

        Args:
            answered: the questions (lists) that get an answer now, or the rest of one.
            values: the facts that change.

        Examples:
            >>> from nocontact import Scenario
            >>> changes = PossibleChanges(Scenario.vocabulary(), Scenario().flat())
            >>> after = changes.row_after(["support"], {"support.group": "yes"})
            >>> after == Scenario(support=["group"]).flat()
            True
        """
        row = dict(self.row)
        for question in answered:
            for fact in self.vocabulary.facts_of(question):
                if row[fact.name] == UNKNOWN or fact.member == RATHER_NOT_SAY:
                    row[fact.name] = fact.answers[0]
        row.update(values)
        for rule in self.vocabulary.well_formed:
            if rule.none:
                levels = [row[name] for name in rule.members]
                stays = self._states[rule.question] == "open" and rule.question not in answered
                row[rule.none] = UNKNOWN if stays else _none_of(levels)
        return row

    def _told_in_part(self) -> Iterator[str]:
        """Yield the questions of which some facts may be known and others not.

        Of any other list no row has both, so that no bit has to say that it stays open.
        """
        for rule in self.vocabulary.well_formed:
            if rule.open or rule.rather_not_say:
                yield rule.question
        yield from (each.name for each in self.vocabulary.of_shape("map"))

    def _cost_of_other(self, question: Question, name: str, value: str) -> Mask | None:
        if value == self.row[name]:
            return 0
        if value in (UNKNOWN, RATHER_NOT_SAY):
            return None
        return self._bits[Bit(question.name, name)]

    def _cost_of_none(self, question: str, value: str) -> Mask | None:
        """It follows from the members, but for whether the list is answered at all."""
        state = self._states[question]
        if state == "withheld":
            return 0
        if value == UNKNOWN:
            return self._stays.get(question, 0) if state == "open" else None
        return self._bits[Bit(question, None)] if state == "open" else 0

    def follows(self, name: str, answered: Collection[str]) -> tuple[str, ...]:
        """Return what "none of these" of a list may be, when some lists get an answer.

        Examples:
            >>> from nocontact import Scenario
            >>> changes = PossibleChanges(Scenario.vocabulary(), Scenario().flat())
            >>> changes.follows("support.none", ["support"]), changes.follows("support.none", [])
            (('no', 'yes'), ('unknown',))
        """
        fact = self.vocabulary[name]
        if fact.question in answered:
            return fact.answers
        kept = {"answered": fact.answers, "open": (UNKNOWN,), "withheld": (UNKNOWN, *fact.answers)}
        return kept[self._states[fact.question]]

    def _cost_of_rather(self, question: Question, name: str, value: str) -> Mask | None:
        if value == self.row[name]:
            return 0
        if value != "no":
            return None
        withheld = self._states[question.name] == "withheld"
        return self._bits[Bit(question.name, None)] if withheld else 0


def _none_of(levels: list[str]) -> str:
    """Return what "none of these" is beside members with these levels."""
    if "yes" in levels:
        return "no"
    return UNKNOWN if UNKNOWN in levels else "yes"
