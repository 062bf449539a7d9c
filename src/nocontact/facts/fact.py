"""One small finite thing that may be known: what every engine sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from nocontact.display import Document, Labelled, ShownInNotebook, card
from nocontact.facts.frozen_map import FrozenMap
from nocontact.sources import citation

Change: TypeAlias = Literal["mutable", "one_way", "not_theirs"]
"""Who can change it: the person; the person, in one direction only; or not the person."""

UNKNOWN = "unknown"
"""The answer that every question has: it is never guessed and never means "no"."""


@dataclass(frozen=True, slots=True)
class Fact(ShownInNotebook):
    """One finite fact: a whole question, one member of a set, or one channel of a map.

    Attributes:
        name: such as `commitment`, `aims.punish` or `pull.email`.
        answers: what is possible, lowest first, without `unknown`.
        ordered: whether "at least" and "at most" make sense.
        question: the question it belongs to, a field of the scenario.
        member: the member or channel, when it is one of several.
        asks: the question in plain words.
        words: the plain words of each answer.
        source: article paragraphs (numbers) and source ids (text).
        change: whether the person can change it.
        block: `safety`, `article`, or the block of a host project.
        short_form: its place in the short interview, from 1, or None.

    Examples:
        >>> fact = Fact("hope", ("none", "some", "strong"), question="hope", source=(20,))
        >>> fact.rank("strong") > fact.rank("none")
        True
        >>> "unknown" in fact.answers
        False
    """

    name: str
    answers: tuple[str, ...]
    ordered: bool = True
    question: str = ""
    member: str | None = None
    asks: str = ""
    words: Mapping[str, str] = field(default_factory=FrozenMap)
    source: tuple[int | str, ...] = ()
    change: Change = "mutable"
    block: str = "article"
    short_form: int | None = None

    def rank(self, answer: str) -> int:
        """Return the place of `answer`, 0 for the lowest.

        Raises:
            ValueError: when the answer is not one of this fact; `unknown` has no rank.

        Examples:
            >>> Fact("hope", ("none", "some", "strong")).rank("some")
            1
        """
        if answer not in self.answers:
            raise ValueError(f"`{answer}` is not an answer to `{self.name}`: {self.answers}")
        return self.answers.index(answer)

    def to_document(self) -> Document:
        """Return it as a card: the question, what may be known, where it comes from.

        Examples:
            >>> Fact("hope", ("none", "some"), asks="Do you hope?").to_document().title
            'hope'
        """
        lines: list[Labelled] = [
            ("asks", self.asks), ("answers", ", ".join((*self.answers, UNKNOWN))),
            ("source", citation(self.source)),
        ]  # fmt: skip
        return card(self.name, lines)
