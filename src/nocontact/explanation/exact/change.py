"""One change of answers that would alter a part of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from nocontact.facts import UNKNOWN, Fact
from nocontact.facts.question import RATHER_NOT_SAY

Whose: TypeAlias = Literal["open", "yours", "one_way", "not_theirs", "past"]
"""Who can change it.

Nobody has to change anything, since it was not answered; the person; the person, and there is no
way back; not the person; nobody, since it is in the past.
"""

_KINDS: tuple[Whose, ...] = ("past", "not_theirs", "one_way", "yours", "open")


@dataclass(frozen=True, slots=True)
class Edit:
    """One answer that would be another one.

    Attributes:
        question: the question.
        fact: the flat fact; or the question, for answering a list (the rest of it) with nothing.
        before: the answer now; `unknown` when there is none.
        after: the answers that would do, each of them.
        whose: who can change it.

    Examples:
        >>> Edit("hope", "hope", "none", ("some", "strong"), "yours")
        Edit(hope; answers hidden)
    """

    question: str
    fact: str
    before: str
    after: tuple[str, ...]
    whose: Whose

    def __repr__(self) -> str:
        return f"Edit({self.question}; answers hidden)"


@dataclass(frozen=True, slots=True)
class Change:
    """Answers that would all have to be other ones; with any of them left out, nothing changes.

    Where an edit has several answers, each of them does, with each of the others.

    Attributes:
        edits: the answers.
        becomes: the level that the part has then.

    Examples:
        >>> Change((Edit("hope", "hope", "none", ("some",), "yours"),), "lock").kind
        'yours'
    """

    edits: tuple[Edit, ...]
    becomes: str

    def __repr__(self) -> str:
        return f"Change({len(self.edits)} edits; answers hidden)"

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that it touches.

        Examples:
            >>> Change((Edit("hope", "hope", "none", ("some",), "yours"),), "lock").questions
            ('hope',)
        """
        return tuple(dict.fromkeys(edit.question for edit in self.edits))

    @property
    def kind(self) -> Whose:
        """Who can make it: what is least in the person's hands decides.

        Examples:
            >>> edits = (Edit("hope", "hope", "none", ("some",), "yours"),
            ...          Edit("court_order", "court_order", "none", ("limits_me",), "not_theirs"))
            >>> Change(edits, "lock").kind
            'not_theirs'
        """
        return min((edit.whose for edit in self.edits), key=_KINDS.index)


def whose_change(fact: Fact, before: str, after: str) -> Whose:
    """Return who can change one answer to another.

    What can change in one direction only can go up its scale; without a scale, it can leave its
    first answer, and never come back to it.

    Args:
        fact: the fact.
        before: the answer now.
        after: the other answer.

    Examples:
        >>> from nocontact import Scenario
        >>> gone_back = Scenario.vocabulary()["times_gone_back"]
        >>> whose_change(gone_back, "1", "2"), whose_change(gone_back, "1", "0")
        ('one_way', 'past')
        >>> whose_change(gone_back, "unknown", "0")
        'open'
    """
    if before in (UNKNOWN, RATHER_NOT_SAY):
        return "open"
    if fact.change == "mutable":
        return "yours"
    if fact.change == "not_theirs":
        return "not_theirs"
    back = fact.rank(after) < fact.rank(before) if fact.ordered else fact.rank(after) == 0
    return "past" if back else "one_way"
