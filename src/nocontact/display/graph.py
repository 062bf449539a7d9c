"""A picture as plain data: nodes, and edges that run from top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from nocontact.display.inline import printable
from nocontact.fork_safety import cached_property

Shape: TypeAlias = Literal["stadium", "box", "rounded", "double"]
"""What a node looks like, so that colour is never the only sign."""

SHAPES: tuple[Shape, ...] = get_args(Shape)
"""Every shape, for checks and tests."""

SIDE_BY_SIDE = 3
"""The most nodes of one layer."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a picture.

    Attributes:
        id: its name in the graph.
        text: what it says.
        caption: a small line above: what kind of thing it is.
        code: a name that stays as it is, below.
        full: all that there is to say, for whom points at it; the text where it is left out.
        group: what it belongs to; it gives the colour. Empty for none.
        shape: how it is drawn.
        strong: whether the text is bold.
        at_end: whether it stands below all that does not lead to it.

    Examples:
        >>> Node("rule.wall.lock", "The harder it is, the higher.", group="wall")
        Node(hidden)
    """

    id: str
    text: str
    caption: str = ""
    code: str = ""
    full: str = ""
    group: str = ""
    shape: Shape = "box"
    strong: bool = False
    at_end: bool = False

    def __post_init__(self) -> None:
        for name in ("text", "caption", "code", "full"):
            object.__setattr__(self, name, printable(getattr(self, name)))

    def __repr__(self) -> str:
        return "Node(hidden)"

    @property
    def words(self) -> str:
        """All that there is to say of it.

        Examples:
            >>> Node("a", "Rest").words, Node("a", "Rest", full="Rest a while.").words
            ('Rest', 'Rest a while.')
        """
        return self.full or self.text


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from what comes first to what follows from it.

    Attributes:
        start: id of a node.
        end: id of a node.

    Examples:
        >>> Edge("answer", "rule").end
        'rule'
    """

    start: str
    end: str

    def __repr__(self) -> str:
        return "Edge(hidden)"


@dataclass(frozen=True)
class Graph:
    """Nodes and edges, with what stands out, and the same in words.

    Attributes:
        title: what the picture shows, in a few words.
        description: the same in words, for whoever does not see it.
        nodes: in reading order.
        edges: between these nodes; they never lead round in a circle.
        path: ids of the nodes that stand out; none when no node does.
        groups: every group there may be, in order; a group has the same colour in each picture.

    Raises:
        ValueError: two nodes have one id, an edge or the path names no node, or edges lead round.

    Examples:
        >>> graph = Graph("Why", "", [Node("a", "A"), Node("b", "B")], [Edge("a", "b")])
        >>> graph
        Graph(2 nodes, 1 edges; words hidden)
        >>> Graph("Why", "", [Node("a", "A")], [Edge("a", "b")])
        Traceback (most recent call last):
        ...
        ValueError: no node has the id `b`
    """

    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    path: frozenset[str] = frozenset()
    groups: tuple[str, ...] = field(default=())

    def __init__(
        self, title: str, description: str, nodes: Iterable[Node], edges: Iterable[Edge],
        path: Iterable[str] = (), groups: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Bring everything into normal form, and check it."""
        values = {
            "title": printable(title), "description": printable(description),
            "nodes": tuple(nodes), "edges": tuple(dict.fromkeys(edges)),
            "path": frozenset(path), "groups": tuple(groups),
        }  # fmt: skip
        for name, value in values.items():
            object.__setattr__(self, name, value)
        self._check()

    def __repr__(self) -> str:
        return f"Graph({len(self.nodes)} nodes, {len(self.edges)} edges; words hidden)"

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """The nodes by id.

        Examples:
            >>> list(Graph("", "", [Node("a", "A")], []).by_id)
            ['a']
        """
        return {node.id: node for node in self.nodes}

    @cached_property
    def layers(self) -> dict[str, int]:
        """The layer of each node, from the top: below all that leads to it, three side by side.

        A layer that is full sends what would stand in it one layer up (after Coffman and Graham
        1972), so that the picture is as wide as a page, whatever it shows.

        Examples:
            >>> nodes = [Node(name, name) for name in "abcde"]
            >>> edges = [Edge("a", "b"), Edge("b", "c"), Edge("d", "c"), Edge("e", "c")]
            >>> Graph("", "", nodes, edges).layers
            {'a': 0, 'b': 1, 'c': 2, 'd': 1, 'e': 1}
        """
        after: dict[str, list[str]] = {name: [] for name in self.by_id}
        for edge in self.edges:
            after[edge.start].append(edge.end)
        ends = [name for name in self.in_order if self.by_id[name].at_end and not after[name]]
        up: dict[str, int] = {}
        taken: Counter[int] = Counter()
        for name in dict.fromkeys([*ends, *reversed(self.in_order)]):
            at = max((up[end] + 1 for end in after[name]), default=0)
            while taken[at] == SIDE_BY_SIDE:
                at += 1
            up[name] = at
            taken[at] += 1
        top = max(up.values(), default=0)
        return {name: top - up[name] for name in self.by_id}

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """The ids, each after all that leads to it.

        Raises:
            ValueError: edges lead round in a circle.

        Examples:
            >>> nodes = [Node("b", "B"), Node("a", "A")]
            >>> Graph("", "", nodes, [Edge("a", "b")]).in_order
            ('a', 'b')
        """
        waiting = dict.fromkeys(self.by_id, 0)
        for edge in self.edges:
            waiting[edge.end] += 1
        ready = [name for name, count in waiting.items() if not count]
        for name in ready:
            for edge in self.edges:
                if edge.start == name:
                    waiting[edge.end] -= 1
                    if not waiting[edge.end]:
                        ready.append(edge.end)
        if len(ready) < len(waiting):
            raise ValueError("the edges lead round in a circle")
        return tuple(ready)

    def _check(self) -> None:
        if len(self.by_id) < len(self.nodes):
            raise ValueError("two nodes have the same id")
        ends = [name for edge in self.edges for name in (edge.start, edge.end)]
        for name in (*ends, *sorted(self.path)):
            if name not in self.by_id:
                raise ValueError(f"no node has the id `{name}`")
        assert self.in_order is not None
