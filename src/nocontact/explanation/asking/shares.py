"""How much a question decides, as exact shares of the ways in which the others may be answered.

What each answer weighs is a convention (decision 0031): each answer of a question as much as
the others; of a set about one member is named, and about one channel is in use. That a question
stays unanswered weighs nothing here. What can change at all is looked at apart from weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from nocontact.explanation.asking.left_open import LeftOpen
from nocontact.facts import Vocabulary
from nocontact.facts.question import NONE, RATHER_NOT_SAY
from nocontact.fork_safety import cached_property
from nocontact.proof.answer_diagram import NOWHERE
from nocontact.proof.budget import in_time

State = frozenset[int]


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
        asked: the facts of the question that is looked at; empty to look at none.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.explanation.asking.left_open import left_open
        >>> from nocontact.proof.answer_diagram import answer_diagram
        >>> from nocontact.proof.subject import Subject
        >>> rulebase, row = Rulebook.load(), Scenario(staying_away="gives_in").flat()
        >>> stance = answer_diagram(rulebase, Subject("finding", "stance"))
        >>> left = left_open(stance, row, {"partner_space", "calm_steps"})
        >>> Shares(left, weights_of(rulebase.vocabulary), ["calm_steps"]).decided
        Fraction(1, 5)
    """

    def __init__(
        self, left: LeftOpen, weights: Mapping[str, Weights], asked: Iterable[str] = ()
    ) -> None:
        self.left = left
        self.asked = left.bits_of(asked)
        self.weights = [weights[fact].each for fact in left.diagram.facts]
        self._of = weights
        self._known: dict[State, int] = {}
        self._seen: set[State] = set()

    @cached_property
    def below(self) -> list[int]:
        """What all facts from each place on weigh together, the facts that are asked left out.

        Examples:
            >>> Shares.below.attrname
            'below'
        """
        facts, root = self.left.diagram.facts, self.left.root
        open_ = (0 if root < 0 else self.left.tested[root]) & ~self.asked
        found = [1]
        for at in reversed(range(len(facts))):
            found.append(found[-1] * (self._of[facts[at]].total if open_ >> at & 1 else 1))
        return found[::-1]

    @property
    def decided(self) -> Fraction:
        """The share of the ways to answer the others in which this question decides the part.

        That is: in which the part is not the same for every answer, silence being one of them.
        """
        if not self.asked:
            return Fraction(0)
        start = frozenset([self.left.root])
        return Fraction(self._mass(start) * self._skipped(0, start), self.below[0])

    @property
    def levels(self) -> dict[str, Fraction]:
        """The share of each level, over all ways to answer what is open."""
        names, root = self.left.diagram.levels, self.left.root
        mass = self._masses() if root >= 0 else []
        found = mass[root] if root >= 0 else [int(-2 - at == root) for at in range(len(names))]
        whole = self.below[0] // self._free(root)
        shares = (Fraction(each * whole, self.below[0]) for each in found)
        return {level: share for level, share in zip(names, shares, strict=True) if share}

    def can_change(self) -> bool:
        """Return whether two answers to the question can differ, the others being the same.

        Silence counts as an answer here, to this question and to the others.
        """
        return bool(self.asked) and self._differs(frozenset([self.left.root]))

    def _differs(self, state: State) -> bool:
        if state in self._seen:
            return False
        in_time()
        self._seen.add(state)
        if self._levels(state).bit_count() < 2:
            return False
        if not self._tested(state) & self.asked:
            return len(state) > 1
        fact = self._top(state)
        if self.asked >> fact & 1:
            return self._differs(self._any_answer(state, fact))
        values = range(len(self.weights[fact]))
        return any(self._differs(self._with(state, fact, value)) for value in values)

    def _mass(self, state: State) -> int:
        """Return the weight of all ways from here on in which more than one level is left."""
        if self._levels(state).bit_count() < 2:
            return 0
        if len(state) == 1 and not self._tested(state) & self.asked:
            return 0
        fact = self._top(state)
        if sum(at < 0 for at in state) > 1:
            return self.below[fact]
        found = self._known.get(state)
        if found is None:
            found = self._known[state] = self._weighed(state, fact)
        return found

    def _weighed(self, state: State, fact: int) -> int:
        in_time()
        if self.asked >> fact & 1:
            then = self._any_answer(state, fact)
            return self._mass(then) * self._skipped(fact + 1, then)
        found = 0
        for value, weight in enumerate(self.weights[fact]):
            if weight:
                then = self._with(state, fact, value)
                found += weight * self._mass(then) * self._skipped(fact + 1, then)
        return found

    def _masses(self) -> list[list[int]]:
        """Return, for each node, what the ways from there on to each level weigh."""
        in_time()
        levels, mass = range(len(self.left.diagram.levels)), list[list[int]]()
        for fact, children in self.left.nodes:
            found, after = [0 for _ in levels], self.below[fact + 1]
            for child, weight in zip(children, self.weights[fact], strict=True):
                if child >= 0 and weight:
                    factor = weight * (after // self._free(child))
                    found = [x + factor * y for x, y in zip(found, mass[child], strict=True)]
                elif child != NOWHERE and weight:
                    found[-2 - child] += weight * after
            mass.append(found)
        return mass

    def _free(self, at: int) -> int:
        """Return what the facts from a node on weigh; at an end there are none."""
        return self.below[self.left.nodes[at][0]] if at >= 0 else 1

    def _skipped(self, fact: int, then: State) -> int:
        """Return what the facts weigh that are not looked at on the way."""
        return self.below[fact] // self.below[self._top(then)]

    def _top(self, state: State) -> int:
        nodes = self.left.nodes
        return min([nodes[at][0] for at in state if at >= 0], default=len(self.weights))

    def _with(self, state: State, fact: int, value: int) -> State:
        return self._moved(state, fact, lambda children: (children[value],))

    def _any_answer(self, state: State, fact: int) -> State:
        return self._moved(state, fact, lambda children: children)

    def _moved(
        self, state: State, fact: int, to: Callable[[tuple[int, ...]], tuple[int, ...]]
    ) -> State:
        nodes, found = self.left.nodes, set[int]()
        for at in state:
            if at < 0 or nodes[at][0] != fact:
                found.add(at)
            else:
                found.update(to(nodes[at][1]))
        found.discard(NOWHERE)
        return frozenset(found)

    def _levels(self, state: State) -> int:
        found = 0
        for at in state:
            found |= self.left.ends_of(at)
        return found

    def _tested(self, state: State) -> int:
        found, tested = 0, self.left.tested
        for at in state:
            if at >= 0:
                found |= tested[at]
        return found
