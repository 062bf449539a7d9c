"""YAML → selector of tactics."""

from __future__ import annotations

from typing import cast

from nocontact.diagnostics import Mapping, Node, Scalar
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
    tests = [_attribute(reading, key, value) for key, value in node.entries]
    return Selector(tuple(test for group in tests for test in group))


def _attribute(reading: Reading, key: Scalar, node: Node) -> tuple[AttributeTest, ...]:
    name = reading.identifier(key)
    if not isinstance(node, Mapping):
        return (AttributeTest(name, "in", reading.words(node), key.span),)
    tests: list[AttributeTest] = []
    for operator, value in node.entries:
        word = str(operator.value)
        if word in _OPERATORS:
            words = reading.words(value)
            tests.append(AttributeTest(name, cast(AttributeOperator, word), words, key.span))
        else:
            reading.say("NC105", f"`{word}` is not a comparison of attributes", operator.span,
                        f"use one of: {', '.join(_OPERATORS)}", found=word,
                        expected=_OPERATORS)  # fmt: skip
    return tuple(tests)
