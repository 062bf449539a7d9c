"""Where nodes and passing lines stand in the layers of a picture, with few lines crossing.

After Sugiyama, Tagawa and Toda (1981): a line that passes a layer has a place of its own in it,
and the places are sorted again and again by the middle of what they are joined to. The lines
that leave one node share their places, so that they run together until they part.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from nocontact.display.graph import Edge, Graph

_SWEEPS = 16


class Slot(NamedTuple):
    """A place in a layer: a node, or the lines that leave a node and pass here.

    Examples:
        >>> Slot("a", 2).layer
        2
    """

    node: str
    layer: int


Layers: TypeAlias = list[list[Slot]]
Joined: TypeAlias = Mapping[Slot, Sequence[Slot]]


def route(graph: Graph, edge: Edge) -> tuple[Slot, ...]:
    """Return the slots that an edge goes through, both ends included.

    Examples:
        >>> from nocontact.display.graph import Node
        >>> nodes = [Node(name, name) for name in "abc"]
        >>> edges = [Edge("a", "b"), Edge("b", "c"), Edge("a", "c")]
        >>> [slot.node for slot in route(Graph("", "", nodes, edges), edges[2])]
        ['a', 'a', 'c']
    """
    first, last = graph.layers[edge.start], graph.layers[edge.end]
    return (*(Slot(edge.start, at) for at in range(first, last)), Slot(edge.end, last))


def joined(graph: Graph) -> tuple[Joined, Joined]:
    """Return the slots before and after each slot.

    Examples:
        >>> from nocontact.display.graph import Node
        >>> graph = Graph("", "", [Node("a", "A"), Node("b", "B")], [Edge("a", "b")])
        >>> joined(graph)[1][Slot("a", 0)]
        [Slot(node='b', layer=1)]
    """
    links = {pair for edge in graph.edges for pair in pairwise(route(graph, edge))}
    slots = [Slot(node.id, graph.layers[node.id]) for node in graph.nodes]
    slots += sorted({slot for pair in links for slot in pair} - {*slots})
    before: dict[Slot, list[Slot]] = {slot: [] for slot in slots}
    after: dict[Slot, list[Slot]] = {slot: [] for slot in slots}
    for one, two in sorted(links):
        after[one].append(two)
        before[two].append(one)
    return before, after


def ordered(graph: Graph, before: Joined, after: Joined) -> Layers:
    """Return the slots of each layer from left to right, with few lines crossing.

    Examples:
        >>> from nocontact.display.graph import Node
        >>> nodes = [Node(name, name) for name in "abcd"]
        >>> graph = Graph("", "", nodes, [Edge("a", "d"), Edge("b", "c")])
        >>> [[slot.node for slot in layer] for layer in ordered(graph, *joined(graph))]
        [['b', 'a'], ['c', 'd']]
    """
    layers: Layers = [[] for _ in range(max(graph.layers.values(), default=-1) + 1)]
    for slot in before:
        layers[slot.layer].append(slot)
    best, fewest = layers, crossings(layers, after)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        layers = _swept(layers, before) if sweep % 2 else _swept(layers[::-1], after)[::-1]
        _switch(layers, before, after)
        count = crossings(layers, after)
        if count < fewest:
            best, fewest = [[*layer] for layer in layers], count
    return best


def crossings(layers: Layers, after: Joined) -> int:
    """Return how often two lines cross.

    Examples:
        >>> a, b, c, d = Slot("a", 0), Slot("b", 0), Slot("c", 1), Slot("d", 1)
        >>> after = {a: [d], b: [c], c: [], d: []}
        >>> crossings([[a, b], [c, d]], after), crossings([[b, a], [c, d]], after)
        (1, 0)
    """
    place = _places(layers)
    found = 0
    for layer in layers:
        seen: list[int] = []
        for slot in layer:
            ends = sorted(place[end] for end in after[slot])
            found += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return found


def _places(layers: Layers) -> dict[Slot, int]:
    return {slot: at for layer in layers for at, slot in enumerate(layer)}


def _swept(layers: Layers, toward: Joined) -> Layers:
    """Sort each layer by the middle of what its slots are joined to in the layer before."""
    place: dict[Slot, float] = {}
    found = []
    for layer in layers:
        for at, slot in enumerate(layer):
            ends = [place[end] for end in toward[slot]]
            place[slot] = sum(ends) / len(ends) if ends else at
        layer = sorted(layer, key=place.__getitem__)
        place |= {slot: float(at) for at, slot in enumerate(layer)}
        found.append(layer)
    return found


def _switch(layers: Layers, before: Joined, after: Joined) -> None:
    """Let neighbours change places where fewer lines cross then."""
    for layer in layers:
        place = _places(layers)
        for at in range(len(layer) - 1):
            one, two = layer[at], layer[at + 1]
            if _cost(two, one, before, after, place) < _cost(one, two, before, after, place):
                layer[at], layer[at + 1] = two, one


def _cost(one: Slot, two: Slot, before: Joined, after: Joined, place: Mapping[Slot, int]) -> int:
    return sum(
        place[high] > place[low]
        for side in (before, after)
        for high in side[one]
        for low in side[two]
    )
