"""The JSON Schema of questions.yaml."""

from __future__ import annotations

from dataclasses import replace

from nocontact.parsing.condition_schema import CONDITION, condition_defs
from nocontact.parsing.questions_from_yaml import CHANGES, FEWEST, KEYS, NEEDED, SHAPES
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
    text,
)

_ANSWER = r"^[a-z0-9][a-z0-9_]*\+?$"
_MEMBER = "^[a-z][a-z0-9_]*$"


def questions_schema(names: Names) -> Schema:
    """Return the schema of questions.yaml; a condition may ask about answers only.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> schema = questions_schema(Names(rulebase.parsed, rulebase.vocabulary))
        >>> schema["properties"]["questions"]["items"]["required"]
        ['id', 'shape', 'asks', 'source']
    """
    facts_only = Names(replace(names.parsed, decisions=(), tactics=()), names.vocabulary)
    one = {**closed(_keys(names), KEYS), "allOf": [*map(_of_shape, SHAPES)]}
    top: dict[str, Schema] = {
        "extends": choice(["shipped"], "The shipped questions come first."),
        "questions": {"type": "array", "items": one},
        "renamed_questions": {
            "description": "Old name of a question: the new one, or where it went.",
            **mapped(TEXT, _MEMBER),
        },
    }
    said = "Every question of the interview, in order, and what may be answered."
    body = {**closed(top, ["questions"]), "$defs": condition_defs(facts_only)}
    return document("Questions", said, body)


def _keys(names: Names) -> dict[str, Schema]:
    return {
        "id": NAME,
        "block": {"description": "safety, article, or one of your own.", **NAME},
        "shape": choice(SHAPES, "How it is answered."),
        "asks": text("The question in plain words."),
        "answers": {"description": "Answer: its plain words, lowest first.",
                    **mapped(TEXT, _ANSWER), "minProperties": FEWEST["answers"]},
        "members": {"description": "Member of the set, or channel: its plain words.",
                    **mapped(TEXT, _MEMBER), "minProperties": FEWEST["members"]},
        "ordered": {"description": "Whether the answers run from low to high.", **YES_OR_NO},
        "change": choice(CHANGES, "Whether the person can change it."),
        "source": names.citations,
        "short": {"description": "Its place in the short interview.",
                  "type": "integer", "minimum": 1},
        "asked_when": {"description": "It is asked only while this is true.", **CONDITION},
        "renamed": {"description": "Old answer or member: what it is called now.",
                    **mapped({"type": ["string", "integer"]})},
    }  # fmt: skip


def _of_shape(shape: str) -> Schema:
    """Return that a question of this shape has the lists that it needs, and no others."""
    needed = [*NEEDED[shape]]
    lists: Schema = {key: False for key in ("answers", "members") if key not in needed}
    then: Schema = ({"required": needed} if needed else {}) | {"properties": lists}
    condition = {"properties": {"shape": {"const": shape}}, "required": ["shape"]}
    return {"if": condition, "then": then}
