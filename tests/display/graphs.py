"""Graphs to draw, hostile words among them."""

from __future__ import annotations

from hypothesis import strategies as st

from nocontact.display.graph import SHAPES, Edge, Graph, Node, Shape

HOSTILE = (
    '</text><script>alert("x")</script>',
    "]]> <!-- & &amp; &#60; -->",
    'end"] --> x["y',
    "`**md**` _u_ ~~s~~ [a](b) ![c](d)",
    "#35; #quot; %% comment ;; style a:#fff;",
    "1. one\n2. two\n- three",
    "style lifestyle:#f00; classDef x:#1;",
    "click n_a callback",
    "%%{init: {'theme':'dark'}}%%",
    "\u202eright to left\x00\x1b[31m",
    "日本語の長い文章はどこで折り返されるのでしょうか、よくわかりません。",
    "a" * 300,
    "",
    "\U0001d518\U0001d52b \ufb01 e\u0301 🙂🙃",
    "{curly} |pipe| (round) ((two)) [[three]] <angle> >flag]",
    "' onload='alert(1)",
)


def graphs() -> st.SearchStrategy[Graph]:
    """Graphs whose edges lead from earlier to later nodes, with any words."""
    return st.integers(1, 9).flatmap(_graphs)


@st.composite
def _graphs(draw: st.DrawFn, size: int) -> Graph:
    words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
    shapes: st.SearchStrategy[Shape] = st.sampled_from(SHAPES)
    groups = ("one", "two", "three")
    nodes = [
        Node(
            f"{draw(st.sampled_from(('a', 'b.c', 'd-e', '<f>')))}{at}", draw(words), draw(words),
            draw(words), group=draw(st.sampled_from(("", *groups))), shape=draw(shapes),
            strong=draw(st.booleans()), at_end=draw(st.booleans()),
        )
        for at in range(size)
    ]  # fmt: skip
    pairs = [(one, two) for two in range(size) for one in range(two)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=16, unique=True)) if pairs else []
    edges = [Edge(nodes[one].id, nodes[two].id) for one, two in chosen]
    path = draw(st.lists(st.sampled_from([node.id for node in nodes]), max_size=size))
    return Graph(draw(words), draw(words), nodes, edges, path, groups)
