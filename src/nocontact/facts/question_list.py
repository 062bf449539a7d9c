"""The questions of one file, as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nocontact.facts.frozen_map import FrozenMap
from nocontact.facts.question import Question


@dataclass(frozen=True, slots=True)
class QuestionList:
    """The questions of one rulebook, and how they stand to the shipped ones.

    Attributes:
        questions: in the order of the file.
        extends: whether the shipped questions come first; one with the same name is replaced.
        renamed: old name of a question → the new one, or a short sentence on where it went.

    Examples:
        >>> QuestionList((Question("housing", "one", "A place to go?", ("no", "yes")),)).extends
        False
    """

    questions: tuple[Question, ...] = ()
    extends: bool = False
    renamed: Mapping[str, str] = field(default_factory=FrozenMap)
