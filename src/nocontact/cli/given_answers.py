"""Answers typed on the command line, such as `reach_out=never`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from nocontact.facts import scenario_from_text
from nocontact.facts.fact import UNKNOWN
from nocontact.rulebook import CheckedRulebase

Given: TypeAlias = tuple[str, str]
"""A question, and its answer as it would stand in a file."""


def one_given(text: str) -> Given:
    """Return the question and the answer of one argument.

    Args:
        text: `QUESTION=ANSWER`; several answers with commas, a channel and its level with a colon.

    Raises:
        ValueError: when it is not of this form.

    Examples:
        >>> one_given("aims=heal,space"), one_given("pull=email:always_look")
        (('aims', '[heal,space]'), ('pull', '{email: always_look}'))
        >>> one_given("reach_out")
        Traceback (most recent call last):
        ...
        ValueError: `reach_out` is not of the form QUESTION=ANSWER
    """
    question, equals, answer = text.partition("=")
    if not equals or not question.strip().isidentifier() or not answer.isprintable():
        raise ValueError(f"`{text}` is not of the form QUESTION=ANSWER")
    said = answer.strip()
    if not said.startswith(("[", "{", '"', "'")):
        if ":" in said:
            said = f"{{{': '.join(part.strip() for part in said.split(':'))}}}"
        elif "," in said:
            said = f"[{said}]"
    return question.strip(), said


def given_answers(
    given: Iterable[Given], rulebook: CheckedRulebase | None = None
) -> dict[str, Any]:
    """Return the answers by question, as a scenario takes them.

    Args:
        given: what `one_given` returned.
        rulebook: whose questions are answered; None for the shipped ones.

    Raises:
        ScenarioError: when one of them cannot be read, with the place where it stands.

    Examples:
        >>> given_answers([("reach_out", "never"), ("aims", "[heal, space]"), ("hope", "unknown")])
        {'reach_out': 'never', 'aims': ['heal', 'space'], 'hope': 'unknown'}
        >>> given_answers([("hope", "big")])
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: the other answers:1:7: NC402: `hope` cannot \
be `big`
          | hope: big
          |       ^^^
          help: write one of: none, some, strong, unknown
    """
    pairs = list(given)
    text = "\n".join(f"{question}: {answer}" for question, answer in pairs)
    answers = scenario_from_text(text, "the other answers", "yaml", rulebook=rulebook).answers()
    return {question: answers.get(question, UNKNOWN) for question, _ in pairs}
