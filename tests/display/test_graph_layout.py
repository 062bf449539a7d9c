"""Layouts: nothing overlaps, lines run forward, words fit, and it is always the same."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings

from nocontact.display import text_width as text_width_module
from nocontact.display.graph import SIDE_BY_SIDE, Edge, Graph, Node
from nocontact.display.graph_layout import (
    CODE_SIZE,
    LINE_SPACE,
    MARGIN,
    PADDING,
    SMALL_SIZE,
    SPACE,
    TEXT_SIZE,
    WIDTH,
    Box,
    layout_of,
)
from nocontact.display.graph_slots import crossings, joined, ordered, route
from nocontact.display.text_width import lines_within, text_width

from .graphs import HOSTILE, graphs


@settings(max_examples=40)
@given(graph=graphs())
def test_no_two_boxes_overlap(graph: Graph) -> None:
    """Boxes keep a distance, whatever the words."""
    boxes = layout_of(graph).boxes.values()
    assert len(boxes) == len(graph.nodes)
    for one, two in combinations(boxes, 2):
        assert _beside(one, two) or _above(one, two) or _above(two, one)


@settings(max_examples=40)
@given(graph=graphs())
def test_everything_is_inside_the_picture(graph: Graph) -> None:
    """Boxes and lines are inside the frame."""
    layout = layout_of(graph)
    for box in layout.boxes.values():
        assert box.x >= 0 and box.x + box.width <= layout.width
        assert box.y >= 0 and box.y + box.height <= layout.height
    for line in layout.lines.values():
        assert all(0 <= x <= layout.width and 0 <= y <= layout.height for x, y in line)


@settings(max_examples=40)
@given(graph=graphs())
def test_lines_run_downwards_and_through_no_box(graph: Graph) -> None:
    """A line is upright where it passes a layer, and then it passes between the boxes."""
    layout = layout_of(graph)
    for edge, line in layout.lines.items():
        assert [y for _, y in line] == sorted(y for _, y in line)
        start, end = layout.boxes[edge.start], layout.boxes[edge.end]
        assert abs(line[0][0] - start.middle) < 0.2 and line[0][1] == start.y + start.height
        assert abs(line[-1][0] - end.middle) < 0.2 and line[-1][1] == end.y
        for (x, upper), (right, lower) in zip(line[::2], line[1::2], strict=True):
            assert x == right
            for box in layout.boxes.values():
                passes = box.y < lower - 0.2 and upper + 0.2 < box.y + box.height
                assert not (passes and box.x < x < box.x + box.width)


@settings(max_examples=40)
@given(graph=graphs())
def test_it_is_as_wide_as_a_page(graph: Graph) -> None:
    """Three boxes stand side by side at most, and lines pass between them."""
    found = Counter(graph.layers.values())
    assert max(found.values(), default=0) <= SIDE_BY_SIDE
    slots = {slot for edge in graph.edges for slot in route(graph, edge)}
    passing = Counter(slot.layer for slot in slots if graph.layers[slot.node] != slot.layer)
    lines = max(passing.values(), default=0) * (2 + LINE_SPACE)
    assert layout_of(graph).width <= SIDE_BY_SIDE * (WIDTH + SPACE) + lines + 2 * MARGIN


@settings(max_examples=40)
@given(graph=graphs())
def test_it_is_the_same_each_time(graph: Graph) -> None:
    """Nothing depends on chance, nor on the order in which sets are walked."""
    again = Graph(graph.title, graph.description, graph.nodes, graph.edges, graph.path, ("one",))
    assert layout_of(graph) == layout_of(again)


@settings(max_examples=40)
@given(graph=graphs())
def test_each_layer_comes_after_what_leads_to_it(graph: Graph) -> None:
    """An edge leads to a later layer."""
    assert all(graph.layers[edge.start] < graph.layers[edge.end] for edge in graph.edges)


def test_sorting_takes_crossings_away() -> None:
    """Lines that need not cross do not cross."""
    names = "abc"
    nodes = [Node(f"{side}{name}", name) for side in "lr" for name in names]
    edges = [Edge(f"l{one}", f"r{two}") for one, two in zip(names, reversed(names), strict=True)]
    graph = Graph("", "", nodes, edges)
    before, after = joined(graph)
    assert crossings(ordered(graph, before, after), after) == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_words_fit_their_box(text: str) -> None:
    """No line is wider than the box, and none is lost but what an ellipsis stands for."""
    node = Node("a", text, text, text, shape="stadium", strong=True)
    box = layout_of(Graph("", "", [node], [])).boxes["a"]
    room = WIDTH - 2 * PADDING
    for lines, size, most in ((box.caption, SMALL_SIZE, 3), (box.text, TEXT_SIZE, 4),
                              (box.code, CODE_SIZE, 3)):  # fmt: skip
        assert len(lines) <= most
        assert all(text_width(line, size) <= room for line in lines)


@pytest.mark.parametrize("letter", ["a", ".", "W.", "壁", "\u0301", "w.\u0301\u0301", "a b\u0301 "])
@pytest.mark.parametrize("most", [4, 10_000])
def test_a_long_word_is_measured_letter_by_letter(
    letter: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times the letters are ten times the work, at most, whatever the letters."""
    looked_at: list[str] = []
    share = text_width_module._share

    def counted(sign: str, even: bool) -> int:
        looked_at.append(sign)
        return share(sign, even)

    monkeypatch.setattr(text_width_module, "_share", counted)
    text = (letter * 3_000)[:3_000]
    lines = lines_within(text, 172, 12.5, most)
    assert len(looked_at) <= 4 * len(text) + 10
    assert len(lines) <= most


def test_long_names_break_after_a_sign() -> None:
    """An id of a rule is broken where its words meet."""
    lines = lines_within("enmeshment.goes-back-again", 100, 10, 3, even=True)
    assert lines == ("enmeshment.goes-", "back-again")


def test_what_is_wrong_with_a_graph_is_said() -> None:
    """Two nodes of one id, an edge to nowhere, a path through nothing, and a circle."""
    a, b = Node("a", "A"), Node("b", "B")
    wrong: dict[str, tuple[list[Node], list[Edge], list[str]]] = {
        "two nodes have the same id": ([a, a], [], []),
        "no node has the id `c`": ([a], [Edge("a", "c")], []),
        "no node has the id `d`": ([a], [], ["d"]),
        "the edges lead round in a circle": ([a, b], [Edge("a", "b"), Edge("b", "a")], []),
    }
    for message, (nodes, edges, path) in wrong.items():
        with pytest.raises(ValueError, match=message):
            Graph("", "", nodes, edges, path)


def test_no_repr_shows_words() -> None:
    """A graph ends up in tracebacks; its words are answers."""
    node = Node("a", "secret", "secret", "secret", "secret")
    graph = Graph("secret", "secret", [node], [])
    assert "secret" not in f"{graph!r} {node!r} {layout_of(graph)!r}"


def _beside(one: Box, two: Box) -> bool:
    return one.x + one.width < two.x or two.x + two.width < one.x


def _above(one: Box, two: Box) -> bool:
    return one.y + one.height <= two.y + 0.11
