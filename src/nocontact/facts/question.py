"""One question as a person is asked it, with everything that is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from nocontact.display import Document, Items, ShownInNotebook, Text, card, inlines
from nocontact.facts.fact import UNKNOWN, Change, Fact
from nocontact.facts.frozen_map import FrozenMap
from nocontact.sources import citation

if TYPE_CHECKING:
    from nocontact.rulebook.condition import Condition

Shape: TypeAlias = Literal["one", "set", "map", "steps", "steps_with_aims"]
"""One answer; several members; a level for each channel; tactic ids; tactic ids with aims."""

AnswerState: TypeAlias = Literal["answered", "open", "withheld"]
"""It was answered, was not, or was answered with "I would rather not say"."""

NONE = "none"
RATHER_NOT_SAY = "rather_not_say"
AIMS = "aims"
"""The set whose members say what a step is for; see the shape `steps_with_aims`."""

YES_NO = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Question(ShownInNotebook):
    """One question: its shape, its plain words, where it comes from, who can change it.

    Attributes:
        name: the field of the scenario.
        shape: how it is answered.
        text: the question in plain words.
        answers: the answers of a single choice, lowest first; or the levels of a map, the
            first of them for a channel that is not listed.
        members: the members of a set, or the channels of a map.
        words: plain words of each answer, level, member and channel.
        ordered: whether the answers (or levels) have an order.
        source: article paragraphs (numbers) and source ids (text).
        change: whether the person can change it.
        block: `safety`, `article`, or the block of a host project.
        short_form: its place in the short interview, from 1, or None.
        renamed: old answer or member → what it is called now.
        asked_when: the condition under which it is asked; None for always. A scenario class
            does not know it, a rulebook does.
        fact_names: the flat fact of each member, in order.

    Examples:
        >>> ask = Question("support", "set", "Who can you lean on?", members=("a_group", "none"))
        >>> [fact.name for fact in ask.facts()]
        ['support.a_group', 'support.none']
    """

    name: str
    shape: Shape
    text: str
    answers: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=FrozenMap)
    ordered: bool = True
    source: tuple[int | str, ...] = ()
    change: Change = "mutable"
    block: str = "article"
    short_form: int | None = None
    renamed: Mapping[str, str] = field(default_factory=FrozenMap)
    asked_when: Condition | None = None
    fact_names: tuple[tuple[str, str], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        names = tuple((member, f"{self.name}.{member}") for member in self.members)
        object.__setattr__(self, "fact_names", names)

    def facts(self) -> Iterator[Fact]:
        """Yield the flat facts of this question; a question about tactics has none.

        Examples:
            >>> [fact.answers for fact in Question("hope", "one", "", ("none", "some")).facts()]
            [('none', 'some')]
        """
        if self.shape == "one":
            yield self._fact(self.name, None, self.answers, self.text, self.words)
        for member, name in self.fact_names:
            said = self.words.get(member, member)
            answers = YES_NO if self.shape == "set" else self.answers
            words = {"no": "No", "yes": said, **self.words}
            yield self._fact(name, member, answers, f"{self.text} {said}", words)

    def state(self, facts: Mapping[str, str]) -> AnswerState:
        """Return whether a row of flat facts holds an answer to it.

        A set is answered as a whole: while one of its facts is unknown it is open, but for "I would
        rather not say", which withholds the rest. A map is answered by one channel.

        Args:
            facts: a value for each of its facts.

        Examples:
            >>> pets = Question("pets", "set", "Which?", members=("cat", "rather_not_say"))
            >>> pets.state({"pets.cat": "unknown", "pets.rather_not_say": "yes"})
            'withheld'
            >>> pets.state({"pets.cat": "no", "pets.rather_not_say": "no"})
            'answered'
        """
        names = [self.name] if self.shape == "one" else [name for _, name in self.fact_names]
        given = [facts[name] for name in names]
        if RATHER_NOT_SAY in given or facts.get(f"{self.name}.{RATHER_NOT_SAY}") == "yes":
            return "withheld"
        known = [value != UNKNOWN for value in given]
        return "answered" if (all if self.shape == "set" else any)(known) else "open"

    def to_document(self) -> Document:
        """Return it as a card: the question, what may be answered, where it comes from.

        Examples:
            >>> Question("hope", "one", "Do you hope?", ("none", "some")).to_document().title
            'Do you hope?'
        """
        ids = (*self.members, *self.answers)
        answers = [inlines(Text(each, "code"), f" {self.words.get(each, '')}") for each in ids]
        lines = [("name", Text(self.name, "code")), ("shape", self.shape), ("block", self.block),
                 ("who can change it", self.change.replace("_", " ")),
                 ("source", citation(self.source))]  # fmt: skip
        return card(self.text, lines, [Items(answers)])

    @property
    def allowed(self) -> tuple[str, ...]:
        """What may be written as the answer, `unknown` last.

        Examples:
            >>> Question("hope", "one", "", ("none", "some")).allowed
            ('none', 'some', 'unknown')
        """
        return (*(self.members or self.answers), "unknown")

    @property
    def counts(self) -> bool:
        """Whether the answers are numbers that end in "and more", such as `3+`.

        Examples:
            >>> Question("times", "one", "", ("0", "1", "2+")).counts
            True
        """
        numbers = [answer.removesuffix("+") for answer in self.answers]
        return self.shape == "one" and numbers == [str(n) for n in range(len(numbers))]

    def _fact(
        self, name: str, member: str | None, answers: tuple[str, ...], asks: str,
        words: Mapping[str, str],
    ) -> Fact:  # fmt: skip
        said = FrozenMap({answer: words.get(answer, answer) for answer in answers})
        ordered = self.ordered or self.shape == "set"
        return Fact(
            name, answers, ordered, self.name, member, asks, said,
            self.source, self.change, self.block, self.short_form,
        )  # fmt: skip
