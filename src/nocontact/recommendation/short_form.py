"""The fixed short interview: which questions it has, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nocontact.explanation.asking.when_asked import is_asked
from nocontact.facts.question import NONE, RATHER_NOT_SAY, Question
from nocontact.rulebook import CheckedRulebase

COURT_ORDER = "court_order"

Given = Mapping[tuple[str, ...], tuple[str, ...]]


def short_form(
    rulebase: CheckedRulebase, given: Given, facts: Mapping[str, str]
) -> Iterator[Question]:
    """Yield the questions of the short form, with the one that some answers bring in.

    A question whose `asked_when` is not true now is left out, unless it was asked already.

    Args:
        rulebase: the rules, with their questions.
        given: what was answered so far, by key.
        facts: the flat facts that are known.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> rulebase, facts = Rulebook.load(), Scenario().flat()
        >>> asked = [each.name for each in short_form(rulebase, {}, facts)]
        >>> given = {("danger_signs",): ("choked",)}
        >>> more = [each.name for each in short_form(rulebase, given, facts)]
        >>> asked[0], {*more} - {*asked}
        ('now_unsafe', {'court_order'})
    """
    vocabulary = rulebase.vocabulary
    questions = {question.name: question for question in vocabulary.questions()}
    court_order = questions.get(COURT_ORDER)
    for question in vocabulary.short_form():
        if (question.name,) in given or is_asked(rulebase, question, facts):
            yield question
        if question.name == "must_stay_in_touch" and _brought_in(court_order, given):
            yield questions[COURT_ORDER]


def _brought_in(question: Question | None, given: Given) -> bool:
    """Return whether answers bring in the question about an order that has no place of its own."""
    if question is None or question.short_form is not None:
        return False
    signs = {*given.get(("danger_signs",), ())} - {NONE, RATHER_NOT_SAY}
    return bool(signs) or "court_or_legal" in given.get(("must_stay_in_touch",), ())
