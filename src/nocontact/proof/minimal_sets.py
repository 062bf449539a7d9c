"""Smallest sets read off a diagram: what has to change, and what has to stay.

A set is a bit mask. One pass from the ends of the diagram to its root finds every smallest set of
changes that leads elsewhere; what meets all of them is what forces the level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from nocontact.proof.answer_diagram import NOWHERE, AnswerDiagram
from nocontact.proof.budget import in_time

Mask: TypeAlias = int
"""A set of small things, one bit each."""

Costs: TypeAlias = Sequence[Sequence[Mask | None]]
"""For each fact and value of a diagram: what taking it costs; None where it may not be taken."""

MOST_MASKS = 4_000
"""More smallest sets than this at one node are too many: only smaller sets are looked for then."""

MOST_HITTING_SETS = 2_000
"""After this many hitting sets the search ends."""

_SIZES = (6, 4, 3, 2)


class MinimalSets(NamedTuple):
    """Sets of which none holds another, fewest bits first.

    Attributes:
        masks: the sets.
        complete: whether these are all.

    Examples:
        >>> MinimalSets((0b1, 0b110), complete=True).masks
        (1, 6)
    """

    masks: tuple[Mask, ...]
    complete: bool


def smallest(masks: Iterable[Mask]) -> list[Mask]:
    """Return the sets that hold no other one, fewest bits first.

    Examples:
        >>> smallest([0b111, 0b100, 0b011, 0b100])
        [4, 3]
    """
    return sorted(_without_larger({*masks}), key=_fewest_first)


def _without_larger(masks: set[Mask]) -> list[Mask]:
    """Return the sets that hold no other; each is looked for below the rarest bit that it has."""
    if 0 in masks:
        return [0]
    bits = {mask: [*bits_of(mask)] for mask in masks}
    often = Counter(chain.from_iterable(bits.values()))
    below: dict[Mask, list[Mask]] = {bit: [] for bit in often}
    kept: list[Mask] = []
    for mask in sorted(masks, key=int.bit_count):
        in_time()
        if not any(other & mask == other for bit in bits[mask] for other in below[bit]):
            kept.append(mask)
            below[min(bits[mask], key=often.__getitem__)].append(mask)
    return kept


def change_sets(
    diagram: AnswerDiagram,
    costs: Costs,
    levels: Collection[str],
    clashes: Collection[Mask] = (),
    uncounted: Mask = 0,
    most: int = MOST_MASKS,
) -> MinimalSets:
    """Return the smallest sets of costs that are enough to get to one of some levels.

    Args:
        diagram: a part of the answer.
        costs: what each value of each fact costs.
        levels: where to get to.
        clashes: bits that may not be paid together.
        uncounted: bits that do not make a set larger.
        most: when there are more sets at one node, only the sets with few bits are returned.

    Examples:
        >>> from nocontact.proof.subject import Subject
        >>> hope = AnswerDiagram(Subject("step", "x"), ("no", "yes"), ("hope",),
        ...                      (("unknown", "none", "some"),), ((0, (-2, -2, -3)),), 0)
        >>> change_sets(hope, [[0, 0b1, 0b1]], ["yes"])
        MinimalSets(masks=(1,), complete=True)
    """
    one_pass = _Pass(diagram, costs, levels, clashes, uncounted)
    for size in (None, *_SIZES):
        found = one_pass.sets(size, most)
        if found is not None:
            return MinimalSets(found, complete=size is None)
    return MinimalSets(one_pass.sets(1, None) or (), complete=False)


class _Pass:
    """One pass over the nodes, children first."""

    def __init__(
        self,
        diagram: AnswerDiagram,
        costs: Costs,
        levels: Collection[str],
        clashes: Collection[Mask],
        uncounted: Mask,
    ) -> None:
        self.diagram, self.costs, self.clashes = diagram, costs, clashes
        self.counted = ~uncounted
        self.wanted = {-2 - at for at, level in enumerate(diagram.levels) if level in levels}
        self.at: list[list[Mask]] = []

    def sets(self, size: int | None, most: int | None) -> tuple[Mask, ...] | None:
        """Return the sets of the root, or None when there are too many at some node."""
        self.at = []
        for fact, children in self.diagram.nodes:
            found = _without_larger(self._of_node(fact, children, size))
            if most is not None and len(found) > most:
                return None
            self.at.append(found)
        return tuple(sorted(self._of(self.diagram.root), key=_fewest_first))

    def _of(self, child: int) -> list[Mask]:
        if child >= 0:
            return self.at[child]
        return [0] if child != NOWHERE and child in self.wanted else []

    def _of_node(self, fact: int, children: Sequence[int], size: int | None) -> set[Mask]:
        in_time()
        masks = set[Mask]()
        for cost, child in zip(self.costs[fact], children, strict=True):
            if cost is not None:
                masks.update([cost | rest for rest in self._of(child)])
        for clash in self.clashes:
            masks = {mask for mask in masks if mask & clash != clash}
        if size is None:
            return masks
        return {mask for mask in masks if (mask & self.counted).bit_count() <= size}


def hitting_sets(masks: Iterable[Mask], most: int = MOST_HITTING_SETS) -> MinimalSets:
    """Return the smallest sets that meet every one of some sets; each is found once (MMCS).

    Args:
        masks: what has to be met.
        most: after so many the search ends, and the result is not complete.

    Examples:
        >>> hitting_sets([0b011, 0b110])
        MinimalSets(masks=(2, 5), complete=True)
        >>> hitting_sets([0]), hitting_sets([])
        (MinimalSets(masks=(), complete=True), MinimalSets(masks=(0,), complete=True))
    """
    sets = smallest(masks)
    found: list[Mask] = []
    for each in _Hitting(sets).found() if 0 not in sets else ():
        if len(found) == most:
            return MinimalSets(tuple(sorted(found, key=_fewest_first)), complete=False)
        found.append(each)
    return MinimalSets(tuple(sorted(found, key=_fewest_first)), complete=True)


class _Hitting:
    """Adds one bit after the other; each bit must stay the only one that meets some set.

    After K. Murakami and T. Uno, "Efficient algorithms for dualizing large-scale hypergraphs",
    Discrete Applied Mathematics 170 (2014).
    """

    def __init__(self, sets: Sequence[Mask]) -> None:
        self.sets = sets
        self.meets: dict[Mask, Mask] = {}
        for at, mask in enumerate(sets):
            for bit in bits_of(mask):
                self.meets[bit] = self.meets.get(bit, 0) | 1 << at

    def found(self) -> Iterator[Mask]:
        return self._below({}, (1 << len(self.sets)) - 1, sum(self.meets))

    def _below(self, alone: dict[Mask, Mask], left: Mask, free: Mask) -> Iterator[Mask]:
        """Yield what can be made of some bits (each with the sets that it meets alone)."""
        in_time()
        if not left:
            yield sum(alone)
            return
        open_sets = [self.sets[at.bit_length() - 1] & free for at in bits_of(left)]
        tried = min(open_sets, key=_fewest_first)
        free &= ~tried
        for bit in bits_of(tried):
            met = self.meets[bit]
            kept = {other: sets & ~met for other, sets in alone.items()}
            if all(kept.values()):
                yield from self._below({**kept, bit: left & met}, left & ~met, free)
                free |= bit


def bits_of(mask: Mask) -> Iterator[Mask]:
    """Yield each bit of a set, lowest first.

    Examples:
        >>> list(bits_of(0b101))
        [1, 4]
    """
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _fewest_first(mask: Mask) -> tuple[int, Mask]:
    return mask.bit_count(), mask
