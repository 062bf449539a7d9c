"""The time that one call may take, and what it is doing: no other call and no thread shares it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import NamedTuple

from nocontact.diagnostics import Diagnostic, ProofError

SECONDS = 60.0


class Budget(NamedTuple):
    """How long a call may take.

    Attributes:
        seconds: as it was allowed, for the message.
        until: when it is over, by the clock of `monotonic`.
        refused: what is said of the call when it is over.
        limits: the limits that the caller can raise.

    Examples:
        >>> Budget().until
        inf
    """

    seconds: float = 0.0
    until: float = float("inf")
    refused: str = "not proved"
    limits: tuple[str, ...] = ("nodes", "seconds")


# Diagrams are shared between threads, and calls go through them at the same time: so the budget
# stands beside the call (a context), never on the diagrams.
_budget: ContextVar[Budget] = ContextVar("budget")
_doing: ContextVar[str] = ContextVar("doing", default="setting up")
_UNLIMITED = Budget()


@contextmanager
def within(
    seconds: float,
    doing: str | None = None,
    refused: str = _UNLIMITED.refused,
    limits: tuple[str, ...] = _UNLIMITED.limits,
) -> Iterator[None]:
    """Give what happens inside so many seconds; inside of another one, the earlier end counts.

    Args:
        seconds: how long it may take.
        doing: what is being worked out, for the message; None for what is said already.
        refused: what is said of the call when it does not fit.
        limits: the limits that the caller can raise.

    Raises:
        ProofError: inside, where the time is looked at and is over (NC703).

    Examples:
        >>> with within(0, "counting"):
        ...     in_time()
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ProofError: NC703: not proved (budget): more than 0 seconds \
while counting
          help: let rules test findings instead of many single facts, or allow more `seconds`
    """
    outer = _budget.get(_UNLIMITED)
    until = monotonic() + seconds
    budget = outer if outer.until <= until else Budget(seconds, until, refused, limits)
    budgets, doings = _budget.set(budget), _doing.set(doing or _doing.get())
    try:
        yield
    finally:
        _budget.reset(budgets)
        _doing.reset(doings)


def explaining(doing: str, seconds: float | None = None) -> AbstractContextManager[None]:
    """Give what explains an answer so many seconds; its nodes are those of a proof.

    Args:
        doing: what is being worked out.
        seconds: how long it may take; None where the caller cannot say.

    Raises:
        ProofError: inside, where the time is looked at and is over (NC703).

    Examples:
        >>> with explaining("looking for what to ask next", 0):
        ...     in_time()
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ProofError: NC703: not explained (budget): more than 0 \
seconds while looking for what to ask next
          help: let rules test findings instead of many single facts, or allow more `seconds`
    """
    limits = () if seconds is None else ("seconds",)
    return within(SECONDS if seconds is None else seconds, doing, "not explained", limits)


def in_time() -> None:
    """Do nothing, as long as there is time.

    Raises:
        ProofError: when there is none left (NC703).

    Examples:
        >>> in_time()
    """
    budget = _budget.get(_UNLIMITED)
    if not monotonic() < budget.until:
        raise over("NC703", f"{budget.seconds:g} seconds", "seconds")


def doing(what: str | None = None) -> str:
    """Return what this call is working out; say it first, where it is given.

    Args:
        what: what it works out from now on, until the budget around it ends.

    Examples:
        >>> with within(60):
        ...     doing("counting"), doing()
        ('counting', 'counting')
    """
    if what is not None:
        _doing.set(what)
    return _doing.get()


def over(code: str, what: str, limit: str) -> ProofError:
    """Return the error for a call that does not fit.

    Args:
        code: NC702 for nodes, NC703 for time.
        what: how much was allowed.
        limit: its name.

    Examples:
        >>> with within(60, "setting up"):
        ...     str(over("NC702", "100 nodes", "nodes")).splitlines()[0]
        'NC702: not proved (budget): more than 100 nodes while setting up'
    """
    budget = _budget.get(_UNLIMITED)
    raised = f", or allow more `{limit}`" if limit in budget.limits else ""
    return ProofError([Diagnostic(
        code, f"{budget.refused} (budget): more than {what} while {_doing.get()}",
        help=f"let rules test findings instead of many single facts{raised}",
    )])  # fmt: skip
