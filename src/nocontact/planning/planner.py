"""From statuses to a plan: static preference over permitted tactics, nothing superfluous."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nocontact.facts import Tactic
from nocontact.fork_safety import cached_property
from nocontact.inference import Row, Test, conditions_compiled, program_of
from nocontact.planning.barrier_slots import BarrierSlots
from nocontact.planning.demand import Demand
from nocontact.planning.plan import Gap, Plan, PlannedStep
from nocontact.planning.preference import preference_key, preferred
from nocontact.planning.pruning import pruned
from nocontact.rulebook import STATUS, CheckedRulebase, Cited, Need, Selector, side_of

MOST_KEPT = 16
_kept: dict[tuple[int, ...], Planner] = {}


def planner_of(rulebase: CheckedRulebase) -> Planner:
    """Return the planner of a rulebase; the last few are kept.

    No planner reads a rule, so rulebooks in which only rules were changed share one.

    Examples:
        >>> from nocontact import Rulebook
        >>> planner_of(Rulebook.load()) is planner_of(Rulebook.load())
        True
    """
    parts = (rulebase.policy, rulebase.parsed.tactics, rulebase.vocabulary, rulebase.findings)
    key = tuple(map(id, parts))  # a planner that is kept keeps its parts, so no id is given twice
    found = _kept.get(key)
    if found is None:
        found = _kept[key] = Planner(rulebase)
        for oldest in [*_kept][:-MOST_KEPT]:
            _kept.pop(oldest, None)
    return found


class Planner:
    """Plans for one rulebase; holds sorted candidates and nothing about anybody.

    Examples:
        >>> from nocontact import Rulebook
        >>> Planner(Rulebook.load()).candidates("crisis")
        ('crisis_support',)
    """

    def __init__(self, rulebase: CheckedRulebase) -> None:
        self.rulebase = rulebase
        self.policy = rulebase.policy
        self.key = preference_key(self.policy, rulebase.heights)
        self.slots = (
            BarrierSlots(rulebase, self.policy.barriers, self.key) if self.policy.barriers else None
        )

    def plan(
        self,
        facts: Mapping[str, str],
        findings: Mapping[str, str],
        in_place: Iterable[str] = (),
    ) -> Plan:
        """Return the plan for one person.

        Args:
            facts: the flat answers.
            findings: every finding, statuses included.
            in_place: ids of tactics that the person already uses.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> planner, facts = planner_of(Rulebook.load()), Scenario().flat()
            >>> lowest = {name: each.levels[0] for name, each in planner.rulebase.findings.items()}
            >>> [step.tactic for step in planner.plan(facts, {**lowest, "crisis": "yes"}).steps]
            ['crisis_support']
        """
        demands = self.demands(facts, findings)
        chosen = pruned(self._in_order(demands), demands)
        found = [self._step(tactic, demands, chosen) for tactic in chosen]
        steps = tuple(sorted(found, key=lambda step: self.policy.place(step.section)))
        row = program_of(self.rulebase).filled(facts, findings)
        now, later = self._limited(steps, row)
        return Plan(
            steps=now,
            later=later,
            gaps=tuple(self._gap(demand) for demand in demands if demand.open),
            let_go=self._let_go(findings, row, in_place),
            wall_in=self._least(demands, "in"),
            wall_out=self._least(demands, "out"),
        )

    def demands(self, facts: Mapping[str, str], findings: Mapping[str, str]) -> tuple[Demand, ...]:
        """Return what this person's plan has to meet, in the order in which it is shown."""
        row = program_of(self.rulebase).filled(facts, findings)
        active = [need for need, holds in self._needs if holds(row)]
        permitted = self.permitted(findings)
        alone = [need for need in active if need.alone]
        found = [self._demand(need, permitted) for need in alone or active]
        if self.slots and not alone:
            level = findings[self.slots.barriers.height]
            found += self.slots.demands(facts, level, permitted)
        return tuple(sorted(found, key=lambda demand: self.policy.place(demand.section)))

    def reason_of(self, need: str) -> tuple[str, tuple[Cited, ...]]:
        """Return why a need is there, and what it rests on."""
        for each in self.policy.needs:
            if each.id == need:
                return each.because, each.sources
        assert self.policy.barriers is not None
        because = self.policy.barriers.because[side_of(need).direction]
        return because, self.policy.barriers.sources

    def permitted(self, findings: Mapping[str, str]) -> frozenset[str]:
        """Return the ids of the tactics whose status lets them be a step.

        Examples:
            >>> from nocontact import Rulebook
            >>> planner = planner_of(Rulebook.load())
            >>> findings = {f"status.{tactic}": "held" for tactic in planner.rulebase.tactics}
            >>> planner.permitted({**findings, "status.filter_to_folder": "allowed"})
            frozenset({'filter_to_folder'})
        """
        return frozenset(
            tactic
            for tactic in self.rulebase.tactics
            if findings[f"{STATUS}.{tactic}"] in self.policy.permitted
        )

    @cached_property
    def order(self) -> Mapping[str, int]:
        """A static order of the catalogue: the first need that a tactic can meet, then preference.

        Steps are shown in this order inside a section, and pruned against it.
        """
        places: dict[str, tuple[int, int, int]] = {}
        for at, need in enumerate(self.policy.needs):
            for rank, tactic in enumerate(self._candidates[need.id]):
                place = (self.policy.place(need.section), at, rank)
                places[tactic] = min(place, places.get(tactic, place))
        if self.slots:
            for rank, tactic in enumerate(self._picked(self.slots.barriers.selector)):
                place = (self.policy.place(self.slots.barriers.shown_in), 0, rank)
                places[tactic] = min(place, places.get(tactic, place))
        ranked = sorted(places, key=lambda tactic: (places[tactic], tactic))
        return {tactic: rank for rank, tactic in enumerate(ranked)}

    def _in_order(self, demands: Iterable[Demand]) -> list[str]:
        chosen = {tactic for demand in demands for tactic in demand.chosen}
        return sorted(chosen, key=self.order.__getitem__)

    @cached_property
    def _needs(self) -> tuple[tuple[Need, Test], ...]:
        needs = self.policy.needs
        tests = conditions_compiled(self.rulebase, [need.condition for need in needs])
        return tuple(zip(needs, tests, strict=True))

    def candidates(self, need: str) -> tuple[str, ...]:
        """Return the tactics that can meet a need, most preferred first, permitted or not.

        Examples:
            >>> from nocontact import Rulebook
            >>> planner_of(Rulebook.load()).candidates("crisis")
            ('crisis_support',)
        """
        return self._candidates[need]

    @cached_property
    def _candidates(self) -> Mapping[str, tuple[str, ...]]:
        return {need.id: self._picked(need.selector) for need in self.policy.needs}

    def _picked(self, selector: Selector) -> tuple[str, ...]:
        """Preferred first; where ids are listed, the order of the list decides ties."""
        scales = self.rulebase.scales
        listed = [v for test in selector.tests if test.attribute == "id" for v in test.values]
        place = {name: at for at, name in enumerate(listed)}

        def key(tactic: Tactic) -> tuple[int | str, ...]:
            *ranks, total, name = self.key(tactic)
            return (*ranks, place.get(tactic.id, len(place)), total, name)

        tactics = self.rulebase.tactics.values()
        return preferred((t for t in tactics if selector.picks(t, scales)), key)

    def _demand(self, need: Need, permitted: frozenset[str]) -> Demand:
        single = tuple(each for each in self._candidates[need.id] if each in permitted)
        return Demand(need.id, need.section, need.because, need.sources, single)

    def _step(self, tactic: str, demands: Sequence[Demand], chosen: Sequence[str]) -> PlannedStep:
        met = [d for d in demands if tactic in d.single or tactic in d.double]
        others = [each for demand in met for each in (*demand.single, *demand.double)]
        alternatives = tuple(dict.fromkeys(each for each in others if each not in chosen))
        section = met[0].section if met else self.policy.sections[-1]
        return PlannedStep(tactic, section, tuple(d.need for d in met), alternatives)

    def _limited(
        self, steps: tuple[PlannedStep, ...], row: Row
    ) -> tuple[tuple[PlannedStep, ...], tuple[PlannedStep, ...]]:
        limit = self.policy.limit
        if limit is None or not self._limit_holds(row):
            return steps, ()
        reversible = set(self._picked(limit.selector))
        free = [s.tactic for s in steps if s.section not in limit.exempt and s.tactic in reversible]
        free.sort(key=self.order.__getitem__)
        now = {*free[: limit.now], *(s.tactic for s in steps if s.section in limit.exempt)}
        kept = tuple(step for step in steps if step.tactic in now)
        return kept, tuple(step for step in steps if step.tactic not in now)

    @cached_property
    def _limit_holds(self) -> Test:
        limit = self.policy.limit
        return conditions_compiled(self.rulebase, [limit.condition] if limit else [])[0]

    @cached_property
    def _may_release(self) -> Test:
        barriers = self.policy.barriers
        return conditions_compiled(self.rulebase, [barriers.release] if barriers else [])[0]

    def _gap(self, demand: Demand) -> Gap:
        candidates = self._candidates.get(demand.need, ())
        return Gap(demand.need, demand.section, demand.because, demand.wanted, demand.reached,
                   tuple(each for each in candidates if each not in demand.single))  # fmt: skip

    def _let_go(
        self, findings: Mapping[str, str], row: Row, in_place: Iterable[str]
    ) -> tuple[str, ...]:
        slots = self.slots
        if slots is None or not self._may_release(row):
            return ()
        wanted, heights = findings[slots.barriers.height], self.rulebase.heights
        level = heights.index(wanted) if wanted in heights else len(heights)
        anywhere = {*slots.barriers.anywhere}  # people and habits are nothing to let go
        known = (
            tactic for tactic in map(self.rulebase.tactics.get, in_place)
            if tactic and not anywhere & {*tactic.channels}
        )  # fmt: skip
        high = [t for t in known if self.rulebase.highest(t) > max(level, 1)]
        return preferred(high, self.key)

    def _least(self, demands: Iterable[Demand], direction: str) -> str:
        heights = self.rulebase.heights
        reached = [
            heights.index(str(demand.reached))
            for demand in demands
            if demand.wanted and demand.need.endswith(f".{direction}")
        ]
        return heights[min(reached, default=0)] if heights else ""
