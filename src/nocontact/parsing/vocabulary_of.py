"""The questions that a rulebook speaks of: its own, the shipped ones, or both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from nocontact.diagnostics import Node, RulebookError, read_yaml
from nocontact.facts import Question, QuestionList, Vocabulary
from nocontact.facts.question import AIMS
from nocontact.parsing.metadata_from_yaml import messages_from_yaml
from nocontact.parsing.questions_from_yaml import questions_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.rules_folder import shipped_rules
from nocontact.rulebook import ParsedRulebook
from nocontact.rulebook.written_texts import MESSAGES, QUESTIONS

T = TypeVar("T")


def vocabulary_of(parsed: ParsedRulebook) -> Vocabulary:
    """Return the vocabulary of a rulebook: the same object for the same questions.

    A rulebook without `questions.yaml` speaks of the shipped questions. With `extends: shipped`
    these come first, its own replace those of the same name, and the others follow.

    Args:
        parsed: the rulebook as written.

    Raises:
        RulebookError: when it needs the shipped questions and they cannot be read.

    Examples:
        >>> from nocontact import Rulebook
        >>> vocabulary_of(Rulebook.parse())["hope"].answers
        ('none', 'some', 'strong')
    """
    return _vocabulary(shipped_questions() if parsed.questions is None else parsed.questions)


@lru_cache(maxsize=1)
def shipped_questions() -> QuestionList:
    """Return the shipped questions, read once.

    Raises:
        RulebookError: when they cannot be read.

    Examples:
        >>> shipped_questions().questions[0].name
        'now_unsafe'
    """
    return _shipped(QUESTIONS, questions_from_yaml)


@lru_cache(maxsize=1)
def shipped_messages() -> Mapping[str, str]:
    """Return the shipped messages in English, read once: what an answer asks for, id → text.

    Raises:
        RulebookError: when they cannot be read.

    Examples:
        >>> shipped_messages()["also"]
        'Also true: {what}'
    """
    return _shipped(MESSAGES, messages_from_yaml)


def _shipped(name: str, reader: Callable[[Reading, Node], T]) -> T:
    text = (shipped_rules() / name).read_text("utf-8")
    node, problems = read_yaml(text, name)
    reading = Reading(name, text)
    found = None if node is None else reader(reading, node)
    if found is None or problems or reading.problems:
        raise RulebookError([*problems, *reading.problems])
    return found


@lru_cache(maxsize=64)
def _vocabulary(own: QuestionList) -> Vocabulary:
    questions = {each.name: each for each in own.questions}
    renamed = dict(own.renamed)
    if own.extends:
        shipped = shipped_questions()
        questions = {each.name: each for each in shipped.questions} | questions
        old = {name: now for name, now in shipped.renamed.items() if name not in questions}
        renamed = old | renamed
    return Vocabulary(_with_aims(questions.values()), renamed)


def _with_aims(questions: Iterable[Question]) -> Iterator[Question]:
    """Yield the questions; what a step may be for are the members of the set `aims`."""
    listed = list(questions)
    aims = next((each.members for each in listed if (each.name, each.shape) == (AIMS, "set")), ())
    for each in listed:
        yield replace(each, answers=aims) if each.shape == "steps_with_aims" else each
