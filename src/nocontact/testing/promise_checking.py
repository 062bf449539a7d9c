"""Promises tried on single scenarios, by the reference engine and the planner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nocontact.facts import Answers
from nocontact.facts.fact import UNKNOWN
from nocontact.inference import ReferenceEngine
from nocontact.inference.condition_truth import truth
from nocontact.planning import planner_of
from nocontact.recommendation.answers_for import answers_for
from nocontact.rulebook import (
    STATUS,
    YES_NO,
    Bound,
    CheckedRulebase,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    Promise,
    may_differ,
    parts_of,
)

Values = Mapping[str, str]
_YES_NO_FAMILIES = ("step.", "permitted.")


def promise_violation(
    rulebase: CheckedRulebase,
    promise: Promise,
    scenario: Answers,
    neighbour: Answers | None = None,
) -> str | None:
    """Return how a scenario breaks a promise, or None when it does not.

    Args:
        rulebase: the rules that the promise is about.
        promise: one of `rulebase.promises`.
        scenario: what to try it on.
        neighbour: for a promise that compares, the scenario after the change.

    Raises:
        ScenarioError: when an answer is none that the rulebook asks for.
        ValueError: when a neighbour is missing or superfluous, or differs in more than the
            promise varies.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> promise = {each.id: each for each in rulebase.promises}["wall-never-falls"]
        >>> before, after = Scenario(staying_away="easy"), Scenario(staying_away="gives_in")
        >>> promise_violation(rulebase, promise, before, after) is None
        True
        >>> promise_violation(rulebase, promise, after, before)
        Traceback (most recent call last):
        ...
        ValueError: these are no neighbours for `wall-never-falls`: `staying_away` falls
    """
    if promise.is_comparison is (neighbour is None):
        raise ValueError(f"`{promise.id}` takes {'a' if promise.is_comparison else 'no'} neighbour")
    scenario = answers_for(rulebase, scenario)
    first = all_values(rulebase, scenario)
    if neighbour is None:
        return broken_promise(rulebase, promise, first)
    neighbour = answers_for(rulebase, neighbour)
    wrong = not_neighbours(rulebase, promise, scenario.flat(), neighbour.flat())
    if wrong:
        raise ValueError(f"these are no neighbours for `{promise.id}`: {wrong}")
    return broken_promise(rulebase, promise, first, all_values(rulebase, neighbour))


def all_values(rulebase: CheckedRulebase, scenario: Answers) -> dict[str, str]:
    """Return all that a promise may speak of: facts, findings, statuses, permissions, steps.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> values = all_values(Rulebook.load(), Scenario())
        >>> values["step.go_back"], values["permitted.trusted_person"]
        ('no', 'yes')
    """
    facts = answers_for(rulebase, scenario).flat()
    findings = ReferenceEngine().infer(rulebase, facts).findings
    plan = planner_of(rulebase).plan(facts, findings)
    steps = {step.tactic for step in (*plan.steps, *plan.later)}
    permitted = rulebase.policy.permitted
    values = {**facts, **findings}
    for tactic in rulebase.tactics:
        values[f"step.{tactic}"] = "yes" if tactic in steps else "no"
        values[f"permitted.{tactic}"] = (
            "yes" if findings[f"{STATUS}.{tactic}"] in permitted else "no"
        )
    return values


def broken_promise(
    rulebase: CheckedRulebase, promise: Promise, values: Values, after: Values | None = None
) -> str | None:
    """Return how these values break a promise, or None when they do not.

    Args:
        rulebase: the rules that the promise is about.
        promise: one of `rulebase.promises`.
        values: what `all_values` says of the scenario.
        after: what it says of the neighbour, for a promise that compares.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> promise = next(each for each in rulebase.promises if not each.is_comparison)
        >>> broken_promise(rulebase, promise, all_values(rulebase, Scenario())) is None
        True
    """
    if not promise_applies(rulebase, promise, values, after):
        return None
    if promise.then is not None:
        wrong = list(dict.fromkeys(_against(promise.then, True, values, _Scale(rulebase))))
    else:
        wrong = list(_crossed(rulebase, promise, values, after or {}))
    return f"`{promise.id}` is broken: {'; '.join(wrong)}" if wrong else None


def promise_applies(
    rulebase: CheckedRulebase, promise: Promise, values: Values, after: Values | None = None
) -> bool:
    """Return whether a promise says anything of these values.

    Args:
        rulebase: the rules that the promise is about.
        promise: one of `rulebase.promises`.
        values: what `all_values` says of the scenario.
        after: what it says of the neighbour, for a promise that compares.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> promise = {each.id: each for each in rulebase.promises}["danger-hides-steps"]
        >>> promise_applies(rulebase, promise, all_values(rulebase, Scenario()))
        True
    """
    scale = _Scale(rulebase)
    first = truth(promise.when, values, scale) is True
    return first and (after is None or truth(promise.after, after, scale) is True)


def not_neighbours(
    rulebase: CheckedRulebase, promise: Promise, before: Values, after: Values
) -> str | None:
    """Return why two rows of facts are no neighbours for a promise, or None when they are.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> promise = {each.id: each for each in rulebase.promises}["wall-never-falls"]
        >>> row = Scenario().flat()
        >>> not_neighbours(rulebase, promise, row, {**row, "hope": "some"})
        '`hope` differs'
    """
    free = may_differ(promise, rulebase.vocabulary)
    for name, fact in rulebase.vocabulary.items():
        one, two = before[name], after[name]
        if one == two:
            continue
        if name not in free:
            return f"`{name}` differs"
        if promise.upward and name in promise.vary:
            if UNKNOWN in (one, two):
                return f"`{name}` is unknown in one of them"
            if fact.rank(two) < fact.rank(one):
                return f"`{name}` falls"
    return None


def _against(condition: Condition, wanted: bool, values: Values, scale: _Scale) -> Iterator[str]:
    """Yield each comparison that keeps a condition from being what is wanted."""
    if truth(condition, values, scale) is wanted:
        return
    if isinstance(condition, Comparison | IsUnknown):
        yield f"`{condition.subject}` is {values[condition.subject]}"
    for part in parts_of(condition):
        inner = not wanted if isinstance(condition, Not) else wanted
        yield from _against(part, inner, values, scale)


def _crossed(
    rulebase: CheckedRulebase, promise: Promise, before: Values, after: Values
) -> Iterator[str]:
    for subject, bound in promise.bounds:
        name = str(subject)
        levels = _Scale(rulebase)(name)
        one, two = before[name], after[name]
        if not _within(bound, levels.index(one), levels.index(two)):
            yield f"`{name}` goes from {one} to {two}"


def _within(bound: Bound, before: int, after: int) -> bool:
    if bound == "keeps":
        return before == after
    return after >= before if bound == "never_lowers" else after <= before


class _Scale:
    """The levels of anything a promise may speak of, lowest first."""

    def __init__(self, rulebase: CheckedRulebase) -> None:
        self._rulebase = rulebase

    def __call__(self, name: str) -> tuple[str, ...]:
        if name.startswith(_YES_NO_FAMILIES):
            return YES_NO
        fact = self._rulebase.vocabulary.get(name)
        return fact.answers if fact else self._rulebase.findings[name].levels
