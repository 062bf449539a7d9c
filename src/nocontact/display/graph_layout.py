"""Where everything in a picture stands: boxes that never overlap, lines that go between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nocontact.display.graph import Edge, Graph, Node
from nocontact.display.graph_slots import Columns, Joined, Slot, joined, ordered, route
from nocontact.display.text_width import lines_within

WIDTH, GAP, MARGIN = 190.0, 46.0, 10.0
PADDING, SPACE, LINE_SPACE = 9.0, 14.0, 9.0
TEXT_SIZE, SMALL_SIZE, CODE_SIZE = 12.5, 10.5, 9.5
TEXT_LINE, SMALL_LINE = 16.0, 13.5
BOLD = 1.2
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A node in its place; `x` and `y` are its upper left corner.

    Examples:
        >>> Box("a", 0, 10, 190, 40).middle
        30.0
    """

    node: str = field(repr=False)
    x: float
    y: float
    width: float
    height: float
    caption: tuple[str, ...] = field(default=(), repr=False)
    text: tuple[str, ...] = field(default=(), repr=False)
    code: tuple[str, ...] = field(default=(), repr=False)

    @property
    def middle(self) -> float:
        """Half way down.

        Examples:
            >>> Box("a", 0, 0, 190, 40).middle
            20.0
        """
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture with everything in its place.

    Attributes:
        boxes: by id of the node.
        lines: (x, y) points that each edge goes through; it is level between the two sides of a
            column.
        width: of the whole.
        height: of the whole.

    Examples:
        >>> Layout({}, {}, 20, 20).width
        20
    """

    boxes: Mapping[str, Box] = field(repr=False)
    lines: Mapping[Edge, tuple[tuple[float, float], ...]] = field(repr=False)
    width: float
    height: float


def layout_of(graph: Graph) -> Layout:
    """Return where everything stands: columns from left to right, few crossings, no overlaps.

    Args:
        graph: what to draw.

    Returns:
        The same layout for the same graph, always.

    Examples:
        >>> graph = Graph("", "", [Node("a", "A"), Node("b", "B")], [Edge("a", "b")])
        >>> layout = layout_of(graph)
        >>> layout.boxes["a"].x < layout.boxes["b"].x
        True
    """
    before, after = joined(graph)
    columns = ordered(graph, before, after)
    sized = {node.id: _sized(node) for node in graph.nodes}
    heights = {slot: _height(graph, slot, sized) for slot in before}
    middles = _middles(columns, before, after, heights)
    top = min((middles[slot] - heights[slot] / 2 for slot in before), default=0.0) - MARGIN
    boxes = {}
    for name, box in sized.items():
        slot = Slot(name, graph.columns[name])
        y = middles[slot] - heights[slot] / 2 - top
        boxes[name] = Box(name, _left(slot.column), round(y, 1), WIDTH, box.height,
                          box.caption, box.text, box.code)  # fmt: skip
    lines = {edge: _line(route(graph, edge), middles, top) for edge in graph.edges}
    bottom = max((middles[slot] + heights[slot] / 2 for slot in before), default=0.0) - top
    return Layout(boxes, lines, _left(len(columns)) - GAP + MARGIN, round(bottom + MARGIN, 1))


def _left(column: int) -> float:
    return MARGIN + column * (WIDTH + GAP)


def _sized(node: Node) -> Box:
    inner = WIDTH - 2 * PADDING - (8 if node.shape == "stadium" else 4)
    caption = lines_within(node.caption, inner, SMALL_SIZE, 3)
    text = lines_within(node.text, inner, TEXT_SIZE * (BOLD if node.strong else 1), 4)
    code = lines_within(node.code, inner, CODE_SIZE, 3, even=True)
    height = 2 * PADDING + TEXT_LINE * len(text) + SMALL_LINE * (len(caption) + len(code))
    return Box(node.id, 0, 0, WIDTH, height, caption, text, code)


def _height(graph: Graph, slot: Slot, sized: Mapping[str, Box]) -> float:
    return sized[slot.node].height if graph.columns[slot.node] == slot.column else 2.0


def _middles(
    columns: Columns, before: Joined, after: Joined, heights: Mapping[Slot, float]
) -> dict[Slot, float]:
    """Move each slot close to what it is joined to, as far as its neighbours leave room."""
    middles = {slot: at * 60.0 for column in columns for at, slot in enumerate(column)}
    for turn in range(_ROUNDS):
        both = turn >= _ROUNDS - 2
        back = turn % 2 == 0
        for column in columns[::-1] if back else columns:
            wanted: list[float] = []
            for slot in column:
                ends = [*after[slot], *before[slot]] if both else (after if back else before)[slot]
                near = [middles[end] for end in ends] or [middles[slot]]
                alone = not (before[slot] or after[slot]) and wanted
                wanted.append(wanted[-1] if alone else sum(near) / len(near))
            middles |= zip(column, _apart(column, wanted, heights), strict=True)
    return middles


def _apart(
    column: Sequence[Slot], wanted: Sequence[float], heights: Mapping[Slot, float]
) -> list[float]:
    """Return the middles that are closest to what is wanted, with enough room between them.

    Least squares under an order: neighbours that come too close are pooled and share their mean.
    """
    offsets = [0.0]
    for one, two in pairwise(column):
        room = SPACE if heights[one] > 2 and heights[two] > 2 else LINE_SPACE
        offsets.append(offsets[-1] + (heights[one] + heights[two]) / 2 + room)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, several = pools.pop()
            total, count = total + more, count + several
        pools.append((total, count))
    shifts = [total / count for total, count in pools for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=False)]


def _line(
    slots: Sequence[Slot], middles: Mapping[Slot, float], top: float
) -> tuple[tuple[float, float], ...]:
    """Return the points of a line: out of the first box, level through columns, into the last."""
    level: Callable[[Slot], float] = lambda slot: round(middles[slot] - top, 1)  # noqa: E731
    points = [(_left(slots[0].column) + WIDTH, level(slots[0]))]
    for slot in slots[1:-1]:
        left = _left(slot.column)
        points += [(left, level(slot)), (left + WIDTH, level(slot))]
    return (*points, (_left(slots[-1].column), level(slots[-1])))
