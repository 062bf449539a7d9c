"""The smallest scenario, or pair of neighbours, that breaks a promise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nocontact.facts import UNKNOWN
from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.diagrams import Formula
from nocontact.proof.flat_to_answers import flat_to_answers
from nocontact.proof.promise_formulas import crossings
from nocontact.rulebook import Promise, may_differ

Facts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A scenario that breaks a promise, with its neighbour when the promise compares.

    Attributes:
        answers: the scenario, ready for `Scenario(**answers)`; with a neighbour, the one after.
        before: for a promise that compares, the scenario before the change.
        facts: its flat facts.
        facts_before: the flat facts before the change.

    Examples:
        >>> Counterexample({"hope": "some"}, None, {}, None).answers
        {'hope': 'some'}
    """

    answers: dict[str, Any]
    before: dict[str, Any] | None
    facts: Facts = field(repr=False)
    facts_before: Facts | None = field(repr=False)


def counterexample(
    scenarios: AllScenarios, promise: Promise, broken: Formula
) -> Counterexample | None:
    """Return the counterexample with the fewest answers, or None when nothing is broken."""
    space = scenarios.space
    facts = space.smallest(broken)
    if facts is None:
        return None
    answers = flat_to_answers(scenarios.rulebase, facts)
    if not promise.is_comparison:
        return Counterexample(answers, None, facts, None)
    before = _before(scenarios, promise, facts)
    return Counterexample(answers, flat_to_answers(scenarios.rulebase, before), facts, before)


def _before(scenarios: AllScenarios, promise: Promise, after: Facts) -> Facts:
    space = scenarios.space
    row = space.row(after)
    free = may_differ(promise, space.vocabulary)
    fixed = [_exactly(scenarios, name, after[name]) for name in after if name not in free]
    if promise.upward:
        fixed += [_at_most(scenarios, name, after[name]) for name in promise.vary]
    near = space.diagrams.every([scenarios.where(promise.when), *fixed])
    for before, then in crossings(scenarios, promise):
        if then.holds(row):
            found = space.smallest(near & before)
            if found is not None:
                return found
    raise AssertionError(f"the counterexample of {promise.id} has no neighbour")


def _exactly(scenarios: AllScenarios, fact: str, answer: str) -> Formula:
    space = scenarios.space
    return space.unknown(fact) if answer == UNKNOWN else space.is_answer(fact, answer)


def _at_most(scenarios: AllScenarios, fact: str, answer: str) -> Formula:
    space = scenarios.space
    if answer == UNKNOWN:
        return space.unknown(fact)
    answers = space.vocabulary[fact].answers
    return space.is_one_of(fact, answers[: answers.index(answer) + 1])
