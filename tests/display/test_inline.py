"""Runs of text: printable, in one normal form, with the words kept."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Inlines,
    Items,
    Preformatted,
    Table,
    Text,
    Tree,
    document_to_html,
    document_to_json,
    document_to_markdown,
    document_to_terminal,
    document_to_text,
    inlines,
    json_text,
)
from nocontact.display.graph import Edge, Graph, Node
from nocontact.display.graph_to_html import graph_to_html
from nocontact.display.graph_to_mermaid import graph_to_mermaid
from nocontact.display.graph_to_svg import graph_to_svg
from nocontact.display.inline import collapsed, plain_text, printable

from .documents import lines, words

PRINTABLE: dict[str, tuple[str, str]] = {
    "plain words stay": ("¶35 é 壁", "¶35 é 壁"),
    "tabs and line feeds stay": ("a\tb\nc", "a\tb\nc"),
    "other line breaks become line feeds": ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
    "terminal escapes are replaced": ("\x1b[2J\x9b1m", "\ufffd[2J\ufffd1m"),
    "direction overrides are replaced": ("a\u202eb", "a\ufffdb"),
    "direction embeddings are replaced": ("a\u202ab\u202bc\u202c", "a\ufffdb\ufffdc\ufffd"),
    "direction isolates are replaced": ("a\u2066b\u2067\u2068\u2069", "a\ufffdb" + "\ufffd" * 3),
    "direction marks are replaced": ("a\u200eb\u200f\u061c", "a\ufffdb\ufffd\ufffd"),
    "C1 controls are replaced": ("a\x80b\x9f\x9b31m", "a\ufffdb\ufffd\ufffd31m"),
    "what is no sign is replaced": ("a\ufffeb\uffff\U0010fffe", "a\ufffdb\ufffd\ufffd"),
    "joiners stay": ("\u0646\u200c\u06cc 👩\u200d👧", "\u0646\u200c\u06cc 👩\u200d👧"),
    "lone surrogates are replaced": ("a\ud800b", "a\ufffdb"),
}

STEERING = (
    *"\x1b\x07\x7f\x80\x9b\x9f\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    *"\u2028\u2029\ufdd0\ufeff\ufffe\uffff\U0001fffe\U0010ffff",
)


@pytest.mark.parametrize("name", PRINTABLE)
def test_text_is_made_printable(name: str) -> None:
    """What would steer a terminal or break an encoding is replaced."""
    given_text, shown = PRINTABLE[name]
    assert printable(given_text) == shown
    assert Text(given_text).text == shown


@pytest.mark.parametrize("sign", STEERING, ids=ascii)
def test_no_format_lets_a_steering_sign_through(sign: str) -> None:
    """Text, a terminal, Markdown, HTML, SVG, Mermaid and JSON are made of harmless signs alone."""
    said = f"a{sign}b"
    items, table = Items([said]), Table([said], [[said]])
    folded: list[Block] = [Callout("info", table, said), Details(said, said), Tree(said)]
    document = Document([said, items, *folded, Preformatted(said)], said)
    node = Node(said, said, said, said, said)
    graph = Graph(said, said, [node, Node("z", "z")], [Edge(said, "z")])
    svg = graph_to_svg(graph)
    ElementTree.fromstring(svg)
    terminal = io.StringIO()
    document_to_terminal(document, terminal)
    for shown in (
        document_to_text(document), document_to_markdown(document), document_to_html(document),
        terminal.getvalue(), svg, graph_to_mermaid(graph), graph_to_html(graph, document, said),
        json_text(document_to_json(document)), json_text({said: said}),
    ):  # fmt: skip
        assert sign not in shown
        assert f"&#{ord(sign)};" not in shown and f"#{ord(sign)};" not in shown


@pytest.mark.parametrize("sign", [*STEERING, "\r", "\ud800"], ids=ascii)
def test_json_reads_back_as_it_was(sign: str) -> None:
    """An escape takes nothing away."""
    assert json.loads(json_text({sign: [f"a{sign}b"]})) == {sign: [f"a{sign}b"]}


@given(words())
def test_printable_text_stays_as_it_is(text: str) -> None:
    """Doing it twice changes nothing more, and any encoding of Unicode can hold it."""
    assert printable(printable(text)) == printable(text)
    assert printable(text).encode().decode() == printable(text)


@given(lines())
def test_the_normal_form_is_normal(line: Inlines) -> None:
    """No text is empty, no two neighbours share a role, and a second pass changes nothing."""
    assert all(text.text for text in line)
    assert all(one.role != two.role for one, two in pairwise(line))
    assert inlines(line) == line == inlines(*line)


@given(st.lists(words()))
def test_joining_keeps_the_words(parts: list[str]) -> None:
    """The words of the parts are the words of the line."""
    joined = "".join(map(printable, parts))
    assert plain_text(inlines(*parts)) == collapsed(joined).strip(" ")
