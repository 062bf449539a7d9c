"""YAML → condition."""

from __future__ import annotations

from typing import cast

from nocontact.diagnostics import Mapping, Node, Scalar, Sequence, shown
from nocontact.parsing.author_slips import (
    GROUP_WORDS,
    MEMBER,
    OPERATOR_WORDS,
    meant_by,
    rewritten,
)
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
        if isinstance(node, Scalar) and node.value is not None:
            here = "always" if node.value is True else rewritten(str(node.value))
            way_out = f"write `{here}`" if here else ""
        reading.wrong_shape(node, "a condition such as `{fact: answer}`, or `always`", way_out)
        return ALWAYS
    if not node.entries:
        reading.say("NC106", "this condition is empty", node.span, "write `always` if it is meant")
    counts = isinstance(node.get("count"), Scalar)  # `count: 2` with `of:` beside it
    entries = [each for each in node.entries if not counts or each[0].value != "of"]
    parts = tuple(_entry(reading, key, value) for key, value in entries)
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _entry(reading: Reading, key: Scalar, node: Node) -> Condition:
    name = str(key.value)
    if name in ("all", "any"):
        parts = _parts(reading, node, name)
        return AllOf(parts) if name == "all" else AnyOf(parts)
    if name == "not":
        return Not(condition_from_yaml(reading, node))
    if name == "count":
        return _count(reading, node)
    if name in ("some_step", "some_status", "some_permitted") and reading.speaks_of_steps:
        return _some_tactic(reading, key, node)
    if _is_group(name, node):
        way_out = meant_by(name, GROUP_WORDS, GROUPS) or f"use one of: {', '.join(GROUPS)}"
        reading.say("NC105", f"`{shown(name)}` is not a group of conditions", key.span, way_out,
                    found=name)  # fmt: skip
        return ALWAYS
    return _comparison(reading, key, node)


def _is_group(name: str, node: Node) -> bool:
    """Return whether conditions stand where an answer or a comparison would."""
    if isinstance(node, Sequence):
        return any(not isinstance(each, Scalar) for each in node.items)
    called = meant_by(name, GROUP_WORDS, GROUPS) is not None
    return called and isinstance(node, Mapping) and not any(map(node.get, OPERATORS))


def _parts(reading: Reading, node: Node, name: str) -> tuple[Condition, ...]:
    dash = "start each condition with `- `"
    if not isinstance(node, Sequence):
        reading.wrong_shape(node, "a list of conditions", dash)
        return ()
    only = node.items[0] if len(node.items) == 1 else None
    if name != "all" and isinstance(only, Mapping) and len(only.entries) > 1:
        reading.say("NC105", f"`{name}` lists one condition, all of which has to hold", only.span,
                    f"{dash}, or put them under `all:` if that is meant")  # fmt: skip
        return ()
    if not node.items:
        reading.say("NC106", "this list of conditions is empty", node.span, "add a condition")
    return tuple(condition_from_yaml(reading, item) for item in node.items)


def _count(reading: Reading, node: Node) -> Condition:
    if isinstance(node, Scalar):
        reading.wrong_shape(node, "`at_least` and `of`",
                            f"write `count: {{at_least: {node.value}, of: [...]}}`")  # fmt: skip
        return ALWAYS
    fields = reading.fields(node, ("at_least", "of"))
    if fields.keys() != {"at_least", "of"}:
        return ALWAYS
    parts, number = _parts(reading, fields["of"], "of"), fields["at_least"]
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
        here = rewritten(subject) if node.value is None else None
        if here is not None:
            reading.say("NC105", f"`{shown(subject)}` is not a comparison", key.span,
                        f"write `{here}`", found=subject)  # fmt: skip
            return ALWAYS
        return Comparison(subject, "is", (reading.answer(node),), key.span)
    if isinstance(node, Sequence):
        said, first = shown(subject), shown(reading.words(node)[0] if node.items else "answer")
        reading.say("NC105", f"a list of answers to `{said}` needs `in`", node.span,
                    f"write `{said}: {{in: [...]}}`; of a set, ask about each member, as in "
                    f"`{said}.{first}: yes`")  # fmt: skip
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
        way_out = meant_by(word, OPERATOR_WORDS, OPERATORS)
        if way_out == MEMBER and isinstance(node, Scalar):
            way_out = f"{MEMBER}: write `{shown(subject)}.{shown(str(node.value))}: yes`"
        known = OPERATORS if way_out is None else ()
        way_out = way_out or (f"use one of: {', '.join(OPERATORS)}; to ask about a member, write "
                              f"`{shown(subject)}.{shown(word)}`")  # fmt: skip
        reading.say("NC105", f"`{shown(word)}` is not a comparison", name.span, way_out,
                    found=word, expected=known)  # fmt: skip
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
