"""What the library raises: always ours, always with the diagnostics inside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nocontact.diagnostics.diagnostic import Diagnostic
from nocontact.diagnostics.problems_to_document import problems_to_document
from nocontact.display import Document, ShownInNotebook


class NocontactError(ShownInNotebook, Exception):
    """Base of everything that this library raises on purpose.

    Attributes:
        diagnostics: every problem found, as data.

    Examples:
        >>> raise NocontactError([Diagnostic("NC001", "the file is empty")])
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.NocontactError: NC001: the file is empty
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(str(each) for each in self.diagnostics)

    def to_document(self) -> Document:
        """Return the problems as a document.

        Examples:
            >>> error = NocontactError([Diagnostic("NC001", "the file is empty")])
            >>> len(error.to_document().blocks)
            1
        """
        return problems_to_document((each.code, str(each)) for each in self.diagnostics)


class ScenarioError(NocontactError):
    """A scenario could not be read: unknown question, answer not allowed, wrong shape.

    Examples:
        >>> from nocontact import Scenario, ScenarioError
        >>> try:
        ...     Scenario(hope="much")
        ... except ScenarioError as error:
        ...     problem = error.diagnostics[0]
        >>> problem.code, problem.where, problem.expected
        ('NC402', ('hope',), ('none', 'some', 'strong', 'unknown'))
    """


class RulebookError(NocontactError):
    """A rulebook could not be loaded; every problem of every file is inside.

    Examples:
        >>> from nocontact import Rulebook, RulebookError
        >>> try:
        ...     Rulebook.load("not/there")
        ... except RulebookError as error:
        ...     print([each.code for each in error.diagnostics])
        ['NC107']
    """


class EngineError(NocontactError):
    """An engine could not answer: not installed here, or it broke while answering.

    Examples:
        >>> from nocontact import EngineError, recommend
        >>> try:
        ...     recommend({}, engine="diagram")
        ... except EngineError as error:
        ...     print(error.diagnostics[0].nearest)
        diagrams
    """


class EngineDisagreement(EngineError):
    """Two engines gave different answers, so none is shown.

    Attributes:
        traces: the two answers, for the person who mends the engines.

    Examples:
        >>> EngineDisagreement([Diagnostic("NC501", "two engines disagree")], ()).traces
        ()
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], traces: tuple[object, ...]) -> None:
        super().__init__(diagnostics)
        self.traces = traces

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.diagnostics, self.traces), vars(self)


class TraceError(NocontactError):
    """A trace could not be read or replayed.

    Examples:
        >>> from nocontact import TraceError, replay
        >>> try:
        ...     replay("{}")
        ... except TraceError as error:
        ...     print(error.diagnostics[0].code)
        NC504
    """


class ResourceError(NocontactError):
    """A directory of helplines and services cannot be used: stale or incomplete entries.

    Examples:
        >>> from nocontact import ResourceError, recommend
        >>> try:
        ...     recommend({}, resources="numbers.yaml")
        ... except ResourceError as error:
        ...     print(error.diagnostics[0].code)
        NC602
    """


class ProofError(NocontactError):
    """A proof could not be finished: no library, or more nodes or time than the budget.

    Examples:
        >>> from nocontact import ProofError, prove
        >>> try:
        ...     prove(nodes=1_000)
        ... except ProofError as error:
        ...     print(str(error).split(" while")[0])
        NC702: not proved (budget): more than 1,000 nodes
    """


class ExplanationError(NocontactError):
    """Something was asked about that is not in the answer, or not there to be explained.

    Examples:
        >>> from nocontact import ExplanationError, recommend
        >>> try:
        ...     recommend({}).why("wal")
        ... except ExplanationError as error:
        ...     print(error.diagnostics[0].nearest)
        wall
    """


class UnknownName(NocontactError, KeyError):
    """Something was looked up by a name that is not there; it is a `KeyError` too.

    Examples:
        >>> from nocontact import recommend
        >>> try:
        ...     recommend({}).verdicts["block_emial"]
        ... except KeyError as error:
        ...     print(error.diagnostics[0].nearest)
        block_email
    """


class ExplanationDisagreement(EngineError):
    """An exact explanation failed its second look by the reference engine, so it is not shown.

    Examples:
        >>> problem = Diagnostic("NC805", "the second look does not confirm it")
        >>> isinstance(ExplanationDisagreement([problem]), EngineError)
        True
    """
