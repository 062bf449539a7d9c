"""Mutants: each small change once, and recompiled as exactly as the whole rulebook would be."""

from __future__ import annotations

from collections import Counter

import pytest

from nocontact import Rulebook
from nocontact.inference import ReferenceEngine
from nocontact.proof import AllScenarios, all_scenarios
from nocontact.proof.changed_rules import ChangedRules
from nocontact.proof.condition_mutants import condition_mutants
from nocontact.proof.mutant import Mutant, mutated
from nocontact.proof.rule_mutants import rule_mutants
from nocontact.proof.seen_once import SeenOnce
from nocontact.proof.shown_parts import differing_parts
from nocontact.rulebook import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeastOf,
    CheckedRulebase,
    Comparison,
    Condition,
    IsUnknown,
    Not,
)

from .edited_rulebooks import CALMER, Edits, Row, loaded, rows

LEVELS = ("none", "low", "high")
LOW = Comparison("wall", "is", ("low",))
HOPE = Comparison("hope", "is", ("none",))


def said(condition: Condition) -> list[str]:
    return [how.says for how, _ in condition_mutants(condition, lambda _: LEVELS)]


def test_a_comparison_gets_other_operators_and_neighbouring_answers() -> None:
    assert said(LOW) == [
        "`wall is low` becomes `wall is not low`",
        "`wall is low` becomes `wall is none`",
        "`wall is low` becomes `wall is high`",
    ]
    assert said(Comparison("wall", "at_most", ("low",))) == [
        "`wall is at most low` becomes `not (wall is at most low)`",
        "`wall is at most low` becomes `wall is at least low`",
        "`wall is at most low` becomes `wall is at most none`",
        "`wall is at most low` becomes `wall is at most high`",
    ]
    assert said(Comparison("wall", "in", ("none", "low"))) == [
        "`wall is one of none, low` becomes `not (wall is one of none, low)`",
        "`wall is one of none, low` becomes `wall is one of low`",
        "`wall is one of none, low` becomes `wall is one of none`",
        "`wall is one of none, low` becomes `wall is one of none, high`",
    ]


def test_two_changes_that_accept_the_same_answers_are_one() -> None:
    assert said(Comparison("wall", "is_not", ("none",))) == [
        "`wall is not none` becomes `wall is none`",
        "`wall is not none` becomes `wall is not low`",
    ]
    assert said(Comparison("wall", "at_least", ("high",)))[1:] == [
        "`wall is at least high` becomes `wall is at most high`",
        "`wall is at least high` becomes `wall is at least low`",
    ]


def test_what_joins_the_parts_is_changed_and_each_part_is_dropped() -> None:
    assert said(AllOf((LOW, HOPE)))[:4] == [
        "`wall is low and hope is none` becomes `not (wall is low and hope is none)`",
        "`wall is low and hope is none` becomes `wall is low or hope is none`",
        "`wall is low` is gone",
        "`hope is none` is gone",
    ]
    assert "`wall is low or hope is none` becomes `wall is low and hope is none`" in said(
        AnyOf((LOW, HOPE))
    )
    counted = AtLeastOf(2, (LOW, HOPE, IsUnknown("hope", True)))
    moved = [how.after[:12] for how, _ in condition_mutants(counted, lambda _: LEVELS)
             if how.change == "count moved"]  # fmt: skip
    assert moved == ["at least 1 o", "at least 3 o"]


def test_a_test_for_unknown_and_a_negation_are_turned_round() -> None:
    assert said(IsUnknown("hope", True)) == ["`hope is unknown` becomes `hope is known`"]
    assert said(Not(LOW))[0] == "`not (wall is low)` becomes `wall is low`"


def test_a_rule_that_always_fires_has_no_condition_to_change() -> None:
    assert said(ALWAYS) == []


def test_no_two_mutants_of_a_rule_are_the_same_rule() -> None:
    seen = Counter(
        (m.rule, m.changed and (m.changed.condition, frozenset(m.changed.raises)))
        for m in rule_mutants(Rulebook.load())
    )
    assert max(seen.values()) == 1


def test_every_kind_of_change_is_made_to_the_shipped_rules() -> None:
    assert {mutant.change for mutant in rule_mutants(Rulebook.load())} == {
        "rule deleted", "condition negated", "operator changed", "threshold moved",
        "answer replaced", "answer dropped", "all became any", "any became all", "count moved",
        "part dropped", "conclusion dropped", "level moved", "status changed",
        "attribute test dropped", "value dropped", "negation dropped",
    }  # fmt: skip


def test_a_mutant_says_where_it_stands_and_only_its_rule_is_another() -> None:
    rulebase = Rulebook.load()
    mutant = next(each for each in rule_mutants(rulebase, "wall") if each.changed)
    assert mutant.span is not None
    assert mutant.span.file == "wall.yaml"
    other = mutated(rulebase, mutant)
    assert other.digest != rulebase.digest
    changed = [a.id for a, b in zip(rulebase.rules, other.rules, strict=True) if a != b]
    assert changed == [mutant.rule]
    assert [*other.parsed.rules] != [*rulebase.parsed.rules]


@pytest.mark.parametrize("edits", [(), (CALMER,)])
def test_recompiling_what_depends_on_a_rule_equals_recompiling_everything(
    edits: tuple[Edits, ...],
) -> None:
    rulebase = loaded(*edits)
    scenarios = all_scenarios(rulebase)
    changed = ChangedRules(scenarios.rules)
    possible = scenarios.space.well_formed
    for mutant in rule_mutants(rulebase):
        after, findings = changed.recompiled(mutant.rule, mutant.changed)
        whole = AllScenarios.of(mutated(rulebase, mutant), space=scenarios.space)
        for name, levels in whole.rules.levels.items():
            pairs = zip(levels, after.levels[name], scenarios.rules.levels[name], strict=True)
            same = True
            for made, found, before in pairs:
                assert ((made ^ found) & possible).is_false, (mutant, name)
                same = same and ((made ^ before) & possible).is_false
            assert same is (name not in findings), (mutant, name)


def _is_seen_otherwise(one: CheckedRulebase, two: CheckedRulebase, row: Row) -> bool:
    return SeenOnce(one, row).levels() != SeenOnce(two, row).levels()


def _parts(rulebase: CheckedRulebase, mutant: Mutant) -> list[bool]:
    """Whether the parts of the answer differ, row by row."""
    scenarios = all_scenarios(rulebase)
    after, findings = ChangedRules(scenarios.rules).recompiled(mutant.rule, mutant.changed)
    where = scenarios.space.diagrams.some(
        differing_parts(scenarios.rules, after, findings).values()
    )
    return [where.holds(scenarios.space.row(row)) for row in rows()]


def test_where_all_findings_are_shown_a_mutant_differs_exactly_where_the_engine_says() -> None:
    rulebase, infer = loaded(), ReferenceEngine().infer
    for mutant in rule_mutants(rulebase):
        other = mutated(rulebase, mutant)
        assert _parts(rulebase, mutant) == [
            infer(rulebase, row).findings != infer(other, row).findings for row in rows()
        ], mutant


def test_a_mutant_that_is_proved_equivalent_is_seen_the_same_in_every_scenario() -> None:
    rulebase = loaded(lambda files: files.update(shows=["wall"]))
    equivalent = [each for each in rule_mutants(rulebase) if not any(_parts(rulebase, each))]
    assert [str(each) for each in equivalent[:1]] == ["wall.r2: rule deleted: the rule is gone"], (
        "nobody is shown the notes"
    )
    for mutant in equivalent:
        other = mutated(rulebase, mutant)
        assert not any(_is_seen_otherwise(rulebase, other, row) for row in rows()), mutant
