"""Graphs as Mermaid text, for pages that draw it."""

from __future__ import annotations

import re

from nocontact.display.graph import Graph, Node, Shape
from nocontact.display.graph_colours import LIGHT, hue_of
from nocontact.display.inline import collapsed

_BRACKETS: dict[Shape, tuple[str, str]] = {
    "stadium": ("([", "])"),
    "box": ("[", "]"),
    "rounded": ("(", ")"),
    "double": ("[[", "]]"),
}
_RISKY = re.compile(r"(?<![^\W\d_])[.-]|[^\w ,?!·¶.-]|_")
"""What Mermaid may read as a sign of its own; a full stop after a number begins a list."""

_BREAK = "<br/>"
_NOTHING = "#160;"


def graph_to_mermaid(graph: Graph) -> str:
    """Write a graph as a Mermaid flowchart from top to bottom.

    Every sign of a label that Mermaid may read as something else is written as its number. The
    text in a node is always dark on light, so that it can be read in each theme.

    Args:
        graph: what to write.

    Examples:
        >>> from nocontact.display.graph import Edge
        >>> nodes = [Node("a", 'Say "no"'), Node("b", "Rest", group="wall")]
        >>> graph = Graph("", "", nodes, [Edge("a", "b")], groups=["wall"])
        >>> print(graph_to_mermaid(graph).partition("  classDef")[0].strip())
        flowchart TB
          n_a["Say #34;no#34;"]
          n_b["Rest"]
          n_a --> n_b
    """
    names = _names(graph)
    lines = ["flowchart TB"]
    lines += [f"  {names[node.id]}{_label(node)}" for node in graph.nodes]
    for edge in graph.edges:
        stands = {edge.start, edge.end} <= graph.path
        lines.append(f"  {names[edge.start]} {'==>' if stands else '-->'} {names[edge.end]}")
    lines += _classes(graph, names)
    return "\n".join(lines) + "\n"


def mermaid_text(text: str) -> str:
    """Return a text for a quoted label: letters, digits and a few signs stay, the rest is numbers.

    Examples:
        >>> mermaid_text("a <b> #1")
        'a #60;b#62; #35;1'
    """
    return _RISKY.sub(lambda sign: f"#{ord(sign[0])};", collapsed(text))


def _label(node: Node) -> str:
    before, after = _BRACKETS[node.shape]
    lines = [mermaid_text(part) for part in (node.caption, node.text, node.code) if part.strip()]
    return f'{before}"{_BREAK.join(lines) or _NOTHING}"{after}'


def _names(graph: Graph) -> dict[str, str]:
    """Return a name without signs for each node; a number where two would be the same."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for node in graph.nodes:
        plain = "n_" + re.sub("[^A-Za-z0-9]+", "_", node.id).strip("_")
        name, count = plain, 1
        while name in taken:
            count += 1
            name = f"{plain}_{count}"
        taken.add(name)
        found[node.id] = name
    return found


def _classes(graph: Graph, names: dict[str, str]) -> list[str]:
    """Return the classes: one for each colour, and whether a node is on the path."""
    styles = {"plain": f"fill:{LIGHT.ground},stroke:{LIGHT.line},color:{LIGHT.ink}"}
    for at, hue in enumerate(LIGHT.hues):
        styles[f"hue{at}"] = f"fill:{hue.fill},stroke:{hue.line},color:{LIGHT.ink}"
    styles |= {"onPath": "stroke-width:3px", "offPath": "stroke-dasharray:4 3"}
    members: dict[str, list[str]] = {name: [] for name in styles}
    for node in graph.nodes:
        hue_at = hue_of(node.group, graph.groups)
        members["plain" if hue_at is None else f"hue{hue_at}"].append(names[node.id])
        if graph.path:
            members["onPath" if node.id in graph.path else "offPath"].append(names[node.id])
    used = {name: each for name, each in members.items() if each}
    lines = [f"  classDef {name} {styles[name]}" for name in used]
    return lines + [f"  class {','.join(each)} {name}" for name, each in used.items()]
