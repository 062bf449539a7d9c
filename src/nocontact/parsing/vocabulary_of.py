"""The questions that a rulebook speaks of: its own, the shipped ones, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from nocontact.facts import Question, QuestionList, Vocabulary
from nocontact.facts.question import AIMS
from nocontact.parsing.shipped import shipped_questions
from nocontact.rulebook import ParsedRulebook


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
