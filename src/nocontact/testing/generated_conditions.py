"""Small random conditions and rows of facts, over a small vocabulary or any other.

Import it in tests only: it needs hypothesis (the extra `nocontact[testing]`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

from hypothesis import strategies as st
from pydantic import BaseModel

from nocontact.facts import UNKNOWN, Vocabulary
from nocontact.facts.answer_types import MapAnswer, SetAnswer, YesNo
from nocontact.facts.asked import asked, asked_map, asked_set
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    Operator,
)

T = TypeVar("T")


class SmallQuestions(BaseModel):
    """A vocabulary with one question of each shape, small enough to try every row of a part.

    Examples:
        >>> list(Vocabulary.of(SmallQuestions))[:3]
        ['mood', 'weather', 'ready']
    """

    mood: Literal["low", "even", "high", "unknown"] = asked("How are you?")
    weather: Literal["sun", "rain", "snow", "wind", "unknown"] = asked(
        "And out there?", ordered=False
    )
    ready: YesNo = asked("Are you ready?")
    pets: SetAnswer[Literal["cat", "dog", "none"]] = asked_set("Which pets?")
    walks: MapAnswer[Literal["park", "town"], Literal["never", "at_times", "often"]] = asked_map(
        "Where do you walk?",
        channels={"park": "the park", "town": "the town"},
        levels={"never": "never", "at_times": "at times", "often": "often"},
    )


SMALL = Vocabulary.of(SmallQuestions)
"""The vocabulary that generated conditions and rulebooks speak of unless given another."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a generated condition may ask about.

    Examples:
        >>> Subject("wall", ("none", "lock"), ordered=True, may_be_unknown=False).name
        'wall'
    """

    name: str
    values: tuple[str, ...]
    ordered: bool
    may_be_unknown: bool


def subjects_of(vocabulary: Vocabulary = SMALL) -> tuple[Subject, ...]:
    """Return every fact as something that a condition may ask about.

    Examples:
        >>> subjects_of()[0].values
        ('low', 'even', 'high')
    """
    return tuple(
        Subject(name, fact.answers, fact.ordered, True) for name, fact in vocabulary.items()
    )


def facts_rows(vocabulary: Vocabulary = SMALL) -> st.SearchStrategy[dict[str, str]]:
    """Return rows of facts: every fact with any answer, or `unknown`.

    Rows that no person could give are among them (one member of a set answered, another
    unknown); engines have to agree on those too.

    Examples:
        >>> facts_rows().__class__.__name__
        'LazyStrategy'
    """
    return st.fixed_dictionaries(
        {name: st.sampled_from((UNKNOWN, *fact.answers)) for name, fact in vocabulary.items()}
    )


@st.composite
def conditions(draw: st.DrawFn, subjects: Sequence[Subject], deep: int = 3) -> Condition:
    """Return a condition of any kind over the subjects given.

    Args:
        draw: given by hypothesis.
        subjects: what it may ask about.
        deep: how far groups may stand inside groups.

    Examples:
        >>> conditions(subjects_of()).__class__.__name__
        'LazyStrategy'
    """
    return drawn_condition(draw, subjects, deep)


def drawn_condition(draw: st.DrawFn, subjects: Sequence[Subject], deep: int) -> Condition:
    """Draw a condition inside another strategy; see `conditions`."""
    kind = draw(_below(7)) if deep else 0
    if kind <= 2:
        return _atom(draw, subjects)
    if kind == 3:
        return Not(drawn_condition(draw, subjects, deep - 1))
    size = 1 + draw(_below(7 if kind == 6 else 3))
    parts = tuple(drawn_condition(draw, subjects, deep - 1) for _ in range(size))
    if kind == 6:
        return AtLeastOf(1 + draw(_below(size)), parts)
    return AllOf(parts) if kind == 4 else AnyOf(parts)


def one_of(draw: st.DrawFn, options: Sequence[T]) -> T:
    """Draw one of the options; quicker than a strategy of its own.

    Examples:
        >>> one_of(lambda strategy: 0, ("a", "b"))
        'a'
    """
    return options[draw(_below(len(options)))]


def _atom(draw: st.DrawFn, subjects: Sequence[Subject]) -> Condition:
    subject = one_of(draw, subjects)
    operators: tuple[Operator, ...] = ("is", "is_not", "in")
    if subject.ordered:
        operators += ("at_least", "at_most")
    choice = draw(_below(len(operators) + subject.may_be_unknown))
    if choice == len(operators):
        return IsUnknown(subject.name, bool(draw(_below(2))))
    if operators[choice] == "in":
        wanted = draw(_below(2 ** len(subject.values) - 1)) + 1
        values = tuple(v for at, v in enumerate(subject.values) if wanted >> at & 1)
    else:
        values = (one_of(draw, subject.values),)
    return Comparison(subject.name, operators[choice], values)


@cache
def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)
