"""Everything that may be known, as one unchangeable mapping of flat facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar, overload

from pydantic import BaseModel

from nocontact.diagnostics import Named
from nocontact.display import Document, Heading, InlinesLike, ShownInNotebook, Table, Text
from nocontact.facts.fact import UNKNOWN, Fact
from nocontact.facts.frozen_map import FrozenMap
from nocontact.facts.question import AIMS, Question, Shape
from nocontact.facts.question_of_field import question_of_field
from nocontact.facts.well_formed import WellFormed
from nocontact.sources import citation

FIRST_BLOCKS = ("safety", "article")
"""The blocks that are asked first: what may be dangerous, then what the method asks."""

T = TypeVar("T")


class Vocabulary(ShownInNotebook, Mapping[str, Fact]):
    """The flat facts of some questions by name, in interview order: safety first.

    Args:
        questions: the questions; each block keeps their order.
        renamed_questions: old name of a question → the new one, or a short sentence on where
            it went.
        model: the scenario class that the questions come from, if they come from one.

    Examples:
        >>> from nocontact.facts.scenario import Scenario
        >>> vocabulary = Vocabulary.of(Scenario)
        >>> vocabulary["commitment"].answers
        ('no_wish', 'testing', 'leaning', 'stuck', 'committed')
        >>> vocabulary["aims.punish"].question
        'aims'
    """

    __slots__ = ("_blank", "_facts", "_questions", "_well_formed", "model", "renamed_questions")

    def __init__(
        self,
        questions: Iterable[Question],
        renamed_questions: Mapping[str, str] | None = None,
        model: type[BaseModel] | None = None,
    ) -> None:
        self.renamed_questions: Mapping[str, str] = FrozenMap(renamed_questions or {})
        self.model = model
        listed = _in_order(questions)
        self._questions = Named(((each.name, each) for each in listed), "question")
        facts = ((fact.name, fact) for question in listed for fact in question.facts())
        self._facts = Named(facts, "fact")
        self._blank = dict.fromkeys(self._facts, UNKNOWN)
        named = bool(self.of_shape("steps_with_aims"))
        self._well_formed = {
            each.name: WellFormed.of(each, open=named and each.name == AIMS)
            for each in listed if each.shape == "set"
        }  # fmt: skip

    @staticmethod
    def of(model: type[BaseModel]) -> Vocabulary:
        """Return the vocabulary of a scenario class, the same object each time.

        Args:
            model: `Scenario` or a class derived from it.

        Raises:
            TypeError: when a field is not declared as a question, or its words do not fit it.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Vocabulary.of(Scenario) is Vocabulary.of(Scenario)
            True
        """
        return _vocabulary_of(model)

    def questions(self) -> tuple[Question, ...]:
        """Return every question in interview order: the safety block first.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Vocabulary.of(Scenario).questions()[0].name
            'now_unsafe'
        """
        return tuple(self._questions.values())

    def question(self, name: str) -> Question:
        """Return one question by name.

        Raises:
            UnknownName: when there is no such question (NC808).

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Vocabulary.of(Scenario).question("hope").source
            (20,)
        """
        return self._questions[name]

    def short_form(self) -> tuple[Question, ...]:
        """Return the questions of the short interview, in order.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Vocabulary.of(Scenario).short_form()[0].name
            'now_unsafe'
        """
        placed = [(each.short_form, each) for each in self.questions() if each.short_form]
        return tuple(question for _, question in sorted(placed, key=lambda pair: pair[0]))

    def of_shape(self, shape: Shape) -> tuple[Question, ...]:
        """Return the questions of one shape, in order.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> [each.name for each in Vocabulary.of(Scenario).of_shape("steps")]
            ['in_place']
        """
        return tuple(each for each in self.questions() if each.shape == shape)

    def facts_of(self, question: str) -> tuple[Fact, ...]:
        """Return the flat facts of one question.

        Raises:
            UnknownName: when there is no such question (NC808).

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> [fact.member for fact in Vocabulary.of(Scenario).facts_of("support")]
            ['trusted_person', 'professional', 'group', 'none']
        """
        return tuple(self._facts[fact.name] for fact in self._questions[question].facts())

    @property
    def well_formed(self) -> tuple[WellFormed, ...]:
        """How the facts of each set hang together: what rows of facts can occur.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> [rule.question for rule in Vocabulary.of(Scenario).well_formed][0]
            'danger_signs'
        """
        return tuple(self._well_formed.values())

    def well_formed_of(self, question: str) -> WellFormed | None:
        """Return how the facts of a set hang together; None for any other question.

        Args:
            question: its name.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> vocabulary = Vocabulary.of(Scenario)
            >>> vocabulary.well_formed_of("support").none, vocabulary.well_formed_of("hope")
            ('support.none', None)
        """
        return self._well_formed.get(question)

    def blank(self) -> dict[str, str]:
        """Return a new row of flat facts with nothing known.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> set(Vocabulary.of(Scenario).blank().values())
            {'unknown'}
        """
        return dict(self._blank)

    def to_document(self) -> Document:
        """Return every question with its source, block by block.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> [each.text[0].text for each in Scenario.vocabulary().to_document().blocks[::2]]
            ['Safety', 'Article']
        """
        table = {
            block: [each for each in self.questions() if each.block == block]
            for block in dict.fromkeys(each.block for each in self.questions())
        }
        blocks = [
            part
            for block, questions in table.items()
            for part in (Heading(1, block.capitalize()), _table(questions))
        ]
        return Document(blocks, f"{len(self._questions)} questions")

    def __contains__(self, name: object) -> bool:
        """Whether there is such a fact; the one of `Mapping` would look for the nearest name."""
        return name in self._facts

    @overload
    def get(self, name: str, /) -> Fact | None: ...

    @overload
    def get(self, name: str, /, default: Fact | T) -> Fact | T: ...

    def get(self, name: str, /, default: Any = None) -> Any:
        """Return a fact, or else the default; like `in`, without a look for the nearest name.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario.vocabulary().get("hop") is None
            True
        """
        return self._facts.get(name, default)

    def __getitem__(self, name: str) -> Fact:
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def __repr__(self) -> str:
        return f"Vocabulary({len(self._questions)} questions, {len(self)} flat facts)"


@lru_cache(maxsize=64)
def _vocabulary_of(model: type[BaseModel]) -> Vocabulary:
    read = (question_of_field(name, field) for name, field in model.model_fields.items())
    renamed = getattr(model, "renamed_questions", {})
    return Vocabulary(read, renamed, model)


def _table(questions: Iterable[Question]) -> Table:
    rows: list[list[InlinesLike]] = [
        [Text(each.name, "code"), each.text, each.shape.replace("_", " "), citation(each.source)]
        for each in questions
    ]
    return Table(["name", "asks", "shape", "source"], rows)


def _in_order(questions: Iterable[Question]) -> list[Question]:
    """Return the questions block by block: safety, the article, then as they come."""
    listed = list(questions)
    blocks = [*dict.fromkeys((*FIRST_BLOCKS, *(each.block for each in listed)))]
    return sorted(listed, key=lambda each: blocks.index(each.block))
