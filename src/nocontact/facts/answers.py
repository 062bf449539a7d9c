"""What a person told us: every answer optional, frozen, never shown unless asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Self

from pydantic import ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator

from nocontact.diagnostics import Diagnostic, ScenarioError
from nocontact.display import Document, Paragraph, Text, mimebundle
from nocontact.facts.answer_problem import not_changed_in_place, unknown_tactic
from nocontact.facts.answer_reading import read_answers
from nocontact.facts.answer_types import plain_answer
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.flattening import flatten
from nocontact.facts.pydantic_errors import OwnErrors, pydantics, refused_in
from nocontact.facts.question import AIMS, NONE, Shape
from nocontact.facts.vocabulary import Vocabulary


class Answers(OwnErrors):
    """The answers of one person; what is not answered is `unknown`, never "no".

    The fields of a class below it are the questions. `Scenario` has the shipped ones; a rulebook
    makes the class for its own (`rulebook.answers_class`); or declare one with `asked`.

    Attributes:
        renamed_questions: old name of a question → the new one, or where it went.

    Raises:
        ScenarioError: with one diagnostic for each problem of the answers given.

    Examples:
        >>> from nocontact.facts.scenario import Scenario
        >>> scenario = Scenario(commitment="committed", aims={"heal"}, afraid=False)
        >>> scenario  # doctest: +ELLIPSIS
        Scenario(3 of ... questions answered; answers hidden)
        >>> scenario.afraid, scenario.hope
        ('no', 'unknown')
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    renamed_questions: ClassVar[Mapping[str, str]] = {}
    made_from: ClassVar[Vocabulary | None] = None

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Read the answers; what is wrong is pydantic's error here, with our words in it."""
        if isinstance(given, cls):
            return given
        if isinstance(given, Answers):
            given = given.answers()
        answers, problems = read_answers(cls.vocabulary(), given)
        if not problems:
            try:
                return handler(answers)
            except ValidationError as error:
                problems = tuple(refused_in(error))
        raise pydantics(cls.__name__, problems)

    @classmethod
    def vocabulary(cls) -> Vocabulary:
        """Return the questions and flat facts of this class.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario.vocabulary()["hope"].answers
            ('none', 'some', 'strong')
        """
        made_from: Vocabulary | None = cls.__dict__.get("made_from")
        return made_from if made_from is not None else Vocabulary.of(cls)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):  # what a host keeps beside the answers
            super().__setattr__(name, value)
        else:
            raise ScenarioError([not_changed_in_place()])

    def __delattr__(self, name: str) -> None:
        raise ScenarioError([not_changed_in_place()])

    @classmethod
    def model_construct(  # type: ignore[override]  # pydantic calls the class `_cls`
        cls, _fields_set: set[str] | None = None, **values: Any
    ) -> Self:
        """Return the scenario with these answers; nothing goes past the reading of answers.

        Raises:
            ScenarioError: when an answer cannot be read.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario.model_construct(hope="some") == Scenario(hope="some")
            True
        """
        return cls(**values)

    def flat(self) -> dict[str, str]:
        """Return every flat fact with its answer, in vocabulary order.

        An aim named beside a step under consideration counts as an aim.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> flat = Scenario(pull={"email": "always_look"}).flat()
            >>> flat["pull.email"], flat["pull.phone"], flat["aims.heal"]
            ('always_look', 'not_used', 'unknown')
        """
        vocabulary = self.vocabulary()
        row = vocabulary.blank()
        aims: dict[str, str] = {}
        for name, answer in self.__dict__.items():
            if answer != UNKNOWN:
                question = vocabulary.question(name)
                named = aims if question.shape == "steps_with_aims" else row
                named.update(flatten(question, answer))
        found = {name: yes for name, yes in aims.items() if name in row}
        if found and row.get(f"{AIMS}.{NONE}") == "yes":  # one was named after all
            found[f"{AIMS}.{NONE}"] = "no"
        return row | found

    def answers(self) -> dict[str, Any]:
        """Return only what was answered, as plain data that reads back as the same scenario.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario(aims={"move_on", "heal"}, hope=None).answers()
            {'aims': ['heal', 'move_on']}
        """
        return {name: plain_answer(answer) for name, answer in self._answered()}

    def with_answers(self, **changes: Any) -> Self:
        """Return a new scenario with some answers changed; None makes one unknown again.

        Raises:
            ScenarioError: when a changed answer cannot be read.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario(hope="none").with_answers(hope="some", commitment="leaning").answers()
            {'commitment': 'leaning', 'hope': 'some'}
        """
        return type(self)(**{**self.answers(), **changes})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy; an update is checked as `with_answers` checks it."""
        return self.with_answers(**update) if update else self

    def considered(self) -> tuple[str, ...]:
        """Return the ids of the tactics under consideration, sorted.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario(considering={"change_number": {"punish"}}).considered()
            ('change_number',)
        """
        return self._steps("steps_with_aims")

    def taken(self) -> tuple[str, ...]:
        """Return the ids of the tactics already in place, sorted.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario(in_place=["mute_thread"]).taken()
            ('mute_thread',)
        """
        return self._steps("steps")

    def tactic_problems(self, catalogue: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Return a problem for each tactic named that the catalogue does not hold.

        Args:
            catalogue: the ids of all tactics.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario(in_place=["mute"]).tactic_problems(["mute_thread"])[0].code
            'NC406'
        """
        known = frozenset(catalogue)
        return tuple(
            unknown_tactic(question, tactic, known)
            for question, tactics in self._named("steps_with_aims", "steps")
            for tactic in tactics
            if tactic not in known
        )

    def shown(self) -> str:
        """Return a representation with the answers in it, for the person alone.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> Scenario(hope="none", aims="heal").shown()
            "Scenario(aims=['heal'], hope='none')"
        """
        said = ", ".join(f"{name}={answer!r}" for name, answer in self.answers().items())
        return f"{type(self).__name__}({said})"

    def to_document(self) -> Document:
        """Return how much was answered, and how to see it; a notebook shows this, no answers.

        Examples:
            >>> from nocontact.facts.scenario import Scenario
            >>> from nocontact.display import document_to_text
            >>> said = document_to_text(Scenario(hope="none").to_document())
            >>> said.partition(" questions ")[2]
            'answered. The answers are hidden; scenario.answers() shows them.'
        """
        said = f"{self._count()} answered. The answers are hidden; "
        return Document([Paragraph([said, Text("scenario.answers()", "code"), " shows them."])])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return mimebundle(self.to_document())

    def _steps(self, shape: Shape) -> tuple[str, ...]:
        return tuple(sorted({each for _, named in self._named(shape) for each in named}))

    def _named(self, *shapes: Shape) -> Iterator[tuple[str, list[str]]]:
        """Yield each question of these shapes that was answered, with its tactics, sorted."""
        for shape in shapes:
            for name, answer in self._answered():
                if self.vocabulary().question(name).shape == shape:
                    yield name, sorted(answer)

    def _count(self) -> str:
        return f"{len([*self._answered()])} of {len(self.vocabulary().questions())} questions"

    def _answered(self) -> Iterator[tuple[str, Any]]:
        given = self.__dict__
        for question in self.vocabulary().questions():
            answer = given[question.name]
            if answer != UNKNOWN:
                yield question.name, answer

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._count()} answered; answers hidden)"

    def __str__(self) -> str:
        return repr(self)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        return iter(())

    def __rich_repr__(self) -> Iterator[Any]:
        yield f"{self._count()} answered; answers hidden"
