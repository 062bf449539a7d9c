"""What a rulebook that does not say takes from the shipped one; each file is read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeVar

from nocontact.diagnostics import Node, RulebookError, read_yaml
from nocontact.facts import Attribute, QuestionList
from nocontact.parsing.attributes_from_yaml import attributes_from_yaml
from nocontact.parsing.questions_from_yaml import questions_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.rules_folder import shipped_rules
from nocontact.rulebook.written_texts import QUESTIONS

ATTRIBUTES = "attributes.yaml"
T = TypeVar("T")


@lru_cache(maxsize=1)
def shipped_questions() -> QuestionList:
    """Return the shipped questions, read once.

    Raises:
        RulebookError: when they cannot be read.

    Examples:
        >>> shipped_questions().questions[0].name
        'now_unsafe'
    """
    return _shipped(QUESTIONS, questions_from_yaml)


@lru_cache(maxsize=1)
def shipped_attributes() -> Mapping[str, Attribute]:
    """Return the shipped attributes of tactics, read once.

    Raises:
        RulebookError: when they cannot be read.

    Examples:
        >>> shipped_attributes()["undo"].ordered
        True
    """
    return _shipped(ATTRIBUTES, attributes_from_yaml)


def _shipped(name: str, reader: Callable[[Reading, Node], T]) -> T:
    text = (shipped_rules() / name).read_text("utf-8")
    node, problems = read_yaml(text, name)
    reading = Reading(name, text)
    found = None if node is None else reader(reading, node)
    if found is None or problems or reading.problems:
        raise RulebookError([*problems, *reading.problems])
    return found
