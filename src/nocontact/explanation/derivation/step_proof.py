"""Why a tactic is a step: the needs that it meets, what permits it, what it comes before."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.explanation.derivation.need_condition import need_condition
from nocontact.explanation.derivation.preference_between import ALONE, preference_between
from nocontact.explanation.derivation.proof_tree import ProvedFinding
from nocontact.explanation.derivation.prover import Prover
from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.planning import Demand, Planner, planner_of
from nocontact.rulebook import STATUS, Cited, side_of


@dataclass(frozen=True, slots=True)
class Preferred:
    """Another tactic for the same need, and what put the step before it.

    Attributes:
        tactic: id of the other tactic.
        on: what decided, as `preference_between` gives it; `status` when the other one is not
            permitted now.

    Examples:
        >>> Preferred("change_number", "notice").on
        'notice'
    """

    tactic: str
    on: str


@dataclass(frozen=True, slots=True)
class ProvedNeed:
    """One need that a step meets.

    Attributes:
        need: id of the need.
        because: why it is there, in the language of the rulebook.
        sources: what it rests on.
        condition: when it is there, with the values found.
        wanted: the height that it asks for, where it is about a barrier.
        over: permitted tactics that come after the step, in order.
        waiting: tactics that would come before the step, and are not permitted now.
        beside: steps that meet the same need and come before this one.

    Examples:
        >>> ProvedNeed("talk", "Talk.", (41,), None, None, (), (), ()).need
        'talk'
    """

    need: str
    because: str
    sources: tuple[Cited, ...]
    condition: EvaluatedCondition | None
    wanted: str | None
    over: tuple[Preferred, ...]
    waiting: tuple[Preferred, ...]
    beside: tuple[str, ...]

    def __repr__(self) -> str:
        return f"ProvedNeed({self.need}; answers hidden)"


@dataclass(frozen=True, slots=True)
class ProvedStep:
    """Why a tactic is a step of the plan.

    Attributes:
        tactic: its id.
        needs: the needs that it meets.
        status: why it is permitted.
        later: when it can wait, why; None when it is for now.

    Examples:
        >>> ProvedStep("x", (), ProvedFinding("status.x", "allowed", (), (), False, "here"), None)
        ProvedStep(x; answers hidden)
    """

    tactic: str
    needs: tuple[ProvedNeed, ...]
    status: ProvedFinding
    later: EvaluatedCondition | None

    def __repr__(self) -> str:
        return f"ProvedStep({self.tactic}; answers hidden)"


def step_proof(prover: Prover, tactic: str) -> ProvedStep:
    """Return why a tactic is a step.

    Args:
        prover: builds the proofs of the findings below.
        tactic: id of a tactic that is in the plan, now or later.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(self_harm_thoughts="yes")).situation
        >>> [each.need for each in step_proof(Prover(situation), "crisis_support").needs]
        ['crisis']
    """
    situation = prover.situation
    planner = planner_of(situation.rulebase)
    demands = planner.demands(situation.facts, situation.findings)
    met = (each for each in demands if tactic in (*each.single, *each.double))
    needs = tuple(_need(prover, planner, each, tactic) for each in met)
    status = prover.finding(f"{STATUS}.{tactic}", under=1, no_higher=True)
    return ProvedStep(tactic, needs, status, _later(prover, tactic))


def _need(prover: Prover, planner: Planner, demand: Demand, tactic: str) -> ProvedNeed:
    order = ranked(planner, demand)
    at = order.index(tactic)
    steps, permitted = prover.situation.steps, {*demand.single, *demand.double}
    after = (each for each in order[at + 1 :] if each in permitted and each not in steps)
    before = [each for each in order[:at] if each not in permitted]
    condition = need_condition(planner, prover.values, demand.need)
    return ProvedNeed(
        need=demand.need,
        because=demand.because,
        sources=demand.sources,
        condition=None if condition is None else prover.condition(condition),
        wanted=demand.wanted,
        over=tuple(Preferred(each, on_what(planner, demand, tactic, each)) for each in after),
        waiting=tuple(Preferred(each, STATUS) for each in before),
        beside=tuple(each for each in order[:at] if each in permitted and each in steps),
    )


def ranked(planner: Planner, demand: Demand) -> tuple[str, ...]:
    """Return every tactic that can meet a need, permitted or not, most preferred first.

    Examples:
        >>> from nocontact import Rulebook
        >>> demand = Demand("crisis", "safety", "", (), ("crisis_support",))
        >>> ranked(planner_of(Rulebook.load()), demand)
        ('crisis_support',)
    """
    if demand.wanted is None or planner.slots is None:
        return planner.candidates(demand.need)
    channel, direction = side_of(demand.need)
    reached = str(demand.reached)
    pairs = planner.slots.pairs(channel, direction, reached) if demand.double else ()
    return tuple(dict.fromkeys((*planner.slots.reaching(channel, direction, reached), *pairs)))


def on_what(planner: Planner, demand: Demand, first: str, other: str) -> str:
    """Return on what the first of two tactics is preferred where a demand has to be met.

    Examples:
        >>> from nocontact import Rulebook
        >>> demand = Demand("wall.phone.in", "wall", "", (), ("change_number",), ("mute_thread",))
        >>> on_what(planner_of(Rulebook.load()), demand, "change_number", "mute_thread")
        'alone'
    """
    if first in demand.single and other not in demand.single:
        return ALONE
    return preference_between(planner, demand.need, first, other)


def _later(prover: Prover, tactic: str) -> EvaluatedCondition | None:
    limit = prover.situation.rulebase.policy.limit
    now = {step.tactic for step in prover.situation.plan.steps}
    if limit is None or tactic in now:
        return None
    return prover.condition(limit.condition)
