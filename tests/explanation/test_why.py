"""Why: only fired rules, every justification, and nothing that is not so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocontact import Scenario
from nocontact.diagnostics import ExplanationError
from nocontact.explanation.derivation.proof_tree import ProvedFinding, ProvedFirst, ProvedRule
from nocontact.explanation.derivation.step_proof import ProvedStep
from nocontact.explanation.derivation.why import Why
from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.facts.fact import UNKNOWN
from nocontact.inference.condition_truth import truth
from nocontact.testing import scenarios

from .situations import FINDINGS, NAMES, RULEBASE, answered, message_ids

BUSY = Scenario.model_validate({
    "now_unsafe": "no", "self_harm_thoughts": "no", "danger_signs": ["none"], "afraid": "no",
    "private_device": "yes", "must_stay_in_touch": ["children"], "situation": "i_left",
    "commitment": "committed", "aims": ["heal", "punish"], "hope": "none",
    "relieved_if_it_fails": "no", "pull": {"email": "always_look", "phone": "can_leave_it"},
    "reach_out": "often", "staying_away": "cannot", "times_gone_back": "2",
    "partner_space": "keeps_trying", "how_i_am": ["low_most_days", "very_anxious"],
    "support": ["trusted_person"],
})  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(scenarios(), st.lists(st.sampled_from(NAMES), min_size=4, max_size=4), st.booleans())
def test_only_fired_rules_and_true_conditions(
    scenario: Scenario, names: list[str], everything: bool
) -> None:
    """Each rule that is cited fired, and each part has the truth that the language gives it."""
    rec = answered(scenario)
    fired = {firing.rule for firing in rec.trace.firings}
    for name in names:
        found = rec.why(name, everything=everything)
        assert set(found.rules) <= fired
        _check(found)


@settings(max_examples=30, deadline=None)
@given(scenarios(), st.sampled_from(FINDINGS))
def test_every_justification_is_there(scenario: Scenario, name: str) -> None:
    """Every firing that raised a finding to its level stands in its proof."""
    rec = answered(scenario)
    proof = rec.why(name).proof
    assert isinstance(proof, ProvedFinding)
    raised = {firing.rule for firing in rec.trace.firings if (name, proof.level) in firing.raised}
    assert {rule.reason.rule for rule in proof.rules} == raised
    assert bool(raised) is (proof.level != RULEBASE.findings[name].levels[0])


@settings(max_examples=30, deadline=None)
@given(scenarios())
def test_the_questions_that_are_left_are_open(scenario: Scenario) -> None:
    """What is named as not answered is not answered."""
    rec = answered(scenario)
    for name in FINDINGS:
        proof = rec.why(name, depth=0).proof
        assert isinstance(proof, ProvedFinding)
        assert set(proof.unanswered) <= {*_open(scenario)}


@settings(max_examples=15, deadline=None)
@given(scenarios(), scenarios())
def test_what_is_not_named_as_open_stays(scenario: Scenario, other: Scenario) -> None:
    """Answering only questions that are asked and not named never raises a finding."""
    rec = answered(scenario)
    for name in ("danger", "wall", "intent", "standing.safety_first", "help", "evidence"):
        proof = rec.why(name, depth=0).proof
        assert isinstance(proof, ProvedFinding)
        if proof.rules:
            continue
        free = {*_open(scenario)} - {*proof.unanswered}
        added = {key: value for key, value in other.answers().items() if key in free}
        assert answered(scenario.with_answers(**added)).findings[name] == proof.level


def test_no_rule_and_no_finding_is_spelled_out_twice() -> None:
    """What was shown once is referred to afterwards."""
    found = answered(BUSY).why("notes")
    shown = [rule.reason.rule for rule in _rules(found) if rule.shown == "here"]
    assert len(shown) == len(set(shown))


def test_depth_limits_how_many_findings_are_unfolded() -> None:
    """Nothing below the wall, then its two sides, then the answers."""
    rec = answered(BUSY)
    assert rec.why("wall", depth=0).rules == ("wall.lock",)
    assert rec.why("wall", depth=0).answers == {}
    assert len(rec.why("wall", depth=1).rules) > 1
    assert rec.why("wall").rules[: len(rec.why("wall", depth=1).rules)]


def test_everything_adds_weaker_rules() -> None:
    """Rules that fired and did not decide are there when everything is asked for."""
    rec = answered(BUSY)
    assert "wall.intention" not in rec.why("wall").rules
    assert "wall.intention" in rec.why("wall", everything=True).rules


def test_a_finding_at_its_lowest_level_says_what_was_not_answered() -> None:
    """No rule raised it, and the one question that could is named."""
    found = answered(Scenario()).why("was_left")
    assert found.rules == ()
    assert isinstance(found.proof, ProvedFinding)
    assert found.proof.unanswered == ("situation",)
    assert "How do things stand between you two?" in found.to_text()


def test_silence_is_an_answer_where_a_rule_fires_on_it() -> None:
    """Nothing was said about danger, and that is what it rests on."""
    found = answered(Scenario()).why("danger")
    assert set(found.answers.values()) == {"unknown"}
    assert "You have not said" in found.to_text()


def test_a_step_names_its_needs_its_status_and_what_it_comes_before() -> None:
    """Each step of a plan can be explained."""
    rec = answered(BUSY)
    for step in (*rec.steps, *rec.later):
        found = rec.why(step.tactic)
        assert isinstance(found.proof, ProvedStep)
        assert {need.need for need in found.proof.needs} == {each.need for each in step.purposes}
        assert {each.tactic for need in found.proof.needs for each in need.over} <= {
            *step.alternatives
        }
        assert (found.proof.later is not None) is (step in rec.later)


def test_the_first_member_and_what_comes_after() -> None:
    """A set means its first member; the others that apply are named too."""
    rec = answered(BUSY)
    found = rec.why("standing")
    assert isinstance(found.proof, ProvedFirst)
    assert (found.level, found.proof.after) == (rec.standing, rec.also)


@pytest.mark.parametrize("name", NAMES)
def test_every_document_says_something_and_shows_no_id_of_a_message(name: str) -> None:
    """Each name has a title, a tree, and only words."""
    text = answered(BUSY).why(name).to_text()
    assert not message_ids(text)
    assert len(text.splitlines()) > 3


def test_a_crisis_names_nothing_else() -> None:
    """Where one need comes before all else, no other standing is offered."""
    text = answered(Scenario(now_unsafe="yes")).why("standing").to_text()
    assert "You can take steps now" not in text


def test_html_folds_and_json_is_the_same_each_time() -> None:
    """Trees fold without a script, and nothing is left to chance."""
    found = answered(BUSY).why("wall")
    assert "<details open>" in found.to_html()
    assert "<script" not in found.to_html()
    assert found.to_json() == answered(BUSY).why("wall").to_json()
    assert "always_look" not in repr(found) + repr(found.proof) + repr(found.situation)


def test_an_unknown_name_is_refused() -> None:
    """There is nothing to explain."""
    with pytest.raises(ExplanationError, match="NC801"):
        answered(Scenario()).why("wal")


def _open(scenario: Scenario) -> Iterator[str]:
    """Yield the questions that may be asked and of which something is not known."""
    facts = scenario.flat()
    questions = RULEBASE.vocabulary
    for name in (name for name in facts if facts[name] == UNKNOWN):
        question = questions.question(questions[name].question)
        asked = question.asked_when
        if asked is None or truth(asked, facts, RULEBASE.levels) is not False:
            yield question.name


def _rules(found: Why) -> Iterator[ProvedRule]:
    yield from found._rules()


def _check(found: Why) -> None:
    values = {**found.situation.facts, **found.situation.findings}
    rank = {name: each.rank for name, each in RULEBASE.findings.items()}

    def check(given: EvaluatedCondition) -> None:
        assert given.truth is truth(given.condition, values, RULEBASE.levels)
        if given.is_leaf:
            assert given.found == values[given.condition.subject]  # type: ignore[union-attr]
        if isinstance(given.below, ProvedFinding):
            assert given.below.level == values[given.below.name]
        for part in given.parts:
            check(part)

    for rule in _rules(found):
        raised = RULEBASE.rules_by_id[rule.reason.rule].raises
        assert any(level == rule.reason.level for _, level in raised)
        assert all(rank[name](values[name]) >= rank[name](level) for name, level in raised)
        if rule.condition is not None:
            assert rule.condition.truth is True
            check(rule.condition)
