"""The document: strings where text is expected, one normal form, and no words in any repr."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace

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
)

from .documents import documents, readings

SAME: dict[str, tuple[object, object]] = {
    "a string is plain text": (Paragraph("a"), Paragraph([Text("a", "plain")])),
    "a text alone is a line": (Heading(1, Text("a", "term")), Heading(1, [Text("a", "term")])),
    "a string is a paragraph among blocks": (Document("a"), Document([Paragraph("a")])),
    "a block alone is a list of one": (Details("a", Items(["b"])), Details("a", [Items(["b"])])),
    "a line is an entry": (Items(["a", ["b", "c"]]), Items([Item("a"), Item("bc")])),
    "a line is a leaf": (Tree("a", ["b"]), Tree("a", [Tree("b")])),
    "neighbours of one role are one text": (Paragraph(["a", "b"]), Paragraph("ab")),
    "a callout has a word for its kind": (Callout("info", "a"), Callout("info", "a", "Note")),
    "any iterable will do": (Document(iter(["a"])), Document(("a",))),
}

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "a level of zero": (lambda: Heading(0, "a"), "from 1 to 6, found 0"),
    "a level that is no number": (lambda: Heading(True, "a"), "from 1 to 6, found True"),
    "a kind nobody knows": (lambda: Callout("loud", "a"), "expected info, caution, urgent"),  # type: ignore[arg-type]
    "entries in one string": (lambda: Items("abc"), "items must be a list, found str"),
    "children in one string": (lambda: Tree("a", "bc"), "children must be a list, found str"),
    "a row in one string": (lambda: Table(["x"], ["a"]), "a row must be a list, found str"),
    "no column": (lambda: Table([]), "at least one column"),
    "a row too long": (lambda: Table(["x"], [["a", "b"]]), "row 1 has 2 cells"),
    "a number as text": (lambda: Paragraph(3), "made of str and Text, found int"),  # type: ignore[arg-type]
    "a number as block": (lambda: Document([3]), "a block is a Heading, .* found int"),  # type: ignore[list-item]
    "a number as preformatted": (lambda: Preformatted(3), "must be a str, found int"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", SAME)
def test_short_and_long_forms_are_equal(name: str) -> None:
    """What a caller may leave out makes no difference."""
    short, long = SAME[name]
    assert short == long
    assert hash(short) == hash(long)


@pytest.mark.parametrize("name", REFUSED)
def test_a_mistake_is_refused_with_what_was_found(name: str) -> None:
    """The message says what was expected and what was found."""
    build, message = REFUSED[name]
    with pytest.raises((TypeError, ValueError), match=message):
        build()


def test_a_document_cannot_be_changed() -> None:
    """Every node is frozen."""
    with pytest.raises(FrozenInstanceError):
        Document("a").title = "b"  # type: ignore[misc]


def test_no_repr_shows_the_words() -> None:
    """A traceback must not leak what somebody answered."""
    secret = "zebra"
    table = Table([secret], [[secret]], caption=secret)
    blocks: list[Block] = [Heading(1, secret), Items([Item(secret, secret)]), table]
    blocks.append(Tree(secret, [secret]))
    blocks += [Details(secret, secret), Callout("info", secret, secret), Preformatted(secret)]
    assert secret not in repr(Document(blocks, title=secret))


@given(documents())
def test_a_document_survives_copying(document: Document) -> None:
    """Pickled, copied or rebuilt from its own fields, it is the same."""
    assert pickle.loads(pickle.dumps(document)) == document
    assert copy.deepcopy(document) == document
    assert replace(document) == document


@given(documents())
def test_no_text_steers_a_terminal(document: Document) -> None:
    """Escapes and other control characters never get in."""
    for text in readings(document):
        assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in text)
        text.encode()


def test_every_node_has_its_fields_documented() -> None:
    """The docstring of each class names each of its fields."""
    for node in (Heading, Paragraph, Item, Items, Tree, Table, Details, Callout, Preformatted):
        for field in fields(node):
            assert f"{field.name}: " in (node.__doc__ or "")
