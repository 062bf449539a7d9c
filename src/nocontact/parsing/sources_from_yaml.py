"""YAML → source list."""

from __future__ import annotations

import re

from nocontact.diagnostics import Node, Scalar
from nocontact.parsing.reading import Reading
from nocontact.sources import Claim, Paragraph, Source, SourceList

KEYS = ("article", "excluded", "entries")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_CONFIDENCE = ("H", "M-H", "M", "L-M", "L")
_ENTRY_KEYS = ("voice", "title")
_ENTRY_OPTIONAL = ("says", "citation", "confidence", "checked", "limits")


def sources_from_yaml(reading: Reading, node: Node, needed: tuple[str, ...] = KEYS) -> SourceList:
    """Read the paragraphs, the exclusions, the source entries and the claims.

    Args:
        reading: what is read, with its problems.
        node: the file.
        needed: the keys that have to be there.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{article: {title: T, paragraphs: {1: {gist: G}}}, excluded: {}, entries: {}}"
        >>> sources_from_yaml(Reading("x", text), read_yaml(text, "x")[0]).gist(1)
        'G'
    """
    fields = reading.fields(node, needed, (*KEYS, "claims"))
    article = reading.fields(fields.get("article"), ("title", "paragraphs"))
    return SourceList(
        title=reading.text(article.get("title")),
        paragraphs=_paragraphs(reading, article.get("paragraphs")),
        excluded={
            _number(reading, key): reading.text(value)
            for key, value in reading.entries(fields.get("excluded"))
        },
        entries={
            str(key.value): _entry(reading, str(key.value), value)
            for key, value in reading.entries(fields.get("entries"))
        },
        claims={
            str(key.value): _claim(reading, str(key.value), value)
            for key, value in reading.entries(fields.get("claims"))
        },
    )


def _paragraphs(reading: Reading, node: Node | None) -> dict[int, Paragraph]:
    found: dict[int, Paragraph] = {}
    for key, value in reading.entries(node):
        number = _number(reading, key)
        fields = reading.fields(value, ("gist",), ("heading",))
        heading = reading.one_of(fields.get("heading"), ("no", "yes"), "no") == "yes"
        found[number] = Paragraph(number, reading.text(fields.get("gist")), heading)
    return found


def _entry(reading: Reading, name: str, node: Node) -> Source:
    fields = reading.fields(node, _ENTRY_KEYS, _ENTRY_OPTIONAL)
    text = {key: reading.text(fields.get(key)) for key in ("title", "says", "citation")}
    text["confidence"] = reading.one_of(fields.get("confidence"), _CONFIDENCE, "")
    text["checked"] = reading.one_of(fields.get("checked"), ("no", "yes"), "")
    voice = reading.one_of(fields.get("voice"), ("safety", "rulebook", "article"), "rulebook")
    limits = reading.words(fields.get("limits"))
    return Source(id=name, voice=voice, limits=limits, **text)


def _claim(reading: Reading, name: str, node: Node) -> Claim:
    fields = reading.fields(node, ("paragraphs", "star", "gist"))
    numbers = tuple(n for n in reading.cited(fields.get("paragraphs")) if isinstance(n, int))
    star = reading.one_of(fields.get("star"), ("no", "yes"), "no") == "yes"
    return Claim(name, numbers, star, reading.text(fields.get("gist")))


def _number(reading: Reading, key: Scalar) -> int:
    written = str(key.value)
    if _NUMBER.fullmatch(written):
        return int(written)
    reading.wrong_shape(key, "the number of a paragraph")
    return 0
