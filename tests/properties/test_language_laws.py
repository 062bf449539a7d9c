"""Laws of the rule language, over generated rulebooks and over the shipped one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nocontact import Rulebook, Scenario
from nocontact.facts import Vocabulary
from nocontact.facts.fact import UNKNOWN
from nocontact.inference import Outcome, ReferenceEngine
from nocontact.inference.compiling import MISSING, Compiler
from nocontact.inference.condition_truth import truth
from nocontact.rulebook import (
    CheckedRulebase,
    Condition,
    IsUnknown,
    Not,
    atoms_of,
)
from nocontact.testing.generated_conditions import SMALL, conditions, facts_rows, subjects_of
from nocontact.testing.generated_rulebooks import checked, rulebook_texts

from .regions import EVERYWHERE, examples

Row = dict[str, str]
CONDITIONS = conditions(subjects_of(SMALL))
SHIPPED = Rulebook.load()


def inferred(rulebase: CheckedRulebase, facts: Row) -> tuple[Mapping[str, str], frozenset[str]]:
    outcome: Outcome = ReferenceEngine().infer(rulebase, facts)
    return dict(outcome.findings), frozenset(outcome.fired)


def shuffled(entries: list[Any], random: Random) -> list[Any]:
    return random.sample(entries, len(entries))


# ── Order never matters ──────────────────────────────────────────────────────────────────────


@given(rulebook_texts(), facts_rows(), st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(texts: Row, facts: Row, random: Random) -> None:
    other = {name: _rules_shuffled(text, random) for name, text in texts.items()}
    assert inferred(checked(other), facts) == inferred(checked(texts), facts)


def _rules_shuffled(text: str, random: Random) -> str:
    content = json.loads(text)
    if "rules" in content:
        content["rules"] = shuffled(content["rules"], random)
    return json.dumps(content)


@given(rulebook_texts(), facts_rows(), st.randoms(use_true_random=False))
def test_the_order_and_the_names_of_files_do_not_matter(
    texts: Row, facts: Row, random: Random
) -> None:
    renamed = {f"z{name}" if name.startswith("d") else name: texts[name] for name in texts}
    other = dict(shuffled(list(renamed.items()), random))
    assert inferred(checked(other), facts) == inferred(checked(texts), facts)


@given(rulebook_texts(), facts_rows(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(texts: Row, facts: Row, random: Random) -> None:
    rulebase = checked(texts)
    other = dict(shuffled(list(facts.items()), random))
    assert inferred(rulebase, other) == inferred(rulebase, facts)


@examples(0.3)
@given(EVERYWHERE, st.randoms(use_true_random=False))
def test_the_order_of_shipped_rules_and_answers_does_not_matter(
    scenario: Scenario, random: Random
) -> None:
    by_decision: dict[str, list[Any]] = {}
    for rule in SHIPPED.rules:
        by_decision.setdefault(rule.decision, []).append(rule)
    rules = tuple(rule for each in by_decision.values() for rule in shuffled(each, random))
    parsed = replace(SHIPPED.parsed, digest="-".join(rule.id for rule in rules))
    facts = scenario.flat()
    other = dict(shuffled(list(facts.items()), random))
    assert inferred(replace(SHIPPED, rules=rules, parsed=parsed), other) == inferred(SHIPPED, facts)


@given(rulebook_texts(), facts_rows())
def test_a_rule_given_twice_says_no_more_than_once(texts: Row, facts: Row) -> None:
    rulebase = checked(texts)
    twice = tuple(rule for each in rulebase.rules for rule in (each, each))
    parsed = replace(rulebase.parsed, digest=f"{rulebase.digest}-twice")
    assert inferred(replace(rulebase, rules=twice, parsed=parsed), facts) == inferred(
        rulebase, facts
    )


# ── Unknown ──────────────────────────────────────────────────────────────────────────────────


def scale(name: str) -> tuple[str, ...]:
    return SMALL[name].answers


def sees_silence(condition: Condition) -> bool:
    return any(isinstance(atom, IsUnknown) for atom in atoms_of(condition))


@examples(3)
@given(CONDITIONS.filter(lambda condition: not sees_silence(condition)))
def test_with_nothing_known_no_condition_and_no_negation_is_true(condition: Condition) -> None:
    silence = SMALL.blank()
    assert truth(condition, silence, scale) is None
    assert truth(Not(condition), silence, scale) is None


@examples(3)
@given(CONDITIONS.filter(lambda condition: not sees_silence(condition)), facts_rows(), st.data())
def test_an_answer_to_an_open_question_never_changes_what_is_settled(
    condition: Condition, facts: Row, data: st.DataObject
) -> None:
    settled = truth(condition, facts, scale)
    answered = data.draw(answers_added(facts, SMALL))
    if settled is not None:
        assert truth(condition, answered, scale) is settled


@given(rulebook_texts(), facts_rows(), st.data())
def test_an_answer_to_an_open_question_never_stops_a_rule_about_answers(
    texts: Row, facts: Row, data: st.DataObject
) -> None:
    rulebase = checked(texts)
    before = inferred(rulebase, facts)[1]
    after = inferred(rulebase, data.draw(answers_added(facts, SMALL)))[1]
    assert {name for name in before - after if _is_about_answers(rulebase, name)} == set()


@given(EVERYWHERE, st.data())
def test_an_answer_to_an_open_question_never_stops_a_shipped_rule_about_answers(
    scenario: Scenario, data: st.DataObject
) -> None:
    facts = scenario.flat()
    before = inferred(SHIPPED, facts)[1]
    after = inferred(SHIPPED, data.draw(answers_added(facts, SHIPPED.vocabulary)))[1]
    assert {name for name in before - after if _is_about_answers(SHIPPED, name)} == set()


def _is_about_answers(rulebase: CheckedRulebase, name: str) -> bool:
    """Return whether a rule asks only for answers: no finding, and not for silence."""
    condition = rulebase.rules_by_id[name].condition
    facts = all(atom.subject in rulebase.vocabulary for atom in atoms_of(condition))
    return facts and not sees_silence(condition)


@st.composite
def answers_added(draw: st.DrawFn, facts: Row, vocabulary: Vocabulary) -> Row:
    """Return the row with some of its open questions answered."""
    silent = [name for name, answer in facts.items() if answer == UNKNOWN]
    named = draw(st.lists(st.sampled_from(silent), unique=True)) if silent else []
    return facts | {name: draw(st.sampled_from(vocabulary[name].answers)) for name in named}


# ── Closures say what the definition says ────────────────────────────────────────────────────

SLOTS = {name: at for at, name in enumerate(SMALL)}
COMPILER = Compiler(SLOTS, [fact.answers for fact in SMALL.values()])


@examples(5)
@given(CONDITIONS, facts_rows())
def test_closures_say_what_the_definition_says(condition: Condition, facts: Row) -> None:
    row = [
        MISSING if facts[name] == UNKNOWN else fact.rank(facts[name])
        for name, fact in SMALL.items()
    ]
    meant = truth(condition, facts, scale)
    assert COMPILER.true(condition)(row) is (meant is True)
    assert COMPILER.false(condition)(row) is (meant is False)


@given(EVERYWHERE)
def test_a_shipped_rule_fires_exactly_when_its_condition_is_true(scenario: Scenario) -> None:
    facts = scenario.flat()
    findings, fired = inferred(SHIPPED, facts)
    values = {**facts, **findings}
    true = {
        rule.id
        for rule in SHIPPED.rules
        if truth(rule.condition, values, lambda name: _levels(SHIPPED, name)) is True
    }
    assert fired == true


def _levels(rulebase: CheckedRulebase, name: str) -> tuple[str, ...]:
    fact = rulebase.vocabulary.get(name)
    return fact.answers if fact else rulebase.findings[name].levels
