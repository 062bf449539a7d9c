"""HTML: everything escaped, nothing loaded, readable without any style."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Preformatted,
    Table,
    Text,
    Tree,
    document_to_html,
)
from nocontact.display.stylesheet import STYLESHEET

from .documents import documents, readings
from .pages import Page

HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
BLOCK_ELEMENTS = {"section", "div", "style", "p", "ul", "ol", "li", "details", "summary", "aside"}
TABLE_ELEMENTS = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
LINE_ELEMENTS = {"pre", "code", "strong", "em", "cite", "span", "small"}
ELEMENTS = HEADINGS | BLOCK_ELEMENTS | TABLE_ELEMENTS | LINE_ELEMENTS
ATTRIBUTES = {"class", "aria-label", "aria-level", "role", "open", "scope"}

BLOCKS: dict[str, tuple[Block, str]] = {
    "a paragraph escapes what HTML would read": (
        Paragraph("<b> & 'co'"),
        "<p>&lt;b&gt; &amp; &#x27;co&#x27;</p>",
    ),
    "each role becomes an element that means something": (
        Paragraph([Text("a", "strong"), Text("b", "term"), Text("c", "citation")]),
        "<p><strong>a</strong><em>b</em><cite>c</cite></p>",
    ),
    "voice, code and muted are marked too": (
        Paragraph([Text("a", "voice"), Text("b", "code"), Text("c", "muted")]),
        '<p><span class="nocontact-voice">a</span><code>b</code><small>c</small></p>',
    ),
    "a numbered list is ordered": (Items(["a"], ordered=True), "<ol><li>a</li></ol>"),
    "an entry holds its blocks": (Items([Item("a", "b")]), "<ul><li>a\n<p>b</p></li></ul>"),
    "a leaf of a tree cannot be folded": (
        Tree("a"),
        '<ul class="nocontact-tree"><li>a</li></ul>',
    ),
    "a closed tree starts folded": (
        Tree("a", ["b"], open=False),
        '<ul class="nocontact-tree"><li><details><summary>a</summary>\n'
        "<ul><li>b</li></ul></details></li></ul>",
    ),
    "details fold without a script": (
        Details("a", "b"),
        "<details><summary>a</summary>\n<p>b</p></details>",
    ),
    "a callout says its kind in words": (
        Callout("urgent", "a"),
        '<aside class="nocontact-urgent" role="note" aria-label="Urgent">\n'
        "<p><strong>Urgent</strong></p>\n<p>a</p></aside>",
    ),
    "preformatted text keeps its lines": (
        Preformatted("a\n  <b>"),
        "<pre><code>a\n  &lt;b&gt;</code></pre>",
    ),
    "a table names its columns and rows": (
        Table(["x", "y"], [["a", "b"]], caption="c"),
        "<table>\n<caption>c</caption>\n"
        '<thead><tr><th scope="col">x</th><th scope="col">y</th></tr></thead>\n'
        '<tbody>\n<tr><th scope="row">a</th><td>b</td></tr>\n</tbody>\n</table>',
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_has_its_element(name: str) -> None:
    """One block, the HTML it becomes."""
    block, html = BLOCKS[name]
    expected = f'<div class="nocontact">\n{html}\n</div>'
    assert document_to_html(Document([block]), styled=False) == expected


def test_headings_follow_below_the_title() -> None:
    """The title takes the level the page gives it; headings go on from there."""
    html = document_to_html(Document([Heading(1, "a"), Heading(2, "b")], title="t"))
    assert "<h2>t</h2>\n<h3>a</h3>\n<h4>b</h4>" in html


def test_without_a_title_the_highest_heading_takes_its_level() -> None:
    """No level is skipped when there is no title."""
    assert "<h4>a</h4>" in document_to_html(Document([Heading(1, "a")]), heading_level=4)


def test_headings_deeper_than_six_say_their_level_by_role() -> None:
    """HTML ends at h6; the role goes on."""
    html = document_to_html(Document([Heading(6, "a")]))
    assert '<div role="heading" aria-level="7">a</div>' in html


def test_a_title_names_the_section_for_screen_readers() -> None:
    """The title is escaped inside the attribute as well."""
    html = document_to_html(Document([], title='"x"'), styled=False)
    assert html.startswith('<section class="nocontact" aria-label="&quot;x&quot;">')


def test_a_level_below_one_is_refused() -> None:
    """The message shows the level found."""
    with pytest.raises(ValueError, match="at least 1, found 0"):
        document_to_html(Document([]), heading_level=0)


def test_the_style_stays_inside_the_fragment() -> None:
    """Every selector begins with the class, and nothing is loaded."""
    rules = STYLESHEET.replace("@media (prefers-color-scheme: dark) {", "")
    selectors = [part for found in re.findall(r"([^{}]+){", rules) for part in found.split(",")]
    assert {part.split()[0] for part in selectors} == {".nocontact", ".nocontact.nocontact"}
    assert not re.search(r"url\(|@import|http|<", STYLESHEET)


def test_the_style_can_be_left_out() -> None:
    """A page brings it along once."""
    assert "<style>" in document_to_html(Document([]))
    assert "<style>" not in document_to_html(Document([]), styled=False)


@given(documents())
def test_no_text_becomes_an_element(document: Document) -> None:
    """Whatever the words are, only the known elements and attributes appear, all closed."""
    html = document_to_html(document, heading_level=2)
    page = Page(html)
    assert "<script" not in html.lower()
    assert set(page.elements) <= ELEMENTS
    assert page.attributes <= ATTRIBUTES
    assert page.unclosed == []


@given(documents())
def test_every_text_can_be_read(document: Document) -> None:
    """Nothing the document says is lost on the way, folded or not."""
    page = Page(document_to_html(document))
    for text in readings(document):
        assert text in page.text
