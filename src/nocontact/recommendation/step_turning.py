"""Why a step is in one plan and not in another: its need, its status, or what took its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nocontact.explanation import Situation
from nocontact.planning import planner_of
from nocontact.planning.demand import Demand
from nocontact.recommendation.difference import Cause, Shift, When
from nocontact.recommendation.turning import OTHER, Turning
from nocontact.rulebook import STATUS, side_of

Demands = Mapping[str, Demand]


class StepTurning:
    """Two plans side by side; finds why a step or a gap is in one of them alone.

    Args:
        turning: what turned between the two answers.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> old, new = (recommend(Scenario(self_harm_thoughts=each)) for each in ("no", "yes"))
        >>> turning = StepTurning(Turning(old.situation, new.situation))
        >>> [cause.kind for cause in turning.step("crisis_support", "now")]
        ['need']
    """

    def __init__(self, turning: Turning) -> None:
        self.turning = turning
        self.demands = {when: demands_of(each) for when, each in turning.at.items()}
        self.permitted = {
            when: planner_of(each.rulebase).permitted(each.findings)
            for when, each in turning.at.items()
        }
        self.steps = {when: each.steps for when, each in turning.at.items()}

    def step(self, tactic: str, when: When) -> tuple[Cause, ...]:
        """Return why a tactic is a step in one answer and not in the other.

        Args:
            tactic: it is a step there.
            when: the answer in which it is one.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> old, new = (recommend(Scenario(hope=each)) for each in ("none", "strong"))
            >>> turning = StepTurning(Turning(old.situation, new.situation))
            >>> turning.step(new.steps[0].tactic, "now")[0].when
            'now'
        """
        causes = [*self._status([tactic], when)]
        for demand in self._kept_for(tactic, when):
            causes += self._met(demand, tactic, when)
        if not any(cause.shifts for cause in causes):
            together = self._together(tactic, when)
            causes = [replace(each, shifts=together.shifts) for each in causes] or [together]
        return tuple(dict.fromkeys(causes))

    def pace(self, tactic: str, when: When) -> tuple[Cause, ...]:
        """Return why a step can wait in one answer and is for now in the other.

        Args:
            tactic: a step of both.
            when: the answer in which it can wait.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> same = recommend(Scenario()).situation
            >>> [each.kind for each in StepTurning(Turning(same, same)).pace("mute_thread", "now")]
            ['room']
        """
        here, there = self.turning.at[when], self.turning.at[OTHER[when]]
        limit = here.rulebase.policy.limit
        shifts = self.turning.held(limit.condition, when) if limit else ()
        if shifts:
            return (Cause("limit", "limit", when, shifts),)
        others = {step.tactic for step in there.plan.steps}
        first = tuple(s.tactic for s in here.plan.steps if s.tactic not in others)
        return (Cause("room", tactic, when, tactics=first),)

    def gap(self, need: str, when: When) -> tuple[Cause, ...]:
        """Return why a need stays open in one answer, and not or not so much in the other.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> same = recommend(Scenario()).situation
            >>> StepTurning(Turning(same, same)).gap("calm_things_down", "now")
            ()
        """
        here, there = self.demands[when].get(need), self.demands[OTHER[when]].get(need)
        if here is None:
            return ()
        if there is None:
            return (self._need(need, when),)
        causes = [*self._height(here, there, when)]
        met = [each for each in there.chosen if each not in self.permitted[when]]
        causes += self._status(met, OTHER[when])
        return tuple(dict.fromkeys(causes)) or (Cause("together", need, when),)

    def _status(self, tactics: Iterable[str], when: When) -> Iterator[Cause]:
        """Yield a cause for each tactic that may be a step here and not there."""
        for tactic in tactics:
            if tactic not in self.permitted[OTHER[when]]:
                shift = self.turning.shift(f"{STATUS}.{tactic}")
                yield Cause("status", tactic, when, (shift,))

    def _kept_for(self, tactic: str, when: When) -> Iterator[Demand]:
        """Yield what would not be met without this step."""
        others = [each for each in self.steps[when] if each != tactic]
        for demand in self.demands[when].values():
            if tactic in (*demand.single, *demand.double) and not demand.met_by(others):
                yield demand

    def _met(self, demand: Demand, tactic: str, when: When) -> Iterator[Cause]:
        """Yield why the other plan did without this step, where this plan needs it."""
        there = self.demands[OTHER[when]].get(demand.need)
        if there is None:
            yield self._need(demand.need, when)
            return
        yield from self._height(demand, there, when)
        able = (*there.single, *there.double)
        rivals = [each for each in self.steps[OTHER[when]] if each in able]
        gone = [each for each in rivals if each not in self.steps[when]]
        if gone:
            shifts = dict.fromkeys(s for each in gone for s in self._gone(each, OTHER[when]))
            yield Cause("instead", demand.need, when, tuple(shifts), tuple(gone))

    def _gone(self, rival: str, when: When) -> Iterator[Shift]:
        """Yield why a step of this plan is not a step of the other."""
        for cause in self._status([rival], when):
            yield from cause.shifts
        for demand in self._kept_for(rival, when):
            if demand.need not in self.demands[OTHER[when]]:
                yield from self._need(demand.need, when).shifts

    def _need(self, need: str, when: When) -> Cause:
        """Return why a need is there in this answer and not in the other."""
        policy = self.turning.at[when].rulebase.policy
        for each in policy.needs:
            if each.id == need:
                shifts = self.turning.held(each.condition, when)
                break
        else:
            shifts = self._wall(need)
        return Cause("need", need, when, shifts or self._alone(when))

    def _alone(self, when: When) -> tuple[Shift, ...]:
        """Return the shifts of a need that, in the other answer, lets no other count."""
        there = OTHER[when]
        alone = [n for n in self.turning.at[there].rulebase.policy.needs if n.alone]
        found = (self.turning.held(each.condition, there) for each in alone)
        return tuple(shift for shifts in found for shift in shifts)

    def _height(self, here: Demand, there: Demand, when: When) -> Iterator[Cause]:
        if here.wanted != there.wanted:
            yield Cause("height", here.need, when, self._wall(here.need))

    def _wall(self, need: str) -> tuple[Shift, ...]:
        """Return what a wall need rests on and differs: the height, and the channels in use."""
        barriers = self.turning.at["now"].rulebase.policy.barriers
        if barriers is None:
            return ()
        channel = side_of(need).channel
        known = self.turning.values["now"]
        channels = [n for n in known if n.startswith(f"{barriers.channels}.")]
        own = [n for n in channels if n == f"{barriers.channels}.{channel}"]
        names = (barriers.height, *(own or channels))
        return tuple(self.turning.shift(n) for n in names if self.turning.differs(n))

    def _together(self, tactic: str, when: When) -> Cause:
        """Return what changed among the needs, where steps were only chosen anew together."""
        here, there = self.demands[when], self.demands[OTHER[when]]
        shifts: list[Shift] = []
        for side, name in ((when, here), (OTHER[when], there)):
            for need in name:
                if need not in self.demands[OTHER[side]]:
                    shifts += self._need(need, side).shifts
        changed = self.permitted[when] ^ self.permitted[OTHER[when]]
        for demand in here.values():
            if tactic in (*demand.single, *demand.double):
                able = {*demand.single, *demand.double, *there.get(demand.need, demand).single}
                shifts += [self.turning.shift(f"{STATUS}.{e}") for e in sorted(able & changed)]
                shifts += self._wall(demand.need) if demand.wanted else ()
        return Cause("together", tactic, when, tuple(dict.fromkeys(shifts)))


def demands_of(situation: Situation) -> Demands:
    """Return what a plan has to meet, by need.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> [*demands_of(recommend(Scenario(now_unsafe="yes")).situation)]
        ['crisis']
    """
    planner = planner_of(situation.rulebase)
    found = planner.demands(situation.facts, situation.findings)
    return {demand.need: demand for demand in found}
