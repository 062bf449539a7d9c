"""One thing that an interview asks: the words, and what may be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from nocontact.diagnostics import Diagnostic, nearest
from nocontact.explanation import Wording
from nocontact.facts import Vocabulary
from nocontact.facts.given_value import kind_of, shown
from nocontact.facts.question import NONE, Question

Key: TypeAlias = tuple[str, ...]
"""The name of a question; for a map of channels also the channel."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to ask: the words, and what may be chosen.

    Attributes:
        key: what is asked.
        text: the question in plain words.
        choices: answer → its plain words, in the order in which they are numbered.
        several: whether more than one may be chosen.
        alone: answers that cannot go together with others.
        number: the place of the question in the interview, from 1.
        left: how many questions may come after it, at most.
        place: both of them in plain words.

    Examples:
        >>> from nocontact import Interview
        >>> prompt = Interview(adaptive=False).prompt()
        >>> prompt.key, prompt.number, prompt.place == f"1 of {prompt.left + 1}"
        (('now_unsafe',), 1, True)
    """

    key: Key
    text: str
    choices: Mapping[str, str]
    several: bool
    alone: frozenset[str]
    number: int
    left: int
    place: str


def prompt_for(question: Question, key: Key, words: Wording, number: int, left: int) -> Prompt:
    """Return how a question is asked; `place` is what an interview by need says.

    Args:
        question: the question.
        key: its name, and the channel when one channel is asked about.
        words: where the texts are.
        number: the place of the question, from 1.
        left: how many questions may come after it.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> pull = rulebase.vocabulary.question("pull")
        >>> prompt_for(pull, ("pull", "email"), Wording(rulebase), 6, 1).place
        'Question 6. At most one more after it.'
    """
    channel = key[1:]
    text, several = words.asks(question.name), question.shape != "one" and not channel
    ids = question.members if several else question.answers
    if channel:
        called = words.answer(question.name, channel[0])
        text, ids = words.say("interview.channel", channel=called, asks=text), ids[1:]
    choices = {each: words.answer(question.name, each) for each in ids}
    if question.shape == "map" and several:
        text = words.say("interview.ways")
        choices[NONE] = words.say("interview.no_way")
    return Prompt(
        key, text, choices, several, frozenset({NONE}), number, left, _place(words, number, left)
    )


def read_key(key: Any) -> Key | None:
    """Return the key of a prompt from a list or a tuple of names; None where it is no key.

    Examples:
        >>> read_key(["pull", "email"]), read_key("hope"), read_key([1]), read_key(None)
        (('pull', 'email'), ('hope',), None, None)
    """
    parts = (key,) if isinstance(key, str) else key
    if not isinstance(parts, (list, tuple)) or not 1 <= len(parts) <= 2:
        return None
    names = tuple(str.__str__(part) for part in parts if isinstance(part, str))
    return names if len(names) == len(parts) else None


def not_open(vocabulary: Vocabulary, to: Any) -> Diagnostic:
    """Return the problem of an answer that comes too late; what is open now, it does not tell.

    Which question is open follows from the answers, and an error may be written to a log.

    Args:
        vocabulary: all questions.
        to: the key of the question that was answered; None where none was named.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> print(not_open(Scenario.vocabulary(), ("now_unsfe",)))
        NC407: this answers `now_unsfe`, which is not the open question (did you mean `now_unsafe`?)
          help: show `interview.prompt()` again, and answer that with its `key` as `to`
    """
    way_out = "show `interview.prompt()` again, and answer that with its `key` as `to`"
    if to is None:
        return Diagnostic("NC407", "this is an answer, and no question is open", help=way_out)
    key = read_key(to)
    if key is None:
        found = kind_of(to)
        return Diagnostic("NC407", f"`to` takes the key of a prompt, not {found}", found=found,
                          help=way_out)  # fmt: skip
    name, names = shown(key[0]), [each.name for each in vocabulary.questions()]
    message = f"this answers `{name}`, which is not the open question"
    guess = None if name in names else nearest(name, names)
    return Diagnostic("NC407", message, found=name, nearest=guess, help=way_out)


def _place(words: Wording, number: int, left: int) -> str:
    key = {0: "place_last", 1: "place_one_left"}.get(left, "place")
    return words.say(f"interview.{key}", number=number, left=left)
