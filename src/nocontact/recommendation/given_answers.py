"""What was answered in an interview, prompt by prompt → answers to questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from nocontact.facts import UNKNOWN, Vocabulary
from nocontact.facts.question import NONE, Question
from nocontact.recommendation.prompt import Key

Given: TypeAlias = tuple[tuple[Key, tuple[str, ...]], ...]
"""What was chosen at each prompt, in order; nothing where it was skipped."""


def answers_of(vocabulary: Vocabulary, given: Given) -> dict[str, Any]:
    """Return the answer to each question that was not skipped.

    Args:
        vocabulary: all questions.
        given: what was chosen.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> given = ((("pull",), ("email",)), (("pull", "email"), ("always_look",)))
        >>> answers_of(Scenario.vocabulary(), given)
        {'pull': {'email': 'always_look'}}
    """
    chosen = [(vocabulary.question(key[0]), each) for key, each in given if len(key) == 1]
    return {question.name: _answer(question, each, given) for question, each in chosen if each}


def channels_of(question: Question, given: Given) -> Iterator[Key]:
    """Yield the keys of the channels that were chosen, to be asked about one by one.

    Args:
        question: any question; only a map has channels.
        given: what was chosen.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> pull = Scenario.vocabulary().question("pull")
        >>> [*channels_of(pull, ((("pull",), ("email", "work")),))]
        [('pull', 'email'), ('pull', 'work')]
    """
    if question.shape == "map":
        chosen = dict(given).get((question.name,), ())
        yield from ((question.name, channel) for channel in chosen if channel != NONE)


def waiting(vocabulary: Vocabulary, given: Given) -> Iterator[Key]:
    """Yield the keys of the channels that were chosen and not asked about yet.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> given = ((("pull",), ("email", "work")), (("pull", "email"), ("always_look",)))
        >>> [*waiting(Scenario.vocabulary(), given)]
        [('pull', 'work')]
    """
    asked = dict(given)
    for key in asked:
        if len(key) == 1:
            channels = channels_of(vocabulary.question(key[0]), given)
            yield from (channel for channel in channels if channel not in asked)


def _answer(question: Question, chosen: tuple[str, ...], given: Given) -> Any:
    if question.shape != "map":
        return chosen[0] if question.shape == "one" else chosen
    levels = dict(given)
    found = {key[1]: (*levels.get(key, ()), UNKNOWN)[0] for key in channels_of(question, given)}
    return found or dict.fromkeys(question.members, question.answers[0])
