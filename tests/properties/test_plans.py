"""Every plan: complete, nothing superfluous, nothing that is not permitted, the same again."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.facts import Tactic
from nocontact.planning import Demand, planner_of
from nocontact.recommendation.step import Step

from .regions import AT_EASE, EVERYWHERE

RULEBASE = Rulebook.load()
PLANNER = planner_of(RULEBASE)
TACTICS = RULEBASE.tactics
BARRIERS = RULEBASE.policy.barriers
assert BARRIERS is not None


def answered(scenario: Scenario) -> Recommendation:
    return recommend(scenario, engine="reference")


def whole_plan(rec: Recommendation) -> tuple[Step, ...]:
    return (*rec.steps, *rec.later)


def ids(steps: tuple[Step, ...]) -> set[str]:
    return {step.tactic for step in steps}


def demands(scenario: Scenario, rec: Recommendation) -> tuple[Demand, ...]:
    statuses = {f"status.{name}": verdict.status for name, verdict in rec.verdicts.items()}
    return PLANNER.demands(scenario.flat(), {**rec.findings, **statuses})


def is_met(demand: Demand, steps: set[str]) -> bool:
    return bool(steps & {*demand.single}) or len(steps & {*demand.double}) >= 2


@given(EVERYWHERE)
def test_no_step_is_superfluous(scenario: Scenario) -> None:
    rec = answered(scenario)
    needs, steps = demands(scenario, rec), ids(whole_plan(rec))
    for step in steps:
        met = [each for each in needs if is_met(each, steps)]
        assert not all(is_met(each, steps - {step}) for each in met), step


@given(EVERYWHERE)
def test_every_need_is_met_or_said_as_a_gap(scenario: Scenario) -> None:
    rec = answered(scenario)
    steps, gaps = ids(whole_plan(rec)), {gap.need: gap for gap in rec.gaps}
    for demand in demands(scenario, rec):
        permitted = bool(demand.single) or len(demand.double) >= 2
        assert is_met(demand, steps) is permitted, demand.need
        assert (demand.need in gaps) is (not permitted or demand.reached != demand.wanted)
    assert {*gaps} <= {demand.need for demand in demands(scenario, rec)}


@given(EVERYWHERE)
def test_the_wall_stands_on_every_channel_in_both_directions_or_a_gap_says_so(
    scenario: Scenario,
) -> None:
    rec = answered(scenario)
    assume(rec.findings["crisis"] == "no" and rec.wall not in ("open", "none"))
    gaps = {gap.need for gap in rec.gaps}
    steps = [TACTICS[name] for name in ids(whole_plan(rec))]
    for channel, answer in _channels_in_use(scenario):
        for direction in ("in", "out"):
            eased = direction == "in" and answer == "can_leave_it"
            wanted = min(RULEBASE.heights.index(rec.wall), 1 if eased else 4)
            reached = _height(steps, channel, direction)
            assert reached >= wanted or f"wall.{channel}.{direction}" in gaps


def _channels_in_use(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for name, answer in scenario.flat().items():
        question, _, channel = name.partition(".")
        if question == "pull" and answer not in ("not_used", "unknown"):
            yield channel, answer


def _height(steps: list[Tactic], channel: str, direction: str) -> int:
    """Return how high the steps close a channel; two locks count as sealed."""
    heights = sorted(
        RULEBASE.heights.index(step.wall_in if direction == "in" else step.wall_out)
        for step in steps
        if {channel, "mind", "any"} & {*step.channels}
        and (step.kind, step.face) == ("tactic", "self")
    )
    locks = [height for height in heights if height >= RULEBASE.heights.index("lock")]
    return 4 if len(locks) >= 2 else max(heights, default=0)


@given(EVERYWHERE)
def test_each_objective_is_served_or_its_gap_is_said(scenario: Scenario) -> None:
    rec = answered(scenario)
    served = {objective for step in whole_plan(rec) for objective in step.objectives}
    if rec.findings["crisis"] == "no" and _each_aim_counts(rec):
        missing = {"O1", "O2", "O3", "O4", "O5"} - served
        assert len([gap for gap in rec.gaps if gap.section == "objective"]) == len(missing)


def _each_aim_counts(rec: Recommendation) -> bool:
    """In danger safety comes first, and at rest nothing more is asked for."""
    return rec.findings["danger"] in ("no", "unchecked") and rec.findings["at_rest"] == "no"


@given(EVERYWHERE)
def test_every_step_and_every_alternative_is_permitted(scenario: Scenario) -> None:
    rec = answered(scenario)
    for step in whole_plan(rec):
        assert step.status in ("suggested", "allowed")
        assert step.status == rec.verdicts[step.tactic].status
        for other in step.alternatives:
            assert rec.verdicts[other].status in ("suggested", "allowed")


@given(EVERYWHERE)
def test_an_alternative_meets_a_need_of_its_step_and_is_not_in_the_plan(
    scenario: Scenario,
) -> None:
    rec = answered(scenario)
    by_need = {demand.need: {*demand.single, *demand.double} for demand in demands(scenario, rec)}
    steps = ids(whole_plan(rec))
    for step in whole_plan(rec):
        meets = set().union(*(by_need[purpose.need] for purpose in step.purposes))
        assert {*step.alternatives} == meets - steps
        assert len({*step.alternatives}) == len(step.alternatives)


@given(EVERYWHERE)
def test_on_hard_days_there_are_three_steps_at_most_and_all_can_be_undone(
    scenario: Scenario,
) -> None:
    rec = answered(scenario)
    if rec.findings["overwhelmed"] == "yes":
        now = [TACTICS[step.tactic] for step in rec.steps if step.section != "safety"]
        assert len(now) <= 3
        assert all(tactic.undo != "hard" for tactic in now)
    else:
        assert rec.later == ()


@given(EVERYWHERE)
def test_safety_never_waits_for_later(scenario: Scenario) -> None:
    assert all(step.section != "safety" for step in answered(scenario).later)


@given(EVERYWHERE)
def test_nothing_goes_to_a_partner_who_gives_space(scenario: Scenario) -> None:
    rec = answered(scenario)
    must_talk = rec.findings["duties"] == "some" or rec.findings["partner_life"] == "at_risk"
    if scenario.partner_space == "gives_space" and not must_talk:
        assert [s.tactic for s in whole_plan(rec) if TACTICS[s.tactic].face == "partner"] == []


@given(EVERYWHERE)
def test_steps_come_in_the_order_of_their_sections_and_once(scenario: Scenario) -> None:
    rec = answered(scenario)
    for steps in (rec.steps, rec.later):
        places = [RULEBASE.policy.sections.index(step.section) for step in steps]
        assert places == sorted(places)
    assert len(ids(whole_plan(rec))) == len(whole_plan(rec))


GUARDS = [name for name, tactic in TACTICS.items() if tactic.kind == "tactic"]
PEOPLE = {"trusted_person", "professional_help", "tell_your_helper", "support_group"}
HABITS = {name for name, tactic in TACTICS.items() if "mind" in tactic.channels}


@given(EVERYWHERE, st.sets(st.sampled_from(GUARDS)))
def test_a_barrier_is_let_go_only_when_it_is_there_and_higher_than_needed(
    scenario: Scenario, in_place: set[str]
) -> None:
    rec = answered(scenario.with_answers(in_place=sorted(in_place)))
    for name in rec.let_go:
        height = max(TACTICS[name].wall_in, TACTICS[name].wall_out, key=RULEBASE.heights.index)
        assert name in in_place
        assert rec.wall != "open"
        assert RULEBASE.heights.index(height) > RULEBASE.heights.index(rec.wall)


@given(EVERYWHERE, st.sets(st.sampled_from(GUARDS)))
def test_no_person_and_no_habit_is_ever_let_go(scenario: Scenario, in_place: set[str]) -> None:
    rec = answered(scenario.with_answers(in_place=sorted({*in_place, *PEOPLE, *HABITS})))
    assert PEOPLE & {*rec.let_go} == set()
    assert HABITS & {*rec.let_go} == set()


def test_at_ease_a_filter_may_go_and_people_and_habits_stay() -> None:
    in_place = ["filter_to_folder", "remove_reminders", "if_then_plan", *sorted(PEOPLE)]
    rec = answered(AT_EASE.with_answers(in_place=in_place))
    assert rec.wall == "none"
    assert {*rec.let_go} == {"filter_to_folder", "remove_reminders"}
