"""What a person (or a file, or a program) gave, read into answers; every problem is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, TypeAlias

from nocontact.diagnostics import MOST_PROBLEMS, Diagnostic
from nocontact.facts import answer_problem as problem
from nocontact.facts.answer_problem import AnswerProblem
from nocontact.facts.answer_types import TACTIC_ID
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.frozen_map import FrozenMap
from nocontact.facts.given_value import shown
from nocontact.facts.open_names import OpenNames
from nocontact.facts.question import NONE, Question
from nocontact.facts.renamed_problem import renamed_answer, renamed_question
from nocontact.facts.vocabulary import Vocabulary

MOST_ENTRIES = 1_000
"""No honest scenario lists more than this, under one question or at all."""

Path: TypeAlias = tuple[Any, ...]
_TACTIC_ID = re.compile(TACTIC_ID)


def read_answers(
    vocabulary: Vocabulary, given: Any
) -> tuple[dict[str, Any], tuple[AnswerProblem, ...]]:
    """Return the answers given, in their one normal form, and every problem.

    Args:
        vocabulary: the questions that may be answered.
        given: a mapping from question to answer. None means unknown; true and false stand
            for yes and no; a number stands for a count; one member may stand for a list.

    Returns:
        The answers without those that have problems, and the problems, in the order given.

    Examples:
        >>> from nocontact.facts.scenario import Scenario
        >>> read_answers(Vocabulary.of(Scenario), {"afraid": False, "times_gone_back": 5})
        ({'afraid': 'no', 'times_gone_back': '3+'}, ())
    """
    reader = _AnswerReader(vocabulary)
    return reader.all_of(given), tuple(reader.problems)


class _AnswerReader:
    """Reads each answer by the shape of its question; None stands for "has a problem"."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.questions = {question.name: question for question in vocabulary.questions()}
        self.renamed = vocabulary.renamed_questions
        self.names = OpenNames(vocabulary)
        self.problems: list[AnswerProblem] = []

    def all_of(self, given: Any) -> dict[str, Any]:
        if not isinstance(given, Mapping):
            self.say((), problem.not_a_mapping(given))
            return {}
        if len(given) > MOST_ENTRIES:
            self.say((), problem.too_many("the scenario", MOST_ENTRIES))
            return {}
        answers = {name: self.answer(name, value) for name, value in given.items()}
        return {name: answer for name, answer in answers.items() if answer is not None}

    def say(self, path: Path, diagnostic: Diagnostic, *, of_key: bool = False) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            placed = replace(diagnostic, where=self.names.where(path))
            self.problems.append(AnswerProblem(path, placed, of_key))
        elif len(self.problems) == MOST_PROBLEMS:
            self.problems.append(AnswerProblem((), problem.more_problems(MOST_PROBLEMS)))

    @property
    def full(self) -> bool:
        """Whether enough problems were found: more are not even looked for."""
        return len(self.problems) > MOST_PROBLEMS

    def answer(self, name: Any, value: Any) -> Any:
        question = self.questions.get(name) if isinstance(name, str) else None
        if self.full:
            return None
        if question is None:
            self.say((name,), self.unasked(name), of_key=True)
            return None
        if value is None or (isinstance(value, str) and value == UNKNOWN):
            return UNKNOWN
        if question.shape == "one":
            return self.one(question, value)
        if question.shape == "set":
            return self.members(question, value)
        if question.shape == "map":
            return self.levels(question, value)
        return self.steps(question, value)

    def unasked(self, name: Any) -> Diagnostic:
        if isinstance(name, str) and name in self.renamed:
            return renamed_question(name, self.renamed[name], self.questions)
        return problem.unknown_question(self.names.question(name), self.questions)

    def refused(
        self, question: Question, place: str, said: str, allowed: tuple[str, ...]
    ) -> Diagnostic:
        """Return the problem of an answer that may not stand here; an old name says the new one."""
        now = question.renamed.get(said)
        if now in allowed:
            return renamed_answer(place, said, now)
        return problem.not_allowed(place, self.names.answer(said), allowed)

    def one(self, question: Question, value: Any) -> str | None:
        name, said = question.name, _as_text(question, value)
        if said is None:
            self.say((name,), problem.wrong_shape(name, value, "one", question.allowed))
        elif said not in question.answers:
            self.say((name,), self.refused(question, name, said, question.allowed))
        return said

    def members(self, question: Question, value: Any) -> frozenset[str] | str:
        name = question.name
        members = self.listed(question, value, (name,), question.members)
        if members == {UNKNOWN}:
            return UNKNOWN
        if NONE in question.members and NONE in members and len(members) > 1:
            self.say((name,), problem.none_with_others(question))
        return members or UNKNOWN  # an empty list is no answer; `none` says that there is none

    def levels(self, question: Question, value: Any) -> FrozenMap[str] | str:
        if not isinstance(value, Mapping):
            wrong = problem.wrong_shape(question.name, value, "map", question.members)
            self.say((question.name,), wrong)
            return FrozenMap()
        if len(value) > MOST_ENTRIES:
            self.say((question.name,), problem.too_many(question.name, MOST_ENTRIES))
            return FrozenMap()
        if not value:
            return UNKNOWN  # an empty map is no answer; the lowest level says that nothing is used
        levels = {each: self.level(question, each, level) for each, level in value.items()}
        lowest = question.answers[0]
        used = {name: levels[name] for name in question.members
                if levels.get(name, lowest) != lowest}  # fmt: skip
        return FrozenMap(used or dict.fromkeys(question.members, lowest))

    def level(self, question: Question, channel: Any, level: Any) -> str:
        path, known = (question.name, channel), (*question.answers, UNKNOWN)
        place = f"{question.name}.{shown(channel)}"
        if self.full:
            return UNKNOWN
        if not isinstance(channel, str) or channel not in question.members:
            self.say(path, self.unknown_channel(question, channel), of_key=True)
        elif level is not None and not isinstance(level, str):
            self.say(path, problem.wrong_shape(place, level, "one", known))
        elif level is not None and level not in known:
            self.say(path, self.refused(question, place, str.__str__(level), known))
        return str.__str__(level) if isinstance(level, str) else UNKNOWN

    def unknown_channel(self, question: Question, channel: Any) -> Diagnostic:
        now = question.renamed.get(channel) if isinstance(channel, str) else None
        if now in question.members:
            return renamed_answer(question.name, channel, now)
        return problem.unknown_channel(question.name, channel, question.members)

    def steps(self, question: Question, value: Any) -> frozenset[str] | FrozenMap[frozenset[str]]:
        named = isinstance(value, Mapping) and question.shape == "steps_with_aims"
        ids = self.listed(question, list(value) if named else value, (question.name,), (), named)
        if question.shape == "steps":
            return ids
        return FrozenMap(
            {id: self.aims(question, id, value.get(id) if named else None) for id in sorted(ids)}
        )

    def aims(self, question: Question, tactic: str, value: Any) -> frozenset[str]:
        """Return what a step is for; nothing said is an empty set."""
        if value is None or (isinstance(value, str) and value == UNKNOWN):
            return frozenset()
        return self.listed(question, value, (question.name, tactic), question.answers)

    def listed(
        self,
        question: Question,
        value: Any,
        path: Path,
        allowed: tuple[str, ...],
        of_keys: bool = False,
    ) -> frozenset[str]:
        """Return the texts of a list (or of the keys of a map); one text may stand for a list."""
        place, entries = question.name, _listed(value)
        if entries is None:
            self.say(path, problem.wrong_shape(place, value, question.shape, allowed))
            return frozenset()
        if len(entries) > MOST_ENTRIES:
            self.say(path, problem.too_many(place, MOST_ENTRIES))
            return frozenset()
        within = isinstance(value, (list, tuple))
        places = ((*path, each if of_keys else at) if within else path
                  for at, each in enumerate(entries))  # fmt: skip
        kept = (self.entry(question, each, at, allowed, of_keys)
                for each, at in zip(entries, places, strict=True))  # fmt: skip
        if len(entries) == 1 and isinstance(entries[0], str) and entries[0] == UNKNOWN:
            return frozenset(entries)
        return frozenset(text for text in kept if text is not None)

    def entry(
        self, question: Question, value: Any, path: Path, allowed: tuple[str, ...], of_key: bool
    ) -> str | None:
        """Return one member of a list, or one tactic id when no list of members is given."""
        place = question.name
        if self.full:
            return None
        if not isinstance(value, str):
            self.say(path, problem.not_text(place, value, allowed), of_key=of_key)
            return None
        text = str.__str__(value)
        if allowed and text not in allowed:
            self.say(path, self.refused(question, place, text, allowed), of_key=of_key)
        if not allowed and not _TACTIC_ID.fullmatch(text):
            self.say(path, problem.not_a_tactic_id(place, text), of_key=of_key)
        return text


def _as_text(question: Question, value: Any) -> str | None:
    """Return a single answer as text: true is yes, 5 gone back is `3+`; else None."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bool):
        return ("yes" if value else "no") if {"yes", "no"} <= set(question.answers) else None
    if isinstance(value, int) and question.counts:
        most = len(question.answers) - 1
        return shown(max(value, -(10**9))) if value < 0 else question.answers[min(value, most)]
    return None


def _listed(value: Any) -> list[Any] | None:
    if isinstance(value, str):
        return [value]
    if isinstance(value, AbstractSet):
        return sorted(value, key=_order)
    return list(value) if isinstance(value, (list, tuple)) else None


def _order(value: Any) -> str:
    """Return what a set is sorted by, so that its problems come in the same order each time."""
    return str.__str__(value) if isinstance(value, str) else shown(value)
