"""Mermaid: valid lines alone, every sign of a label harmless."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from nocontact.display.graph import Edge, Graph, Node
from nocontact.display.graph_colours import LIGHT, contrast
from nocontact.display.graph_to_mermaid import graph_to_mermaid, mermaid_text

from .graphs import HOSTILE, graphs

LINE = re.compile(
    r"""\ \ (?:
    n_\w*(?:\(\["[^"\n]*"\]\)|\["[^"\n]*"\]|\("[^"\n]*"\)|\[\["[^"\n]*"\]\])
    |n_\w*\ (?:-->|==>)\ n_\w*
    |classDef\ \w+\ [a-z-]+:[#\w ]+(?:,[a-z-]+:[#\w ]+)*
    |class\ n_\w*(?:,n_\w*)*\ \w+
    )""",
    re.VERBOSE | re.ASCII,
)
LABEL = re.compile(r'"([^"]*)"')


@settings(max_examples=40)
@given(graph=graphs())
def test_each_line_is_a_node_an_edge_or_a_class(graph: Graph) -> None:
    """No word gets out of its label."""
    first, *lines = graph_to_mermaid(graph).rstrip("\n").split("\n")
    assert first == "flowchart TB"
    assert not [line for line in lines if not LINE.fullmatch(line)]
    assert sum(line.startswith("  n_") for line in lines) == (len(graph.nodes) + len(graph.edges))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_says_what_was_meant(text: str) -> None:
    """With the numbers read as signs again, the words are there."""
    written = mermaid_text(text)
    read = re.sub(r"#(\d+);", lambda number: chr(int(number[1])), written)
    assert read.split() == text.split()
    assert not set(re.sub(r"#\d+;", "", written)) & set('"<>[]{}()|`#;:&*_~%/\\')
    assert not re.search(r"^[0-9]+\.|^- ", written, re.MULTILINE)


@settings(max_examples=40)
@given(graph=graphs())
def test_names_are_different_and_the_same_each_time(graph: Graph) -> None:
    """Two nodes never become one."""
    text = graph_to_mermaid(graph)
    names = re.findall(r"^  (n_\w*?)[\[(]", text, re.MULTILINE)
    assert len(names) == len(set(names)) == len(graph.nodes)
    assert text == graph_to_mermaid(graph)


def test_the_path_has_a_class_and_thick_lines() -> None:
    """What leads to the conclusion stands out."""
    nodes = [Node("a", "A"), Node("b", "B", group="wall"), Node("c", "C")]
    edges = [Edge("a", "b"), Edge("a", "c")]
    text = graph_to_mermaid(Graph("", "", nodes, edges, ["a", "b"], ["wall"]))
    assert "  n_a ==> n_b\n  n_a --> n_c\n" in text
    assert "  class n_a,n_b onPath\n" in text
    assert "  class n_b hue0\n" in text


def test_words_can_be_read_in_each_class() -> None:
    """Mermaid's themes differ, so each class brings ground and ink along."""
    nodes = [Node(f"n{at}", "A", group=f"g{at}") for at in range(10)]
    text = graph_to_mermaid(Graph("", "", nodes, [], groups=[f"g{at}" for at in range(10)]))
    found = re.findall(r"fill:(#\w+),stroke:#\w+,color:(#\w+)", text)
    assert len(found) == len(LIGHT.hues)
    assert all(contrast(fill, ink) >= 4.5 for fill, ink in found)
