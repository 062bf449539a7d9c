"""Derivation graph → plain data: nodes and edges, for a program that draws them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nocontact.display.graph import Node

if TYPE_CHECKING:
    from nocontact.explanation.picture.derivation_graph import DerivationGraph

SCHEMA = "nocontact.graph/1"


def derivation_to_data(picture: DerivationGraph) -> dict[str, Any]:
    """Return a derivation as plain data.

    The id of a node is its kind (answer, rule, finding, need, step), a point, and its name.

    Args:
        picture: the derivation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> data = derivation_to_data(recommend(Scenario(staying_away="cannot")).graph("wall"))
        >>> data["conclusion"], data["nodes"][0]["kind"], data["nodes"][0]["name"]
        ('finding.wall', 'answer', 'staying_away')
    """
    graph = picture.graph
    return {
        "schema": SCHEMA,
        "conclusion": picture.conclusion,
        "nodes": [_node(each, each.id in graph.path) for each in graph.nodes],
        "edges": [{"start": each.start, "end": each.end} for each in graph.edges],
    }


def _node(node: Node, on_path: bool) -> dict[str, Any]:
    kind, _, name = node.id.partition(".")
    return {
        "id": node.id,
        "kind": kind,
        "name": name,
        "text": node.text,
        "full": node.words,
        "caption": node.caption,
        "code": node.code,
        "group": node.group,
        "on_path": on_path,
    }
