"""An answer to one question, spread over its flat facts."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import AIMS, NONE, RATHER_NOT_SAY, Question


def flatten(question: Question, answer: Any) -> dict[str, str]:
    """Return the flat facts of an answer that has been read and checked.

    A set is answered as a whole: what is listed is yes, the rest no. With `rather_not_say`
    the rest is unknown. In a map, what is listed has its level, the rest the lowest level. An
    aim named beside a step is yes.

    Args:
        question: the question.
        answer: `unknown`, one answer, a set of members, or a map from channel to level.

    Examples:
        >>> pets = Question("pets", "set", "", members=("cat", "dog", "rather_not_say"))
        >>> flatten(pets, {"cat"})
        {'pets.cat': 'yes', 'pets.dog': 'no', 'pets.rather_not_say': 'no'}
        >>> flatten(pets, {"rather_not_say"})["pets.dog"]
        'unknown'
    """
    if question.shape == "one":
        return {question.name: answer}
    if question.shape == "steps":
        return {}
    if question.shape == "steps_with_aims":
        return _named_aims(answer)
    if answer == UNKNOWN:
        return {name: UNKNOWN for _, name in question.fact_names}
    return _set_row(question, answer) if question.shape == "set" else _map_row(question, answer)


def _named_aims(steps: str | Mapping[str, AbstractSet[str]]) -> dict[str, str]:
    """Return a yes for each aim named beside a step; it answers no other aim."""
    aims = () if isinstance(steps, str) else steps.values()
    return {f"{AIMS}.{aim}": "yes" for aim in frozenset[str]().union(*aims) - {NONE}}


def _set_row(question: Question, listed: AbstractSet[str]) -> dict[str, str]:
    rest = UNKNOWN if RATHER_NOT_SAY in listed else "no"
    names = question.fact_names
    row = {name: "yes" if member in listed else rest for member, name in names}
    if NONE in question.members and listed - {NONE, RATHER_NOT_SAY}:
        row[f"{question.name}.{NONE}"] = "no"
    return row


def _map_row(question: Question, listed: Mapping[str, str]) -> dict[str, str]:
    lowest = question.answers[0]
    return {name: listed.get(channel, lowest) for channel, name in question.fact_names}
