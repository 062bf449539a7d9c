"""YAML → selector of tactics."""

from __future__ import annotations

from typing import cast

from nocontact.diagnostics import Mapping, Node, Scalar, shown
from nocontact.parsing.reading import Reading
from nocontact.rulebook import AttributeOperator, AttributeTest, Selector

_OPERATORS = ("in", "at_least", "at_most", "is_not")


def selector_from_yaml(reading: Reading, node: Node | None) -> Selector:
    """Read which tactics are meant: `all`, or attributes with the values that are allowed.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{kind: tactic, notice: {at_least: noticeable}}"
        >>> str(selector_from_yaml(Reading("x", text), read_yaml(text, "x")[0]))
        'kind is tactic and notice at least noticeable'
    """
    if node is None or (isinstance(node, Scalar) and node.value == "all"):
        return Selector(())
    if not isinstance(node, Mapping):
        reading.wrong_shape(node, "attributes such as `{notice: dramatic}`, or `all`")
        return Selector(())
    if not node.entries:
        reading.say("NC106", "no attribute is named", node.span, "write `all` if it is meant")
    tests = [_attribute(reading, key, value) for key, value in node.entries]
    return Selector(tuple(test for group in tests for test in group))


def _attribute(reading: Reading, key: Scalar, node: Node) -> tuple[AttributeTest, ...]:
    name = str(key.value)
    if not isinstance(node, Mapping):
        return (AttributeTest(name, "in", _values(reading, node, name), key.span),)
    if not node.entries:
        reading.say("NC106", f"nothing is asked about `{shown(name)}`", node.span, "add a value")
    return tuple(_test(reading, key, operator, value) for operator, value in node.entries)


def _test(reading: Reading, key: Scalar, operator: Scalar, node: Node) -> AttributeTest:
    name, word = str(key.value), str(operator.value)
    values = _values(reading, node, name)
    if word not in _OPERATORS:
        reading.say("NC105", f"`{shown(word)}` is not a comparison of attributes", operator.span,
                    f"use one of: {', '.join(_OPERATORS)}", found=word,
                    expected=_OPERATORS)  # fmt: skip
    if word in ("at_least", "at_most") and len(values) > 1:
        reading.say("NC105", f"`{word}` takes one value, found {len(values)}", node.span,
                    "write one value, or use `in`")  # fmt: skip
    return AttributeTest(name, cast(AttributeOperator, word), values, key.span)


def _values(reading: Reading, node: Node, name: str) -> tuple[str, ...]:
    values = reading.words(node, "one value or a list of values")
    if not values:
        reading.say("NC106", f"no value of `{shown(name)}` is listed", node.span, "add a value")
    return values
