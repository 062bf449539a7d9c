"""The JSON Schema of planning.yaml: needs, barriers, and which step is preferred."""

from __future__ import annotations

from nocontact.facts import ATTRIBUTES, WALL_LEVELS
from nocontact.parsing.condition_schema import CONDITION, condition_defs
from nocontact.parsing.policy_from_yaml import BARRIER_KEYS, KEYS, LIMIT_KEYS
from nocontact.parsing.schema_words import (
    NAME,
    YES_OR_NO,
    Names,
    Schema,
    choice,
    closed,
    document,
    several,
    text,
)
from nocontact.parsing.selector_schema import SELECTOR, selector_defs
from nocontact.rulebook import SECTIONS, STATUSES

BECAUSE = text("One plain sentence for the person.")


def planning_schema(names: Names) -> Schema:
    """Return the schema of planning.yaml.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> schema = planning_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))
        >>> schema["required"]
        ['permitted', 'preference', 'needs']
    """
    body = closed(
        {
            "permitted": several(choice(STATUSES), "Statuses that let a tactic become a step."),
            "preference": {"type": "array", "items": _preference()},
            "barriers": _barriers(names),
            "needs": {"type": "array", "items": _need(names)},
            "limit": _limit(names),
        },
        KEYS,
    )
    defs = {**condition_defs(names), **selector_defs(names)}
    said = "From statuses to a plan: which needs there are, and which step comes first."
    return document("Planning", said, {**body, "$defs": defs})


def _preference() -> Schema:
    attributes = {
        name: {"type": "array", "items": several(choice(attribute.answers))}
        for name, attribute in ATTRIBUTES.items()
        if attribute.answers
    }
    one = {**closed(attributes), "minProperties": 1}
    return {"description": "The values of one attribute, most preferred first.", **one}


def _barriers(names: Names) -> Schema:
    maps = {question.name: question.answers for question in names.vocabulary.questions()
            if question.shape == "map"}  # fmt: skip
    levels = names.one_of([answer for answers in maps.values() for answer in answers])
    heights = choice(WALL_LEVELS)
    findings = [finding.name for finding in names.parsed.findings]
    keys: dict[str, Schema] = {
        "height": names.one_of(findings, "The finding that says how high."),
        "channels": names.one_of(list(maps), "The question about channels."),
        "unused": levels,
        "tactics": SELECTOR,
        "anywhere": several(choice(ATTRIBUTES["channels"].answers)),
        "caps": {"type": "object", "propertyNames": levels, "additionalProperties": heights},
        "doubled": {**closed(dict.fromkeys(WALL_LEVELS, heights)), "maxProperties": 1},
        "because": closed({"in": BECAUSE, "out": BECAUSE}, ["in", "out"]),
        "release": CONDITION,
        "source": names.citations,
    }
    return closed(keys, BARRIER_KEYS)


def _need(names: Names) -> Schema:
    keys: dict[str, Schema] = {
        "id": NAME,
        "section": choice(SECTIONS, "Where its steps are shown."),
        "when": CONDITION,
        "tactics": SELECTOR,
        "because": BECAUSE,
        "source": names.citations,
    }
    return closed({**keys, "alone": {"description": "No other need beside it.", **YES_OR_NO}}, keys)


def _limit(names: Names) -> Schema:
    keys: dict[str, Schema] = {
        "when": CONDITION,
        "now": {"description": "The most steps now.", "type": "integer", "minimum": 1},
        "tactics": SELECTOR,
        "exempt": several(choice(SECTIONS)),
        "because": BECAUSE,
        "source": names.citations,
    }
    return closed(keys, LIMIT_KEYS)
