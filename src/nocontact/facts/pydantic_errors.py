"""Where pydantic's errors become ours, and ours pydantic's: inside a model of a host."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from nocontact.diagnostics import Diagnostic, ScenarioError
from nocontact.facts.answer_problem import AnswerProblem

T = TypeVar("T")


def pydantics(title: str, problems: Iterable[AnswerProblem]) -> ValidationError:
    """Return problems as the error that pydantic expects inside it: their words, their places.

    A frame around it, such as another model, adds its own place and its own problems. The answer
    itself is never in it.

    Args:
        title: what was read.
        problems: what is wrong with it.

    Examples:
        >>> said = Diagnostic("NC402", "`hope` cannot be `big`", where=("hope",))
        >>> problem = AnswerProblem(("hope",), said)
        >>> (error,) = pydantics("Scenario", [problem]).errors()
        >>> error["type"], error["loc"], error["msg"]
        ('NC402', ('hope',), 'NC402: `hope` cannot be `big`')
    """
    details: list[InitErrorDetails] = []
    for diagnostic in (each.diagnostic for each in problems):
        error = PydanticCustomError(diagnostic.code, "{diagnostic}", {"diagnostic": diagnostic})
        # `where`, not the path: a path may hold answers, such as the step somebody thinks of.
        details.append({"type": error, "loc": diagnostic.where, "input": None})
    return ValidationError.from_exception_data(title, details, hide_input=True)


def ours(error: ValidationError) -> ScenarioError:
    """Return pydantic's error about answers as ours.

    Examples:
        >>> problem = AnswerProblem(("hope",), Diagnostic("NC402", "`hope` cannot be `big`"))
        >>> print(ours(pydantics("Scenario", [problem])))
        NC402: `hope` cannot be `big`
    """
    return ScenarioError(each.diagnostic for each in refused_in(error))


def refused_in(error: ValidationError) -> Iterator[AnswerProblem]:
    """Yield what was refused without the values, by our own reader or by a host's validator.

    Examples:
        >>> from pydantic import BaseModel
        >>> class Small(BaseModel):
        ...     age: int
        >>> try:
        ...     Small(age="old")
        ... except ValidationError as error:
        ...     print([each.diagnostic.code for each in refused_in(error)])
        ['NC402']
    """
    for each in error.errors(include_input=False, include_url=False):
        own, path = each.get("ctx", {}).get("diagnostic"), each["loc"]
        if each["type"] == "json_invalid":
            own = Diagnostic("NC405", f"this is not JSON: {each['msg']}", help="mend it")
        elif not isinstance(own, Diagnostic):
            where = tuple(str(part) for part in path[:1])  # the rest may be answers
            place = "".join(where) or "the scenario"
            own = Diagnostic("NC402", f"`{place}` was refused: {each['msg']}", where=where,
                             help="change the answer, or the rule that refused it")  # fmt: skip
        yield AnswerProblem(path, own)


def told_as_ours(read: Callable[[], T]) -> T:
    """Return what is read; what pydantic refuses is our error, and keeps nothing of pydantic's.

    Raises:
        ScenarioError: with one diagnostic for each problem.
    """
    try:
        return read()
    except ValidationError as error:
        refused = ours(error)
    raise refused  # out here, so that no error with the answers in it becomes its context


class OwnErrors(BaseModel):
    """A model that raises our error when it is made directly, and pydantic's inside pydantic.

    Raises:
        ScenarioError: with one diagnostic for each problem.
    """

    if not TYPE_CHECKING:  # for a type checker, a class below has its questions as arguments

        def __init__(self, /, **given: Any) -> None:
            self._complete()
            told_as_ours(partial(super().__init__, **given))

        # Pydantic calls an `__init__` that is not its own wherever the class stands inside another
        # model. There it has to hear its own error, so it is told that this one is as its own.
        __init__.__pydantic_base_init__ = True

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Return the scenario that a mapping, or another scenario, holds.

        Raises:
            ScenarioError: when an answer cannot be read.

        Examples:
            >>> from nocontact import Scenario
            >>> Scenario.model_validate({"hope": "some"}).hope
            'some'
        """
        cls._complete()
        return told_as_ours(partial(super().model_validate, obj, **options))

    @classmethod
    def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
        """Return the scenario that a mapping of texts holds, such as a form.

        Raises:
            ScenarioError: when an answer cannot be read.

        Examples:
            >>> from nocontact import Scenario
            >>> Scenario.model_validate_strings({"hope": "some"}).hope
            'some'
        """
        cls._complete()
        return told_as_ours(partial(super().model_validate_strings, obj, **options))

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Return the scenario in JSON text; `scenario_from_text` also says where it is wrong.

        Raises:
            ScenarioError: when it is not JSON, or an answer cannot be read.

        Examples:
            >>> from nocontact import Scenario
            >>> Scenario.model_validate_json('{"hope": "some"}').hope
            'some'
        """
        cls._complete()
        return told_as_ours(partial(super().model_validate_json, json_data, **options))

    @classmethod
    def _complete(cls) -> None:
        """Build a class that waits for names of the place where it is used first: two frames up.

        Pydantic looks for them at a fixed distance, and the methods here stand in between.
        """
        if not cls.__pydantic_complete__:
            cls.model_rebuild(raise_errors=False, _parent_namespace_depth=4)
