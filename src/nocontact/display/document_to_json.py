"""Documents as plain data, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from nocontact.display.document import (
    Callout,
    Details,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Preformatted,
)
from nocontact.display.inline import UNPRINTABLE, Text
from nocontact.display.table import Table
from nocontact.display.tree import Tree

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What the standard `json` module reads and writes."""

_CLASSES: tuple[type[Any], ...] = (
    *(Document, Heading, Paragraph, Items, Item, Tree, Table, Details, Callout, Preformatted),
    Text,
)
_BY_TYPE = {node.__name__.lower(): node for node in _CLASSES}
_FLAGS = frozenset({"open", "ordered"})


def document_to_json(document: Document) -> dict[str, Json]:
    """Write a document as dicts, lists, strings, numbers and booleans.

    Args:
        document: What to write.

    Returns:
        A dict per node: its `type`, then its fields in their normal form.

    Examples:
        >>> print(json_text(document_to_json(Document([Heading(1, "Steps")])), indent=1))
        {
         "type": "document",
         "blocks": [
          {
           "type": "heading",
           "level": 1,
           "text": [
            {
             "type": "text",
             "text": "Steps",
             "role": "plain"
            }
           ]
          }
         ],
         "title": ""
        }
    """
    return _node_to_json(document)


def document_from_json(data: Mapping[str, object]) -> Document:
    """Read what `document_to_json` wrote.

    Args:
        data: The dict, such as from `json.loads`.

    Returns:
        The document: equal to the one that was written.

    Raises:
        ValueError: The data is not a document; the message says where and what was expected.

    Examples:
        >>> document = Document(["Take your time.", Details("Why?", "It helps.")], title="A plan")
        >>> document_from_json(document_to_json(document)) == document
        True
        >>> document_from_json({"type": "document", "blocks": []})
        Traceback (most recent call last):
        ValueError: document: missing or not known: `title`; expected exactly blocks, title
    """
    document = _value_from_json(data, "document")
    if not isinstance(document, Document):
        raise ValueError(f"document: expected a node of type document, found {_kind(document)}")
    return document


def json_text(
    data: object, *, indent: int | None = 2, sort_keys: bool = False, ascii: bool = False
) -> str:
    r"""Write plain data as JSON that is harmless on a terminal and reads back as it was.

    Args:
        data: What the standard `json` module writes.
        indent: How far each level is moved; None for all on one line.
        sort_keys: Whether keys stand in the order of the alphabet.
        ascii: Whether to write everything but ASCII as an escape too.

    Returns:
        The text; whatever is not printable in it is written as an escape.

    Examples:
        >>> print(json_text({"cited": "¶35", "name": "a\u202eb"}, indent=None))
        {"cited": "¶35", "name": "a\u202eb"}
    """
    text = json.dumps(data, ensure_ascii=ascii, indent=indent, sort_keys=sort_keys)
    return UNPRINTABLE.sub(lambda sign: _escape(sign[0]), text)


def _escape(sign: str) -> str:
    halves = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{halves[at : at + 4]}" for at in range(0, len(halves), 4))


def _node_to_json(node: object) -> dict[str, Json]:
    written: dict[str, Json] = {"type": _kind(node)}
    for field in fields(node):  # type: ignore[arg-type]
        written[field.name] = _value_to_json(getattr(node, field.name))
    return written


def _value_to_json(value: object) -> Json:
    if isinstance(value, tuple):
        return [_value_to_json(part) for part in value]
    if isinstance(value, str | int):
        return value
    return _node_to_json(value)


def _value_from_json(value: object, where: str) -> object:
    if isinstance(value, list):
        return [_value_from_json(part, f"{where}[{at}]") for at, part in enumerate(value)]
    if isinstance(value, Mapping):
        return _node_from_json(value, where)
    return value


def _node_from_json(data: Mapping[str, object], where: str) -> object:
    node = _BY_TYPE.get(str(data.get("type")))
    if node is None:
        known = ", ".join(_BY_TYPE)
        raise ValueError(f"{where}: `{data.get('type')}` is no type of node; expected {known}")
    _check_fields(data, {field.name for field in fields(node)}, where)
    values = {
        name: _value_from_json(value, f"{where}.{name}")
        for name, value in data.items()
        if name != "type"
    }
    try:
        return node(**values)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{where}: {error}") from error


def _check_fields(data: Mapping[str, object], expected: set[str], where: str) -> None:
    found = set(data) - {"type"}
    if found != expected:
        names = ", ".join(sorted(expected))
        odd = ", ".join(f"`{name}`" for name in sorted(found ^ expected))
        raise ValueError(f"{where}: missing or not known: {odd}; expected exactly {names}")
    for name in sorted(_FLAGS & found):
        if not isinstance(data[name], bool):
            raise ValueError(f"{where}.{name}: expected true or false, found {_kind(data[name])}")


def _kind(value: object) -> str:
    return type(value).__name__.lower()
