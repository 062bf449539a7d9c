"""Condition → YAML."""

from __future__ import annotations

from nocontact.parsing.data_to_yaml import Data, flow
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    Selector,
    SomeTactic,
)


def condition_to_yaml(condition: Condition) -> str:
    """Return a condition as one line of YAML; it reads back as the same condition.

    Examples:
        >>> wall = Comparison("wall", "at_least", ("lock",))
        >>> condition_to_yaml(AllOf((wall, Not(IsUnknown("hope", True)))))
        '{all: [{wall: {at_least: lock}}, {not: {hope: {unknown: true}}}]}'
    """
    return flow(condition_data(condition))


def condition_data(condition: Condition) -> Data:
    """Return a condition as it is written in a rule file.

    Examples:
        >>> condition_data(Comparison("hope", "is", ("none",)))
        {'hope': 'none'}
        >>> condition_data(AllOf(()))
        'always'
    """
    match condition:
        case Comparison(subject, operator, values):
            return {subject: _tested(operator, values)}
        case IsUnknown(subject, expected):
            return {subject: {"unknown": expected}}
        case Not(part):
            return {"not": condition_data(part)}
        case AllOf(parts):
            return _all(parts)
        case AnyOf(parts):
            return {"any": _listed(parts)}
        case AtLeastOf(count, parts):
            return {"count": {"at_least": count, "of": _listed(parts)}}
        case SomeTactic():
            return _some_tactic(condition)


def _listed(parts: tuple[Condition, ...]) -> list[Data]:
    """Return each part; one alone, of several names, would read like a dash forgotten."""
    written = [condition_data(part) for part in parts]
    if len(parts) == 1 and isinstance(parts[0], AllOf) and parts[0].parts:
        return [{"all": [condition_data(part) for part in parts[0].parts]}]
    return written


def _tested(operator: str, values: tuple[str, ...]) -> Data:
    if operator == "in":
        return {"in": list(values)}
    return values[0] if operator == "is" else {operator: values[0]}


def _all(parts: tuple[Condition, ...]) -> Data:
    """Return `always`, one mapping when each part is about another subject, or a list."""
    if not parts:
        return "always"
    names = {part.subject for part in parts if isinstance(part, Comparison | IsUnknown)}
    written = [condition_data(part) for part in parts]
    if len(names) == len(parts) > 1:
        return {name: tested for each in written for name, tested in each.items()}
    return {"all": written}


def _some_tactic(condition: SomeTactic) -> Data:
    selector = selector_data(condition.selector)
    if condition.family != "status":
        return {f"some_{condition.family}": selector}
    status = _tested(condition.operator, condition.values)
    return {"some_status": {"status": status, "tactics": selector}}


def selector_data(selector: Selector) -> Data:
    """Return a selector as it is written in a rule file.

    Examples:
        >>> from nocontact.rulebook import AttributeTest
        >>> selector_data(Selector((AttributeTest("notice", "at_least", ("announced",)),)))
        {'notice': {'at_least': 'announced'}}
        >>> selector_data(Selector(()))
        'all'
    """
    if not selector.tests:
        return "all"
    written: dict[str, Data] = {}
    for test in selector.tests:
        values = test.values[0] if len(test.values) == 1 else list(test.values)
        written.setdefault(test.attribute, {})[test.operator] = values
    return {
        name: tests["in"] if list(tests) == ["in"] else tests for name, tests in written.items()
    }
