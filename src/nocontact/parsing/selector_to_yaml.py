"""Selector of tactics → YAML data."""

from __future__ import annotations

from nocontact.parsing.data_to_yaml import Data
from nocontact.rulebook import Selector


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
