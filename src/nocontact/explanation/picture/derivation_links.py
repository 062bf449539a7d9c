"""What led to what in one answer: answers, rules, findings, needs and steps by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from nocontact.explanation.situation import Situation
from nocontact.inference.compiling import Compiler
from nocontact.inference.program import program_of
from nocontact.planning import PlannedStep, planner_of
from nocontact.planning.barrier_slots import NO_CHANNEL
from nocontact.rulebook import STATUS, side_of


class Part(NamedTuple):
    """One part of a derivation.

    Attributes:
        kind: answer, rule, finding, need or step.
        name: a question, a rule id, a flat finding, a need, a tactic.

    Examples:
        >>> Part("finding", "wall").id
        'finding.wall'
    """

    kind: str
    name: str

    @property
    def id(self) -> str:
        """Its name among all parts.

        Examples:
            >>> Part("rule", "wall.lock").id
            'rule.wall.lock'
        """
        return f"{self.kind}.{self.name}"


class Link(NamedTuple):
    """One part that another one rests on.

    Attributes:
        start: what comes first.
        end: what rests on it.
        fact: the flat fact, where an answer comes first.

    Examples:
        >>> Link(Part("answer", "hope"), Part("rule", "intent.hope"), "hope").fact
        'hope'
    """

    start: Part
    end: Part
    fact: str = ""


def derivation_links(situation: Situation, status_of: str = "") -> tuple[Link, ...]:
    """Return what led to what, in order of decision, the plan last.

    A rule counts where it decided a level; a weaker one that fired as well does not. The status
    of a tactic is folded into its step.

    Args:
        situation: the answer.
        status_of: a tactic whose status is a finding of its own here.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> found = {(link.start.id, link.end.id) for link in derivation_links(situation)}
        >>> [rule for rule in ("wall.lock", "wall.friction")
        ...     if (f"rule.{rule}", "finding.wall") in found]
        ['wall.lock']
    """
    found = [*_links_of_rules(situation, status_of), *_links_of_plan(situation)]
    return tuple(dict.fromkeys(found))


def _links_of_rules(situation: Situation, status_of: str) -> Iterator[Link]:
    steps = frozenset(situation.steps)
    for firing in situation.trace.firings:
        decided = [name for name, level in firing.raised if situation.findings[name] == level]
        ends = [part for name in decided for part in _raised(name, steps, status_of)]
        rule = Part("rule", firing.rule)
        if ends:
            yield from (_resting(situation, name, rule) for name, _ in firing.on)
            yield from (Link(rule, end) for end in ends)


def _raised(name: str, steps: frozenset[str], status_of: str) -> Iterator[Part]:
    family, _, tactic = name.partition(".")
    if family != STATUS:
        yield Part("finding", name)
        return
    if tactic == status_of:
        yield Part("finding", name)
    elif tactic in steps:
        yield Part("step", tactic)


def _resting(situation: Situation, name: str, end: Part) -> Link:
    vocabulary = situation.rulebase.vocabulary
    if name in vocabulary:
        return Link(Part("answer", vocabulary[name].question), end, name)
    return Link(Part("finding", name), end)


def _links_of_plan(situation: Situation) -> Iterator[Link]:
    for step in (*situation.plan.steps, *situation.plan.later):
        for need, on in _needs_of(situation, step).items():
            part = Part("need", need)
            yield from (_resting(situation, name, part) for name in on)
            yield Link(part, Part("step", step.tactic))


def _needs_of(situation: Situation, step: PlannedStep) -> Mapping[str, tuple[str, ...]]:
    """Return the needs of a step with what they rest on, those that are always there only alone."""
    found: dict[str, tuple[str, ...]] = {}
    for need in step.needs:
        name, on = _need(situation, need)
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), *on)))
    resting = {name: on for name, on in found.items() if on}
    return resting or dict(list(found.items())[:1])


def _need(situation: Situation, need: str) -> tuple[str, Iterable[str]]:
    """Return what a need is called here, and what it rests on; barriers go by direction."""
    rulebase, policy = situation.rulebase, situation.rulebase.policy
    for each in policy.needs:
        if each.id == need:
            program = program_of(rulebase)
            row = program.filled(situation.facts, situation.findings)
            support = Compiler(program.slots, program.scales).support(each.condition)
            return need, [program.names[slot] for slot in support(row)]
    barriers = policy.barriers
    assert barriers is not None and planner_of(rulebase).slots is not None
    channel, direction = side_of(need)
    asked = [] if channel == NO_CHANNEL else [f"{barriers.channels}.{channel}"]
    return direction, [barriers.height, *asked]
