"""A derivation in words: what was told, what follows from it, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from nocontact.display import Block, Document, Heading, InlinesLike, Item, Items, Text
from nocontact.explanation.picture.derivation_links import Link, Part
from nocontact.explanation.picture.derivation_nodes import DerivationNodes


def derivation_to_document(
    nodes: DerivationNodes, parts: Collection[Part], links: Collection[Link],
    conclusion: Part | None = None, left_out: int = 0,
) -> Document:  # fmt: skip
    """Return the same as the picture in words: nested lists in reading order.

    Args:
        nodes: the words of each part.
        parts: what the picture shows, in reading order.
        links: what led to what among them.
        conclusion: what was asked about, or None.
        left_out: how many rules fired that the picture does not show.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> nodes = DerivationNodes(recommend(Scenario(reach_out="often")).situation, {})
        >>> document = derivation_to_document(nodes, [Part("answer", "reach_out")], [])
        >>> document.title
        'How we got here'
    """
    blocks = [*_Telling(nodes, parts, links).blocks()]
    if left_out:
        blocks.append(nodes.words.say("graph.left_out", count=left_out))
    title = nodes.words.say("graph.title")
    if conclusion is not None:
        said = nodes.said(conclusion).rstrip(".")
        title = nodes.words.say("graph.title_about", what=said)
    return Document(blocks, title=title)


class _Telling:
    def __init__(
        self, nodes: DerivationNodes, parts: Collection[Part], links: Collection[Link]
    ) -> None:
        self.nodes, self.parts, self.links = nodes, parts, links
        self.words = nodes.words

    def blocks(self) -> Iterator[Block | str]:
        kinds = [part.kind for part in self.parts]
        counts = {"answers": kinds.count("answer"), "rules": kinds.count("rule")}
        yield self.words.say("graph.counts", **counts)
        yield from self.section("graph.told", "answer", self.answer)
        yield from self.section("graph.follows", "finding", self.reached)
        yield from self.section("graph.do", "step", self.reached)

    def section(self, heading: str, kind: str, item: Callable[[Part], Item]) -> Iterator[Block]:
        items = [item(part) for part in self.parts if part.kind == kind]
        if items:
            yield Heading(1, self.words.say(heading))
            yield Items(items)

    def answer(self, part: Part) -> Item:
        told = Text(self.nodes.answer(part.name), "strong")
        return Item([f"{self.words.asks(part.name)} ", told])

    def reached(self, part: Part) -> Item:
        """Return a finding or a step, with the rules and needs that led to it."""
        behind = [link.start for link in self.links if link.end == part]
        items = [Item(self.line(each), self.rests_on(each)) for each in behind]
        return Item(Text(self.nodes.said(part), "strong"), [Items(items)] if items else [])

    def line(self, part: Part) -> InlinesLike:
        if part.kind == "rule":
            return self.words.reason(self.nodes.reason(part.name))
        return self.nodes.said(part)

    def rests_on(self, part: Part) -> list[Block]:
        on = [link.start for link in self.links if link.end == part]
        said = [*dict.fromkeys(self.nodes.said(each) for each in on)]
        if len(said) < 2:
            return [Items([self.words.labelled("graph.rests_on", said[0])])] if said else []
        return [Items([Item(self.words.labelled("graph.rests_on"), Items(said))])]
