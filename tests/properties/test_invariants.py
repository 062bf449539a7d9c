"""What follows from the article whatever the answers are: M1 to M11 and M14.

M12, M13, M15 and M16 speak of texts, of the catalogue and of bytes: test_invariants_of_texts.py.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact import Recommendation, Rulebook, Scenario, ScenarioError, recommend
from nocontact.rulebook import STATUSES

from .regions import EVERYWHERE, examples, pairs

RULEBASE = Rulebook.load()
TACTICS = RULEBASE.tactics
DRAMATIC = [name for name, tactic in TACTICS.items() if tactic.notice == "dramatic"]
SUPPORT = ("trusted_person", "professional_help", "support_group")
SAFETY_ITEMS = [name for name, tactic in TACTICS.items() if tactic.kind == "safety"]
MAY_WAIT = {"court_protection", "report_it"}
"""A court and a report need a reason: they are the two safety items that may have to wait."""

NEED_A_REASON = MAY_WAIT | {"change_the_lock", "leave_a_group", "change_place_at_work"}
"""What can protect: "no danger" may advise against it, while an open question lets it wait."""
OF_THE_TIE = ("pull", "reach_out", "staying_away", "times_gone_back", "earlier_steps",
              "close_to_going_back")  # fmt: skip
OF_INTENT = ("aims", "hope", "relieved_if_it_fails", "understands_purpose", "commitment")
WALLS = RULEBASE.findings["wall"].levels
"""From "not asked enough" up: what is open is never higher than what was said."""
STAGES = ("danger", "crisis", "device", "contact", "evidence", "readiness", "acceptance",
          "aim", "intent", "difficulty", "enmeshment", "wall", "motives", "partner", "overwhelm",
          "status")  # fmt: skip
LABELS = ("borderline", "bpd", "narcissist", "bipolar", "disorder", "diagnosis", "codependent")

CALM = {"now_unsafe": "no", "self_harm_thoughts": "no", "danger_signs": ["none"],
        "danger_when": "long_ago", "afraid": "no", "children_at_risk": "no",
        "partner_self_harm_threat": "no", "private_device": "yes", "must_stay_in_touch": ["none"],
        "court_order": "none", "my_position": ["none"], "age_group": "adult"}  # fmt: skip
"""The answer to each safety question that holds least back."""

Pair = tuple[Scenario, Scenario]


def answered(scenario: Scenario) -> Recommendation:
    return recommend(scenario, engine="reference")


def both(pair: Pair) -> tuple[Recommendation, Recommendation]:
    return answered(pair[0]), answered(pair[1])


def rank(wall: str) -> int:
    return WALLS.index(wall)


def at_rest(*recs: Recommendation) -> bool:
    """Return whether one of them is at rest: nothing is called for then, so less is offered."""
    return any(rec.findings["at_rest"] == "yes" for rec in recs)


def fitting(rec: Recommendation, names: list[str]) -> set[str]:
    return {name for name in names if rec.verdicts[name].fit == "fits"}


def plan(rec: Recommendation) -> set[str]:
    return {step.tactic for step in (*rec.steps, *rec.later)}


@given(pairs(*OF_THE_TIE, upward=True))
def test_m1_the_wall_never_falls_when_it_gets_harder_or_closer(pair: Pair) -> None:
    before, after = both(pair)
    assert rank(after.wall) >= rank(before.wall)


@given(pairs(*OF_INTENT))
def test_m2_intent_moves_what_the_partner_sees_and_not_the_wall(pair: Pair) -> None:
    before, after = both(pair)
    assert after.wall == before.wall
    if at_rest(before, after):
        return
    for name, verdict in before.verdicts.items():
        if after.verdicts[name].status != verdict.status and TACTICS[name].kind == "tactic":
            assert TACTICS[name].notice != "invisible"


@given(pairs(*OF_INTENT))
def test_m3_less_clear_intent_frees_nothing_dramatic(pair: Pair) -> None:
    before, after = both(pair)
    if after.findings["intent"] != "clear":
        assert fitting(after, DRAMATIC) <= fitting(before, DRAMATIC)


@given(pairs("partner_space", upward=True))
def test_m4_more_space_adds_nothing_forceful(pair: Pair) -> None:
    more_space, less_space = both(pair)
    if less_space.findings["danger"] == more_space.findings["danger"]:
        assert fitting(more_space, DRAMATIC) <= fitting(less_space, DRAMATIC)


@pytest.mark.parametrize("label", LABELS)
def test_m5_no_label_of_the_partner_can_be_given_or_is_used(label: str) -> None:
    with pytest.raises(ScenarioError):
        Scenario.model_validate({label: "yes"})
    names = {*RULEBASE.vocabulary, *RULEBASE.findings, *RULEBASE.rules_by_id, *TACTICS}
    assert not [name for name in names if label in name.lower()]


@given(pairs("situation"))
def test_m6_how_things_stand_changes_readiness_reasons_and_what_hangs_on_them(pair: Pair) -> None:
    before, after = both(pair)
    changed = {n for n in before.findings if before.findings[n] != after.findings[n]}
    families = {name.partition(".")[0] for name in changed}
    assert families <= {"ready", "was_left", "intent", "mixed_signs", "fears_permanence",
                        "motives", "at_rest", "standing", "notes", "status"}  # fmt: skip
    if (
        before.findings["danger"] in ("no", "unchecked")
        and before.findings["asked_to_stop"] == "no"
    ):
        assert before.findings["notes.goal_is_letting_go"] == "yes"
        assert after.findings["notes.goal_is_letting_go"] == "yes"


@given(pairs("how_i_am", upward=True))
def test_m7_distress_lowers_no_wall_clears_no_hold_and_suggests_no_contact(pair: Pair) -> None:
    before, after = both(pair)
    assert rank(after.wall) >= rank(before.wall)
    assert after.verdicts["go_back"].status == "advised_against"
    if at_rest(before):
        return
    gated = [name for name, tactic in TACTICS.items() if tactic.kind != "safety"]
    assert fitting(after, gated) <= fitting(before, gated)
    assert {name for name in plan(after) - plan(before) if TACTICS[name].face == "partner"} == set()


@given(EVERYWHERE)
def test_m8_each_step_that_is_not_for_safety_has_an_objective_a_source_and_a_why(
    scenario: Scenario,
) -> None:
    rec = answered(scenario)
    for step in (*rec.steps, *rec.later):
        assert step.objectives or TACTICS[step.tactic].kind == "safety"
        assert step.sources
        assert step.purposes
        assert all(purpose.because and purpose.sources for purpose in step.purposes)


@given(pairs("acceptance", *OF_INTENT, *OF_THE_TIE))
def test_m9_readiness_acceptance_intent_and_wall_take_no_safety_item_away(pair: Pair) -> None:
    before, after = both(pair)
    assert plan(before) & {*SAFETY_ITEMS} == plan(after) & {*SAFETY_ITEMS}
    assert fitting(after, SAFETY_ITEMS) >= {*SAFETY_ITEMS} - MAY_WAIT
    if after.findings["danger"] != "no":
        assert fitting(after, SAFETY_ITEMS) >= {*SAFETY_ITEMS} - {"report_it"}
    if not at_rest(after):
        assert plan(after) & {*SUPPORT, "crisis_support"}


@examples(2)
@given(EVERYWHERE, st.sampled_from(sorted(CALM)))
def test_m10_an_open_safety_question_is_never_less_careful_than_no(
    scenario: Scenario, question: str
) -> None:
    unknown = answered(scenario.with_answers(**{question: None}))
    calm = answered(scenario.with_answers(**{question: CALM[question]}))
    if question in ("now_unsafe", "danger_signs", "afraid"):
        assert unknown.findings["danger"] != "no"
        assert unknown.standing != "proceed"
        assert "proceed" not in unknown.also
    if at_rest(calm):
        return
    for name, verdict in unknown.verdicts.items():
        if name not in NEED_A_REASON:
            assert STATUSES.index(verdict.status) >= STATUSES.index(calm.verdicts[name].status)


@given(EVERYWHERE)
def test_m11_a_wall_has_a_barrier_on_the_way_out(scenario: Scenario) -> None:
    rec = answered(scenario)
    if rank(rec.wall) >= rank("friction") and rec.findings["crisis"] == "no":
        assert any(TACTICS[name].wall_out in ("friction", "lock", "sealed") for name in plan(rec))


@given(EVERYWHERE)
def test_m14_the_trace_goes_from_safety_to_the_plan_in_the_order_of_the_article(
    scenario: Scenario,
) -> None:
    stages = [stage for stage in answered(scenario).trace.stages if stage in STAGES]
    assert stages == [stage for stage in STAGES if stage in stages]
