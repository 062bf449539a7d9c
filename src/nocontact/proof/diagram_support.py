"""Which facts a formula depends on, and which rows of them some scenario has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from nocontact.proof.formula import Formula
from nocontact.proof.space import Piece, Space


def facts_that_matter(space: Space, formulas: Iterable[Formula]) -> tuple[str, ...]:
    """Return the facts that some formula depends on, in the order of the diagrams.

    With the fact that says "none of these", or "rather not say", come all members of the set,
    because it follows from them; with any member of a set that another question names too, all
    of it, because whether it was answered shows in "none of these" alone.

    Args:
        space: the scenarios.
        formulas: formulas over them.

    Examples:
        >>> from nocontact.facts import Scenario, Vocabulary
        >>> space = Space.of(Vocabulary.of(Scenario))
        >>> facts_that_matter(space, [space.is_answer("hope", "some")])
        ('hope',)
    """
    support = reduce(or_, map(space.diagrams.support, formulas), 0)
    found = {fact for at, (fact, _) in enumerate(space.bits) if support >> at & 1}
    for each in space.vocabulary.well_formed:
        if found & {each.none, each.rather_not_say} or (each.open and found & {*each.facts}):
            found.update(each.facts)
    return tuple(dict.fromkeys(fact for fact, _ in space.bits if fact in found))


def well_formed_over(space: Space, facts: Sequence[str]) -> Formula:
    """Return which rows of these facts some scenario has; that a fact has one value is not in it.

    Args:
        space: the scenarios.
        facts: the facts to look at.

    Examples:
        >>> from nocontact.facts import Scenario, Vocabulary
        >>> well_formed_over(Space.of(Vocabulary.of(Scenario)), ["hope"]).is_true
        True
    """
    result = space.diagrams.true
    for each in space.vocabulary.well_formed:
        others = {*each.facts}.difference(facts)
        if len(others) < len(each.facts):
            formed = space.formed_set(each)
            idle = [at for fact in sorted(others) for at in space.block(fact)]
            result = result & formed.exists(idle)
    return result


def can_differ(formula: Formula, variables: Sequence[int], pieces: Iterable[Piece]) -> bool:
    """Return whether it can hold in one of two scenarios that differ in these variables alone.

    Only what is about the facts that it depends on has to be well formed here; the rest is alike
    in both, and can be as in any scenario.

    Args:
        formula: a formula over them.
        variables: those in which the two may differ.
        pieces: what makes them scenarios: those of a space, or what is left of them.

    Examples:
        >>> from nocontact.facts import Scenario, Vocabulary
        >>> space = Space.of(Vocabulary.of(Scenario))
        >>> can_differ(space.is_answer("hope", "some"), space.block("hope"), space.pieces)
        True
    """
    diagrams = formula.owner
    asked = diagrams.support(formula) | sum(1 << at for at in variables)
    formed = diagrams.every(each for touched, each in pieces if touched & asked)
    some, other = ((each & formed).exists(variables) for each in (formula, ~formula))
    return not (some & other).is_false
