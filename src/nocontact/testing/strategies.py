"""Hypothesis strategies: scenarios of every kind, and neighbours for promises that compare.

Import it in tests only: it needs hypothesis (the extra `nocontact[testing]`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from hypothesis import strategies as st

from nocontact.facts import Answers, Question, Scenario
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import NONE
from nocontact.parsing import rulebook_from_texts, shipped_rules, texts_of
from nocontact.rulebook import Promise
from nocontact.testing.neighbouring import changed_answers, varied_members

S = TypeVar("S", bound=Answers)
Given = Mapping[str, Any]

NO_SIGN: Given = MappingProxyType({
    "now_unsafe": "no",
    "self_harm_thoughts": "no",
    "danger_signs": ["none"],
    "afraid": "no",
    "children_at_risk": "no",
    "partner_self_harm_threat": "no",
    "private_device": "yes",
    "must_stay_in_touch": ["none"],
    "court_order": "none",
    "age_group": "adult",
})  # fmt: skip
"""Safety questions answered, and no sign of danger: nearly all other combinations hold one."""


def scenarios(
    model: type[S] = Scenario,  # type: ignore[assignment]
    *,
    given: Given = MappingProxyType({}),
    tactics: Iterable[str] | None = None,
) -> st.SearchStrategy[S]:
    """Return scenarios with any questions answered in any way; the rest is unknown.

    Args:
        model: `Scenario` or a class derived from it.
        given: answers that every scenario has, such as `NO_SIGN`.
        tactics: ids that may be under consideration or in place; None for the shipped ones.

    Examples:
        >>> from hypothesis import find
        >>> find(scenarios(given={"hope": "some"}), lambda each: True).answers()
        {'hope': 'some'}
    """
    free = {name: each for name, each in _answers(model, tactics).items() if name not in given}
    return st.fixed_dictionaries({}, optional=free).map(lambda drawn: model(**drawn, **given))


def answered_scenarios(
    model: type[S] = Scenario,  # type: ignore[assignment]
    *,
    given: Given = MappingProxyType({}),
    tactics: Iterable[str] | None = None,
) -> st.SearchStrategy[S]:
    """Return scenarios in which every question is answered.

    Args:
        model: `Scenario` or a class derived from it.
        given: answers that every scenario has, such as `NO_SIGN`.
        tactics: ids that may be under consideration or in place; None for the shipped ones.

    Examples:
        >>> from hypothesis import find
        >>> find(answered_scenarios(), lambda each: True).hope
        'none'
    """
    free = {name: each for name, each in _answers(model, tactics).items() if name not in given}
    return st.fixed_dictionaries(free).map(lambda drawn: model(**drawn, **given))


@st.composite
def scenarios_near(
    draw: st.DrawFn,
    scenario: S,
    *,
    most: int = 4,
    asked: Iterable[str] = (),
    tactics: Iterable[str] | None = None,
) -> S:
    """Return scenarios that differ from one in a few answers: where rules begin and end.

    Args:
        draw: given by hypothesis.
        scenario: where to stay near.
        most: how many questions may be answered otherwise, or not at all.
        asked: the questions that may change; all of them when none is named.
        tactics: ids that may be under consideration or in place; None for the shipped ones.

    Examples:
        >>> from nocontact import Scenario
        >>> from hypothesis import find
        >>> find(scenarios_near(Scenario(hope="some")), lambda each: True).answers()
        {'hope': 'some'}
    """
    all_kinds = _answers(type(scenario), tactics)
    kinds = {name: all_kinds[name] for name in sorted(asked or all_kinds)}
    names = draw(st.lists(st.sampled_from(list(kinds)), max_size=most, unique=True))
    changes = {name: draw(st.none() | kinds[name]) for name in names}
    return scenario.with_answers(**changes)


@st.composite
def neighbours(
    draw: st.DrawFn, promise: Promise, first: st.SearchStrategy[Answers] | None = None
) -> tuple[Answers, Answers]:
    """Return pairs of scenarios that differ as a promise asks that compares neighbours.

    They differ only in what the promise varies, and upwards only when it says so; whether
    `when` and `after` hold is for the check to see.

    Args:
        draw: given by hypothesis.
        promise: a checked promise that compares (`promise.is_comparison`).
        first: where the first scenario comes from; None for any scenario.

    Examples:
        >>> from hypothesis import find
        >>> from nocontact import Rulebook
        >>> promise = {each.id: each for each in Rulebook.load().promises}["wall-never-falls"]
        >>> before, after = find(neighbours(promise), lambda pair: True)
        >>> set(before.answers()) == set(after.answers())
        True
    """
    before = draw(first if first is not None else scenarios())
    vocabulary = type(before).vocabulary()
    varied = varied_members(promise, vocabulary)
    names = draw(st.lists(st.sampled_from(sorted(varied)), min_size=1, unique=True))
    answers = before.answers()
    for name in names:
        question, members = vocabulary.question(name), varied[name]
        choice = changed_answers(question, answers.get(name), members, upward=promise.upward)
        answers[name] = draw(choice)
    return before, type(before)(**answers)


def answers_to(question: Question, tactics: Iterable[str] = ()) -> st.SearchStrategy[Any]:
    """Return every way to answer one question, `unknown` left out.

    Args:
        question: a question of a vocabulary.
        tactics: ids for the questions about steps.

    Examples:
        >>> from nocontact import Scenario
        >>> answers_to(Scenario.vocabulary().question("hope"))
        sampled_from(('none', 'some', 'strong'))
    """
    if question.shape == "one":
        return st.sampled_from(question.answers)
    if question.shape == "set":
        return _sets(question.members, least=1)
    if question.shape == "map":
        levels = st.sampled_from([*question.answers, UNKNOWN])
        return st.dictionaries(st.sampled_from(question.members), levels, min_size=1, max_size=4)
    ids = st.sampled_from(sorted(tactics))
    if question.shape == "steps":
        return st.lists(ids, max_size=3, unique=True)
    return st.dictionaries(ids, _sets(question.answers), max_size=2)


def _sets(members: tuple[str, ...], least: int = 0) -> st.SearchStrategy[list[str]]:
    some = [each for each in members if each != NONE]
    several = st.lists(st.sampled_from(some), min_size=least, max_size=3, unique=True)
    return st.just([NONE]) | several if NONE in members else several


def _answers(
    model: type[Answers], tactics: Iterable[str] | None
) -> dict[str, st.SearchStrategy[Any]]:
    ids = _shipped_tactics() if tactics is None else tuple(tactics)
    questions = model.vocabulary().questions()
    return {
        each.name: answers_to(each, ids)
        for each in questions
        if ids or not each.shape.startswith("steps")
    }


@cache
def _shipped_tactics() -> tuple[str, ...]:
    parsed, _ = rulebook_from_texts(texts_of(shipped_rules()))
    return tuple(tactic.id for tactic in parsed.tactics)
