"""The short interview as pure data: what is asked next, what was answered, one step back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from nocontact.facts import Scenario
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import NONE, RATHER_NOT_SAY, Question
from nocontact.facts.vocabulary import Vocabulary

Key: TypeAlias = tuple[str, ...]
"""The name of a question; for a map of channels also the channel."""

STOPS = (("now_unsafe", "yes"), ("self_harm_thoughts", "yes"))
"""Answers after which nothing more is asked: help comes first (SA01, SA09)."""

COURT_ORDER = "court_order"
WAYS = "How do they reach you?"
NO_WAY = "None of these"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to ask: the words, and what may be chosen.

    Attributes:
        key: what is asked.
        text: the question in plain words.
        choices: answer → its plain words, in the order in which they are numbered.
        several: whether more than one may be chosen.
        alone: answers that cannot go together with others.
        number: the place of the question in the interview, from 1.
        total: how many questions there are, as far as it is known.

    Examples:
        >>> prompt = Interview().prompt()
        >>> prompt.key, prompt.number, prompt.total
        (('now_unsafe',), 1, 17)
    """

    key: Key
    text: str
    choices: dict[str, str]
    several: bool
    alone: frozenset[str]
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview at one moment; each answer makes a new one.

    Attributes:
        vocabulary: the questions.
        given: what was answered, in order; a skipped question is there with no answer.

    Examples:
        >>> interview = Interview().answered(["no"]).answered([])
        >>> interview.prompt().key
        ('danger_signs',)
        >>> interview.scenario().answers()
        {'now_unsafe': 'no'}
        >>> interview
        Interview(answers hidden)
    """

    vocabulary: Vocabulary = field(default_factory=Scenario.vocabulary)
    given: tuple[tuple[Key, tuple[str, ...]], ...] = ()

    def __repr__(self) -> str:
        return "Interview(answers hidden)"

    def prompt(self) -> Prompt | None:
        """Return what is asked next; None when there is nothing more to ask.

        Examples:
            >>> Interview().answered(["yes"]).prompt() is None
            True
        """
        given = dict(self.given)
        if any(given.get((name,)) == (answer,) for name, answer in STOPS):
            return None
        questions = list(self._questions())
        for number, question in enumerate(questions, 1):
            for key in self._keys(question):
                if key not in given:
                    return _prompt(question, key, number, len(questions))
        return None

    def answered(self, chosen: list[str]) -> Interview:
        """Return the interview with the open question answered; an empty list skips it.

        Examples:
            >>> Interview().answered(["unsure"]).scenario().now_unsafe
            'unsure'
        """
        prompt = self.prompt()
        if prompt is None:
            return self
        return replace(self, given=(*self.given, (prompt.key, tuple(chosen))))

    def back(self) -> Interview:
        """Return the interview with the last answer taken back.

        Examples:
            >>> Interview().answered(["no"]).back() == Interview()
            True
        """
        return replace(self, given=self.given[:-1])

    def scenario(self) -> Scenario:
        """Return the answers given so far; what was skipped is unknown.

        Examples:
            >>> Interview().scenario()
            Scenario(0 of 32 questions answered; answers hidden)
        """
        answers: dict[str, Any] = {}
        for question in self._questions():
            chosen = dict(self.given).get((question.name,), ())
            if chosen:
                answers[question.name] = self._answer(question, chosen)
        return Scenario(**answers)

    def _questions(self) -> Iterator[Question]:
        for question in self.vocabulary.short_form():
            yield question
            if question.name == "must_stay_in_touch" and self._order_matters():
                yield self.vocabulary.question(COURT_ORDER)

    def _order_matters(self) -> bool:
        given = dict(self.given)
        signs = set(given.get(("danger_signs",), ())) - {NONE, RATHER_NOT_SAY}
        return bool(signs) or "court_or_legal" in given.get(("must_stay_in_touch",), ())

    def _keys(self, question: Question) -> Iterator[Key]:
        yield (question.name,)
        if question.shape == "map":
            for channel in dict(self.given).get((question.name,), ()):
                if channel != NONE:
                    yield question.name, channel

    def _answer(self, question: Question, chosen: tuple[str, ...]) -> Any:
        if question.shape == "one":
            return chosen[0]
        if question.shape == "set":
            return chosen
        levels = dict(self.given)
        return {
            channel: (*levels.get((question.name, channel), ()), UNKNOWN)[0]
            for channel in chosen
            if channel != NONE
        }


def _prompt(question: Question, key: Key, number: int, total: int) -> Prompt:
    channel = key[1:]
    words = question.words
    text, several = question.text, question.shape != "one" and not channel
    ids = question.members if several else question.answers
    if channel:
        text, ids = f"{words[channel[0]]}. {text}", ids[1:]
    choices = {each: words.get(each, each) for each in ids}
    if question.shape == "map" and several:
        text, choices = WAYS, {**choices, NONE: NO_WAY}
    return Prompt(key, text, choices, several, frozenset({NONE}), number, total)
