"""What a person typed: a choice, a step back, a skip, or the wish to leave."""

from __future__ import annotations

import re
from enum import Enum

from nocontact.recommendation.prompt import Prompt


class Wish(Enum):
    """What may be wished instead of an answer.

    Examples:
        >>> Wish("b").name
        'BACK'
    """

    BACK = "b"
    LEAVE = "q"


class NotAChoice(ValueError):
    """What was typed is no answer.

    Attributes:
        key: the message that says what to type.
        blanks: what fills its blanks.

    Examples:
        >>> NotAChoice("interview.numbers", most=3).blanks
        {'most': 3}
    """

    def __init__(self, key: str, **blanks: object) -> None:
        super().__init__(key)
        self.key, self.blanks = key, blanks


def typed_answer(prompt: Prompt, line: str) -> list[str] | Wish:
    """Read a typed line as an answer.

    Args:
        prompt: what was asked.
        line: what was typed.

    Returns:
        The answers chosen (an empty list skips the question), or a wish.

    Raises:
        NotAChoice: when it is neither.

    Examples:
        >>> from nocontact import Interview
        >>> prompt = Interview().prompt()
        >>> typed_answer(prompt, "2"), typed_answer(prompt, ""), typed_answer(prompt, "Q").name
        (['unsure'], [], 'LEAVE')
    """
    said = line.strip().casefold()
    if said in (Wish.BACK.value, Wish.LEAVE.value):
        return Wish(said)
    by_words = [answer for answer, words in prompt.choices.items()
                if said in (answer.casefold(), words.casefold())]  # fmt: skip
    if by_words and not said.isdigit():
        return by_words
    chosen = [_numbered(prompt, part) for part in re.split(r"[\s,;.]+", said) if part]
    return _together(prompt, list(dict.fromkeys(chosen)))


def _numbered(prompt: Prompt, part: str) -> str:
    answers = list(prompt.choices)
    if part.isascii() and part.isdigit() and 1 <= int(part[:6]) <= len(answers):
        return answers[int(part) - 1]
    raise NotAChoice("interview.numbers", most=len(answers))


def _together(prompt: Prompt, chosen: list[str]) -> list[str]:
    if len(chosen) > 1 and not prompt.several:
        raise NotAChoice("interview.one_number")
    alone = [prompt.choices[each] for each in chosen if each in prompt.alone]
    if len(chosen) > 1 and prompt.several and alone:
        raise NotAChoice("interview.alone", answer=alone[0])
    return chosen
