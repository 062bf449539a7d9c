"""One part of an answer over every way in which the open questions may still be answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nocontact.fork_safety import cached_property
from nocontact.proof.answer_diagram import NOWHERE, AnswerDiagram
from nocontact.proof.budget import in_time
from nocontact.proof.subject import Subject

Ends = tuple[int, ...]


@dataclass(frozen=True)
class LeftOpen:
    """What is left of a diagram when some facts are known.

    Two different nodes mean two different things, and children come before their parents.

    Attributes:
        diagram: the part, over all scenarios.
        nodes: number of a fact, and the child of each of its values.
        tested: for each node, the facts that are tested from there on, as bits.
        ends: for each node, the levels that some scenario has from there on, as bits.
        root: where a walk starts.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.proof.answer_diagram import answer_diagram
        >>> wall = answer_diagram(Rulebook.load(), Subject("finding", "wall"))
        >>> row = Scenario(staying_away="gives_in", times_gone_back="3+").flat()
        >>> left_open(wall, row, {"hope", "close_to_going_back"}).levels
        ('friction',)
        >>> left_open(wall, row, {"hope", "reach_out", "how_i_am.more_alcohol_or_drugs"}).levels
        ('friction', 'lock')
    """

    diagram: AnswerDiagram
    nodes: tuple[tuple[int, tuple[int, ...]], ...]
    tested: tuple[int, ...]
    ends: tuple[int, ...]
    root: int

    @property
    def subject(self) -> Subject:
        """The part of the answer."""
        return self.diagram.subject

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The levels that the part may still have, lowest first."""
        found = self.ends_of(self.root)
        return tuple(level for at, level in enumerate(self.diagram.levels) if found >> at & 1)

    @property
    def is_settled(self) -> bool:
        """Whether no further answer can change it."""
        return len(self.levels) == 1

    def bits_of(self, facts: Iterable[str]) -> int:
        """Return those of these facts that are still tested, as bits."""
        if self.root < 0:
            return 0
        wanted = {*facts}
        every = sum(1 << at for at, fact in enumerate(self.diagram.facts) if fact in wanted)
        return every & self.tested[self.root]

    def levels_with(self, given: Mapping[str, str], most: int) -> frozenset[str]:
        """Return the levels that the part may still have when some open facts become known.

        Args:
            given: open fact → its value.
            most: when so many are found, no more are looked for.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> from nocontact.proof.answer_diagram import answer_diagram
            >>> wall = answer_diagram(Rulebook.load(), Subject("finding", "wall"))
            >>> left = left_open(wall, Scenario().flat(), Scenario().flat())
            >>> len(left.levels_with({"staying_away": "nothing_holds"}, most=9))
            2
        """
        facts, values = self.diagram.facts, self.diagram.values
        fixed = {
            at: values[at].index(given[fact]) for at, fact in enumerate(facts) if fact in given
        }
        found, seen, waiting = set[int](), {self.root}, [self.root]
        while waiting and len(found) < most:
            at = waiting.pop()
            if at < 0:
                found.update({at} - {NOWHERE})
                continue
            fact, children = self.nodes[at]
            for child in children if fact not in fixed else (children[fixed[fact]],):
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
        return frozenset(self.diagram.levels[-2 - end] for end in found)

    def ends_of(self, at: int) -> int:
        """Return the levels that a walk from here may end at, as bits."""
        if at >= 0:
            return self.ends[at]
        return 0 if at == NOWHERE else 1 << (-2 - at)


def left_open(diagram: AnswerDiagram, row: Mapping[str, str], open_: Collection[str]) -> LeftOpen:
    """Return what is left of a diagram when every fact that is not open is known.

    Args:
        diagram: the part, over all scenarios.
        row: the value of every fact.
        open_: the facts that may still become anything.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.proof.answer_diagram import answer_diagram
        >>> wall = answer_diagram(Rulebook.load(), Subject("finding", "wall"))
        >>> left_open(wall, Scenario(staying_away="nothing_holds").flat(), ()).is_settled
        True
    """
    known = [
        None if fact in open_ else values.index(row[fact])
        for fact, values in zip(diagram.facts, diagram.values, strict=True)
    ]
    at: list[int] = []
    number: dict[tuple[int, Ends], int] = {}
    in_time()
    for fact, children in diagram.nodes:
        fixed = known[fact]
        if fixed is not None:
            child = children[fixed]
            at.append(child if child < 0 else at[child])
            continue
        left = tuple([child if child < 0 else at[child] for child in children])
        if left.count(left[0]) == len(left):
            at.append(left[0])
        else:
            at.append(number.setdefault((fact, left), len(number)))
    root = diagram.root if diagram.root < 0 else at[diagram.root]
    return LeftOpen(diagram, (*number,), *_below(number), root)


def _below(nodes: Iterable[tuple[int, Ends]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return which facts are tested below each node, and which levels are reached."""
    tested: list[int] = []
    ends: list[int] = []
    for fact, children in nodes:
        facts, levels = 1 << fact, 0
        for child in children:
            if child >= 0:
                facts |= tested[child]
                levels |= ends[child]
            elif child != NOWHERE:
                levels |= 1 << (-2 - child)
        tested.append(facts)
        ends.append(levels)
    return (*tested,), (*ends,)
