"""The facts that tell most about a part of an answer: those that its rules really read."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.explanation.situation import Situation
from nocontact.proof.subject import Subject, members_of
from nocontact.rulebook import STATUS, atoms_of


def telling_facts(situation: Situation, subject: Subject) -> frozenset[str]:
    """Return the facts that fired rules read on the way to a part of the answer.

    Args:
        situation: the answer.
        subject: the part of it.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds", hope="some")).situation
        >>> sorted(telling_facts(situation, Subject("finding", "wall")))
        ['staying_away']
    """
    waiting, seen = [*_starts(situation, subject)], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += [read for firing in situation.trace.raising(name) for read, _ in firing.on]
    return frozenset(name for name in seen if name in situation.facts)


def _starts(situation: Situation, subject: Subject) -> Iterator[str]:
    match subject.family:
        case "finding":
            yield subject.name
        case "first":
            for member in members_of(situation.rulebase, subject.name):
                yield f"{subject.name}.{member}"
        case "status":
            yield f"{STATUS}.{subject.name}"
        case _:
            yield f"{STATUS}.{subject.name}"
            yield from _asked_by_needs(situation, subject.name)


def _asked_by_needs(situation: Situation, tactic: str) -> Iterator[str]:
    """Yield what the needs test that a step is there for."""
    steps = (*situation.plan.steps, *situation.plan.later)
    needs = {need for step in steps if step.tactic == tactic for need in step.needs}
    policy = situation.rulebase.policy
    for need in policy.needs:
        if need.id in needs:
            yield from (atom.subject for atom in atoms_of(need.condition))
            needs.discard(need.id)
    if needs and policy.barriers is not None:
        yield policy.barriers.height
