"""Why and why not hold for every rulebook, not only for the shipped one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nocontact.explanation import Situation
from nocontact.explanation.derivation.proof_tree import ProvedFinding
from nocontact.explanation.derivation.why import why
from nocontact.explanation.derivation.why_not import why_not
from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.facts.fact import UNKNOWN
from nocontact.inference import ReferenceEngine
from nocontact.inference.condition_truth import truth
from nocontact.inference.tracing import trace_of
from nocontact.planning import planner_of
from nocontact.rulebook import CheckedRulebase
from nocontact.testing import rulebook_texts
from nocontact.testing.generated_rulebooks import checked


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Return some answers to the questions of some rulebook, and what follows from them."""
    rulebase = checked(draw(rulebook_texts()))
    facts = {name: draw(st.sampled_from((UNKNOWN, *fact.answers)))
             for name, fact in rulebase.vocabulary.items()}  # fmt: skip
    outcome = ReferenceEngine().infer(rulebase, facts)
    trace = trace_of(rulebase, facts, {}, outcome, ("reference",))
    plan = planner_of(rulebase).plan(facts, outcome.findings)
    return Situation(rulebase, facts, outcome.findings, trace, plan)


@settings(max_examples=60, deadline=None)
@given(situations(), st.booleans(), st.sampled_from((None, 0, 1)))
def test_why_cites_fired_rules_only(
    situation: Situation, everything: bool, depth: int | None
) -> None:
    fired = {firing.rule for firing in situation.trace.firings}
    for name in situation.findings:
        found = why(situation, name, depth=depth, everything=everything)
        assert set(found.rules) <= fired
        assert isinstance(found.proof, ProvedFinding)
        for rule in found.proof.all_rules:
            if rule.condition is not None:
                assert rule.condition.truth is True
                _check(rule.condition, situation, situation.rulebase)
        assert found.to_text()


@settings(max_examples=60, deadline=None)
@given(situations())
def test_why_not_is_never_empty(situation: Situation) -> None:
    for name, level in situation.findings.items():
        levels = situation.rulebase.findings[name].levels
        for wanted in levels:
            missing = why_not(situation, name, wanted)
            assert missing.present is (wanted == level)
            assert missing.present or missing.rules or missing.out_of_reach
            assert missing.to_text()
    for tactic in situation.rulebase.tactics:
        missing = why_not(situation, tactic)
        assert missing.present or missing.reason is not None
        assert missing.to_text()


def _check(given: EvaluatedCondition, situation: Situation, rulebase: CheckedRulebase) -> None:
    values = {**situation.facts, **situation.findings}
    if given.parts or given.is_leaf:
        assert given.truth is truth(given.condition, values, rulebase.levels)
    for part in given.parts:
        _check(part, situation, rulebase)
