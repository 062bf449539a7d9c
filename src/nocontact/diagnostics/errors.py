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
        >>> issubclass(ScenarioError, NocontactError)
        True
    """


class RulebookError(NocontactError):
    """A rulebook could not be loaded; every problem of every file is inside.

    Examples:
        >>> issubclass(RulebookError, NocontactError)
        True
    """


class EngineError(NocontactError):
    """An engine could not answer: not installed here, or it broke while answering.

    Examples:
        >>> issubclass(EngineError, NocontactError)
        True
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
        >>> issubclass(TraceError, NocontactError)
        True
    """


class ResourceError(NocontactError):
    """A directory of helplines and services cannot be used: stale or incomplete entries.

    Examples:
        >>> issubclass(ResourceError, NocontactError)
        True
    """


class ProofError(NocontactError):
    """A proof could not be finished: no library, or more nodes or time than the budget.

    Examples:
        >>> issubclass(ProofError, NocontactError)
        True
    """


class ExplanationError(NocontactError):
    """Something was asked about that is not in the answer, or not there to be explained.

    Examples:
        >>> issubclass(ExplanationError, NocontactError)
        True
    """


class UnknownName(NocontactError, KeyError):
    """Something was looked up by a name that is not there; it is a `KeyError` too.

    Examples:
        >>> issubclass(UnknownName, NocontactError), issubclass(UnknownName, KeyError)
        (True, True)
    """


class ExplanationDisagreement(EngineError):
    """An exact explanation failed its second look by the reference engine, so it is not shown.

    Examples:
        >>> issubclass(ExplanationDisagreement, EngineError)
        True
    """
