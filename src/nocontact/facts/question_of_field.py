"""A declared field read back as a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from nocontact.facts.fact import UNKNOWN
from nocontact.facts.frozen_map import FrozenMap
from nocontact.facts.question import Question


def question_of_field(name: str, field: FieldInfo) -> Question:
    """Return the question declared by a field.

    Args:
        name: the name of the field.
        field: as pydantic keeps it.

    Raises:
        TypeError: when the field is not declared by `asked` or its like, or when its
            annotation and its words name different answers.

    Examples:
        >>> from nocontact.facts.scenario import Scenario
        >>> question_of_field("hope", Scenario.model_fields["hope"]).answers
        ('none', 'some', 'strong')
    """
    extra = field.json_schema_extra
    if not isinstance(extra, dict) or "x-shape" not in extra:
        raise TypeError(f"`{name}`: declare it with asked(...), so that its answers are finite")
    said: Mapping[str, Any] = extra
    answers, members = _names(name, said, tuple(dict.fromkeys(_literals(field.annotation))))
    return Question(
        name=name,
        shape=said["x-shape"],
        text=field.description or name,
        answers=answers,
        members=members,
        words=FrozenMap({**said["x-answers"], **said["x-members"]}),
        ordered=said["x-ordered"],
        source=tuple(said["x-source"]),
        change=said["x-change"],
        block=said["x-block"],
        short_form=said["x-short"],
        renamed=FrozenMap(said["x-renamed"]),
    )


def _names(
    name: str, said: Mapping[str, Any], typed: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return answers and members: as worded when there are words, else as annotated."""
    listed = tuple(each for each in typed if each != UNKNOWN)
    if said["x-shape"] in ("steps", "steps_with_aims"):
        return listed, ()
    worded = (*said["x-answers"], *said["x-members"])
    if UNKNOWN not in typed or (worded and set(worded) != set(listed)):
        raise TypeError(f"`{name}`: the annotation allows {typed}, the words name {worded}")
    if said["x-shape"] == "set":
        return (), tuple(said["x-members"]) or listed
    return tuple(said["x-answers"]) or listed, tuple(said["x-members"])


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _literals(part)
