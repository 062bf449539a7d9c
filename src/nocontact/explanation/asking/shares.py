"""How much a question decides, as exact shares of the ways in which the others may be answered.

What each answer weighs is a convention (decision 0031): each answer of a question as much as
the others; of a set about one member is named, and about one channel is in use. That a question
stays unanswered weighs nothing here. What can change at all is looked at apart from weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from nocontact.explanation.asking.left_open import LeftOpen
from nocontact.facts import Vocabulary
from nocontact.facts.question import NONE, RATHER_NOT_SAY
from nocontact.proof.answer_diagram import NOWHERE
from nocontact.proof.budget import in_time

State: TypeAlias = frozenset[int]
Mass: TypeAlias = tuple[int, int]
_NOWHERE = frozenset([NOWHERE])


class Weights(NamedTuple):
    """What the values of a fact weigh: `unknown` first, then its answers.

    Attributes:
        each: the weight of each value.
        total: what all that go together with given other facts weigh.

    Examples:
        >>> Weights((0, 1, 1), 2).total
        2
    """

    each: tuple[int, ...]
    total: int


def weights_of(vocabulary: Vocabulary) -> dict[str, Weights]:
    """Return what each value of each fact weighs.

    Args:
        vocabulary: all questions.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> weights = weights_of(Scenario.vocabulary())
        >>> weights["hope"].each, weights["support.group"].each
        ((0, 1, 1, 1), (0, 3, 1))
    """
    return {name: _weights(vocabulary, name) for name in vocabulary}


def _weights(vocabulary: Vocabulary, fact: str) -> Weights:
    given = vocabulary[fact]
    question = vocabulary.question(given.question)
    named = [each for each in question.members if each not in (NONE, RATHER_NOT_SAY)]
    others = len(given.answers) - 1
    if question.shape == "one":
        return Weights((0, *(1 for _ in given.answers)), len(given.answers))
    if question.shape == "set" and given.member == NONE:
        return Weights((0, 1, 1), 1)
    if question.shape == "set" and given.member == RATHER_NOT_SAY:
        return Weights((0, 1, 0), 1)
    return Weights((0, len(named) * others, *(1 for _ in range(others))), (len(named) + 1) * others)


class Shares:
    """Exact shares over one part of an answer.

    Args:
        left: the part, with what is known about it.
        weights: what each value of each fact weighs.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.explanation.asking.left_open import left_open
        >>> from nocontact.proof.answer_diagram import answer_diagram
        >>> from nocontact.proof.subject import Subject
        >>> rulebase, row = Rulebook.load(), Scenario(staying_away="gives_in").flat()
        >>> stance = answer_diagram(rulebase, Subject("finding", "stance"))
        >>> left = left_open(stance, row, {"partner_space", "calm_steps"})
        >>> shares = Shares(left, weights_of(rulebase.vocabulary))
        >>> shares.decided(["calm_steps"]), shares.can_change(["calm_steps"])
        (Fraction(1, 5), True)
    """

    def __init__(self, left: LeftOpen, weights: Mapping[str, Weights]) -> None:
        self.left = left
        self.weights = [weights[fact].each for fact in left.diagram.facts]
        self.below = self._below([weights[fact].total for fact in left.diagram.facts])
        self.known: dict[State, Mass] = {}

    def _below(self, totals: list[int]) -> list[int]:
        """Return what all facts from each place on weigh together."""
        root = self.left.root
        open_ = 0 if root < 0 else self.left.tested[root]
        found = [1]
        for at in reversed(range(len(totals))):
            found.append(found[-1] * (totals[at] if open_ >> at & 1 else 1))
        return found[::-1]

    def decided(self, asked: Iterable[str]) -> Fraction:
        """Return the share of the ways to answer the others in which a question decides the part.

        That is: in which the part is not the same for every answer, silence being one of them.

        Args:
            asked: the facts of the question.
        """
        bits = self.left.bits_of(asked)
        if not bits:
            return Fraction(0)
        mass, top = _Decided(self, bits).mass(frozenset([self.left.root]))
        return Fraction(mass * (self.below[0] // self.below[top]), self.below[0])

    def can_change(self, asked: Iterable[str]) -> bool:
        """Return whether two answers to a question can differ, the others being the same.

        Silence counts as an answer here, to this question and to the others.

        Args:
            asked: the facts of the question.
        """
        bits = self.left.bits_of(asked)
        return bool(bits) and _Decided(self, bits).differs(frozenset([self.left.root]), set())


class _Decided:
    """Walks with one question left open: a state is where its answers may have led, together."""

    def __init__(self, shares: Shares, asked: int) -> None:
        self.shares, self.asked = shares, asked
        self.known: dict[State, Mass] = {}

    def mass(self, state: State) -> Mass:
        """Return what the ways weigh in which more than one level is left, and where they begin.

        What is asked weighs like a fact that nobody looks at: as much on every way. So a state
        from which it is not asked any more has one mass for all questions.
        """
        ends, levels, tested, top = self._seen(state)
        if levels & (levels - 1) == 0 or (len(state) == 1 and not tested & self.asked):
            return 0, top
        if ends > 1:
            return self.shares.below[top], top
        known = self.known if tested & self.asked else self.shares.known
        found = known.get(state)
        if found is None:
            found = known[state] = self._weighed(state, top), top
        return found

    def _weighed(self, state: State, fact: int) -> int:
        in_time()
        below, found = self.shares.below, 0
        if self.asked >> fact & 1:
            mass, top = self.mass(self._any_answer(state, fact))
            return mass * (below[fact] // below[top])
        for then, weight in self._each_answer(state, fact).items():
            mass, top = self.mass(then)
            if mass:
                found += weight * mass * (below[fact + 1] // below[top])
        return found

    def differs(self, state: State, seen: set[State]) -> bool:
        """Return whether two answers to the question can lead to two levels from here."""
        if state in seen:
            return False
        in_time()
        seen.add(state)
        _, levels, tested, fact = self._seen(state)
        if levels & (levels - 1) == 0:
            return False
        if not tested & self.asked:
            return len(state) > 1
        if self.asked >> fact & 1:
            return self.differs(self._any_answer(state, fact), seen)
        return any(self.differs(then, seen) for then in self._each_answer(state, fact, False))

    def _seen(self, state: State) -> tuple[int, int, int, int]:
        """Return how many ends there are, the levels and facts from here on, the first fact."""
        left = self.shares.left
        ends, levels, tested, top = 0, 0, 0, len(self.shares.weights)
        for at in state:
            if at < 0:
                ends += 1
                levels |= 1 << (-2 - at)
            else:
                levels |= left.ends[at]
                tested |= left.tested[at]
                top = min(top, left.nodes[at][0])
        return ends, levels, tested, top

    def _each_answer(self, state: State, fact: int, weighed: bool = True) -> dict[State, int]:
        """Return where each value of a fact leads, and what the values that lead there weigh."""
        nodes = self.shares.left.nodes
        here = [nodes[at][1] for at in state if at >= 0 and nodes[at][0] == fact]
        stay = [at for at in state if at < 0 or nodes[at][0] != fact]
        found: dict[State, int] = {}
        for value, weight in enumerate(self.shares.weights[fact]):
            if weight or not weighed:
                then = frozenset([*stay, *(each[value] for each in here)]) - _NOWHERE
                found[then] = found.get(then, 0) + weight
        return found

    def _any_answer(self, state: State, fact: int) -> State:
        nodes = self.shares.left.nodes
        here = [nodes[at][1] for at in state if at >= 0 and nodes[at][0] == fact]
        stay = [at for at in state if at < 0 or nodes[at][0] != fact]
        return frozenset([*stay, *(child for each in here for child in each)]) - _NOWHERE
