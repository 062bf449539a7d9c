"""Promises → YAML."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.parsing.condition_to_yaml import condition_data
from nocontact.parsing.data_to_yaml import Data, data_to_yaml
from nocontact.parsing.selector_to_yaml import selector_data
from nocontact.rulebook import ALWAYS, FAMILIES, EachTactic, Not, Promise


def promises_to_yaml(promises: Iterable[Promise]) -> str:
    """Return `promises.yaml`.

    Examples:
        >>> from nocontact.rulebook import Comparison
        >>> lock = Comparison("wall", "is", ("lock",))
        >>> p = Promise("low", "It is low.", ALWAYS, Not(lock), (), False, (), (35,))
        >>> print(promises_to_yaml([p]))
        promises: [{id: low, says: "It is low.", never: {wall: lock}, source: [35]}]
        <BLANKLINE>
    """
    return data_to_yaml({"promises": [_promise(promise) for promise in promises]})


def _promise(promise: Promise) -> Data:
    data: dict[str, Data] = {"id": promise.id, "says": promise.says}
    if promise.vary:
        data["raising" if promise.upward else "changing"] = list(promise.vary)
    if promise.when != ALWAYS:
        data["when"] = condition_data(promise.when)
    if promise.after != ALWAYS:
        data["after"] = condition_data(promise.after)
    if isinstance(promise.then, Not):
        data["never"] = condition_data(promise.then.part)
    elif promise.then is not None:
        data["then"] = condition_data(promise.then)
    for subject, bound in promise.bounds:
        data.setdefault(bound, []).append(_subject(subject))
    return data | {"source": list(promise.sources)}


def _subject(subject: str | EachTactic) -> Data:
    if isinstance(subject, str):
        return subject
    name = next(plural for plural, family in FAMILIES.items() if family == subject.family)
    return {name: selector_data(subject.selector)}
