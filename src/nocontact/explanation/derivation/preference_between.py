"""Why one tactic comes before another where both are permitted: the first thing that differs."""

from __future__ import annotations

from nocontact.facts import Tactic
from nocontact.planning import Planner
from nocontact.rulebook import DIRECTIONS, Need, side_of

ALONE = "alone"
LISTED = "listed"
HEIGHT = "height"
NAME = "name"
"""What else decides: one is enough alone; the order of a list, the lower barrier, the name."""


def preference_between(planner: Planner, need: str, first: str, other: str) -> str:
    """Return on what the first of two tactics is preferred, for one need.

    Args:
        planner: the planner of the rulebook.
        need: id of the need that both can meet.
        first: id of the tactic that comes first.
        other: id of the tactic that comes after it.

    Returns:
        An attribute of the policy (such as `effect`, `notice`, `undo`), or `listed`, `height`
        or `name`.

    Examples:
        >>> from nocontact import Rulebook
        >>> from nocontact.planning import planner_of
        >>> planner = planner_of(Rulebook.load())
        >>> preference_between(planner, "wall.phone.in", "mute_thread", "change_number")
        'effect'
    """
    rulebase = planner.rulebase
    tactics = rulebase.tactics
    one, two = tactics[first], tactics[other]
    names = [name for name, _ in planner.policy.preference]
    for name, mine, theirs in zip(names, planner.key(one), planner.key(two), strict=False):
        if mine != theirs:
            return name
    policy = {each.id: each for each in planner.policy.needs}.get(need)
    if policy is None:
        counted: tuple[str, ...] = (side_of(need).direction,)
    elif _place(policy, one) != _place(policy, two):
        return LISTED
    else:
        counted = DIRECTIONS
    high, low = (sum(rulebase.height(each, way) for way in counted) for each in (one, two))
    return NAME if high == low else HEIGHT


def _place(need: Need, tactic: Tactic) -> int:
    listed = [v for test in need.selector.tests if test.attribute == "id" for v in test.values]
    return listed.index(tactic.id) if tactic.id in listed else len(listed)
