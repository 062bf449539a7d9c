"""Why a tactic is not in the plan: what holds it back, or what was preferred for each need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nocontact.explanation.derivation.missed_finding import Seeker
from nocontact.explanation.derivation.proof_tree import ProvedFinding
from nocontact.explanation.derivation.prover import Prover
from nocontact.explanation.derivation.step_proof import on_what
from nocontact.explanation.evaluated_condition import EvaluatedCondition, evaluated
from nocontact.facts import Tactic
from nocontact.planning import Demand, Planner, planner_of
from nocontact.rulebook import ALWAYS, DIRECTIONS, STATUS, Cited, Need, side_of

NotFor: TypeAlias = Literal[
    "not_now", "alone", "no_height", "unused", "too_low", "beaten", "superfluous"
]
"""Why a permitted tactic does not meet a need: the need is not there; another need stands alone;
no height is needed; its channel is not in use; it does not reach the height; another one is
preferred; steps for other needs meet this one too."""


@dataclass(frozen=True, slots=True)
class MissedNeed:
    """One need that a tactic could have met, and why it does not.

    Attributes:
        need: id of the need; empty where no channel or no height asks for a barrier.
        because: why the need is there.
        sources: what it rests on.
        not_for: why the tactic is not the one.
        condition: when the need is there, with the values found, where it is not there.
        steps: the steps that meet the need.
        on: on what the first of them is preferred, as `preference_between` gives it.

    Examples:
        >>> MissedNeed("talk", "Talk.", (41,), "superfluous", None, ("trusted_person",), "")
        MissedNeed(talk; answers hidden)
    """

    need: str
    because: str
    sources: tuple[Cited, ...]
    not_for: NotFor
    condition: EvaluatedCondition | None
    steps: tuple[str, ...]
    on: str

    def __repr__(self) -> str:
        return f"MissedNeed({self.need}; answers hidden)"


@dataclass(frozen=True, slots=True)
class MissedStep:
    """Why a tactic is not a step of the plan.

    Attributes:
        tactic: its id.
        permitted: whether its status lets it be a step.
        status: its status, with every rule that holds it back.
        needs: the needs that it could meet, where it is permitted.

    Examples:
        >>> held = ProvedFinding("status.x", "held", (), (), False, "here")
        >>> MissedStep("x", False, held, ())
        MissedStep(x; answers hidden)
    """

    tactic: str
    permitted: bool
    status: ProvedFinding
    needs: tuple[MissedNeed, ...]

    def __repr__(self) -> str:
        return f"MissedStep({self.tactic}; answers hidden)"


def missed_step(prover: Prover, tactic: str) -> MissedStep:
    """Return why a tactic is not in the plan.

    Args:
        prover: builds the proofs below.
        tactic: id of a tactic that is not in the plan.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(reach_out="often")).situation
        >>> missed = missed_step(Prover(situation), "change_number")
        >>> missed.permitted, missed.status.level
        (False, 'held')
    """
    situation = prover.situation
    policy, name = situation.rulebase.policy, f"{STATUS}.{tactic}"
    permitted = situation.findings[name] in policy.permitted
    levels = situation.rulebase.findings[name].levels
    holding = None if permitted else next(each for each in levels if each not in policy.permitted)
    status = prover.finding(name, under=1, down_to=holding)
    needs = tuple(_Needs(prover, tactic).missed()) if permitted else ()
    return MissedStep(tactic, permitted, status, needs)


class _Needs:
    """The needs that one permitted tactic could meet in one situation."""

    def __init__(self, prover: Prover, tactic: str) -> None:
        self.situation = prover.situation
        self.values = prover.values
        self.planner: Planner = planner_of(self.situation.rulebase)
        self.tactic: Tactic = self.situation.rulebase.tactics[tactic]
        demands = self.planner.demands(self.situation.facts, self.situation.findings)
        self.demands = {each.need: each for each in demands}
        alone = {need.id for need in self.planner.policy.needs if need.alone}
        self.alone = next((each for each in self.demands if each in alone), None)
        self.seeker = Seeker(self.situation)

    def missed(self) -> Iterator[MissedNeed]:
        for need in self.planner.policy.needs:
            if self.tactic.id in self.planner.candidates(need.id):
                yield self._policy_need(need)
        yield from self._barriers()

    def _policy_need(self, need: Need) -> MissedNeed:
        if need.id in self.demands:
            return self._met_otherwise(self.demands[need.id])
        condition = self._condition(need)
        if self.alone and (condition is None or condition.truth):
            return self._only(self.alone)
        return MissedNeed(need.id, need.because, need.sources, "not_now", condition, (), "")

    def _condition(self, need: Need) -> EvaluatedCondition | None:
        if need.condition == ALWAYS:
            return None
        levels = self.situation.rulebase.levels
        return self.seeker.condition(evaluated(need.condition, self.values, levels))

    def _only(self, need: str) -> MissedNeed:
        because, sources = self.planner.reason_of(need)
        return MissedNeed(need, because, sources, "alone", None, self.situation.steps, "")

    def _met_otherwise(self, demand: Demand) -> MissedNeed:
        steps = tuple(each for each in self.situation.steps
                      if each in demand.single or each in demand.double)  # fmt: skip
        first = next((each for each in demand.chosen if each in steps), None)
        if first is None or self.tactic.id in demand.chosen:
            return MissedNeed(demand.need, demand.because, demand.sources, "superfluous",
                              None, steps, "")  # fmt: skip
        on = on_what(self.planner, demand, first, self.tactic.id)
        return MissedNeed(demand.need, demand.because, demand.sources, "beaten", None, steps, on)

    def _barriers(self) -> Iterator[MissedNeed]:
        """Yield what stands against it as a barrier, direction by direction."""
        slots = self.planner.slots
        rulebase = self.situation.rulebase
        if slots is None or not slots.barriers.selector.picks(self.tactic, rulebase.scales):
            return
        directions = [each for each in DIRECTIONS if rulebase.height(self.tactic, each)]
        if not directions:
            return
        if self.alone:
            yield self._only(self.alone)
        elif self.values[slots.barriers.height] not in rulebase.heights[1:]:
            yield MissedNeed("", "", slots.barriers.sources, "no_height", None, (), "")
        else:
            asked = [each for each in self.demands.values() if each.wanted and self._near(each)]
            wanted = [each for each in asked if side_of(each.need).direction in directions]
            yield from map(self._barrier, wanted)
            if not wanted:
                yield MissedNeed("", "", slots.barriers.sources, "unused", None, (), "")

    def _near(self, demand: Demand) -> bool:
        """Whether the tactic counts for the channel of a need."""
        assert self.planner.slots is not None
        channel = side_of(demand.need).channel
        return bool({channel, *self.planner.slots.barriers.anywhere} & {*self.tactic.channels})

    def _barrier(self, demand: Demand) -> MissedNeed:
        if self.tactic.id in (*demand.single, *demand.double):
            return self._met_otherwise(demand)
        steps = tuple(each for each in self.situation.steps
                      if each in demand.single or each in demand.double)  # fmt: skip
        return MissedNeed(demand.need, demand.because, demand.sources, "too_low", None, steps, "")
