"""YAML → questions of the interview."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast, get_args

from nocontact.diagnostics import Node, Scalar, shown
from nocontact.facts import Change, FrozenMap, Question, QuestionList
from nocontact.facts.question import Shape
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.rulebook import YES_NO

SHAPES: tuple[Shape, ...] = get_args(Shape)
CHANGES: tuple[Change, ...] = get_args(Change)
KEYS = ("id", "shape", "asks", "source")
OPTIONAL_KEYS = (
    "block", "answers", "members", "ordered", "change", "short", "asked_when", "renamed",
)  # fmt: skip
NEEDED: Mapping[str, tuple[str, ...]] = {
    "one": ("answers",), "set": ("members",), "map": ("answers", "members"),
    "steps": (), "steps_with_aims": (),
}  # fmt: skip
"""Shape → which of the two lists it has."""
FEWEST = {"answers": 2, "members": 1}

_ANSWER = re.compile(r"[a-z0-9][a-z0-9_]{0,62}\+?")


def questions_from_yaml(reading: Reading, node: Node) -> QuestionList:
    """Read the questions: a list under `questions:`, in the order of the interview.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = '''
        ... questions:
        ...   - id: housing
        ...     shape: one
        ...     asks: Do you have a place to go?
        ...     answers: {no: No, yes: Yes}
        ...     source: [6]
        ... '''
        >>> questions_from_yaml(Reading("x", text), read_yaml(text, "x")[0]).questions[0].answers
        ('no', 'yes')
    """
    fields = reading.fields(node, ("questions",), ("extends", "renamed_questions"))
    reading.one_of(fields.get("extends"), ("shipped",), "shipped")
    return QuestionList(
        tuple(_question(reading, each) for each in reading.items(fields.get("questions"), KEYS)),
        extends="extends" in fields,
        renamed=_texts(reading, fields.get("renamed_questions")),
    )


def _question(reading: Reading, node: Node) -> Question:
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    before = len(reading.problems)
    shape = cast(Shape, reading.one_of(fields.get("shape"), SHAPES, "one"))
    if "shape" in fields and len(reading.problems) == before:
        _fits(reading, fields, shape)
    answers = _words(reading, fields, "answers", shape)
    members = _words(reading, fields, "members", shape)
    ordered = reading.one_of(fields.get("ordered"), YES_NO, "yes") == "yes"
    condition = fields.get("asked_when")
    return Question(
        name=reading.plain_name(fields.get("id")),
        shape=shape,
        text=reading.text(fields.get("asks")),
        answers=tuple(answers),
        members=tuple(members),
        words=FrozenMap({**answers, **members}),
        ordered=ordered and not shape.startswith("steps"),
        source=reading.cited(fields.get("source")),
        change=cast(Change, reading.one_of(fields.get("change"), CHANGES, "mutable")),
        block=reading.plain_name(fields.get("block")) or "article",
        short_form=_place(reading, fields.get("short")),
        renamed=_texts(reading, fields.get("renamed")),
        asked_when=None if condition is None else condition_from_yaml(reading, condition),
    )


def _fits(reading: Reading, fields: Mapping[str, Node], shape: Shape) -> None:
    """Note the lists that a question of this shape needs and has not, or has and cannot use."""
    span = fields["shape"].span
    for one, other in (("answers", "members"), ("members", "answers")):
        if (one,) == NEEDED[shape] and one not in fields and other in fields:
            reading.say("NC110", f"a question of the shape `{shape}` has `{one}`, not `{other}`",
                        fields[other].span, f"write `{one}:`")  # fmt: skip
            return
    for key in ("answers", "members"):
        if key in NEEDED[shape] and key not in fields:
            reading.say("NC110", f"a question of the shape `{shape}` needs `{key}`", span,
                        f"add `{key}:`, or choose another shape")  # fmt: skip
        elif key in fields and key not in NEEDED[shape]:
            reading.say("NC110", f"a question of the shape `{shape}` has no `{key}`",
                        fields[key].span, "leave them out, or choose another shape")  # fmt: skip
    for key, shapes in (("ordered", ("one",)), ("short", ("one", "set", "map"))):
        if key in fields and shape not in shapes:
            reading.say("NC110", f"a question of the shape `{shape}` has no `{key}`",
                        fields[key].span, "leave it out")  # fmt: skip


def _words(
    reading: Reading, fields: Mapping[str, Node], key: str, shape: Shape
) -> dict[str, str]:  # fmt: skip
    if key not in fields or key not in NEEDED[shape]:
        return {}
    before = len(reading.problems)
    found: dict[str, str] = {}
    for name, text in reading.entries(fields[key]):
        _name(reading, name, key)
        found[str(name.value)] = reading.answer(text, "plain words")
    if len(found) < FEWEST[key] and len(reading.problems) == before:
        few = "two" if FEWEST[key] > 1 else "one"
        reading.say("NC110", f"`{key}` has fewer than {few}", fields[key].span,
                    f"add {key}, each with its plain words")  # fmt: skip
    return found


def _name(reading: Reading, name: Scalar, key: str) -> None:
    if key == "members":
        reading.plain_name(name)
    elif not _ANSWER.fullmatch(str(name.value)):
        reading.say("NC108", f"`{shown(str(name.value))}` cannot be the name of an answer",
                    name.span, "use small letters, digits and `_`; a number may end in `+`",
                    found=str(name.value))  # fmt: skip


def _texts(reading: Reading, node: Node | None) -> FrozenMap[str]:
    return FrozenMap(
        {str(key.value): reading.answer(value, "text") for key, value in reading.entries(node)}
    )


def _place(reading: Reading, node: Node | None) -> int | None:
    if node is None:
        return None
    if isinstance(node, Scalar) and type(node.value) is int and node.value >= 1:
        return node.value
    reading.wrong_shape(node, "a number from 1")
    return None
