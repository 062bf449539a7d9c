"""Where a promise is broken, as a formula over all scenarios."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.diagrams import Formula
from nocontact.rulebook import Bound, Promise, may_differ


def broken_where(scenarios: AllScenarios, promise: Promise) -> Formula:
    """Return the scenarios that break a promise.

    For a promise that compares neighbours these are the scenarios *after* the change.

    Args:
        scenarios: the compiled rulebase.
        promise: one of its promises.
    """
    if promise.then is not None:
        return scenarios.where(promise.when) & ~scenarios.rules.true(promise.then)
    # What does not change is well formed before, because it is so after; this keeps diagrams small.
    space = scenarios.space
    formed = space.formed_about(space.bits_of(may_differ(promise, space.vocabulary)))
    when = scenarios.rules.true(promise.when) & formed
    after = scenarios.where(promise.after)
    different = dict.fromkeys(crossings(scenarios, promise))  # many steps have the same status
    return space.diagrams.some(
        changed(scenarios, promise, when & before) & after & then for before, then in different
    )


def crossings(scenarios: AllScenarios, promise: Promise) -> Iterator[tuple[Formula, Formula]]:
    """Yield, for each bound, what may not hold before the change together with what after it."""
    varied = scenarios.space.bits_of(may_differ(promise, scenarios.space.vocabulary))
    for subject, bound in promise.bounds:
        yield from _crossing(scenarios, str(subject), bound, varied)


def _crossing(
    scenarios: AllScenarios, subject: str, bound: Bound, varied: int
) -> Iterator[tuple[Formula, Formula]]:
    rules, support = scenarios.rules, scenarios.space.diagrams.support
    steps = [rules.named[subject]] if subject in rules.named else rules.levels[subject][1:]
    for reached in steps:
        if not support(reached) & varied:  # no change of these facts makes a difference
            continue
        if bound != "never_raises":
            yield reached, ~reached
        if bound != "never_lowers":
            yield ~reached, reached


def changed(scenarios: AllScenarios, promise: Promise, before: Formula) -> Formula:
    """Return the neighbours of some scenarios: where they get to by the change of a promise."""
    space = scenarios.space
    free = may_differ(promise, space.vocabulary)
    if not promise.upward:
        return before.exists(at for name in free for at in space.block(name))
    following = free - {*promise.vary}
    result = before.exists(at for name in following for at in space.block(name))
    support = space.diagrams.support(result)
    for name in promise.vary:
        if support & space.bits_of([name]):
            result = _raised(scenarios, name, result)
    return result


def _raised(scenarios: AllScenarios, fact: str, before: Formula) -> Formula:
    """Return where one fact stands as high as before or higher; unknown stays unknown."""
    space = scenarios.space
    result, lower = before, space.diagrams.false
    for answer in space.vocabulary[fact].answers:
        cube = space.diagrams.every(
            space.is_answer(fact, each) if each == answer else ~space.is_answer(fact, each)
            for each in space.vocabulary[fact].answers
        )
        result = result | (lower & cube)
        lower = lower | (before & cube).exists(space.block(fact))
    return result
