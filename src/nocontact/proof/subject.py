"""The parts of a recommendation that a person sees, and the levels that each may have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from nocontact.planning import planner_of
from nocontact.planning.barrier_slots import NO_CHANNEL
from nocontact.proof.shown_parts import shown_findings
from nocontact.rulebook import STATUS, YES_NO, CheckedRulebase

Family: TypeAlias = Literal["finding", "first", "status", "step", "pace", "gap", "let_go"]
NOT_THERE = "not there"
ABSENT = ("no", NOT_THERE)
"""What is said of a part that is not there: a step is not taken, a finding has no level."""

PACE = ("now", "later")


class Subject(NamedTuple):
    """One part of a recommendation.

    A finding that is shown; the first of a set that is shown; the status of a tactic; whether a
    tactic is a step; whether that step is for now or later; whether a need is left open; whether
    barriers may be let go.

    Examples:
        >>> Subject("status", "change_number").name
        'change_number'
    """

    family: Family
    name: str


def levels_seen(
    rulebase: CheckedRulebase, also: Iterable[str] = ()
) -> dict[Subject, tuple[str, ...]]:
    """Return every part of a recommendation with its levels; findings first.

    Args:
        rulebase: a checked rulebase.
        also: findings that are looked at though they are not shown.

    Examples:
        >>> from nocontact import Rulebook
        >>> levels_seen(Rulebook.load())[Subject("step", "change_number")]
        ('no', 'yes')
    """
    shown = {*shown_findings(rulebase), *also}
    plain = [f for f in rulebase.findings.values() if f.name in shown and f.set_name != STATUS]
    sets = dict.fromkeys(f.set_name for f in plain if f.set_name)
    found = {Subject("finding", finding.name): finding.levels for finding in plain}
    for name in sets:
        found[Subject("first", str(name))] = (*members_of(rulebase, str(name)), "none")
    for tactic in rulebase.tactics:
        found[Subject("status", tactic)] = rulebase.findings[f"{STATUS}.{tactic}"].levels
    found |= {Subject("step", tactic): YES_NO for tactic in rulebase.tactics}
    found |= {Subject("pace", tactic): PACE for tactic in rulebase.tactics}
    found |= {Subject("gap", need): YES_NO for need in needs_of(rulebase)}
    if rulebase.policy.barriers:
        found[Subject("let_go", "")] = YES_NO
    return found


def members_of(rulebase: CheckedRulebase, name: str) -> tuple[str, ...]:
    """Return the members of a set, in the order in which they are declared and shown.

    Examples:
        >>> from nocontact import Rulebook
        >>> members_of(Rulebook.load(), "standing")[0]
        'safety_first'
    """
    findings = rulebase.findings.values()
    return tuple(f.name.removeprefix(f"{name}.") for f in findings if f.set_name == name)


def needs_of(rulebase: CheckedRulebase) -> tuple[str, ...]:
    """Return every need that a plan may have, the wall in each channel and direction too.

    Examples:
        >>> from nocontact import Rulebook
        >>> "wall.email.out" in needs_of(Rulebook.load())
        True
    """
    planner = planner_of(rulebase)
    slots, needs = planner.slots, tuple(need.id for need in rulebase.policy.needs)
    barriers = slots.barriers.all_needs((*slots.channels, NO_CHANNEL)) if slots else ()
    return (*needs, *barriers)


def absent(levels: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the one level of a part that is not there, given its levels elsewhere.

    Examples:
        >>> absent(("no", "yes")), absent(("none", "lock"))
        (('no',), ('not there',))
    """
    return ("no",) if levels and levels[0] == "no" else (NOT_THERE,)
