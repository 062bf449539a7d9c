"""What a person sees of a recommendation in one scenario, by the reference engine, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nocontact.fork_safety import cached_property
from nocontact.inference import Outcome, ReferenceEngine
from nocontact.inference.condition_truth import truth
from nocontact.planning import Demand, Plan, planner_of
from nocontact.proof.comparison_parts import Because
from nocontact.proof.subject import ABSENT, Subject, levels_seen, members_of
from nocontact.rulebook import STATUS, CheckedRulebase


@dataclass(frozen=True)
class SeenOnce:
    """One scenario, answered by one rulebook.

    Attributes:
        rulebase: the rules.
        facts: the flat facts of the scenario.
        also: findings that are looked at though they are not shown.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> seen = SeenOnce(Rulebook.load(), Scenario(staying_away="nothing_holds").flat())
        >>> seen.level(Subject("finding", "wall"))
        'lock'
        >>> [each.id for each in seen.because(Subject("finding", "wall"))]
        ['wall.lock']
    """

    rulebase: CheckedRulebase
    facts: Mapping[str, str] = field(repr=False)
    also: frozenset[str] = frozenset()

    def has(self, subject: Subject, level: str) -> bool:
        """Return whether a part has a level; one that is not there has `no` or `not there`.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> seen = SeenOnce(Rulebook.load(), Scenario().flat())
            >>> seen.has(Subject("step", "fly_to_the_moon"), "no")
            True
        """
        return level in ABSENT if subject not in self._seen else self.level(subject) == level

    def level(self, subject: Subject) -> str:
        """Return the level of one part of the recommendation.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> seen = SeenOnce(Rulebook.load(), Scenario().flat())
            >>> seen.level(Subject("step", "trusted_person"))
            'yes'
        """
        match subject.family:
            case "finding":
                return self._outcome.findings[subject.name]
            case "status":
                return self._outcome.findings[f"{STATUS}.{subject.name}"]
            case "step":
                return _yes_no(self._pace(subject.name) != "no")
            case "pace":
                return self._pace(subject.name)
            case "first":
                return self._first(subject.name)
            case "gap":
                return _yes_no(any(gap.need == subject.name for gap in self._plan.gaps))
            case "let_go":
                return _yes_no(self._may_let_go)

    def levels(self) -> dict[Subject, str]:
        """Return the level of every part.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> seen = SeenOnce(Rulebook.load(), Scenario().flat())
            >>> seen.levels()[Subject("let_go", "")]
            'no'
        """
        return {subject: self.level(subject) for subject in self._seen}

    def because(self, subject: Subject) -> tuple[Because, ...]:
        """Return why a part has its level: the deciding rules, or the needs that ask for a step.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> seen = SeenOnce(Rulebook.load(), Scenario().flat())
            >>> seen.because(Subject("step", "trusted_person"))[0].id
            'someone_to_call'
        """
        if subject not in self._seen:
            return ()
        match subject.family:
            case "finding":
                return tuple(self._raised(subject.name))
            case "status":
                return tuple(self._raised(f"{STATUS}.{subject.name}"))
            case "first":
                return tuple(self._raised(f"{subject.name}.{self.level(subject)}"))
            case "step" | "pace":
                return tuple(self._about_step(subject.name))
            case "gap":
                return (self._about_gap(subject.name),)
        return ()

    @cached_property
    def _seen(self) -> Mapping[Subject, tuple[str, ...]]:
        return levels_seen(self.rulebase, self.also)

    @cached_property
    def _outcome(self) -> Outcome:
        return ReferenceEngine().infer(self.rulebase, self.facts)

    @cached_property
    def _plan(self) -> Plan:
        return planner_of(self.rulebase).plan(self.facts, self._outcome.findings)

    @cached_property
    def _demands(self) -> tuple[Demand, ...]:
        return planner_of(self.rulebase).demands(self.facts, self._outcome.findings)

    @property
    def _may_let_go(self) -> bool:
        barriers = self.rulebase.policy.barriers
        values = {**self.facts, **self._outcome.findings}
        return bool(barriers and truth(barriers.release, values, self.rulebase.levels))

    def _pace(self, tactic: str) -> str:
        if any(step.tactic == tactic for step in self._plan.steps):
            return "now"
        return "later" if any(step.tactic == tactic for step in self._plan.later) else "no"

    def _first(self, name: str) -> str:
        there = (m for m in members_of(self.rulebase, name) if self._has(f"{name}.{m}"))
        return next(there, "none")

    def _has(self, finding: str) -> bool:
        return self._outcome.findings[finding] == "yes"

    def _raised(self, finding: str) -> Iterator[Because]:
        """Yield the rules that raised a finding as high as it stands."""
        level = self._outcome.findings.get(finding)
        for name in self._outcome.fired:
            rule = self.rulebase.rules_by_id[name]
            if (finding, level) in rule.raises:
                yield Because.of(self.rulebase, name, rule.because, rule.sources)

    def _about_step(self, tactic: str) -> Iterator[Because]:
        for step in (*self._plan.steps, *self._plan.later):
            if step.tactic == tactic:
                yield from map(self._need, step.needs)
                return
        permitted = planner_of(self.rulebase).permitted(self._outcome.findings)
        if tactic in permitted:
            yield from self._not_needed(tactic)
        else:
            yield from self._raised(f"{STATUS}.{tactic}")

    def _not_needed(self, tactic: str) -> Iterator[Because]:
        """Yield the other steps that meet what a permitted tactic could meet."""
        asked = [d for d in self._demands if tactic in d.single or tactic in d.double]
        yield from (_met_by(demand, self._taken) for demand in asked)
        if not asked:
            yield Because("", "Nothing asks for it here.", ())

    @cached_property
    def _taken(self) -> frozenset[str]:
        return frozenset(step.tactic for step in (*self._plan.steps, *self._plan.later))

    def _about_gap(self, need: str) -> Because:
        if any(gap.need == need for gap in self._plan.gaps):
            return self._need(need)
        for demand in self._demands:
            if demand.need == need:
                return _met_by(demand, self._taken)
        return Because("", "This need is not there.", ())

    def _need(self, need: str) -> Because:
        because, sources = planner_of(self.rulebase).reason_of(need)
        return Because.of(self.rulebase, need, because, sources)


def _met_by(demand: Demand, taken: frozenset[str]) -> Because:
    steps = dict.fromkeys(t for t in (*demand.single, *demand.double) if t in taken)
    return Because(demand.need, f"Met by {', '.join(steps)}." if steps else "Left open.", ())


def _yes_no(holds: bool) -> str:
    return "yes" if holds else "no"
