"""The JSON Schemas of the catalogue, the source list, the metadata and all messages."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from nocontact.facts import Attribute
from nocontact.parsing.condition_schema import CONDITION, condition_defs
from nocontact.parsing.metadata_from_yaml import KEYS as METADATA_KEYS
from nocontact.parsing.schema_words import (
    NAME,
    TEXT,
    YES_OR_NO,
    Names,
    Schema,
    choice,
    closed,
    document,
    mapped,
    several,
    text,
)
from nocontact.parsing.selector_schema import selector_defs
from nocontact.parsing.tactics_from_yaml import KEYS as TACTIC_KEYS
from nocontact.parsing.tactics_from_yaml import attribute_keys
from nocontact.rulebook import shown_texts
from nocontact.rulebook.engine_words import engine_words

ANY_TEXT: Schema = {"type": "string"}


def tactics_schema(names: Names) -> Schema:
    """Return the schema of tactics.yaml.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> tactics_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))["required"]
        ['tactics']
    """
    attributes = names.parsed.attributes
    written = attribute_keys(attributes)
    values = {
        key: _attribute(attributes[parts[""]]) if "" in parts
        else closed({part: _attribute(attributes[name]) for part, name in parts.items()}, parts)
        for key, parts in written.items()
    }  # fmt: skip
    needed = [key for key, parts in written.items()
              if any(attributes[name].default is None for name in parts.values())]  # fmt: skip
    others = several(names.one_of(names.tactics))
    keys: dict[str, Schema] = {
        **values,
        "id": NAME,
        "plain": text("What one does, in plain words."),
        "needs": {"description": "What to keep in mind.", **ANY_TEXT},
        "good": {"description": "What may be good about it.", **ANY_TEXT},
        "hard": {"description": "What may be hard about it.", **ANY_TEXT},
        "instead": {"description": "What serves the same need.", **others},
        "lowers": {"description": "What it takes down.", **others},
        "source": names.citations,
    }
    listed: Schema = {"type": "array", "items": closed(keys, (*TACTIC_KEYS, *needed))}
    said = "The catalogue: every step the library knows."
    return document("Tactics", said, closed({"tactics": listed}, ["tactics"]))


def _attribute(attribute: Attribute) -> Schema:
    one = choice(attribute.answers)
    said = {"description": attribute.says} if attribute.says else {}
    return {**said, **(several(one) if attribute.several else one)}


def attributes_schema(names: Names) -> Schema:
    """Return the schema of attributes.yaml.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> schema = attributes_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))
        >>> schema["required"]
        ['attributes']
    """
    keys: dict[str, Schema] = {
        "says": text("What it is about, in a few words."),
        "answers": several(TEXT, "Its values; where they have an order, lowest first."),
        "ordered": {"description": "Whether they have an order.", **YES_OR_NO},
        "several": {"description": "Whether a tactic has several at once.", **YES_OR_NO},
        "default": {**several(TEXT), "description": "What a tactic has that does not say."},
        "needed_when": mapped(TEXT),
    }
    said = "What a rule may pick tactics by."
    body = closed(
        {"attributes": mapped(closed(keys, ["answers"]), "^[a-z][a-z0-9_]*$")}, ["attributes"]
    )
    return document("Attributes", said, body)


def sources_schema(names: Names) -> Schema:
    """Return the schema of sources.yaml.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> names = Names(Rulebook.load().parsed, Scenario.vocabulary())
        >>> "entries" in sources_schema(names)["required"]
        True
    """
    claims = names.one_of(list(names.parsed.sources.claims))
    paragraph = closed({"gist": TEXT, "heading": {"type": "boolean"}}, ["gist"])
    entry = closed(
        {
            "voice": choice(("safety", "rulebook", "article")),
            "title": TEXT,
            "says": TEXT,
            "citation": ANY_TEXT,
            "confidence": choice(("H", "M-H", "M", "L-M", "L")),
            "checked": YES_OR_NO,
            "limits": several(claims, "The claims that it limits."),
        },
        ["voice", "title"],
    )
    numbers: Schema = {"type": "array", "items": {"type": "integer", "minimum": 1}}
    claim = closed({"paragraphs": numbers, "star": YES_OR_NO, "gist": TEXT},
                   ["paragraphs", "star", "gist"])  # fmt: skip
    by_number = "^[1-9][0-9]*$"
    article = closed({"title": TEXT, "paragraphs": mapped(paragraph, by_number)},
                     ["title", "paragraphs"])  # fmt: skip
    keys = {"article": article, "excluded": mapped(TEXT, by_number), "entries": mapped(entry)}
    said = "Where every rule and text comes from."
    return document("Sources", said, closed({**keys, "claims": mapped(claim)}, names.needed(keys)))


def rulebook_schema(names: Names) -> Schema:
    """Return the schema of rulebook.yaml.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> rulebook_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))["required"]
        ['name', 'version', 'date']
    """
    decisions = [decision.name for decision in names.parsed.decisions]
    findings = [finding.name for finding in names.parsed.findings if finding.set_name is None]
    keys: dict[str, Schema] = {
        "name": TEXT,
        "version": TEXT,
        "date": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "authors": several(TEXT),
        "update_policy": TEXT,
        "funding": TEXT,
        "licence": TEXT,
        "limits": several(TEXT, "What it cannot do; shown to people."),
        "order": several(names.one_of(decisions), "The order in which decisions are shown."),
        "shows": several(names.one_of([*findings, *names.sets]), "Findings shown as they are."),
        "settles": several(
            names.one_of(names.parsed.metadata.shows or (*findings, *names.sets)),
            "Those of them that an interview asks for.",
        ),
        "too_weak": names.one_of(findings, "Marks a step in mind that stands too low."),
        "extends": choice(["shipped"], "The rulebook that this one is laid over."),
        "regions": {"description": "Where counts are given.", **mapped(CONDITION)},
        "banned_words": {"description": "Word → what to say instead.", **mapped(TEXT)},
    }
    said = "Who wrote the rulebook, when, and what it cannot do."
    defs = {**condition_defs(names), **selector_defs(names)}
    body = closed(keys, METADATA_KEYS)
    return document("Rulebook", said, {**body, "$defs": defs})


def messages_schema(names: Names) -> Schema:
    """Return the schema of the message catalogue, in English.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> schema = messages_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))
        >>> "wall" in schema["required"], "hello" in schema["properties"]
        (True, True)
    """
    nested: dict[str, Any] = {}
    own = names.parsed.messages.get("en", {})
    for key in {**own, **engine_words()}:
        *above, last = key.split(".")
        place = nested
        for part in above:
            place = place.setdefault(part, {})
        place[last] = None
    said = "Every fixed text that a person may read, by id. Blanks are written {so}."
    return document("Messages", said, _texts(nested, own))


def translation_schema(names: Names) -> Schema:
    """Return the schema of a translation: for each id its text, and the English it was made from.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> schema = translation_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))
        >>> "rule.wall.lock.because" in schema["properties"]["texts"]["propertyNames"]["enum"]
        True
    """
    keys: dict[str, Schema] = {
        "of": {"description": "The English text that it was made from.", **TEXT},
        "text": {"description": "The translation; empty as long as there is none.", **ANY_TEXT},
    }
    entry: Schema = {"anyOf": [ANY_TEXT, closed(keys, ["text"])]}
    ids = [*{**shown_texts(names.parsed, names.vocabulary), **engine_words()}]
    top: dict[str, Schema] = {
        "language": text("What its speakers call the language."),
        "reviewed": {"description": "Whether a first-language speaker has looked at it.",
                     **YES_OR_NO},
        "texts": {"type": "object", "propertyNames": names.one_of(ids),
                  "additionalProperties": entry},
    }  # fmt: skip
    said = "Every text that a person may read, by id, in another language than English."
    return document("Translation", said, closed(top, ["language", "texts"]))


def _texts(nested: dict[str, Any], own: Collection[str], above: str = "") -> Schema:
    """Return what may stand at a place; what only the engine says need not be said there."""
    properties = {
        name: _texts(below, own, f"{above}{name}.") if below else TEXT
        for name, below in nested.items()
    }
    needed = [
        name for name in properties
        if any(f"{key}.".startswith(f"{above}{name}.") for key in own)
    ]  # fmt: skip
    return {"type": "object", "properties": properties, "required": needed}
