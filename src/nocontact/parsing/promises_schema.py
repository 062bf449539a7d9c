"""The JSON Schema of promises.yaml: what holds for every scenario there is."""

from __future__ import annotations

from nocontact.parsing.condition_schema import CONDITION, condition_defs
from nocontact.parsing.promises_from_yaml import BOUNDS, KEYS
from nocontact.parsing.schema_words import (
    NAME,
    Names,
    Schema,
    closed,
    document,
    several,
    text,
)
from nocontact.parsing.selector_schema import SELECTOR, selector_defs
from nocontact.rulebook import FAMILIES


def promises_schema(names: Names) -> Schema:
    """Return the schema of promises.yaml.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> schema = promises_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))
        >>> schema["required"]
        ['promises']
    """
    body = closed({"promises": {"type": "array", "items": _promise(names)}}, ["promises"])
    defs = {**condition_defs(names, of_steps=True), **selector_defs(names)}
    said = "What is promised for every scenario: one plain sentence, one formula."
    return document("Promises", said, {**body, "$defs": {"bound": _bound(names), **defs}})


def _promise(names: Names) -> Schema:
    facts = several(names.one_of([*names.vocabulary, *_questions(names)]))
    bound: Schema = {"$ref": "#/$defs/bound"}
    keys: dict[str, Schema] = {
        "id": NAME,
        "says": text("One plain sentence."),
        "source": names.citations,
        "when": {"description": "Where it applies.", **CONDITION},
        "then": {"description": "What holds there.", **CONDITION},
        "never": {"description": "What never holds there.", **CONDITION},
        "raising": {"description": "Facts that only rise.", **facts},
        "changing": {"description": "Facts that change in any way.", **facts},
        "after": {"description": "Where it applies after the change.", **CONDITION},
    }
    bounds: dict[str, Schema] = {name: several(bound) for name in BOUNDS}
    forms = [{"required": [name]} for name in ("then", "never", "raising", "changing")]
    return {**closed({**keys, **bounds}, KEYS), "oneOf": forms}


def _questions(names: Names) -> list[str]:
    return [each.name for each in names.vocabulary.questions() if each.members]


def _bound(names: Names) -> Schema:
    plain = [finding.name for finding in names.parsed.findings]
    groups = ["findings", *FAMILIES, *names.sets]
    each = rf"^({'|'.join(FAMILIES.values())})\.({'|'.join(names.tactics)})$"
    picked = {**closed(dict.fromkeys(FAMILIES, SELECTOR)), "minProperties": 1}
    return {"anyOf": [names.one_of([*groups, *plain]), {"type": "string", "pattern": each}, picked]}
