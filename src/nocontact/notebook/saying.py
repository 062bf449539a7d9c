"""The words around the controls: of the rulebook, or of the shipped one where it has none."""

from __future__ import annotations

from nocontact.explanation import Wording
from nocontact.facts.question import Question
from nocontact.recommendation import Rulebook


class Saying:
    """Finds the words of the view: a rulebook of one's own need not bring them.

    Args:
        words: the words of the rulebook in use.

    Examples:
        >>> Saying(Wording(Rulebook.load())).say("close")
        'Close'
    """

    def __init__(self, words: Wording) -> None:
        self.words = words

    def say(self, key: str, **values: object) -> str:
        """Return a text of the view.

        Args:
            key: its id below `explore`.
            **values: blank → what stands there.

        Examples:
            >>> Saying(Wording(Rulebook.load())).say("count", answered=1, questions=2)
            '1 of 2 answered'
        """
        full = f"explore.{key}"
        said = self.words.say(full, **values)
        if said != full:
            return said
        return Rulebook.load().message(full, self.words.language, **values)

    def block(self, question: Question) -> str:
        """Return the heading of the block that a question is in.

        Examples:
            >>> from nocontact import Scenario
            >>> words = Saying(Wording(Rulebook.load()))
            >>> words.block(Scenario.vocabulary().question("now_unsafe"))
            'Safety first'
        """
        said = self.say(f"block.{question.block}")
        return question.block.replace("_", " ") if said.startswith("explore.") else said
