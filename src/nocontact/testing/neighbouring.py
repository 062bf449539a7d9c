"""How one answer may change between two neighbours of a promise.

Import it in tests only: it needs hypothesis (the extra `nocontact[testing]`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from nocontact.facts import Question, Vocabulary
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.question import NONE, RATHER_NOT_SAY
from nocontact.rulebook import Promise


def varied_members(promise: Promise, vocabulary: Vocabulary) -> dict[str, frozenset[str | None]]:
    """Return question → those of its members that the promise varies.

    Examples:
        >>> from nocontact import Rulebook
        >>> from nocontact.facts import Scenario
        >>> promises = {each.id: each for each in Rulebook.load().promises}
        >>> varied_members(promises["more-space-adds-no-force"], Scenario.vocabulary())
        {'partner_space': frozenset({None})}
    """
    found: dict[str, set[str | None]] = {}
    for name in promise.vary:
        fact = vocabulary[name]
        found.setdefault(fact.question, set()).add(fact.member)
    return {question: frozenset(members) for question, members in found.items()}


def changed_answers(
    question: Question, answer: Any, members: frozenset[str | None], *, upward: bool
) -> st.SearchStrategy[Any]:
    """Return what an answer may change to.

    Args:
        question: the question.
        answer: the answer now, as `scenario.answers()` gives it; None when unknown.
        members: the members that may change; `{None}` for a question without members.
        upward: whether each may only rise on its scale; what is unknown then stays so.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> hope = Scenario.vocabulary().question("hope")
        >>> changed_answers(hope, "some", frozenset({None}), upward=True)
        sampled_from(('some', 'strong'))
    """
    if upward and answer is None:
        return st.none()
    if question.shape == "one":
        rank = question.answers.index(answer) if upward else 0
        rising = question.answers[rank:]
        return st.sampled_from(rising if upward else (*rising, None))
    named = tuple(sorted(member for member in members if member is not None))
    if question.shape == "map":
        return _changed_map(question, answer, named, upward=upward)
    return _changed_set(question, answer, named, upward=upward)


def _changed_map(
    question: Question, answer: Mapping[str, str] | None, named: tuple[str, ...], *, upward: bool
) -> st.SearchStrategy[Any]:
    if answer is None and len(named) < len(question.members):
        return st.none()
    now = dict.fromkeys(question.members, question.answers[0]) | dict(answer or {})
    levels = {channel: _levels(question, now[channel], upward) for channel in named}
    changed = st.fixed_dictionaries({}, optional=levels).map(lambda new: now | new)
    return changed if upward or len(named) < len(question.members) else changed | st.none()


def _levels(question: Question, level: str, upward: bool) -> st.SearchStrategy[str]:
    if not upward:
        return st.sampled_from((*question.answers, UNKNOWN))
    return st.sampled_from(
        (UNKNOWN,) if level == UNKNOWN else question.answers[question.answers.index(level) :]
    )


def _changed_set(
    question: Question, answer: list[str] | None, named: tuple[str, ...], *, upward: bool
) -> st.SearchStrategy[Any]:
    free = [member for member in named if member != NONE]
    whole = {*free} == {*question.members} - {NONE}
    if answer is None and not whole:
        return st.none()
    now = frozenset(answer or ()) - {NONE}
    if upward and RATHER_NOT_SAY in now:
        return st.just(answer)  # the rest is unknown, and unknown does not rise
    several = st.lists(st.sampled_from(free), max_size=3, unique=True).map(frozenset)
    changed = several.map(lambda new: _listed(question, now | new if upward else now ^ new))
    return changed if upward or not whole else changed | st.none()


def _listed(question: Question, members: frozenset[str]) -> list[str]:
    return sorted(members) or ([NONE] if NONE in question.members else [])
