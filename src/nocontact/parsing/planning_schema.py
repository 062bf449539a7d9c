"""The JSON Schema of planning.yaml: needs, barriers, and which step is preferred."""

from __future__ import annotations

from nocontact.parsing.condition_schema import CONDITION, condition_defs
from nocontact.parsing.policy_from_yaml import BARRIER_KEYS, CHANNELS, KEYS, LIMIT_KEYS
from nocontact.parsing.schema_words import (
    NAME,
    TEXT,
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
from nocontact.rulebook import DIRECTIONS, STATUSES

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
            "sections": several(NAME, "The parts of a plan, in order."),
            "steps": SELECTOR,
            "preference": {"type": "array", "items": _preference(names)},
            "barriers": _barriers(names),
            "needs": {"type": "array", "items": _need(names)},
            "limit": _limit(names),
        },
        names.needed(KEYS),
    )
    defs = {**condition_defs(names), **selector_defs(names)}
    said = "From statuses to a plan: which needs there are, and which step comes first."
    return document("Planning", said, {**body, "$defs": defs})


def _preference(names: Names) -> Schema:
    attributes = {
        name: {"type": "array", "items": several(choice(attribute.answers))}
        for name, attribute in names.parsed.attributes.items()
        if attribute.answers and not attribute.several
    }
    one = {**closed(attributes), "minProperties": 1}
    return {"description": "The values of one attribute, most preferred first.", **one}


def _barriers(names: Names) -> Schema:
    maps = {question.name: question.answers for question in names.vocabulary.questions()
            if question.shape == "map"}  # fmt: skip
    levels = names.one_of([answer for answers in maps.values() for answer in answers])
    scales, barriers = names.parsed.scales, names.parsed.policy.barriers
    known = scales.get(barriers.attribute("in"), ()) if barriers else ()
    heights = choice(known) if known else TEXT
    places = scales.get(CHANNELS, ())
    findings = [finding.name for finding in names.parsed.findings]
    keys: dict[str, Schema] = {
        "height": names.one_of(findings, "The finding that says how high."),
        "channels": names.one_of(list(maps), "The question about channels."),
        "unused": levels,
        "tactics": SELECTOR,
        "anywhere": several(choice(places) if places else TEXT),
        "caps": {"type": "object", "propertyNames": levels, "additionalProperties": heights},
        "doubled": {
            "type": "object",
            "propertyNames": heights,
            "additionalProperties": heights,
            "maxProperties": 1,
        },
        "because": closed(dict.fromkeys(DIRECTIONS, BECAUSE), DIRECTIONS),
        "release": CONDITION,
        "section": NAME,
        "stands": closed(dict.fromkeys(DIRECTIONS, names.one_of(list(scales)))),
        "source": names.citations,
    }
    return closed(keys, BARRIER_KEYS)


def _need(names: Names) -> Schema:
    keys: dict[str, Schema] = {
        "id": NAME,
        "section": _section(names, "Where its steps are shown."),
        "when": CONDITION,
        "tactics": SELECTOR,
        "because": BECAUSE,
        "source": names.citations,
    }
    more: dict[str, Schema] = {
        "alone": {"description": "No other need beside it.", **YES_OR_NO},
        "before": {"description": "The need that it comes before.", **NAME},
    }
    return closed({**keys, **more}, keys)


def _section(names: Names, said: str = "") -> Schema:
    return choice(names.parsed.policy.sections, said) if names.parsed.policy.needs else NAME


def _limit(names: Names) -> Schema:
    keys: dict[str, Schema] = {
        "when": CONDITION,
        "now": {"description": "The most steps now.", "type": "integer", "minimum": 1},
        "tactics": SELECTOR,
        "exempt": several(_section(names)),
        "because": BECAUSE,
        "source": names.citations,
    }
    return closed(keys, LIMIT_KEYS)
