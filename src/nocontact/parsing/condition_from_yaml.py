"""YAML → condition."""

from __future__ import annotations

from typing import cast

from nocontact.diagnostics import Mapping, Node, Scalar, Sequence, shown
from nocontact.parsing.described import described
from nocontact.parsing.reading import Reading
from nocontact.parsing.selector_from_yaml import selector_from_yaml
from nocontact.rulebook import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeastOf,
    Comparison,
    Condition,
    Family,
    IsUnknown,
    Not,
    Operator,
    SomeTactic,
)

OPERATORS = ("is", "is_not", "at_least", "at_most", "in", "unknown")
GROUPS = ("all", "any", "not", "count")


def condition_from_yaml(reading: Reading, node: Node | None) -> Condition:
    """Read one condition; problems are noted in `reading`.

    A mapping with several keys means that all of them hold. `always` always holds.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{wall: {at_least: lock}, hope: none}"
        >>> str(condition_from_yaml(Reading("x", text), read_yaml(text, "x")[0]))
        'wall is at least lock and hope is none'
    """
    if node is None or (isinstance(node, Scalar) and node.value == "always"):
        return ALWAYS
    if not isinstance(node, Mapping):
        way_out = "put a list under `all:` or `any:`" if isinstance(node, Sequence) else ""
        reading.wrong_shape(node, "a condition such as `{fact: answer}`, or `always`", way_out)
        return ALWAYS
    if not node.entries:
        reading.say("NC106", "this condition is empty", node.span, "write `always` if it is meant")
    parts = tuple(_entry(reading, key, value) for key, value in node.entries)
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _entry(reading: Reading, key: Scalar, node: Node) -> Condition:
    name = str(key.value)
    if name in ("all", "any"):
        parts = _parts(reading, node)
        return AllOf(parts) if name == "all" else AnyOf(parts)
    if name == "not":
        return Not(condition_from_yaml(reading, node))
    if name == "count":
        return _count(reading, node)
    if name in ("some_step", "some_status", "some_permitted") and reading.speaks_of_steps:
        return _some_tactic(reading, key, node)
    return _comparison(reading, key, node)


def _parts(reading: Reading, node: Node) -> tuple[Condition, ...]:
    if not isinstance(node, Sequence):
        reading.wrong_shape(node, "a list of conditions")
        return ()
    if not node.items:
        reading.say("NC106", "this list of conditions is empty", node.span, "add a condition")
    return tuple(condition_from_yaml(reading, item) for item in node.items)


def _count(reading: Reading, node: Node) -> Condition:
    fields = reading.fields(node, ("at_least", "of"))
    if fields.keys() != {"at_least", "of"}:
        return ALWAYS
    parts, number = _parts(reading, fields["of"]), fields["at_least"]
    least = number.value if isinstance(number, Scalar) else None
    if type(least) is int and 1 <= least <= len(parts):
        return AtLeastOf(least, parts)
    if parts:
        some = "1 condition" if len(parts) == 1 else f"{len(parts)} conditions"
        wanted = "`1`" if len(parts) == 1 else f"a number from 1 to {len(parts)}"
        reading.say("NC105", f"`at_least` is {described(number)}, and `of` lists {some}",
                    number.span, f"write {wanted}")  # fmt: skip
    return AtLeastOf(1, parts)


def _comparison(reading: Reading, key: Scalar, node: Node) -> Condition:
    subject = str(key.value)
    if isinstance(node, Scalar):
        return Comparison(subject, "is", (reading.answer(node),), key.span)
    if isinstance(node, Sequence):
        said = shown(subject)
        reading.say("NC105", f"a list of answers to `{said}` needs `in`", node.span,
                    f"write `{said}: {{in: [...]}}`")  # fmt: skip
        return Comparison(subject, "in", reading.words(node), key.span)
    tests = tuple(_test(reading, key, subject, name, value) for name, value in node.entries)
    if not tests:
        reading.say("NC106", f"nothing is asked about `{shown(subject)}`", node.span,
                    "add an answer")  # fmt: skip
    return tests[0] if len(tests) == 1 else AllOf(tests)


def _test(reading: Reading, key: Scalar, subject: str, name: Scalar, node: Node) -> Condition:
    word = str(name.value)
    if word == "unknown":
        return IsUnknown(subject, _truth(reading, node), key.span)
    if word not in OPERATORS:
        way_out = f"use one of: {', '.join(OPERATORS)}"
        reading.say("NC105", f"`{shown(word)}` is not a comparison", name.span, way_out,
                    found=word, expected=OPERATORS)  # fmt: skip
        return ALWAYS
    if word != "in" and not isinstance(node, Scalar):
        reading.wrong_shape(node, "one answer", "use `in` for several answers")
        return ALWAYS
    values = reading.words(node, "an answer")
    if not values:
        reading.say("NC106", "this list of answers is empty", node.span, "add an answer")
    return Comparison(subject, cast(Operator, word), values, key.span)


def _some_tactic(reading: Reading, key: Scalar, node: Node) -> Condition:
    if key.value != "some_status":
        family: Family = "step" if key.value == "some_step" else "permitted"
        return SomeTactic(family, "is", ("yes",), selector_from_yaml(reading, node), key.span)
    fields = reading.fields(node, ("status", "tactics"))
    test = _comparison(reading, Scalar("status", key.span), fields.get("status", key))
    selector = selector_from_yaml(reading, fields.get("tactics"))
    if not isinstance(test, Comparison):
        reading.wrong_shape(node, "one comparison of a status")
        return ALWAYS
    return SomeTactic("status", test.operator, test.values, selector, key.span)


def _truth(reading: Reading, node: Node) -> bool:
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    reading.wrong_shape(node, "`true` or `false`")
    return True
