"""The JSON Schema of selectors: tactics picked by their attributes."""

from __future__ import annotations

from nocontact.facts import Attribute
from nocontact.parsing.schema_words import Names, Schema, choice, closed, several

SELECTOR: Schema = {"$ref": "#/$defs/selector"}


def selector_defs(names: Names) -> dict[str, Schema]:
    """Return the definitions that `SELECTOR` refers to.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> defs = selector_defs(Names(Rulebook.load().parsed, Scenario.vocabulary()))
        >>> "dramatic" in defs["attribute_notice"]["enum"]
        True
    """
    values = {
        f"attribute_{name}": choice(attribute.answers) if attribute.answers
        else names.one_of(names.tactics)
        for name, attribute in names.parsed.attributes.items()
    }  # fmt: skip
    tests = {name: _test(name, each) for name, each in names.parsed.attributes.items()}
    picked = {"anyOf": [{"const": "all"}, {**closed(tests), "minProperties": 1}]}
    return {"selector": {"description": "Which tactics are meant.", **picked}, **values}


def _test(name: str, attribute: Attribute) -> Schema:
    one: Schema = {"$ref": f"#/$defs/attribute_{name}"}
    listed: Schema = {**several(one)}
    operators = {"in": listed, "is_not": listed}
    if attribute.ordered:
        operators |= {"at_least": one, "at_most": one}
    return {"anyOf": [*listed["anyOf"], {**closed(operators), "minProperties": 1}]}
