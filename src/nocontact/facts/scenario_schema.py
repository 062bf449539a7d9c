"""The JSON Schema of a scenario, with the questions, plain words and sources inside."""

from __future__ import annotations

from typing import Any

from nocontact.facts.answer_types import TACTIC_ID
from nocontact.facts.answers import Answers
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import Question
from nocontact.facts.scenario import Scenario


def scenario_schema(model: type[Answers] = Scenario) -> dict[str, Any]:
    """Return the JSON Schema of the answers that a scenario class accepts.

    Args:
        model: `Scenario` or a class derived from it.

    Returns:
        A new dictionary; the same content for the same class, in interview order.

    Examples:
        >>> schema = scenario_schema()
        >>> schema["properties"]["hope"]["enum"]
        ['none', 'some', 'strong', 'unknown', None]
        >>> schema["properties"]["hope"]["x-source"]
        [20]
    """
    questions = model.vocabulary().questions()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": model.__name__,
        "description": "What a person told us. Every answer is optional.",
        "type": "object",
        "additionalProperties": False,
        "properties": {question.name: _property(question) for question in questions},
    }


def _property(question: Question) -> dict[str, Any]:
    said: dict[str, Any] = {"description": question.text, "default": UNKNOWN}
    said.update(_values(question))
    said["x-words"] = dict(question.words)
    said["x-source"] = list(question.source)
    said["x-change"] = question.change
    said["x-block"] = question.block
    said["x-ordered"] = question.ordered
    if question.short_form is not None:
        said["x-short-form"] = question.short_form
    return said


def _values(question: Question) -> dict[str, Any]:
    """Return what may stand as the answer, by the shape of the question."""
    if question.shape == "one":
        return _one(question)
    if question.shape == "set":
        return _unless_unknown(*_members({"enum": list(question.members)}))
    if question.shape == "map":
        return _unless_unknown(_levels(question))
    ids = _members({"type": "string", "pattern": f"^{TACTIC_ID}$"})
    if question.shape == "steps":
        return _unless_unknown(*ids)
    return _unless_unknown(*ids, _with_aims(question))


def _one(question: Question) -> dict[str, Any]:
    answers: list[Any] = [*question.answers, UNKNOWN, None]
    if {"no", "yes"} <= set(question.answers):
        answers += [False, True]
    if question.counts:
        return {"anyOf": [{"enum": answers}, {"type": "integer", "minimum": 0}]}
    return {"enum": answers}


def _members(one: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    return {"type": "array", "items": one, "uniqueItems": True}, one


def _levels(question: Question) -> dict[str, Any]:
    level = {"enum": [*question.answers, UNKNOWN, None]}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {channel: dict(level) for channel in question.members},
    }


def _with_aims(question: Question) -> dict[str, Any]:
    aims = _unless_unknown(*_members({"enum": list(question.answers)}))
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{TACTIC_ID}$"},
        "additionalProperties": aims,
    }


def _unless_unknown(*values: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [*values, {"enum": [UNKNOWN, None]}]}
