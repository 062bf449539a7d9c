"""When a question is asked: while its condition is true, and what may make it true."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import product
from math import prod

from nocontact.explanation.asking.open_facts import open_facts
from nocontact.facts import UNKNOWN, Question
from nocontact.inference.condition_truth import truth
from nocontact.rulebook import CheckedRulebase, Condition, atoms_of

MOST_WAYS = 10_000
"""How many ways to answer the questions of one condition are tried; with more, it may be true."""


def is_asked(rulebase: CheckedRulebase, question: Question, facts: Mapping[str, str]) -> bool:
    """Return whether a question is asked now: always, or while its condition is true.

    Args:
        rulebase: the rules.
        question: one of their questions.
        facts: the flat facts.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> is_asked(rulebase, rulebase.vocabulary.question("now_unsafe"), {})
        True
    """
    condition = question.asked_when
    return condition is None or truth(condition, facts, rulebase.levels) is True


def never_asked(
    rulebase: CheckedRulebase, facts: Mapping[str, str], closed: Collection[str] = ()
) -> frozenset[str]:
    """Return the questions that are not asked now and that no further answer can open.

    Args:
        rulebase: the rules.
        facts: the flat facts.
        closed: questions that are not asked, because the person skipped them.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> rulebase = Rulebook.load()
        >>> questions = {each.name for each in rulebase.vocabulary.questions()}
        >>> never_asked(rulebase, Scenario().flat()) <= questions
        True
    """
    never: set[str] = set()
    for question in rulebase.vocabulary.questions():
        condition = question.asked_when
        if condition is None or is_asked(rulebase, question, facts):
            continue
        open_ = open_facts(rulebase, facts, {*closed, *never})
        if not _may_be_true(rulebase, condition, facts, open_):
            never.add(question.name)
    return frozenset(never)


def openers(rulebase: CheckedRulebase, question: Question, open_: Collection[str]) -> set[str]:
    """Return the questions whose answers may open this one.

    Args:
        rulebase: the rules.
        question: a question that is not asked now.
        open_: the facts that may still become anything.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> openers(rulebase, rulebase.vocabulary.question("now_unsafe"), {"hope"})
        set()
    """
    condition = question.asked_when
    atoms = () if condition is None else atoms_of(condition)
    subjects = {atom.subject for atom in atoms}
    return {rulebase.vocabulary[name].question for name in subjects & {*open_}}


def _may_be_true(
    rulebase: CheckedRulebase,
    condition: Condition,
    facts: Mapping[str, str],
    open_: Collection[str],
) -> bool:
    names = sorted({atom.subject for atom in atoms_of(condition)} & {*open_})
    ways = [(*rulebase.levels(name), UNKNOWN) for name in names]
    if prod(map(len, ways)) > MOST_WAYS:
        return True
    return any(
        truth(condition, {**facts, **dict(zip(names, way, strict=True))}, rulebase.levels) is True
        for way in product(*ways)
    )
