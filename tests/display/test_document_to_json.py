"""JSON: plain data, there and back without loss, and clear words when it is not a document."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given

from nocontact.display import Document, Text, Tree, document_from_json, document_to_json
from nocontact.display.inline import collapsed

from .documents import documents, readings

TEXT = {"type": "text", "text": "a", "role": "plain"}
BAD: dict[str, tuple[object, str]] = {
    "no document at all": ([], "document: expected a node of type document, found list"),
    "another node": (TEXT, "document: expected a node of type document, found text"),
    "no type": ({"type": "document", "title": "", "blocks": [{}]}, "blocks[0]: `None` is no type"),
    "an unknown type": (
        {"type": "document", "title": "", "blocks": [{"type": "image"}]},
        "document.blocks[0]: `image` is no type of node; expected document, heading",
    ),
    "a missing field": ({"type": "document", "title": ""}, "`blocks`; expected exactly"),
    "an unknown field": (
        {"type": "document", "title": "", "blocks": [], "colour": "red"},
        "document: missing or not known: `colour`; expected exactly blocks, title",
    ),
    "a text where a block belongs": (
        {"type": "document", "title": "", "blocks": [TEXT]},
        "document: a block is a Heading, Paragraph",
    ),
    "a level out of range": (
        {
            "type": "document",
            "title": "",
            "blocks": [{"type": "heading", "level": 9, "text": [TEXT]}],
        },
        "document.blocks[0]: a heading's level is a whole number from 1 to 6, found 9",
    ),
    "an unknown role": (
        {
            "type": "document",
            "title": "",
            "blocks": [{"type": "paragraph", "text": [{**TEXT, "role": "loud"}]}],
        },
        "document.blocks[0].text[0]: `loud` is not a role",
    ),
    "a flag in words": (
        {
            "type": "document",
            "title": "",
            "blocks": [{"type": "items", "items": [], "ordered": "no"}],
        },
        "document.blocks[0].ordered: expected true or false, found str",
    ),
}


def test_each_node_says_its_type() -> None:
    """A tree with a citation, as data."""
    data = document_to_json(Document([Tree(Text("¶35", "citation"), open=False)], title="t"))
    label = {"type": "text", "text": "¶35", "role": "citation"}
    tree = {"type": "tree", "label": [label], "children": [], "open": False}
    assert data == {"type": "document", "blocks": [tree], "title": "t"}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_document_is_refused_with_the_place(name: str) -> None:
    """The message says where, what was found and what was expected."""
    data, message = BAD[name]
    with pytest.raises(ValueError) as caught:
        document_from_json(data)  # type: ignore[arg-type]
    assert message in str(caught.value)


def test_a_refusal_never_shows_the_words() -> None:
    """What a person answered does not leak into an error."""
    bad = {"type": "document", "title": "a secret", "blocks": ["another secret"], "x": "third"}
    with pytest.raises(ValueError) as caught:
        document_from_json(bad)
    assert "secret" not in str(caught.value)


@given(documents())
def test_there_and_back_is_the_identity(document: Document) -> None:
    """Also through the text that `json` writes."""
    stored = json.loads(json.dumps(document_to_json(document)))
    assert document_from_json(stored) == document


@given(documents())
def test_every_text_is_in_the_data(document: Document) -> None:
    """Nothing the document says is lost on the way."""
    data = collapsed(" ".join(_strings(document_to_json(document))))
    for text in readings(document):
        assert text in data


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _strings(value)
