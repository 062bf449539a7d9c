"""Graphs as one SVG element that needs nothing else: no script, no network, no program."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from nocontact.display.graph import Graph, Node
from nocontact.display.graph_colours import graph_stylesheet, hue_of
from nocontact.display.graph_layout import (
    PADDING,
    SMALL_LINE,
    TEXT_LINE,
    Box,
    Layout,
    layout_of,
)
from nocontact.display.inline import printable

_TIP = 6.0
_SMALLEST = 0.85


def graph_to_svg(graph: Graph) -> str:
    """Draw a graph, every word escaped.

    The picture scales with the page, down to where it can still be read. Screen readers read
    its title and its description; each node says all its words to whoever points at it.

    Args:
        graph: what to draw.

    Returns:
        An `svg` element, the same for the same graph; it has no ids, so that a page may hold many.

    Examples:
        >>> svg = graph_to_svg(Graph("Why <so>", "", [Node("a", "Rest & wait")], []))
        >>> "Why &lt;so&gt;" in svg, "Rest &amp; wait" in svg
        (True, True)
    """
    layout = layout_of(graph)
    width, height = layout.width, layout.height
    least = min(width, round(width * _SMALLEST))
    style = f"width:100%;max-width:{_n(width)}px;min-width:{_n(least)}px;height:auto"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="nocontact-graph" role="img"'
        f' width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
        f' style="{style}" aria-label="{escape(graph.title)}">',
        f"<title>{escape(graph.title)}</title>",
        f"<desc>{escape(graph.description)}</desc>",
        f"<style>\n{graph_stylesheet()}\n</style>",
        *_edges(graph, layout),
        *(_node(graph, node, layout.boxes[node.id]) for node in graph.nodes),
        "</svg>",
    ]
    return "\n".join(parts)


def _edges(graph: Graph, layout: Layout) -> Iterator[str]:
    """Yield the lines, those of the path last, so that nothing lies over them."""
    shown = sorted(graph.edges, key=lambda edge: {edge.start, edge.end} <= graph.path)
    for edge in shown:
        points = layout.lines[edge]
        stands = _standing(graph, edge.start, edge.end)
        names = f'data-from="{_id(edge.start)}" data-to="{_id(edge.end)}"'
        x, y = points[-1]
        tip = f"M{_n(x)} {_n(y)}l{_n(-_TIP / 2)} {_n(-_TIP)}h{_n(_TIP)}z"
        yield f'<path class="edge{stands}" {names} d="{_curve(points)}"/>'
        yield f'<path class="tip{stands}" d="{tip}"/>'


def _curve(points: tuple[tuple[float, float], ...]) -> str:
    """Return a path that is upright in each layer, and bends between two."""
    (x, y), *others = points
    drawn = [f"M{_n(x)} {_n(y)}"]
    for at, (right, level) in enumerate(others):
        if at % 2:
            half = (y + level) / 2
            drawn.append(f"C{_n(x)} {_n(half)} {_n(right)} {_n(half)} {_n(right)} {_n(level)}")
        else:
            drawn.append(f"V{_n(level - (_TIP - 1 if at == len(others) - 1 else 0))}")
        x, y = right, level
    return "".join(drawn)


def _node(graph: Graph, node: Node, box: Box) -> str:
    hue = hue_of(node.group, graph.groups)
    classes = ["node"] + ([f"hue{hue}"] if hue is not None else [])
    classes += ["at-end"] if node.at_end else []
    stands = _standing(graph, node.id)
    words = ". ".join(part for part in (node.caption, node.words, node.code) if part)
    return "\n".join([
        f'<g class="{" ".join(classes)}{stands}" data-node="{_id(node.id)}">',
        f"<title>{escape(words)}</title>",
        *_outline(node, box),
        *_words(node, box),
        "</g>",
    ])  # fmt: skip


def _outline(node: Node, box: Box) -> Iterator[str]:
    corner = {"stadium": 15, "rounded": 7, "box": 0, "double": 0}[node.shape]
    place = f'x="{_n(box.x)}" y="{_n(box.y)}"'
    size = f'width="{_n(box.width)}" height="{_n(box.height)}"'
    yield f'<rect class="outline" {place} {size} rx="{corner}"/>'
    if node.shape == "double":
        for x in (box.x + 4, box.x + box.width - 4):
            yield f'<path class="outline" d="M{_n(x)} {_n(box.y)}v{_n(box.height)}"/>'


def _words(node: Node, box: Box) -> Iterator[str]:
    y, x = box.y + PADDING, box.x + PADDING + (4 if node.shape == "stadium" else 2)
    for line in box.caption:
        yield _text("small", x, y + SMALL_LINE - 3.5, line)
        y += SMALL_LINE
    for line in box.text:
        yield _text("strong" if node.strong else "", x, y + TEXT_LINE - 4, line)
        y += TEXT_LINE
    for line in box.code:
        yield _text("code", x, y + SMALL_LINE - 3, line)
        y += SMALL_LINE


def _text(role: str, x: float, y: float, line: str) -> str:
    marked = f' class="{role}"' if role else ""
    return f'<text{marked} x="{_n(x)}" y="{_n(y)}">{escape(line)}</text>'


def _id(name: str) -> str:
    return escape(printable(name))


def _standing(graph: Graph, *names: str) -> str:
    if not graph.path or len(graph.path) == len(graph.nodes):
        return ""
    return " on-path" if graph.path.issuperset(names) else " off-path"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
