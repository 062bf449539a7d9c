"""The plan as formulas: where each tactic is a step, channel by channel and need by need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nocontact.planning import Planner
from nocontact.planning.barrier_slots import NO_CHANNEL, BarrierSlots
from nocontact.proof.budget import doing
from nocontact.proof.diagrams import Formula
from nocontact.proof.rule_formulas import RuleFormulas
from nocontact.rulebook import DIRECTIONS, STATUS


@dataclass(frozen=True)
class Goal:
    """One need, where it is there, and what meets it there.

    Attributes:
        need: its id.
        active: where it is there and something permitted can meet it.
        single: tactics of which one is enough.
        double: tactics of which two are enough.
        open: where it is there and nothing permitted meets it as wanted.
    """

    need: str
    active: Formula
    single: tuple[str, ...]
    double: tuple[str, ...] = ()
    open: Formula | None = None


@dataclass
class PlanFormulas:
    """Where each tactic is chosen, and where it stays a step after pruning.

    Attributes:
        rules: the compiled rules.
        planner: the planner that is compiled.
        goals: every need, split by what it asks for.
        steps: tactic → where it is in the plan, now or later.
    """

    rules: RuleFormulas
    planner: Planner
    goals: list[Goal] = field(default_factory=list)
    chosen: dict[str, Formula] = field(default_factory=dict)
    steps: dict[str, Formula] = field(default_factory=dict)
    permitted: dict[str, Formula] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: RuleFormulas, planner: Planner) -> PlanFormulas:
        """Compile needs, barriers and pruning.

        Raises:
            ProofError: when the plan does not fit into the budget.
        """
        made = cls(rules, planner)
        diagrams = rules.space.diagrams
        doing("compiling the plan")
        allowed = planner.policy.permitted
        for tactic in planner.rulebase.tactics:
            made.permitted[tactic] = rules.is_one_of(f"{STATUS}.{tactic}", allowed)
            made.chosen[tactic] = diagrams.false
        made._needs()
        if planner.slots:
            made._barriers(planner.slots)
        doing("pruning the plan")
        made._prune()
        return made

    def _needs(self) -> None:
        needs = self.planner.policy.needs
        there = {need.id: self.rules.true(need.condition) for need in needs}
        diagrams = self.rules.space.diagrams
        alone = diagrams.some(there[need.id] for need in needs if need.alone)
        for need in needs:
            active = there[need.id] if need.alone else there[need.id] & ~alone
            candidates = self.planner.candidates(need.id)
            some = self._some_permitted(candidates)
            self.goals.append(Goal(need.id, active & some, candidates, open=active & ~some))
            self._choose(active, candidates)
        self._alone = alone

    def _barriers(self, slots: BarrierSlots) -> None:
        for channel, answer, there in self._slots_in_use(slots):
            for direction in DIRECTIONS:
                for level in slots.rulebase.heights[1:]:
                    wanted = self._wanted(slots, level, answer if direction == "in" else None)
                    self._slot(slots, channel, direction, level, there & wanted)

    def _slots_in_use(self, slots: BarrierSlots) -> Iterable[tuple[str, str | None, Formula]]:
        space, barriers = self.rules.space, slots.barriers
        used = {
            channel: space.is_one_of(fact, [a for a in space.vocabulary[fact].answers
                                            if a != barriers.unused])
            for channel in slots.channels
            for fact in [f"{barriers.channels}.{channel}"]
        }  # fmt: skip
        not_alone = ~self._alone
        yield NO_CHANNEL, None, not_alone & ~space.diagrams.some(used.values())
        for channel in slots.channels:
            yield channel, f"{barriers.channels}.{channel}", not_alone & used[channel]

    def _wanted(self, slots: BarrierSlots, level: str, fact: str | None) -> Formula:
        """Return where exactly this height is wanted, the answer's cap counted in."""
        height, caps = slots.barriers.height, slots.barriers.caps
        rank = slots.rulebase.heights.index
        exactly = self.rules.is_level(height, level)
        if fact is None:
            return exactly
        capped, diagrams = self.rules.space.diagrams.false, self.rules.space.diagrams
        result = diagrams.false
        for answer, cap in caps.items():
            here = self.rules.space.is_answer(fact, answer)
            capped = capped | here
            if cap == level:
                result = result | (here & self.rules.at_least(height, level))
            elif rank(level) < rank(cap):
                result = result | (here & exactly)
        return result | (~capped & exactly)

    def _slot(
        self, slots: BarrierSlots, channel: str, direction: str, wanted: str, there: Formula
    ) -> None:
        name, heights = slots.barriers.need(channel, direction), slots.rulebase.heights
        left = there
        for level in reversed(heights[1 : heights.index(wanted) + 1]):
            single = slots.reaching(channel, direction, level)
            pair = slots.pairs(channel, direction, level)
            some = self._some_permitted(single)
            self._choose(left, single)
            both = self._choose_two(left & ~some, pair)
            met = left & (some | both)
            lower = met if level != wanted else self.rules.space.diagrams.false
            self.goals.append(Goal(name, met, single, pair, lower))
            left = left & ~some & ~both
        nothing = self.rules.space.diagrams.false
        self.goals.append(Goal(name, nothing, (), (), left))

    def _choose(self, active: Formula, candidates: Sequence[str]) -> None:
        """Choose the first permitted candidate."""
        left = active
        for tactic in candidates:
            here = left & self.permitted[tactic]
            self.chosen[tactic] = self.chosen[tactic] | here
            left = left & ~self.permitted[tactic]

    def _choose_two(self, active: Formula, candidates: Sequence[str]) -> Formula:
        """Choose the first two permitted candidates; return where there are two."""
        both = self._two_of([self.permitted[tactic] for tactic in candidates])
        none, one = active & both, self.rules.space.diagrams.false
        for tactic in candidates:
            permitted = self.permitted[tactic]
            self.chosen[tactic] = self.chosen[tactic] | ((none | one) & permitted)
            none, one = none & ~permitted, (none & permitted) | (one & ~permitted)
        return both

    def _some_permitted(self, tactics: Iterable[str]) -> Formula:
        return self.rules.space.diagrams.some(self.permitted[tactic] for tactic in tactics)

    def _two_of(self, parts: Iterable[Formula]) -> Formula:
        one = two = self.rules.space.diagrams.false
        for part in parts:
            two, one = two | (one & part), one | part
        return two

    def _prune(self) -> None:
        """Remove, least preferred first, each step whose removal leaves every need met."""
        order = sorted(self.planner.order, key=self.planner.order.__getitem__, reverse=True)
        nothing = self.rules.space.diagrams.false
        self.steps = dict(self.chosen)
        asking: dict[str, list[_Meeting]] = {tactic: [] for tactic in order}
        for goal in self.goals:
            if goal.active.is_false:
                continue
            meeting = _Meeting(goal, _Share(nothing, nothing, nothing))
            for tactic in reversed(order):
                if meeting.foresee(tactic, self.chosen[tactic]):
                    asking[tactic].append(meeting)
        for tactic in order:
            needed = nothing
            for meeting in asking[tactic]:
                here = meeting.goal.active & self.steps[tactic]
                if not here.is_false:
                    needed = needed | (here & ~meeting.by_others())
            self.steps[tactic] = self.steps[tactic] & needed
            for meeting in asking[tactic]:
                meeting.settle(tactic, self.steps[tactic])

    def unmet(self, goal: Goal, where: Formula, without: str | None = None) -> Formula:
        """Return in which of some scenarios the steps leave a goal unmet, one tactic left out."""
        none, one = goal.active & where, self.rules.space.diagrams.false
        for tactic in goal.single:
            if tactic != without and not none.is_false:
                none = none & ~self.steps[tactic]
        for tactic in goal.double:
            if tactic != without:
                step = self.steps[tactic]
                none, one = none & ~step, (none & step) | (one & ~step)
        return none | one


@dataclass(frozen=True)
class _Share:
    """Where some of the steps meet a goal: one that is enough, or one, or two, of which two are."""

    enough: Formula
    one: Formula
    two: Formula

    def plus(self, goal: Goal, tactic: str, step: Formula) -> _Share:
        step = goal.active & step
        enough, one, two = self.enough, self.one, self.two
        if tactic in goal.single:
            enough = enough | step
        if tactic in goal.double:
            one, two = one | step, two | (one & step)
        return _Share(enough, one, two)


@dataclass
class _Meeting:
    """A goal while steps are removed: what those already looked at do for it, and those to come."""

    goal: Goal
    settled: _Share
    to_come: list[_Share] = field(default_factory=list)

    def foresee(self, tactic: str, step: Formula) -> bool:
        """Count in a step that comes up before those foreseen so far; tell if it matters here."""
        if tactic not in self.goal.single and tactic not in self.goal.double:
            return False
        after = self.to_come[-1] if self.to_come else self.settled
        self.to_come[-1:] = [after, after.plus(self.goal, tactic, step)]
        return True

    def by_others(self) -> Formula:
        """Return where the goal is met without the step that comes up."""
        done, later = self.settled, self.to_come[-2]
        return done.enough | later.enough | done.two | later.two | (done.one & later.one)

    def settle(self, tactic: str, step: Formula) -> None:
        self.to_come.pop()
        self.settled = self.settled.plus(self.goal, tactic, step)
