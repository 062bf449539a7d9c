"""SVG: well-formed, everything escaped, nothing loaded, readable in light and in dark."""

from __future__ import annotations

import re
from base64 import b64decode
from html import escape
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from nocontact.display.document import Document
from nocontact.display.graph import Edge, Graph, Node
from nocontact.display.graph_colours import DARK, LIGHT, Colours, contrast, graph_stylesheet
from nocontact.display.graph_to_html import graph_to_html
from nocontact.display.graph_to_svg import graph_to_svg

from .graphs import HOSTILE, graphs
from .pages import Page

SPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "g", "rect", "path", "text"}


@settings(max_examples=40)
@given(graph=graphs())
def test_it_is_well_formed_and_says_no_more_than_it_may(graph: Graph) -> None:
    """An XML reader reads it, and finds drawing elements alone, whatever the words."""
    root = ElementTree.fromstring(graph_to_svg(graph))
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} <= ELEMENTS
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name or name == "id"]


@settings(max_examples=40)
@given(graph=graphs())
def test_edges_join_nodes_that_are_there(graph: Graph) -> None:
    """Every line says where it comes from and where it goes."""
    root = ElementTree.fromstring(graph_to_svg(graph))
    drawn = {g.get("data-node") for g in root.iter(f"{SPACE}g")}
    lines = [each for each in root.iter(f"{SPACE}path") if each.get("data-from")]
    assert drawn == {node.id for node in graph.nodes}
    assert {(each.get("data-from"), each.get("data-to")) for each in lines} == {
        (edge.start, edge.end) for edge in graph.edges
    }
    assert {each.get("data-from") for each in lines} <= drawn


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_read_as_words(text: str) -> None:
    """Title, description and the words of a node come back as they were."""
    node = Node("a", text, "caption")
    graph = Graph(text, text, [node], [])
    root = ElementTree.fromstring(graph_to_svg(graph))
    assert (root.findtext(f"{SPACE}title") or "") == graph.title
    assert (root.findtext(f"{SPACE}desc") or "") == graph.description
    assert node.text in (root.findtext(f"{SPACE}g/{SPACE}title") or "")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_reads_it_too(text: str) -> None:
    """Inside HTML every element is closed and no script is among them."""
    graph = Graph(text, text, [Node("a", text), Node("b", text)], [Edge("a", "b")])
    page = Page(graph_to_html(graph, Document(text, title=text), text))
    assert not page.unclosed
    assert "script" not in page.elements
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "details" in page.elements


@pytest.mark.parametrize("text", ["Rest & wait", *HOSTILE[:3]])
def test_without_styles_an_image_stands_for_the_picture(text: str) -> None:
    """A notebook that is not trusted takes SVG and styles away: no heap of words is left."""
    graph = Graph(text, text, [Node("a", "picture alone")], [])
    html = graph_to_html(graph, Document("in words"), "summary")
    styles = re.findall(r"<style>.*?</style>", html, flags=re.DOTALL)
    ((opening, own),) = re.findall(r'(<div class="(nocontact-drawn-\w+)"[^>]*>)', html)
    assert opening.endswith(" hidden>")
    assert f".{own}[hidden] {{ display: block; }}" in styles[0]
    before, _, picture = html.partition(opening)
    drawn, _, after = picture.partition("</svg>\n</div>")
    assert "picture alone" in drawn
    assert "picture alone" not in before + after
    assert "in words" in after and "<summary>summary</summary>" in after
    ((alt, image),) = re.findall(
        r'<img class="' + own + r'" alt="(.*?)" src="data:[^,]*,(.*?)"/>', after
    )
    assert alt == escape(graph.title)
    assert b64decode(image).decode() == graph_to_svg(graph)
    assert f"img.{own} {{ display: none; }}" in styles[0]


def test_it_has_a_role_a_title_and_a_description() -> None:
    """What a screen reader reads comes first."""
    svg = graph_to_svg(Graph("How", "It rests on an answer.", [Node("a", "A")], []))
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SPACE}title", f"{SPACE}desc"]


def test_it_loads_nothing() -> None:
    """The one address in it is the name of the format."""
    svg = graph_to_svg(Graph("How", "", [Node("a", "A")], []))
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\(|@import|<script|<image|<use|<foreignObject", svg)


def test_the_path_stands_out_by_more_than_colour() -> None:
    """Nodes and lines of the path are thick, the others dashed."""
    nodes = [Node(name, name) for name in "abc"]
    svg = graph_to_svg(Graph("", "", nodes, [Edge("a", "b"), Edge("a", "c")], ["a", "b"]))
    assert svg.count('class="edge on-path"') == svg.count('class="edge off-path"') == 1
    assert svg.count('class="node on-path"') == 2
    style = graph_stylesheet()
    assert "off-path .outline { fill: var(--ncg-ground); stroke-dasharray" in style
    assert "on-path .outline { stroke-width" in style


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_outlines_can_be_seen(colours: Colours) -> None:
    """Text has a contrast of 4.5 at least, an outline 3 (WCAG 2, 1.4.3 and 1.4.11)."""
    for ground in (colours.ground, colours.shade, *(hue.fill for hue in colours.hues)):
        assert contrast(colours.ink, ground) >= 4.5
    for line in (colours.line, *(hue.line for hue in colours.hues)):
        assert contrast(line, colours.ground) >= 3
