"""The class of answers for any questions: the shipped one where it fits, else made here."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal, cast

from pydantic import create_model

from nocontact.facts.answer_types import MapAnswer, SetAnswer, StepsAnswer, StepsWithAims, Unknown
from nocontact.facts.answers import Answers
from nocontact.facts.asked import asked, asked_map, asked_set, asked_steps
from nocontact.facts.question import Question
from nocontact.facts.scenario import Scenario
from nocontact.facts.vocabulary import Vocabulary


def answers_class(vocabulary: Vocabulary) -> type[Answers]:
    """Return the class whose fields are the questions of a vocabulary.

    Args:
        vocabulary: the questions. Where they come from a class, it is that class; where they
            are the shipped ones, it is `Scenario`.

    Examples:
        >>> housing = Question("housing", "one", "Do you have a place to go?", ("no", "yes"))
        >>> answers_class(Vocabulary([housing]))(housing=True)
        Scenario(1 of 1 questions answered; answers hidden)
        >>> answers_class(Scenario.vocabulary()) is Scenario
        True
    """
    if vocabulary.model is not None:
        return cast("type[Answers]", vocabulary.model)
    return _made(vocabulary.questions(), tuple(vocabulary.renamed_questions.items()))


def without_conditions(vocabulary: Vocabulary) -> tuple[Any, ...]:
    """Return all that a class knows of its questions: not when they are asked.

    Examples:
        >>> shipped = Scenario.vocabulary()
        >>> without_conditions(shipped) == without_conditions(Vocabulary.of(Scenario))
        True
    """
    questions = (replace(each, asked_when=None) for each in vocabulary.questions())
    return (*questions, vocabulary.renamed_questions)


class _Made(Answers):
    """What every class made here stands on: it can be pickled, though no module holds it."""

    def __reduce__(self) -> tuple[Any, ...]:
        vocabulary = self.vocabulary()
        renamed = tuple(vocabulary.renamed_questions.items())
        return _answered, (vocabulary.questions(), renamed, self.answers())


def _answered(
    questions: tuple[Question, ...], renamed: tuple[tuple[str, str], ...], answers: dict[str, Any]
) -> Answers:
    return _made(questions, renamed).model_validate(answers)


@lru_cache(maxsize=64)
def _made(
    questions: tuple[Question, ...], renamed: tuple[tuple[str, str], ...]
) -> type[Answers]:  # fmt: skip
    vocabulary = Vocabulary(questions, dict(renamed))
    if without_conditions(vocabulary) == without_conditions(Scenario.vocabulary()):
        return Scenario
    fields: Any = {each.name: (_annotation(each), _declared(each)) for each in questions}
    model: type[Answers] = create_model("Scenario", __base__=_Made, __module__=__name__, **fields)
    model.renamed_questions = vocabulary.renamed_questions
    model.made_from = vocabulary
    return model


def _annotation(question: Question) -> Any:
    members: Any = Literal[question.members] if question.members else str
    answers: Any = Literal[question.answers] if question.answers else str
    generic: Any = {"set": SetAnswer, "map": MapAnswer, "steps_with_aims": StepsWithAims}
    match question.shape:
        case "one":
            return answers | Unknown
        case "map":
            return generic["map"][members, answers]
        case "steps":
            return StepsAnswer
    return generic[question.shape][members if question.shape == "set" else answers]


def _declared(question: Question) -> Any:
    words, text = question.words, question.text
    said: dict[str, Any] = {
        "source": question.source, "change": question.change, "block": question.block,
        "renamed": question.renamed,
    }  # fmt: skip
    if question.shape in ("steps", "steps_with_aims"):
        return asked_steps(text, with_aims=question.shape == "steps_with_aims", **said)
    said["short"] = question.short_form
    if question.shape == "one":
        return asked(text, words=words, ordered=question.ordered, **said)
    if question.shape == "set":
        return asked_set(text, words=words, **said)
    channels, levels = (
        {each: words[each] for each in ids} for ids in (question.members, question.answers)
    )
    return asked_map(text, channels=channels, levels=levels, **said)
