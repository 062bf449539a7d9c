"""Answers that never matter, whatever the other answers are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from nocontact.diagnostics import Diagnostic, Span
from nocontact.facts.question import NONE
from nocontact.facts.vocabulary import FIRST_BLOCKS
from nocontact.proof.diagram_support import can_differ
from nocontact.proof.diagrams import Formula
from nocontact.proof.exact_context import ExactContext
from nocontact.rulebook import Condition, atoms_of

Seen: TypeAlias = Sequence[tuple[Formula, int]]
"""All that an answer can show in, each with the variables that it uses."""


def idle_facts(context: ExactContext) -> Iterator[Diagnostic]:
    """Find questions and members that rules, dead ones left out, ask about in vain (NC616).

    Also told are questions in blocks of the rulebook's own that no rule asks about. In the first
    blocks a rulebook may have no use for some of them: nobody is asked them then.
    """
    asked = {atom.subject for condition in _conditions(context) for atom in atoms_of(condition)}
    for name, facts in never_matter(context):
        block = context.rulebase.vocabulary[facts[0]].block
        if block not in FIRST_BLOCKS or not asked.isdisjoint(facts):
            yield context.found(
                "NC616", f"`{name}` never matters: its answer changes what is found or planned "
                f"in {context.nowhere}", _place(context, facts),
                "let something follow from it, or do not ask")  # fmt: skip


def never_matter(context: ExactContext) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each question, or member of one, that nothing depends on, with its flat facts.

    Two scenarios that differ in nothing else have the same findings, statuses, needs and steps.
    "None of these" follows the other members of its set, so it is never told by itself.
    """
    seen = tuple(_seen(context))
    for question in context.rulebase.vocabulary.questions():
        facts = context.rulebase.vocabulary.facts_of(question.name)
        names = tuple(fact.name for fact in facts)
        if names and not _matters(context, seen, names):
            yield question.name, names
        elif len(names) > 1:
            none = tuple(fact.name for fact in facts if fact.member == NONE)
            for name in names:
                if name not in none and not _matters(context, seen, (name, *none)):
                    yield name, (name,)


def _matters(context: ExactContext, seen: Seen, facts: tuple[str, ...]) -> bool:
    """Return whether two scenarios that differ in these facts alone can differ in what is seen."""
    space = context.scenarios.space
    block = [at for fact in facts for at in space.block(fact)]
    bits = space.bits_of(facts)
    return any(can_differ(formula, block, space.pieces) for formula, used in seen if used & bits)


def _seen(context: ExactContext) -> Iterator[tuple[Formula, int]]:
    """Yield all that an answer can show, each once, with the variables that it uses.

    Small ones come first: most questions matter to one of them, and that is soon seen.
    """
    rules, plan = context.scenarios.rules, context.scenarios.plan
    formulas = [each for reached in rules.levels.values() for each in reached]
    formulas += [*plan.steps.values(), *(goal.active for goal in plan.goals)]
    formulas += [goal.open for goal in plan.goals if goal.open is not None]
    formulas += [rules.true(condition) for condition in _of_plan(context)]
    support = context.scenarios.space.diagrams.support
    for formula in sorted(dict.fromkeys(formulas), key=lambda each: each.size):
        yield formula, support(formula)


def _conditions(context: ExactContext) -> Iterator[Condition]:
    yield from (rule.condition for rule in context.rules)
    yield from (need.condition for need in context.rulebase.policy.needs)
    yield from _of_plan(context)


def _of_plan(context: ExactContext) -> Iterator[Condition]:
    policy = context.rulebase.policy
    if policy.limit:
        yield policy.limit.condition
    if policy.barriers:
        yield policy.barriers.release


def _place(context: ExactContext, facts: tuple[str, ...]) -> Span | None:
    """Return where it is asked about in vain, or else the name of the rulebook."""
    atoms = (atom for condition in _conditions(context) for atom in atoms_of(condition))
    in_vain = (atom.span for atom in atoms if atom.subject in facts)
    return next(in_vain, context.names.places.at("rulebook.yaml", "name"))
