"""Flat facts → the answers of a scenario, as a file that can be pasted and run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nocontact.facts import UNKNOWN, Question
from nocontact.rulebook import CheckedRulebase


def flat_to_answers(rulebase: CheckedRulebase, facts: Mapping[str, str]) -> dict[str, Any]:
    """Return answers that flatten to these facts; what is unknown is left out.

    Args:
        rulebase: its questions; where only an aim is known, the step is one of its tactics.
        facts: a well-formed row of flat facts.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> scenario = Scenario(hope="some", aims={"heal"}, pull={"email": "can_leave_it"})
        >>> found = flat_to_answers(Rulebook.load(), scenario.flat())
        >>> Scenario(**found) == scenario
        True
    """
    found: dict[str, Any] = {}
    for question in rulebase.vocabulary.questions():
        found.update(_answer(rulebase, question, facts))
    return found


def _answer(
    rulebase: CheckedRulebase, question: Question, facts: Mapping[str, str]
) -> Iterator[tuple[str, Any]]:
    vocabulary = rulebase.vocabulary
    values = {str(fact.member): facts[fact.name] for fact in vocabulary.facts_of(question.name)}
    if question.shape == "one":
        if facts[question.name] != UNKNOWN:
            yield question.name, facts[question.name]
    elif question.shape == "map":
        if any(level != UNKNOWN for level in values.values()):
            used = {m: v for m, v in values.items() if v != question.answers[0]}
            yield question.name, used or values
    elif question.shape == "set":
        yes = [member for member, level in values.items() if level == "yes"]
        if any(level == "no" for level in values.values()) or "rather_not_say" in yes:
            yield question.name, yes
        elif yes:
            [steps, *_] = vocabulary.of_shape("steps_with_aims")
            yield steps.name, {next(iter(rulebase.tactics)): yes}


def answers_to_yaml(answers: Mapping[str, Any]) -> str:
    """Return a scenario file.

    Examples:
        >>> print(answers_to_yaml({"hope": "some", "aims": ["heal"]}))
        hope: some
        aims: [heal]
    """
    return "\n".join(f"{name}: {_inline(value)}" for name, value in answers.items()) or "{}"


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_inline(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return f'"{value}"' if str(value)[:1].isdigit() else str(value)
