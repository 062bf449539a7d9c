"""What a person told us: every answer optional, frozen, never shown unless asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from pydantic import (
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from nocontact.diagnostics import Diagnostic, ScenarioError
from nocontact.display import Document, Paragraph, Text, mimebundle
from nocontact.facts.answer_problem import unknown_tactic
from nocontact.facts.answer_reading import read_answers
from nocontact.facts.answer_types import plain_answer
from nocontact.facts.article_questions import ArticleQuestions
from nocontact.facts.fact import UNKNOWN
from nocontact.facts.flattening import flatten
from nocontact.facts.safety_questions import SafetyQuestions
from nocontact.facts.vocabulary import Vocabulary


class Scenario(SafetyQuestions, ArticleQuestions):
    """The answers of one person; what is not answered is `unknown`, never "no".

    A host project may derive its own class with more questions (see `asked`).

    Raises:
        ScenarioError: with one diagnostic for each problem of the answers given.

    Examples:
        >>> scenario = Scenario(commitment="committed", aims={"heal"}, putting_off=False)
        >>> scenario
        Scenario(3 of 32 questions answered; answers hidden)
        >>> scenario.putting_off, scenario.hope
        ('no', 'unknown')
        >>> Scenario(commitment="comitted")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: NC402: `commitment` cannot be `comitted` \
(did you mean `committed`?)
          help: write one of: testing, leaning, committed, unknown
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(given, cls):
            return given
        if isinstance(given, Scenario):
            given = given.answers()
        answers, problems = read_answers(Vocabulary.of(cls), given)
        found = [each.diagnostic for each in problems]
        if not found:
            try:
                return handler(answers)
            except ValidationError as error:
                found = list(_diagnostics_of(error))
        raise ScenarioError(found)

    @classmethod
    def vocabulary(cls) -> Vocabulary:
        """Return the questions and flat facts of this class.

        Examples:
            >>> Scenario.vocabulary()["hope"].answers
            ('none', 'some', 'strong')
        """
        return Vocabulary.of(cls)

    def flat(self) -> dict[str, str]:
        """Return every flat fact with its answer, in vocabulary order.

        An aim named beside a step under consideration counts as an aim.

        Examples:
            >>> flat = Scenario(pull={"email": "always_look"}).flat()
            >>> flat["pull.email"], flat["pull.phone"], flat["aims.heal"]
            ('always_look', 'not_used', 'unknown')
        """
        vocabulary = Vocabulary.of(type(self))
        row = vocabulary.blank()
        for name, answer in self.__dict__.items():
            if answer != UNKNOWN:
                row.update(flatten(vocabulary.question(name), answer))
        return row

    def answers(self) -> dict[str, Any]:
        """Return only what was answered, as plain data that reads back as the same scenario.

        Examples:
            >>> Scenario(aims={"move_on", "heal"}, hope=None).answers()
            {'aims': ['heal', 'move_on']}
        """
        return {name: plain_answer(answer) for name, answer in self._answered()}

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Return the scenario in JSON text; `scenario_from_text` also says where it is wrong.

        Raises:
            ScenarioError: when it is not JSON, or an answer cannot be read.

        Examples:
            >>> Scenario.model_validate_json('{"hope": "some"}').hope
            'some'
        """
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            said = error.errors(include_input=False, include_context=False)[0]["msg"]
        raise ScenarioError([Diagnostic("NC405", f"this is not JSON: {said}", help="mend it")])

    def with_answers(self, **changes: Any) -> Self:
        """Return a new scenario with some answers changed; None makes one unknown again.

        Args:
            **changes: answers by question.

        Raises:
            ScenarioError: when a changed answer cannot be read.

        Examples:
            >>> Scenario(hope="none").with_answers(hope="some", unsure="some").answers()
            {'hope': 'some', 'unsure': 'some'}
        """
        return type(self)(**{**self.answers(), **changes})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy; an update is checked as `with_answers` checks it.

        Examples:
            >>> Scenario().model_copy(update={"hope": "some"}).hope
            'some'
        """
        return self.with_answers(**update) if update else self

    def considered(self) -> tuple[str, ...]:
        """Return the ids of the tactics under consideration, sorted.

        Examples:
            >>> Scenario(considering={"change_number": {"punish"}}).considered()
            ('change_number',)
        """
        return () if isinstance(self.considering, str) else tuple(sorted(self.considering))

    def taken(self) -> tuple[str, ...]:
        """Return the ids of the tactics already in place, sorted.

        Examples:
            >>> Scenario(in_place=["mute_thread"]).taken()
            ('mute_thread',)
        """
        return () if isinstance(self.in_place, str) else tuple(sorted(self.in_place))

    def tactic_problems(self, catalogue: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Return a problem for each tactic named that the catalogue does not hold.

        Args:
            catalogue: the ids of all tactics.

        Examples:
            >>> Scenario(in_place=["mute"]).tactic_problems(["mute_thread"])[0].code
            'NC406'
        """
        known = frozenset(catalogue)
        named = {"considering": self.considered(), "in_place": self.taken()}
        return tuple(
            unknown_tactic(question, tactic, known)
            for question, tactics in named.items()
            for tactic in tactics
            if tactic not in known
        )

    def shown(self) -> str:
        """Return a representation with the answers in it, for the person alone.

        Examples:
            >>> Scenario(hope="none", aims="heal").shown()
            "Scenario(aims=['heal'], hope='none')"
        """
        said = ", ".join(f"{name}={answer!r}" for name, answer in self.answers().items())
        return f"{type(self).__name__}({said})"

    def to_document(self) -> Document:
        """Return how much was answered, and how to see it; a notebook shows this, no answers.

        Examples:
            >>> from nocontact.display import document_to_text
            >>> print(document_to_text(Scenario(hope="none").to_document()))
            1 of 32 questions answered. The answers are hidden; scenario.answers() shows them.
        """
        answered, questions = len(list(self._answered())), len(self.vocabulary().questions())
        said = f"{answered} of {questions} questions answered. The answers are hidden; "
        return Document([Paragraph([said, Text("scenario.answers()", "code"), " shows them."])])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """Return what a notebook may choose from: no answers."""
        return mimebundle(self.to_document())

    def _answered(self) -> Iterator[tuple[str, Any]]:
        given = self.__dict__
        for question in self.vocabulary().questions():
            answer = given[question.name]
            if answer != UNKNOWN:
                yield question.name, answer

    def __repr__(self) -> str:
        answered, questions = len(list(self._answered())), len(self.vocabulary().questions())
        name = type(self).__name__
        return f"{name}({answered} of {questions} questions answered; answers hidden)"

    def __str__(self) -> str:
        return repr(self)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        return iter(())

    def __rich_repr__(self) -> Iterator[Any]:
        yield f"{len(list(self._answered()))} questions answered; answers hidden"


def _diagnostics_of(error: ValidationError) -> Iterator[Diagnostic]:
    """Yield what a host's own validator refused, without the values."""
    for each in error.errors(include_input=False, include_context=False, include_url=False):
        place = ".".join(str(part) for part in each["loc"]) or "the scenario"
        yield Diagnostic("NC402", f"`{place}` was refused: {each['msg']}",
                         help="change the answer, or the rule that refused it")  # fmt: skip
