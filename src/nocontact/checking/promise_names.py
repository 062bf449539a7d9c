"""Promises speak about facts, findings, statuses and steps that exist."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.condition_names import condition_problems
from nocontact.checking.context import Context
from nocontact.checking.selector_names import selector_problems
from nocontact.diagnostics import Diagnostic, Span, shown
from nocontact.rulebook import (
    FAMILIES,
    Condition,
    EachTactic,
    Promise,
    SomeTactic,
    parts_of,
)


def promise_names(context: Context) -> Iterator[Diagnostic]:
    """Check every promise (NC201, NC202, NC203, NC212 to NC214).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "promises: [{id: a, says: A., then: {hope: high}, source: [20]}]"
        >>> parsed, _ = rulebook_from_texts({"promises.yaml": text})
        >>> [each.message for each in promise_names(Context(parsed, Scenario.vocabulary()))]
        ['`hope` is never `high`']
    """
    for promise in context.parsed.promises:
        for condition in (promise.when, promise.then, promise.after):
            if condition is not None:
                yield from condition_problems(context, condition, steps=True)
                yield from _some_tactics(context, condition)
        yield from _varied(context, promise)
        yield from _bounded(context, promise)


def _some_tactics(context: Context, condition: Condition) -> Iterator[Diagnostic]:
    if isinstance(condition, SomeTactic):
        yield from selector_problems(context, condition.selector, condition.span)
        levels = context.levels_of_family(condition.family)
        for value in condition.values:
            if value not in levels:
                yield context.found(
                    "NC202", f"the {condition.family} of a tactic is never `{shown(value)}`",
                    context.places.saying(condition.span, value),
                    f"use one of: {', '.join(levels)}", name=value, known=levels)  # fmt: skip
    for part in parts_of(condition):
        yield from _some_tactics(context, part)


def _varied(context: Context, promise: Promise) -> Iterator[Diagnostic]:
    key = "raising" if promise.upward else "changing"
    for name in expanded(context, promise.vary, promise.upward):
        fact = context.vocabulary.get(name)
        if fact is None:
            yield context.found("NC201", f"there is no fact called `{shown(name)}`",
                                _place(context, promise, key, name),
                                "name facts or questions", name=name,
                                known=context.vocabulary)  # fmt: skip
        elif promise.upward and not fact.ordered and len(fact.answers) > 2:
            yield context.found("NC203", f"the answers of `{name}` have no order, so they cannot "
                                "be raised", _place(context, promise, key, name),
                                "use `changing:` instead of `raising:`")  # fmt: skip


def _bounded(context: Context, promise: Promise) -> Iterator[Diagnostic]:
    for subject, bound in promise.bounds:
        if isinstance(subject, EachTactic):
            yield from selector_problems(context, subject.selector, subject.span)
        elif not subjects(context, subject):
            tactics = (f"{each}.{t}" for each in ("step", "permitted") for t in context.tactics)
            yield context.found(
                "NC201", f"there is no finding, status or step called `{shown(subject)}`",
                _place(context, promise, bound, subject),
                "name a finding, `status.<tactic>`, `step.<tactic>`, `permitted.<tactic>`, or "
                "`findings`, `statuses`, `steps`, `permitted`",
                name=subject, known=(*context.findings, *tactics))  # fmt: skip


def _place(context: Context, promise: Promise, key: str, name: str) -> Span | None:
    return context.places.saying(context.places.beside(promise.span, key), name)


def expanded(context: Context, names: tuple[str, ...], upward: bool) -> tuple[str, ...]:
    """Return flat fact names; the name of a question stands for all of its facts.

    When facts only rise, "none of these" follows from the others and "rather not say" stays.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> expanded(context, ("hope", "support"), True)
        ('hope', 'support.trusted_person', 'support.professional', 'support.group')
    """
    sets = context.vocabulary.well_formed
    special = {*(each.none for each in sets), *(each.rather_not_say for each in sets)}
    found: list[str] = []
    for name in names:
        members = [fact for fact in context.vocabulary if fact.startswith(f"{name}.")]
        rising = [fact for fact in members if fact not in special]
        found += (rising if upward else members) or [name]
    return tuple(found)


def subjects(context: Context, name: str | EachTactic) -> tuple[str, ...]:
    """Return the flat subjects that a bound speaks of; empty when there are none.

    `findings`, `statuses`, `steps` and `permitted` stand for all of them; the name of a set for
    its members; a selector for the tactics that it picks.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> subjects(context, "wall"), subjects(context, "walls")
        (('wall',), ())
        >>> subjects(context, "steps") == tuple(f"step.{tactic}" for tactic in context.tactics)
        True
    """
    if isinstance(name, EachTactic):
        return tuple(
            f"{name.family}.{tactic.id}"
            for tactic in context.parsed.tactics
            if name.selector.picks(tactic, context.scales)
        )
    if name in FAMILIES:
        return tuple(f"{FAMILIES[name]}.{tactic}" for tactic in context.tactics)
    family, _, tactic = name.partition(".")
    if family in FAMILIES.values():
        return (name,) if tactic in context.tactics else ()
    plain = tuple(f for f in context.findings if not f.startswith("status."))
    if name == "findings":
        return plain
    return (name,) if name in plain else tuple(f for f in plain if f.startswith(f"{name}."))
