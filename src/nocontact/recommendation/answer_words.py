"""Answers in plain words: what was said before, and what is said now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nocontact.explanation.wording import Wording
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import Question


def answer_words(words: Wording, question: Question, answer: Any) -> str:
    """Return an answer to a question in plain words.

    Args:
        words: the words of the rulebook.
        question: what was asked.
        answer: plain data, as `scenario.answers()` has it; or `unknown`.

    Examples:
        >>> from nocontact import Rulebook
        >>> words = Wording(Rulebook.load())
        >>> ask = words.rulebase.vocabulary.question
        >>> answer_words(words, ask("reach_out"), "unknown")
        'not answered'
        >>> answer_words(words, ask("aims"), ["heal", "move_on"])
        'Help me heal or rest; Help me move on'
    """
    if answer == UNKNOWN:
        return words.say("changes.not_answered")
    if isinstance(answer, Mapping) and question.shape == "map":
        said = [f"{_one(words, question, way)}: {_one(words, question, each)}"
                for way, each in answer.items() if each != question.answers[0]]  # fmt: skip
    elif isinstance(answer, str):
        said = [_one(words, question, answer)]
    else:
        said = [_one(words, question, each) for each in answer]
    return "; ".join(said) or words.say("changes.nothing")


def _one(words: Wording, question: Question, answer: str) -> str:
    if answer == UNKNOWN:
        return words.say("changes.not_answered")
    if answer in words.rulebase.tactics and question.shape in ("steps", "steps_with_aims"):
        return words.short(answer).rstrip(".")
    return words.answer(question.name, answer).rstrip(".")
