"""Why not: every rule that could have given it, and never silence about what is absent."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocontact import Scenario
from nocontact.display import document_to_text
from nocontact.explanation.derivation.missed_finding import MissedFinding
from nocontact.explanation.derivation.missed_step import MissedStep
from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.inference.condition_truth import truth
from nocontact.planning import planner_of
from nocontact.rulebook import STATUS, parts_of
from nocontact.testing import NO_SIGN, scenarios

from .situations import FINDINGS, RULEBASE, SETS, TACTICS, answered, message_ids


@settings(max_examples=25, deadline=None)
@given(scenarios() | scenarios(given=NO_SIGN))
def test_it_is_never_empty_for_a_tactic_that_is_absent(scenario: Scenario) -> None:
    """Something holds it back, something was preferred, or nothing asks for it: it is said."""
    rec = answered(scenario)
    planner = planner_of(RULEBASE)
    for tactic in TACTICS:
        missing = rec.why_not(tactic)
        assert missing.present is (tactic in rec.situation.steps)
        if missing.present:
            continue
        assert isinstance(missing.reason, MissedStep)
        assert missing.reason.permitted is (tactic in planner.permitted(rec.situation.findings))
        if missing.reason.permitted:
            assert missing.reason.needs or missing.out_of_reach
            _check_needs(rec.situation.steps, missing.reason)
        else:
            assert missing.rules
            assert set(missing.rules) <= {firing.rule for firing in rec.trace.firings}
    last = rec.why_not(TACTICS[-1])
    assert last.to_document().blocks


@settings(max_examples=25, deadline=None)
@given(scenarios(), st.data())
def test_every_rule_that_could_have_raised_a_finding_is_there(
    scenario: Scenario, data: st.DataObject
) -> None:
    """All of them, none fired, and every part is evaluated to the end."""
    rec = answered(scenario)
    for name in FINDINGS:
        levels = RULEBASE.findings[name].levels
        level = data.draw(st.sampled_from((None, *levels)))
        missing = rec.why_not(name, level)
        now = levels.index(rec.findings[name])
        if missing.present:
            assert level == levels[now] or (level is None and now + 1 == len(levels))
            continue
        assert isinstance(missing.reason, MissedFinding)
        wanted = levels.index(str(missing.wanted))
        assert missing.rules or missing.out_of_reach
        if wanted < now:
            assert missing.reason.raised_past
            continue
        could = {rule.id for rule in RULEBASE.rules for each, given in rule.raises
                 if each == name and levels.index(given) >= wanted}  # fmt: skip
        assert {rule.reason.rule for rule in missing.reason.rules} == could
        _check_rules(rec.situation.facts, rec.situation.findings, missing.reason)


@settings(max_examples=20, deadline=None)
@given(scenarios(), st.sampled_from(SETS))
def test_a_member_that_does_not_come_first_is_explained(scenario: Scenario, name: str) -> None:
    """The member before the first one, or any other."""
    rec = answered(scenario)
    for member in (None, *(n.removeprefix(f"{name}.") for n in FINDINGS if n.startswith(name))):
        missing = rec.why_not(name, member)
        assert missing.present or missing.rules
        assert missing.to_text(width=200)


def test_conditions_are_evaluated_without_short_circuit() -> None:
    """A part that fails does not hide the parts after it."""
    missing = answered(Scenario(hope="none", commitment="leaning")).why_not("intent")
    assert isinstance(missing.reason, MissedFinding)
    condition = missing.reason.rules[0].condition
    assert condition is not None
    rule = RULEBASE.rules_by_id["intent.clear"]
    assert len(condition.parts) == len(parts_of(rule.condition))
    assert {part.truth for part in condition.parts} == {True, False, None}


def test_what_was_preferred_is_named_with_what_decides() -> None:
    """A tactic that is permitted and not chosen loses to another one, on something."""
    rec = answered(Scenario.model_validate({**NO_SIGN, "pull": {"phone": "always_look"}}))
    reasons = [rec.why_not(tactic).reason for tactic in TACTICS]
    needs = [need for each in reasons if isinstance(each, MissedStep) for need in each.needs]
    assert {need.not_for for need in needs} >= {"beaten", "superfluous", "not_now", "unused"}
    on = {need.on for need in needs if need.not_for == "beaten"}
    assert on >= {"height", "notice", "undo"}


def test_in_a_crisis_only_crisis_help_counts() -> None:
    """All other tactics are held back."""
    missing = answered(Scenario(self_harm_thoughts="yes")).why_not("mute_thread")
    assert "safety_status.only-crisis-help" in missing.rules


def test_a_status_that_went_further_names_what_raised_it() -> None:
    """Why a tactic is not simply allowed."""
    rec = answered(Scenario(commitment="testing"))
    missing = rec.why_not("change_number", "allowed")
    assert not missing.present
    assert "status.not-ready" in missing.rules


def test_a_level_that_no_rule_gives_is_said_to_be_out_of_reach() -> None:
    """No rule raises a tactic of the self to some statuses."""
    rec = answered(Scenario())
    unreached = [
        tactic for tactic in TACTICS
        if not any(name == f"{STATUS}.{tactic}" and level == "advised_against"
                   for rule in RULEBASE.rules for name, level in rule.raises)
    ]  # fmt: skip
    missing = rec.why_not(unreached[0], "advised_against")
    assert missing.out_of_reach
    assert "No rule can give this" in missing.to_text(width=200)


@pytest.mark.parametrize("name", ["wall", "standing", *TACTICS])
def test_only_words_are_shown(name: str) -> None:
    """No id of a message shows, and answers are hidden in the repr."""
    missing = answered(Scenario(reach_out="often")).why_not(name)
    assert not message_ids(missing.to_text())
    assert "often" not in repr(missing) + repr(missing.reason)


def _check_needs(steps: tuple[str, ...], missed: MissedStep) -> None:
    for need in missed.needs:
        assert set(need.steps) <= set(steps)
        if need.not_for in ("beaten", "superfluous", "too_low"):
            assert need.steps
        if need.not_for == "not_now":
            assert need.condition is not None
            assert need.condition.truth is not True


def _check_rules(facts: object, findings: object, missed: MissedFinding) -> None:
    assert isinstance(facts, dict)
    assert isinstance(findings, dict)
    values = {**facts, **findings}

    def check(given: EvaluatedCondition) -> None:
        assert given.truth is truth(given.condition, values, RULEBASE.levels)
        assert len(given.parts) == len(parts_of(given.condition))
        if isinstance(given.below, MissedFinding):
            assert given.below.level == values[given.below.name] != given.below.wanted
        for part in given.parts:
            check(part)

    for rule in missed.all_rules:
        if rule.condition is not None:
            assert rule.condition.truth is not True
            check(rule.condition)


HIT = Scenario.model_validate({
    "now_unsafe": "no", "self_harm_thoughts": "no", "danger_signs": ["hit_or_hurt"],
    "danger_when": "now", "how_i_am": ["very_anxious", "low_most_days", "cannot_work"],
    "considering": ["leave_in_the_night"],
})  # fmt: skip
"""Somebody who was hit, and who carries a lot."""


def test_for_somebody_in_danger_every_form_leads_with_safety() -> None:
    rec, tactic = answered(HIT), "leave_in_the_night"
    voices = {rule.id: rule.voice for rule in rec.rulebase.rules}
    decide = {reason.rule for reason in rec.considered[tactic].deciding}
    assert {voices[rule] for rule in decide} == {"safety", "article"}
    first = "safety_status.danger-holds-what-they-notice"
    because = rec.rulebase.rules_by_id[first].because
    for found in (
        rec.why_not(tactic).rules,
        rec.why(f"status.{tactic}").rules,
        [reason.rule for reason in rec.verdicts[tactic].reasons],
    ):
        assert found[0] == first
    assert because in " ".join(rec.why_not(tactic).to_text().split("\n\n")[1].split())
    assert because in document_to_text(rec.considered[tactic].to_document(), width=1000)
    line = next(
        line
        for line in rec.to_text(width=1000, detail="record").splitlines()
        if "leave_in_the" in line
    )
    assert because in rec.to_text(width=1000, detail="record").partition(line)[0].splitlines()[-1]


@settings(max_examples=40)
@given(scenarios())
def test_of_equally_strong_reasons_safety_speaks_first(person: Scenario) -> None:
    rec = answered(person)
    for verdict in rec.verdicts.values():
        for _, group in groupby(verdict.reasons, key=lambda reason: reason.level):
            voices = [reason.voice != "safety" for reason in group]
            assert voices == sorted(voices)
    said = [note.is_safety for note in rec.notes]
    assert said == sorted(said, reverse=True)
