"""The fixed short interview: which questions it has, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nocontact.facts.question import NONE, RATHER_NOT_SAY, Question
from nocontact.facts.vocabulary import Vocabulary

COURT_ORDER = "court_order"


def short_form(
    vocabulary: Vocabulary, given: Mapping[tuple[str, ...], tuple[str, ...]]
) -> Iterator[Question]:
    """Yield the questions of the short form, with the one that some answers bring in.

    Args:
        vocabulary: all questions.
        given: what was answered so far, by key.

    Examples:
        >>> from nocontact import Scenario
        >>> len([*short_form(Scenario.vocabulary(), {})])
        17
        >>> len([*short_form(Scenario.vocabulary(), {("danger_signs",): ("choked",)})])
        18
    """
    names = {question.name for question in vocabulary.questions()}
    for question in vocabulary.short_form():
        yield question
        if question.name == "must_stay_in_touch" and COURT_ORDER in names and _order(given):
            yield vocabulary.question(COURT_ORDER)


def _order(given: Mapping[tuple[str, ...], tuple[str, ...]]) -> bool:
    signs = {*given.get(("danger_signs",), ())} - {NONE, RATHER_NOT_SAY}
    return bool(signs) or "court_or_legal" in given.get(("must_stay_in_touch",), ())
