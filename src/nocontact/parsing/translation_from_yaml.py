"""YAML → the texts of a rulebook in another language."""

from __future__ import annotations

from nocontact.diagnostics import Mapping, Node, Scalar
from nocontact.parsing.reading import Reading
from nocontact.rulebook import YES_NO, Translated, Translation

KEYS = ("language", "texts")
OPTIONAL_KEYS = ("reviewed",)


def translation_from_yaml(reading: Reading, node: Node) -> Translation:
    """Read a translation: the name of the language, and under `texts` each id with its text.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{language: Deutsch, texts: {step.why: {of: Why, text: Warum}, also: Auch}}"
        >>> found = translation_from_yaml(Reading("x", text), read_yaml(text, "x")[0])
        >>> found.texts["step.why"].of, found.said("also"), found.reviewed
        ('Why', 'Auch', False)
    """
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    name = reading.text(fields.get("language"), "what its speakers call the language")
    reviewed = reading.one_of(fields.get("reviewed"), YES_NO, "no")
    texts = {
        str(key.value): _translated(reading, value)
        for key, value in reading.entries(fields.get("texts"))
    }
    return Translation(name, reviewed == "yes", texts)


def _translated(reading: Reading, node: Node) -> Translated:
    if not isinstance(node, Mapping):
        return Translated(reading.text(node, "a text, or `of` and `text`"), span=node.span)
    fields = reading.fields(node, ("text",), ("of",))
    text = fields.get("text")
    still_open = isinstance(text, Scalar) and text.value is None
    said = "" if still_open else reading.text(text)
    return Translated(said, reading.text(fields.get("of")), text.span if text else node.span)
