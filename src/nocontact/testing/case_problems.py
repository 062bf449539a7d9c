"""What differs between what a case expects and what the rulebook says, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from nocontact.diagnostics import NocontactError, nearest
from nocontact.recommendation import Recommendation, recommend
from nocontact.recommendation.answering import EngineName
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.case import Case, Expectation
from nocontact.testing.parts_of_answer import Words, known_names, part_of_answer

_NAMES = {
    "status": "the status of `{}`", "findings": "`{}`", "considered": "the verdict on `{}`",
    "objectives": "what `{}` is for", "cites": "what `{}` cites",
    "because": "the rules behind `{}`", "instead": "what could help more than `{}`",
    "fired": "the rules that fired", "also": "what else comes first", "later": "what can wait",
    "ask": "the open questions", "too_weak": "what is marked as too weak",
    "serves": "what the steps are for",
}  # fmt: skip


def case_problems(
    case: Case,
    rulebook: str | Path | CheckedRulebase | None = None,
    engine: EngineName = "reference",
) -> tuple[str, ...]:
    """Return one plain sentence for everything that is not as the case expects.

    Args:
        case: the case.
        rulebook: a loaded rulebook, or a folder of one; None for the shipped one.
        engine: which engine answers.

    Returns:
        The sentences; empty when the case holds.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> expect = (Expectation("wall", "", "is", ("sealed",)),)
        >>> case_problems(Case("High", Scenario(staying_away="nothing_holds"), expect))
        ('the wall is `lock`, not `sealed` (because of wall.lock)',)
    """
    whole = loaded(rulebook)
    used = whole.without_voice("safety") if case.article_only else whole
    unknown = tuple(_unknown(case.expect, whole))
    try:
        answer = recommend(case.scenario, rulebook=used, engine=engine)
    except NocontactError as error:
        return (*unknown, *(each.message for each in error.diagnostics))
    return (*unknown, *(said for each in case.expect for said in _differs(each, answer)))


def _differs(expected: Expectation, answer: Recommendation) -> Iterator[str]:
    found = part_of_answer(answer, expected.about, expected.name)
    subject = _NAMES.get(expected.about, f"the {expected.about}").format(expected.name)
    yield from _TESTS[expected.test](subject, expected.values, found)


def _is(subject: str, values: Words, found: Words) -> Iterator[str]:
    if not set(found[:1]) & set(values):
        said, *why = found or ("not there",)
        because = f" (because of {', '.join(why)})" if why else ""
        yield f"{subject} is {_shown([said])}, not {_shown(values, ' or ')}{because}"


def _include(subject: str, values: Words, found: Words) -> Iterator[str]:
    missing = [each for each in values if each not in found]
    if missing:
        there = _shown(found) or "nothing"
        yield f"{_shown(missing)} should be among {subject}; there is {there}"


def _exclude(subject: str, values: Words, found: Words) -> Iterator[str]:
    there = [each for each in values if each in found]
    if there:
        yield f"{_shown(there)} should not be among {subject}"


def _exactly(subject: str, values: Words, found: Words) -> Iterator[str]:
    if set(values) != set(found):
        yield f"{subject} should be {_shown(values) or 'empty'}, not {_shown(found) or 'empty'}"


def _first(subject: str, values: Words, found: Words) -> Iterator[str]:
    if not set(found[:1]) & set(values):
        first = _shown(found[:1]) or "nothing"
        yield f"{_shown(values, ' or ')} should come first among {subject}, where {first} does"


def _in_order(subject: str, values: Words, found: Words) -> Iterator[str]:
    if [each for each in found if each in values] != [*values]:
        yield f"{_shown(values)} should come in this order among {subject}: {_shown(found)}"


def _at_most(subject: str, values: Words, found: Words) -> Iterator[str]:
    if len(found) > int(values[0]):
        yield f"{subject} should be at most {values[0]}, not {len(found)}: {_shown(found)}"


_TESTS: Mapping[str, Callable[[str, Words, Words], Iterator[str]]] = {
    "is": _is, "include": _include, "exclude": _exclude, "exactly": _exactly, "first": _first,
    "in_order": _in_order, "at_most": _at_most,
}  # fmt: skip


def _unknown(expected: Collection[Expectation], rulebook: CheckedRulebase) -> Iterator[str]:
    """Yield a sentence for each name that the rulebook does not hold: a test of it says nothing."""
    for each in expected:
        known = known_names(rulebook, each.about)
        if known is None or each.test == "at_most":
            continue
        for name in (each.name,) if each.name else each.values:
            if name not in known:
                guess = nearest(name, known)
                hint = f" (did you mean `{guess}`?)" if guess else ""
                yield f"the rulebook has no `{name}` for `{each.about}`{hint}"


def _shown(names: Collection[str], joined: str = ", ") -> str:
    return joined.join(f"`{name}`" for name in names)
