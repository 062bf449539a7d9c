"""The values that facts may take together so that a part of the answer is altered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product
from typing import NamedTuple, TypeAlias

from nocontact.explanation.exact.change import Whose
from nocontact.explanation.exact.possible_changes import Bit, PossibleChanges
from nocontact.facts.question import NONE
from nocontact.proof.answer_diagram import NOWHERE, AnswerDiagram
from nocontact.proof.budget import in_time

_Box: TypeAlias = tuple[tuple[str, ...], ...]


class Way(NamedTuple):
    """Values of some facts; each value of one goes with each value of the others.

    Attributes:
        values: fact → the values that it may take.
        becomes: the level that follows.

    Examples:
        >>> Way({"hope": ("some", "strong")}, "lock").becomes
        'lock'
    """

    values: Mapping[str, tuple[str, ...]]
    becomes: str


class WaysToChange:
    """Walks a diagram with all facts fixed but a few.

    Args:
        diagram: a part of the answer.
        possible: what may change.
        level: the level that is to be altered.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact.proof.subject import Subject
        >>> hope = AnswerDiagram(Subject("step", "x"), ("no", "yes"), ("hope",),
        ...     (("unknown", "none", "some", "strong"),), ((0, (-2, -2, -3, -3)),), 0)
        >>> possible = PossibleChanges(Scenario.vocabulary(), Scenario(hope="none").flat())
        >>> WaysToChange(hope, possible, "no").of([], [Bit("hope", "hope")])
        [Way(values={'hope': ('some', 'strong')}, becomes='yes')]
    """

    def __init__(self, diagram: AnswerDiagram, possible: PossibleChanges, level: str) -> None:
        self.diagram, self.possible, self.level = diagram, possible, level
        vocabulary = possible.vocabulary
        self._follow = [name for name in diagram.facts if vocabulary[name].member == NONE]

    def of(self, answered: Collection[str], own: list[Bit]) -> list[Way]:
        """Return every way in which facts can change so that the level is another one.

        Args:
            answered: the questions (lists) that get an answer.
            own: the facts that change, all of them.
        """
        names = [bit.fact for bit in own if bit.fact is not None]
        others = {
            name: self.possible.other_values(bit) for name, bit in zip(names, own, strict=True)
        }
        row = self.possible.row_after(answered, {})
        free = others | {name: self.possible.follows(name, answered) for name in self._follow}
        boxes: dict[tuple[str, tuple[Whose, ...]], list[_Box]] = {}
        for end, chosen in self._walk(self.diagram.root, row, free):
            becomes = self.diagram.ends_at(end)
            if becomes is not None and becomes != self.level:
                whole = {**others, **chosen}
                for whose, box in self._by_whose(own, [whole[name] for name in names]):
                    boxes.setdefault((becomes, whose), []).append(box)
        return [
            Way(dict(zip(names, box, strict=True)), becomes)
            for (becomes, _), found in boxes.items() for box in _joined(found)
        ]  # fmt: skip

    def _walk(
        self, at: int, row: Mapping[str, str], free: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[int, dict[str, tuple[str, ...]]]]:
        """Yield each end with the values of free facts that lead there."""
        nodes, facts, values = self.diagram.nodes, self.diagram.facts, self.diagram.values
        while at >= 0:
            fact, children = nodes[at]
            name = facts[fact]
            if name in free:
                yield from self._branches(at, row, free)
                return
            at = children[values[fact].index(row[name])]
        yield at, {}

    def _branches(
        self, at: int, row: Mapping[str, str], free: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[int, dict[str, tuple[str, ...]]]]:
        in_time()
        fact, children = self.diagram.nodes[at]
        name = self.diagram.facts[fact]
        led: dict[int, tuple[str, ...]] = {}
        for value, child in zip(self.diagram.values[fact], children, strict=True):
            if child != NOWHERE and value in free[name]:
                led[child] = (*led.get(child, ()), value)
        for child, found in led.items():
            for end, chosen in self._walk(child, row, free):
                yield end, {**chosen, name: found}

    def _by_whose(
        self, own: list[Bit], box: list[tuple[str, ...]]
    ) -> Iterator[tuple[tuple[Whose, ...], _Box]]:
        """Yield the box in parts in which each fact has one answer to who can change it."""
        parts: list[list[tuple[Whose, tuple[str, ...]]]] = []
        for bit, values in zip(own, box, strict=True):
            found: dict[Whose, tuple[str, ...]] = {}
            for value in values:
                whose = self.possible.whose(bit, value)
                found[whose] = (*found.get(whose, ()), value)
            parts.append([*found.items()])
        for part in product(*parts):
            yield tuple(whose for whose, _ in part), tuple(values for _, values in part)


def _joined(boxes: list[_Box]) -> list[_Box]:
    """Join boxes that differ in one place only, place by place."""
    for place in range(len(boxes[0])):
        joined: dict[_Box, tuple[str, ...]] = {}
        for box in boxes:
            rest = (*box[:place], *box[place + 1 :])
            joined[rest] = (*joined.get(rest, ()), *box[place])
        boxes = [(*rest[:place], values, *rest[place:]) for rest, values in joined.items()]
    return boxes
