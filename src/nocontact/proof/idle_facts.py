"""Questions that are asked and never matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nocontact.diagnostics import Diagnostic, Span
from nocontact.facts import Question
from nocontact.facts.question import NONE
from nocontact.proof.diagrams import Formula
from nocontact.proof.exact_context import ExactContext
from nocontact.proof.support import Support
from nocontact.rulebook import Condition, atoms_of


def idle_facts(context: ExactContext) -> Iterator[Diagnostic]:
    """Find questions, and single members of them, that no answer depends on (NC616).

    Two scenarios that differ in nothing else have the same findings, statuses, needs and steps.
    "None of these" follows the other members of its set and is never told by itself.

    Examples:
        >>> idle_facts.__name__
        'idle_facts'
    """
    seen = tuple(_seen(context))
    for question in context.rulebase.vocabulary.questions():
        names = [name for _, name in question.fact_names]
        if not names:
            continue
        if not _matters(context, seen, names):
            yield _idle(context, question.name, names)
        elif len(names) > 1:
            yield from _members(context, seen, question)


def _members(
    context: ExactContext, seen: Iterable[tuple[Formula, frozenset[int]]], question: Question
) -> Iterator[Diagnostic]:
    names = dict(question.fact_names)
    none = names.pop(NONE, None)
    for name in names.values():
        if not _matters(context, seen, [name, *([none] if none else [])]):
            yield _idle(context, name, [name])


def _matters(
    context: ExactContext, seen: Iterable[tuple[Formula, frozenset[int]]], facts: list[str]
) -> bool:
    """Return whether two scenarios that differ in these facts alone can differ in what is seen."""
    space = context.scenarios.space
    block = [at for fact in facts for at in space.block(fact)]
    possible = space.well_formed
    return any(
        not ((formula & possible).exists(block) & (~formula & possible).exists(block)).is_false
        for formula, used in seen
        if not used.isdisjoint(block)
    )


def _seen(context: ExactContext) -> Iterator[tuple[Formula, frozenset[int]]]:
    """Yield all that an answer can show, each once, with the variables that it uses."""
    rules, plan = context.scenarios.rules, context.scenarios.plan
    formulas = [each for reached in rules.levels.values() for each in reached]
    formulas += [*plan.steps.values(), *(goal.active for goal in plan.goals)]
    formulas += [goal.open for goal in plan.goals if goal.open is not None]
    formulas += [rules.true(condition) for condition in _of_plan(context)]
    support = Support()
    for formula in dict.fromkeys(formulas):
        yield formula, support.of(formula)


def _of_plan(context: ExactContext) -> Iterator[Condition]:
    policy = context.rulebase.policy
    if policy.limit:
        yield policy.limit.condition
    if policy.barriers:
        yield policy.barriers.release


def _idle(context: ExactContext, name: str, facts: list[str]) -> Diagnostic:
    return context.found(
        "NC616", f"`{name}` never matters: its answer changes what is found or planned in "
        f"{context.nowhere}", _place(context, facts),
        "let a rule ask about it, or do not ask people")  # fmt: skip


def _place(context: ExactContext, facts: list[str]) -> Span | None:
    """Return where a rule asks about it in vain, or else the name of the rulebook."""
    atoms = (atom for rule in context.rulebase.rules for atom in atoms_of(rule.condition))
    in_vain = (atom.span for atom in atoms if atom.subject in facts)
    return next(in_vain, context.names.places.at("rulebook.yaml", "name"))
