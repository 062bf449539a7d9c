"""When a need is there: as the policy says it, or, for a barrier, as the channels ask for it."""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.planning import Planner
from nocontact.rulebook import ALWAYS, AllOf, Comparison, Condition, side_of


def need_condition(planner: Planner, values: Mapping[str, str], need: str) -> Condition | None:
    """Return the condition of a need; None when it is always there.

    The need of a barrier is there because of how high the barriers have to be, and of how a
    channel is used.

    Args:
        planner: the planner of the rulebook.
        values: the answer of every fact and the level of every finding.
        need: id of a need that the plan has.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.planning import planner_of
        >>> planner = planner_of(Rulebook.load())
        >>> values = {**Scenario(pull={"email": "always_look"}).flat(), "wall": "lock"}
        >>> print(need_condition(planner, values, "wall.email.in"))
        wall is at least lock and pull.email is always_look
        >>> print(need_condition(planner, values, "someone_to_call"))
        at_rest is no
    """
    condition = next((each.condition for each in planner.policy.needs if each.id == need), None)
    if condition is not None:
        return None if condition == ALWAYS else condition
    assert planner.policy.barriers is not None
    barriers = planner.policy.barriers
    high = Comparison(barriers.height, "at_least", (values[barriers.height],))
    fact = f"{barriers.channels}.{side_of(need).channel}"
    if fact not in values:
        return high
    return AllOf((high, Comparison(fact, "is", (values[fact],))))
