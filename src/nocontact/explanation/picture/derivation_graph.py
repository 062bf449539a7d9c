"""The derivation of one answer as a picture: answers, rules, findings, plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from nocontact.display import Document, ShownAsData, document_to_text
from nocontact.display.graph import Edge, Graph
from nocontact.display.graph_to_html import graph_to_html
from nocontact.display.graph_to_mermaid import graph_to_mermaid
from nocontact.display.graph_to_svg import graph_to_svg
from nocontact.explanation.claim import Claim, claim_about
from nocontact.explanation.picture.derivation_links import Link, Part, derivation_links
from nocontact.explanation.picture.derivation_nodes import DerivationNodes
from nocontact.explanation.picture.derivation_to_data import derivation_to_data
from nocontact.explanation.picture.derivation_to_document import derivation_to_document
from nocontact.explanation.picture.reading_order import in_reading_order
from nocontact.explanation.situation import Situation
from nocontact.rulebook import STATUS

LIMIT = 60
"""The most nodes of an overview; of a larger one, each set shows its first member."""


@dataclass(frozen=True)
class DerivationGraph(ShownAsData):
    """How an answer came about, as a picture and in words.

    Attributes:
        graph: nodes and edges as plain data; `path` holds what leads to the conclusion.
        conclusion: id of the node that was asked about, or None.
        document: the same in words.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> picture = recommend(Scenario(staying_away="nothing_holds")).graph("wall")
        >>> picture
        DerivationGraph(5 nodes; answers hidden)
        >>> picture.to_svg().startswith("<svg")
        True
    """

    graph: Graph = field(repr=False)
    conclusion: str | None = field(repr=False)
    document: Document = field(repr=False)
    summary: str = field(repr=False, default="")

    def __repr__(self) -> str:
        return f"DerivationGraph({len(self.graph.nodes)} nodes; answers hidden)"

    def to_mermaid(self) -> str:
        """Return Mermaid text, every sign escaped.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).graph().to_mermaid().splitlines()[0]
            'flowchart TB'
        """
        return graph_to_mermaid(self.graph)

    def to_svg(self) -> str:
        """Return an SVG element that needs no network, no script and no other program.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> "<script" in recommend(Scenario()).graph().to_svg()
            False
        """
        return graph_to_svg(self.graph)

    def to_html(self) -> str:
        """Return the picture, with the same in words below it.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> "<details>" in recommend(Scenario()).graph().to_html()
            True
        """
        return graph_to_html(self.graph, self.document, self.summary)

    def to_document(self) -> Document:
        """Return the same in words, in reading order.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).graph().to_document().title
            'How we got here'
        """
        return self.document

    def to_dict(self) -> dict[str, Any]:
        """Return nodes and edges as plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> picture = recommend(Scenario(staying_away="nothing_holds")).graph("difficulty")
            >>> picture.to_dict()["conclusion"]
            'finding.difficulty'
        """
        return derivation_to_data(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {
            "text/plain": self.to_text(),
            "text/markdown": self.to_markdown(),
            "text/html": self.to_html(),
            "image/svg+xml": self.to_svg(),
        }


def derivation_graph(
    situation: Situation, name: str | None = None, *, everything: bool = False
) -> DerivationGraph:
    """Return the derivation of an answer as a picture.

    With a name it shows the way to that conclusion. Without one it shows what led to the findings
    that are shown and to the steps, leaving out what holds for everybody.

    Args:
        situation: the answer.
        name: what to show the way to; None for an overview.
        everything: True for all of it, however large; the way to a conclusion stands out.

    Raises:
        ExplanationError: when there is no such thing in the answer (NC801 to NC803).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> [node.id for node in derivation_graph(situation, "difficulty").graph.nodes]
        ['answer.staying_away', 'rule.difficulty.nothing-holds', 'finding.difficulty']
        >>> len(derivation_graph(situation, "difficulty", everything=True).graph.path)
        3
    """
    claim = claim_about(situation, name) if name is not None else None
    conclusion = _conclusion(claim) if claim else None
    family, _, tactic = conclusion.name.partition(".") if conclusion else ("", "", "")
    links = derivation_links(situation, status_of=tactic if family == STATUS else "")
    path = _joined([conclusion], links, back=True) if conclusion else frozenset()
    if conclusion and not everything:
        return _drawn(situation, path, links, path, conclusion)
    seen = _overview(situation, links, whole=everything)
    if not everything and len(seen) > LIMIT:
        seen = _overview(situation, links, whole=False, most=1)
    return _drawn(situation, seen | path, links, path, conclusion)


def _drawn(
    situation: Situation, parts: Collection[Part], links: Iterable[Link], path: Collection[Part],
    conclusion: Part | None,
) -> DerivationGraph:  # fmt: skip
    kept = [link for link in links if {link.start, link.end} <= set(parts)]
    used: dict[str, set[str]] = {}
    for link in kept:
        if link.fact:
            used.setdefault(link.start.name, set()).add(link.fact)
    nodes = DerivationNodes(situation, used)
    ordered = in_reading_order(situation, parts)
    drawn = sum(part.kind == "rule" for part in ordered)
    left_out = len(situation.trace.firings) - drawn
    told = [part for part in ordered if part in path] if path else ordered
    document = derivation_to_document(nodes, told, kept, conclusion, left_out)
    words = situation.words
    graph = Graph(
        title=document.title,
        description=_described(document),
        nodes=[nodes.node(part) for part in ordered],
        edges=[Edge(link.start.id, link.end.id) for link in kept],
        path=[part.id for part in path],
        groups=situation.rulebase.order,
    )
    name = conclusion.id if conclusion else None
    return DerivationGraph(graph, name, document, words.say("graph.in_words"))


def _conclusion(claim: Claim) -> Part:
    family, name = claim.subject
    match family:
        case "finding":
            return Part("finding", name)
        case "first":
            return Part("finding", name if claim.level == "none" else f"{name}.{claim.level}")
        case "step" if claim.level == "yes":
            return Part("step", name)
    return Part("finding", f"{STATUS}.{name}")


def _overview(
    situation: Situation, links: Collection[Link], *, whole: bool, most: int | None = None
) -> frozenset[Part]:
    """Return what leads to what is shown and done, and rests on an answer."""
    steps = [Part("step", tactic) for tactic in situation.steps]
    seen = _joined([*_goals(situation, most), *steps], links, back=True)
    if whole:
        return seen
    told = [link.start for link in links if link.start.kind == "answer"]
    return (seen & _joined(told, links, back=False)) | frozenset(steps)


def _goals(situation: Situation, most: int | None) -> Iterator[Part]:
    """Yield the findings that are shown; of a set, no more than the first few.

    Where one need stands alone, only its steps are shown, and no finding.
    """
    if situation.help_first:
        return
    shows = situation.rulebase.metadata.shows
    taken: Counter[str] = Counter()
    for finding in situation.rulebase.findings.values():
        shown = not shows or finding.name in shows or finding.set_name in shows
        raised = situation.findings[finding.name] != finding.levels[0]
        if shown and raised and finding.set_name != STATUS:
            taken[finding.set_name or finding.name] += 1
            if most is None or taken[finding.set_name or finding.name] <= most:
                yield Part("finding", finding.name)


def _joined(parts: Iterable[Part], links: Iterable[Link], *, back: bool) -> frozenset[Part]:
    """Return these parts with all that leads to them, or with all that they lead to."""
    near: dict[Part, list[Part]] = {}
    for link in links:
        here, there = (link.end, link.start) if back else (link.start, link.end)
        near.setdefault(here, []).append(there)
    found = dict.fromkeys(parts)
    waiting = [*found]
    while waiting:
        for part in near.get(waiting.pop(), ()):
            if part not in found:
                found[part] = None
                waiting.append(part)
    return frozenset(found)


def _described(document: Document) -> str:
    """Return the words of a document as one line, for screen readers."""
    lines = document_to_text(document, width=1000, unicode=False).splitlines()
    said = [stripped for line in lines[1:] if (stripped := line.strip(" *=-"))]
    return " ".join(line if line[-1] in ".?!:" else f"{line}." for line in said)
