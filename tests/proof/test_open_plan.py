"""What can still change a plan is what trying every row finds."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable

import pytest

from nocontact.proof.open_plan import OpenPlan
from nocontact.rulebook import CheckedRulebase

from .edited_rulebooks import LOWER, Row, loaded, new_rule, rows, seen, without_rule

NEVER = new_rule(
    "status", {"pets.dog": "yes", "pets.none": "yes"}, {"status": "held", "tactics": {"id": "sit"}}
)
"""A rule that no scenario meets: in rows that are none, it would change the plan."""

RULEBOOKS = (loaded(), loaded(LOWER), loaded(without_rule("status.r0"), NEVER))


def _plans(rulebase: CheckedRulebase) -> list[tuple[str, ...]]:
    return [
        tuple(level for subject, level in each.items() if subject.family in ("step", "status"))
        for each in seen(rulebase)
    ]


def _can_change(
    asked: Collection[str], known: Row, told: Iterable[tuple[Row, tuple[str, ...]]]
) -> bool:
    """Return whether two rows that differ in what is asked alone have two plans."""
    together: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for row, plan in told:
        if known.items() <= row.items():
            others = tuple(row[fact] for fact in row if fact not in asked)
            together.setdefault(others, set()).add(plan)
    return any(len(plans) > 1 for plans in together.values())


@pytest.mark.parametrize("rulebase", RULEBOOKS, ids=("as it is", "lower", "one that never fires"))
def test_what_can_still_change_a_plan_is_what_trying_all_rows_finds(
    rulebase: CheckedRulebase,
) -> None:
    chance, told = random.Random(7), [*zip(rows(), _plans(rulebase), strict=True)]
    facts_of = {
        q.name: rulebase.vocabulary.facts_of(q.name) for q in rulebase.vocabulary.questions()
    }
    found: set[bool] = set()
    for _ in range(25):
        given = chance.choice(rows())
        open_ = chance.sample([*facts_of], chance.randint(1, len(facts_of)))
        left = {fact.name for name in open_ for fact in facts_of[name]}
        known = {fact: value for fact, value in given.items() if fact not in left}
        plan = OpenPlan(rulebase, given, left)
        for name in open_:
            asked = {fact.name for fact in facts_of[name]}
            wanted = _can_change(asked, known, told)
            assert plan.can_change(asked) is wanted, (name, open_, given)
            found.add(wanted)
    assert found == {True, False}
