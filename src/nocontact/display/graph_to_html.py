"""A drawn graph with the same in words below it, as a fragment of HTML."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from zlib import crc32

from nocontact.display.document import Document
from nocontact.display.document_to_html import document_to_html
from nocontact.display.graph import Graph
from nocontact.display.graph_to_svg import graph_to_svg
from nocontact.display.inline import inlines
from nocontact.display.inlines_to_html import inlines_to_html
from nocontact.display.stylesheet import STYLESHEET


def graph_to_html(graph: Graph, words: Document, summary: str) -> str:
    """Write a picture that can be moved with the keyboard, and the same in words, folded away.

    A notebook that is not trusted takes SVG and styles away and leaves the words of the picture,
    in a heap. So the picture is hidden and a style shows it, and the same as an image is shown and
    a style hides it: without styles the image is what there is.

    Args:
        graph: what to draw.
        words: the same as a document.
        summary: the line that unfolds the words.

    Examples:
        >>> graph = Graph("Why", "", [], [])
        >>> html = graph_to_html(graph, Document("Rest."), "In words")
        >>> "<details><summary>In words</summary>" in html, "<svg" in html
        (True, True)
    """
    svg = graph_to_svg(graph)
    own = f"nocontact-drawn-{crc32(svg.encode()):08x}"  # so that no other output can show it
    image = b64encode(svg.encode()).decode()
    return "\n".join([
        f'<div class="nocontact" style="max-width:none">\n<style>\n{STYLESHEET}'
        f".{own}[hidden] {{ display: block; }}\n.{own} {{ overflow: auto; max-height: 80vh; }}\n"
        f"@media print {{ .{own} {{ overflow: visible; max-height: none; }} }}\n"
        f"img.{own} {{ display: none; }}\n</style>",
        f'<div class="{own}" role="region" tabindex="0" aria-label="{escape(graph.title)}" hidden>',
        svg,
        "</div>",
        f'<img class="{own}" alt="{escape(graph.title)}" src="data:image/svg+xml;base64,{image}"/>',
        f"<details><summary>{inlines_to_html(inlines(summary))}</summary>",
        document_to_html(words, styled=False),
        "</details>\n</div>",
    ])  # fmt: skip
