"""Which names an error may say: those of questions and channels, never a member of a list.

That somebody was choked is an answer, wherever the word stands: as a question, at another
question, or in the name of a fact.
"""

from __future__ import annotations

from typing import Any

from nocontact.facts.given_value import Withheld, is_word
from nocontact.facts.question import NONE, RATHER_NOT_SAY
from nocontact.facts.vocabulary import Vocabulary


class OpenNames:
    """Knows the questions, and says of what was given only what is no answer.

    Args:
        vocabulary: the questions.

    Examples:
        >>> from nocontact.facts.scenario import Scenario
        >>> names = OpenNames(Scenario.vocabulary())
        >>> names.question("hop"), names.question("choked"), names.answer("choked")
        ('hop', 'an answer', 'an answer to another question')
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._questions = {question.name: question for question in vocabulary.questions()}
        listed = (each for one in vocabulary.of_shape("set") for each in one.members)
        self._answers = frozenset(listed) - {NONE, RATHER_NOT_SAY}

    def question(self, name: Any) -> Any:
        """Return what may be said of a name that no question has.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> OpenNames(Scenario.vocabulary()).question("danger_signs.choked")
            'danger_signs.…'
        """
        head, dot, tail = str.__str__(name).rpartition(".") if isinstance(name, str) else ("",) * 3
        if tail.strip() not in self._answers:
            return name
        return f"{head}.…" if dot else Withheld("an answer")

    def answer(self, said: str) -> str:
        """Return what may be said of an answer that its question does not have.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> OpenNames(Scenario.vocabulary()).answer("big")
            'big'
        """
        known = said.strip() in self._answers
        return Withheld("an answer to another question") if known else said

    def where(self, path: tuple[Any, ...]) -> tuple[str | int, ...]:
        """Return the start of a path that may be said: a question, then a channel or a position.

        Which steps somebody thinks of is an answer, and any other key may hold one.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> names = OpenNames(Scenario.vocabulary())
            >>> names.where(("pull", "email")), names.where(("considering", "change_number", 1))
            (('pull', 'email'), ('considering',))
        """
        first = path[0] if path else None
        question = self._questions.get(first) if isinstance(first, str) else None
        if question is None:
            said = self.question(first)
            return (said,) if isinstance(said, str) and is_word(said) else ()
        known: list[str | int] = [question.name]
        for each in path[1:]:
            if type(each) is not int and (type(each) is not str or each not in question.members):
                break
            known.append(each)
        return tuple(known)
