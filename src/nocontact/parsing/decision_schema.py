"""The JSON Schema of a decision file: one question, its findings, its rules."""

from __future__ import annotations

from nocontact.parsing.condition_schema import CONDITION, condition_defs
from nocontact.parsing.schema_words import (
    NAME,
    Names,
    Schema,
    choice,
    closed,
    document,
    mapped,
    several,
    text,
)
from nocontact.parsing.selector_schema import SELECTOR, selector_defs
from nocontact.rulebook import STATUSES

VOICE = choice(("article", "safety", "rulebook"), "Who is speaking.")


def decision_schema(names: Names) -> Schema:
    """Return the schema of a decision file.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> schema = decision_schema(Names(Rulebook.load().parsed, Scenario.vocabulary()))
        >>> schema["required"]
        ['decision', 'asks', 'rules']
    """
    body = closed(
        {
            "decision": {"description": "The name of the decision.", **NAME},
            "asks": text("The question that it answers."),
            "finding": _findings(),
            "source": names.citations,
            "voice": VOICE,
            "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        },
        ["decision", "asks", "rules"],
    )
    defs = {"rule": _rule(names), **condition_defs(names), **selector_defs(names)}
    said = "One decision: one question, its findings, its rules."
    return document("Decision", said, {**body, "$defs": defs})


def _findings() -> Schema:
    levels: Schema = {"type": "array", "items": NAME, "minItems": 2, "uniqueItems": True}
    members: Schema = {"type": "array", "items": NAME, "minItems": 1, "uniqueItems": True}
    kinds = [
        {"const": "yes_no", "description": "No, or yes."},
        {"description": "The levels, lowest first; the lowest is the default.", **levels},
        {"description": "A set: each member is yes or no.", **closed({"set": members}, ["set"])},
    ]
    findings = mapped({"anyOf": kinds}, "^[a-z][a-z0-9_]*$")
    return {"description": "What it finds; several are allowed.", **findings}


def _rule(names: Names) -> Schema:
    keys = {
        "id": {"description": "The decision, a dot, and a few words.", **NAME},
        "when": {"description": "It fires when this is true.", **CONDITION},
        "then": {"description": "What it raises.", **_conclusions(names)},
        "because": text("One plain sentence for the person."),
        "source": names.citations,
    }
    return closed({**keys, "voice": VOICE}, keys)


def _conclusions(names: Names) -> Schema:
    status = closed({"status": choice(STATUSES), "tactics": SELECTOR}, ["status", "tactics"])
    raised: dict[str, Schema] = {
        finding.name: choice(finding.levels[1:])
        for finding in names.parsed.findings
        if finding.set_name is None
    }
    raised |= {name: several(choice(members)) for name, members in names.sets.items()}
    body = {**names.keyed(raised, several(NAME)), "minProperties": 1}
    return {"anyOf": [status, body]}
