"""Planning policy → YAML."""

from __future__ import annotations

from nocontact.parsing.condition_to_yaml import condition_data
from nocontact.parsing.data_to_yaml import Data, data_to_yaml
from nocontact.parsing.selector_to_yaml import selector_data
from nocontact.rulebook import Barriers, Limit, Need, PlanningPolicy


def policy_to_yaml(policy: PlanningPolicy) -> str:
    """Return `planning.yaml`: needs and preferences.

    Examples:
        >>> preference = (("undo", (("now",), ("days", "hard"))),)
        >>> print(policy_to_yaml(PlanningPolicy(("suggested",), preference, None, (), None)))
        permitted: [suggested]
        preference: [{undo: [now, [days, hard]]}]
        needs: []
        <BLANKLINE>
    """
    preference = [{name: [_group(each) for each in groups]} for name, groups in policy.preference]
    data: dict[str, Data] = {"permitted": list(policy.permitted), "preference": preference}
    if policy.barriers:
        data["barriers"] = _barriers(policy.barriers)
    data["needs"] = [_need(need) for need in policy.needs]
    if policy.limit:
        data["limit"] = _limit(policy.limit)
    return data_to_yaml(data)


def _group(values: tuple[str, ...]) -> Data:
    return values[0] if len(values) == 1 else list(values)


def _barriers(barriers: Barriers) -> Data:
    data: dict[str, Data] = {
        "height": barriers.height,
        "channels": barriers.channels,
        "unused": barriers.unused,
        "tactics": selector_data(barriers.selector),
        "anywhere": list(barriers.anywhere),
        "caps": dict(barriers.caps),
    }
    if barriers.doubled:
        data["doubled"] = dict([barriers.doubled])
    return data | {
        "because": dict(barriers.because),
        "release": condition_data(barriers.release),
        "source": list(barriers.sources),
    }


def _need(need: Need) -> Data:
    data: dict[str, Data] = {
        "id": need.id,
        "section": need.section,
        "when": condition_data(need.condition),
    }
    if need.alone:
        data["alone"] = "yes"
    return data | {
        "tactics": selector_data(need.selector),
        "because": need.because,
        "source": list(need.sources),
    }


def _limit(limit: Limit) -> Data:
    return {
        "when": condition_data(limit.condition),
        "now": limit.now,
        "tactics": selector_data(limit.selector),
        "exempt": list(limit.exempt),
        "because": limit.because,
        "source": list(limit.sources),
    }
