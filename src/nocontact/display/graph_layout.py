"""Where everything in a picture stands: boxes that never overlap, lines that go between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from nocontact.display.graph import Edge, Graph, Node
from nocontact.display.graph_slots import Joined, Layers, Slot, joined, ordered, route
from nocontact.display.text_width import lines_within

WIDTH, GAP, MARGIN = 196.0, 38.0, 8.0
PADDING, SPACE, LINE_SPACE = 9.0, 14.0, 7.0
TEXT_SIZE, SMALL_SIZE, CODE_SIZE = 12.5, 10.5, 9.5
TEXT_LINE, SMALL_LINE = 16.0, 13.5
BOLD = 1.2
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A node in its place; `x` and `y` are its upper left corner.

    Examples:
        >>> Box("a", 0, 10, 190, 40).height
        40
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
        """Half way across.

        Examples:
            >>> Box("a", 10, 0, 190, 40).middle
            105.0
        """
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture with everything in its place.

    Attributes:
        boxes: by id of the node.
        lines: (x, y) points that each edge goes through; it is upright from the upper to the lower
            side of a layer.
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
    """Return where everything stands: layers from top to bottom, few crossings, no overlaps.

    Args:
        graph: what to draw.

    Returns:
        The same layout for the same graph, always.

    Examples:
        >>> graph = Graph("", "", [Node("a", "A"), Node("b", "B")], [Edge("a", "b")])
        >>> layout = layout_of(graph)
        >>> layout.boxes["a"].y < layout.boxes["b"].y
        True
    """
    before, after = joined(graph)
    layers = ordered(graph, before, after)
    sized = {node.id: _sized(node) for node in graph.nodes}
    widths = {slot: _width(graph, slot) for slot in before}
    middles = _middles(layers, before, after, widths)
    left = min((middles[slot] - widths[slot] / 2 for slot in before), default=0.0) - MARGIN
    across = {slot: round(middle - left, 1) for slot, middle in middles.items()}
    rows = _rows(graph, len(layers), sized)
    boxes = {}
    for name, box in sized.items():
        slot = Slot(name, graph.layers[name])
        x, (top, bottom) = across[slot] - WIDTH / 2, rows[slot.layer]
        y = (top + bottom - box.height) / 2
        boxes[name] = replace(box, x=round(x, 1), y=round(y, 1))
    lines = {edge: _line(route(graph, edge), across, rows, boxes) for edge in graph.edges}
    right = max((across[slot] + widths[slot] / 2 for slot in before), default=0.0)
    height = rows[-1][1] + MARGIN if rows else 2 * MARGIN
    return Layout(boxes, lines, round(right + MARGIN, 1), round(height, 1))


def _rows(graph: Graph, count: int, sized: Mapping[str, Box]) -> Sequence[tuple[float, float]]:
    """Return the upper and the lower side of each layer."""
    highest = [0.0] * count
    for name, box in sized.items():
        highest[graph.layers[name]] = max(highest[graph.layers[name]], box.height)
    tops = accumulate((height + GAP for height in highest), initial=MARGIN)
    return [(top, top + height) for top, height in zip(tops, highest, strict=False)]


def _sized(node: Node) -> Box:
    inner = WIDTH - 2 * PADDING - (8 if node.shape == "stadium" else 4)
    caption = lines_within(node.caption, inner, SMALL_SIZE, 3)
    text = lines_within(node.text, inner, TEXT_SIZE * (BOLD if node.strong else 1), 4)
    code = lines_within(node.code, inner, CODE_SIZE, 3, even=True)
    height = 2 * PADDING + TEXT_LINE * len(text) + SMALL_LINE * (len(caption) + len(code))
    return Box(node.id, 0, 0, WIDTH, height, caption, text, code)


def _width(graph: Graph, slot: Slot) -> float:
    return WIDTH if graph.layers[slot.node] == slot.layer else 2.0


def _middles(
    layers: Layers, before: Joined, after: Joined, widths: Mapping[Slot, float]
) -> dict[Slot, float]:
    """Move each slot close to what it is joined to, as far as its neighbours leave room.

    The picture gets as wide as its fullest layer has to be, and no wider.
    """
    offsets = [_offsets(layer, widths) for layer in layers]
    needed = [each[-1] + widths[layer[-1]] / 2 for layer, each in zip(layers, offsets, strict=True)]
    room = max(needed, default=0.0)
    middles = {
        slot: at
        for layer, each in zip(layers, offsets, strict=True)
        for slot, at in zip(layer, each, strict=True)
    }
    rows = [*zip(layers, offsets, [room - each for each in needed], strict=True)]
    for turn in range(_ROUNDS):
        both = turn >= _ROUNDS - 2
        back = turn % 2 == 0
        for layer, each, spare in rows[::-1] if back else rows:
            wanted: list[float] = []
            for slot in layer:
                ends = [*after[slot], *before[slot]] if both else (after if back else before)[slot]
                near = [middles[end] for end in ends] or [middles[slot]]
                wanted.append(sum(near) / len(near))
            middles |= zip(layer, _apart(wanted, each, spare), strict=True)
    return middles


def _offsets(layer: Sequence[Slot], widths: Mapping[Slot, float]) -> list[float]:
    """Return where each slot stands, where all stand as close to the left side as they may."""
    found = [widths[layer[0]] / 2]
    for one, two in pairwise(layer):
        space = SPACE if widths[one] > 2 and widths[two] > 2 else LINE_SPACE
        found.append(found[-1] + (widths[one] + widths[two]) / 2 + space)
    return found


def _apart(wanted: Sequence[float], offsets: Sequence[float], spare: float) -> list[float]:
    """Return the middles that are closest to what is wanted, far enough from each other.

    Least squares under an order: neighbours that come too close are pooled and share their mean;
    what would stand outside the picture is brought to its edge.
    """
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, several = pools.pop()
            total, count = total + more, count + several
        pools.append((total, count))
    shifts = [total / count for total, count in pools for _ in range(count)]
    return [
        max(0.0, min(spare, shift)) + offset for shift, offset in zip(shifts, offsets, strict=True)
    ]


def _line(
    slots: Sequence[Slot], across: Mapping[Slot, float], rows: Sequence[tuple[float, float]],
    boxes: Mapping[str, Box],
) -> tuple[tuple[float, float], ...]:  # fmt: skip
    """Return the points of a line: down out of the first box, through layers, into the last."""
    first, last = boxes[slots[0].node], boxes[slots[-1].node]
    points = [(across[slots[0]], first.y + first.height)]
    for one, two in pairwise(slots):
        points += [(across[one], rows[one.layer][1]), (across[two], rows[two.layer][0])]
    return (*points, (across[slots[-1]], last.y))
