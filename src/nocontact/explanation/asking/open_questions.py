"""All open questions of one person, and what is settled already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from nocontact.display import Document, ShownAsData
from nocontact.explanation.asking.open_question import OpenQuestion
from nocontact.explanation.asking.open_questions_to_document import open_questions_to_document
from nocontact.explanation.wording import Wording
from nocontact.fork_safety import cached_property


@dataclass(frozen=True, repr=False)
class OpenQuestions(Sequence[OpenQuestion], ShownAsData):
    """The questions that can still change the answer, in the order in which to ask them.

    First those about safety, in the order of the interview; then those that decide most; at the
    end those that can change steps only. What is said here holds for every scenario that fits
    what is known, and is not a guess.

    Attributes:
        questions: the questions.
        settled: the parts that no answer can change any more, by name.
        provisional: the parts that count and that an answer can still change.
        stopped: whether nothing more is asked, because help comes first.
        words: where the texts are.
        ways: works out in how many ways the open questions can be answered.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> asked = recommend(Scenario(partner_space="gives_space")).ask
        >>> asked.counting[0].name, "stance" in asked.provisional
        ('now_unsafe', True)
        >>> asked[:1]
        (OpenQuestion('now_unsafe'),)
    """

    questions: tuple[OpenQuestion, ...]
    settled: tuple[str, ...]
    provisional: tuple[str, ...]
    stopped: bool = False
    words: Wording | None = field(default=None, compare=False)
    ways: Callable[[], int] = field(default=int, compare=False)

    def __repr__(self) -> str:
        return f"OpenQuestions({len(self.questions)} questions; answers hidden)"

    def __len__(self) -> int:
        return len(self.questions)

    @overload
    def __getitem__(self, at: int) -> OpenQuestion: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[OpenQuestion, ...]: ...

    def __getitem__(self, at: int | slice) -> OpenQuestion | tuple[OpenQuestion, ...]:
        return self.questions[at]

    @property
    def counting(self) -> tuple[OpenQuestion, ...]:
        """The questions that an interview asks.

        Examples:
            >>> OpenQuestions((), ("wall",), ()).counting
            ()
        """
        return tuple(each for each in self.questions if each.counts)

    @cached_property
    def scenarios(self) -> int:
        """In how many ways the open questions can be answered or left: all were looked at.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).ask.scenarios > 10**30
            True
        """
        return self.ways()

    def to_document(self) -> Document:
        """Return the questions as a document: what is open, what is settled, what to say next.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).ask.to_document().title
            'What would help us to know'
        """
        return open_questions_to_document(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the questions, and what is settled, as plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).ask.to_dict()["stopped"]
            False
        """
        return {
            "schema": "nocontact.ask/1",
            "settled": list(self.settled),
            "provisional": list(self.provisional),
            "stopped": self.stopped,
            "scenarios": str(self.scenarios),
            "questions": [question.to_dict() for question in self],
        }
