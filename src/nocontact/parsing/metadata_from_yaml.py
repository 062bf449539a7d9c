"""YAML → metadata and messages."""

from __future__ import annotations

import re

from nocontact.diagnostics import Mapping, Node, Scalar, shown
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.rulebook import Metadata

KEYS = ("name", "version", "date")
OPTIONAL_KEYS = (
    "authors", "update_policy", "funding", "licence", "limits", "order", "shows", "settles",
    "too_weak", "regions", "banned_words", "extends",
)  # fmt: skip
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def metadata_from_yaml(reading: Reading, node: Node) -> Metadata:
    """Read `rulebook.yaml`: who wrote the rulebook, when, and what it cannot do.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{name: mine, version: 1.0.0, date: 2026-01-01}"
        >>> metadata_from_yaml(Reading("x", text), read_yaml(text, "x")[0]).version
        '1.0.0'
    """
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    date = fields.get("date")
    if isinstance(date, Scalar) and isinstance(date.value, str) and not _DATE.fullmatch(date.value):
        reading.wrong_shape(date, "a date such as `2026-01-31`")
    return Metadata(
        name=reading.text(fields.get("name")),
        version=reading.text(fields.get("version")),
        date=reading.text(date, "a date such as `2026-01-31`"),
        authors=reading.words(fields.get("authors")),
        update_policy=reading.text(fields.get("update_policy")),
        funding=reading.text(fields.get("funding")),
        licence=reading.text(fields.get("licence")),
        limits=reading.words(fields.get("limits")),
        order=reading.words(fields.get("order")),
        shows=reading.words(fields.get("shows")),
        settles=reading.words(fields.get("settles")),
        extends=reading.one_of(fields.get("extends"), ("shipped",), ""),
        too_weak=reading.text(fields.get("too_weak"), "the name of a finding"),
        regions={
            str(key.value): condition_from_yaml(reading, value)
            for key, value in reading.entries(fields.get("regions"))
        },
        banned_words={
            str(key.value).lower(): reading.text(value)
            for key, value in reading.entries(fields.get("banned_words"))
        },
    )


def messages_from_yaml(reading: Reading, node: Node, prefix: str = "") -> dict[str, str]:
    """Read a message catalogue; nested keys are joined by dots.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "wall: {lock: A lock.}"
        >>> messages_from_yaml(Reading("x", text), read_yaml(text, "x")[0])
        {'wall.lock': 'A lock.'}
    """
    found: dict[str, str] = {}
    for key, value in reading.entries(node):
        name = f"{prefix}{key.value}"
        nested = isinstance(value, Mapping)
        texts = (
            messages_from_yaml(reading, value, f"{name}.")
            if nested
            else {name: reading.text(value)}
        )
        for twice in found.keys() & texts.keys():
            reading.say("NC004", f"the message `{shown(twice)}` is given twice", key.span,
                        "keep one of the two")  # fmt: skip
        found |= texts
    return found
