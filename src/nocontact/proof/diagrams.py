"""Binary decision diagrams behind one owner. The only file that imports the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial, reduce
from math import inf
from typing import Any

from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.fork_safety import no_fork, until_exit
from nocontact.proof.budget import SECONDS, doing, in_time, over
from nocontact.proof.formula import Formula

__all__ = ["CACHE", "MOST_NODES", "NODES", "SECONDS", "Diagrams", "Formula"]

NODES = 6_000_000
MOST_NODES = 100_000_000
CACHE = 1_000_000
GIB = 1024**3
LEAST_ADDRESS_SPACE = 2 * GIB
"""The library sets aside about 1.2 GiB of addresses, most of it never used, or ends the process."""


class Diagrams:
    """Owns one manager of diagrams; every formula knows its owner and never meets another's.

    One thread, created when it is first used: a manager does not survive a fork.

    Args:
        names: one name for each variable, in the order of the diagram.
        nodes: the most nodes that may be alive; more is a `ProofError`, never an abort.

    Attributes:
        spent: whether it once overflowed; then it is not to be used again.

    Raises:
        ProofError: when the library is not installed (NC701), or nothing fits into so few nodes,
            or so many cannot be had (NC702).

    Examples:
        >>> d = Diagrams(["a", "b"])
        >>> (d.var(0) & ~d.var(0)).is_false
        True
        >>> (d.var(0) | d.var(1)).count
        3
    """

    def __init__(self, names: Iterable[str], nodes: int = NODES) -> None:
        self.names = tuple(names)
        self.budget = nodes
        self.spent = False
        doing("setting up")
        self._manager = _manager(nodes)
        self._manager.add_vars(len(self.names))
        # Bare handles: a formula knows its owner, so an owner that kept formulas were a circle.
        self._true, self._false = self._manager.true(), self._manager.false()
        self._halves: dict[Any, tuple[int, Any, Any] | None] = {}
        self._supports: dict[Any, int] = {}
        variables = [self.make(partial(self._manager.var, at)) for at in range(len(self.names))]
        self._vars = [each.handle for each in variables]

    @property
    def true(self) -> Formula:
        """The formula that holds everywhere.

        Examples:
            >>> Diagrams(["a"]).true.count
            2
        """
        return Formula(self, self._true)

    @property
    def false(self) -> Formula:
        """The formula that holds nowhere.

        Examples:
            >>> Diagrams(["a"]).false.count
            0
        """
        return Formula(self, self._false)

    def var(self, at: int) -> Formula:
        """Return the formula that is true when one variable is.

        Examples:
            >>> Diagrams(["a"]).var(0).count
            1
        """
        return Formula(self, self._vars[at])

    def every(self, parts: Iterable[Formula]) -> Formula:
        """Return the conjunction; true when there are no parts.

        Examples:
            >>> Diagrams(["a"]).every([]).is_true
            True
        """
        return reduce(lambda one, two: one & two, parts, self.true)

    def some(self, parts: Iterable[Formula]) -> Formula:
        """Return the disjunction; false when there are no parts.

        Examples:
            >>> Diagrams(["a"]).some([]).is_false
            True
        """
        return reduce(lambda one, two: one | two, parts, self.false)

    def halves(self, handle: Any) -> tuple[int, Any, Any] | None:
        """Return the top variable of a handle, and its halves where that is true and false.

        Args:
            handle: of a formula of this owner, or of such a half; what is found is kept.

        Returns:
            None for a leaf.

        Examples:
            >>> d = Diagrams(["a"])
            >>> d.halves(d.var(0).handle)[0], d.halves(d.true.handle)
            (0, None)
        """
        if handle in self._halves:
            return self._halves[handle]
        in_time()
        halves = handle.cofactors()
        found = None if halves is None else (int(handle.node_var()), *halves)
        self._halves[handle] = found
        return found

    def support(self, formula: Formula) -> int:
        """Return which variables a formula depends on, as the bits of a number.

        What is found is kept for every node, because formulas have many in common.

        Examples:
            >>> d = Diagrams(["a", "b"])
            >>> bin(d.support(d.var(1) & (d.var(0) | ~d.var(0))))
            '0b10'
        """
        found, waiting = self._supports, [formula.handle]
        while waiting:
            split = self.halves(waiting[-1])
            missing = [half for half in split[1:] if half not in found] if split else []
            if missing:
                waiting += missing
            else:
                at, true, false = split or (0, None, None)
                found[waiting.pop()] = found[true] | found[false] | 1 << at if split else 0
        return found[formula.handle]

    @property
    def nodes(self) -> int:
        """How many nodes are alive, dead ones swept first.

        Examples:
            >>> Diagrams(["a"]).nodes < 10
            True
        """
        self._manager.gc()
        return int(self._manager.num_inner_nodes())

    def make(self, build: Callable[[], Any]) -> Formula:
        """Return what `build` makes; sweep and try once more when the space is full.

        Raises:
            ProofError: when it does not fit (NC702), or the time is over (NC703).

        Examples:
            >>> d = Diagrams(["a"])
            >>> d.make(lambda: d.var(0).handle) == d.var(0)
            True
        """
        in_time()
        for attempt in (1, 2):
            try:
                with until_exit():
                    return Formula(self, build())
            except MemoryError:
                if attempt == 1:
                    self._manager.gc()
        self.spent = True
        raise over("NC702", f"{self.budget:,} nodes", "nodes")


def _manager(nodes: int) -> Any:
    try:
        with no_fork():
            from oxidd.bcdd import BCDDManager
    except ImportError:
        raise ProofError([Diagnostic(
            "NC701", "proofs need the library oxidd, which is not installed",
            help="install `oxidd`",
        )]) from None  # fmt: skip
    if not 0 < nodes <= MOST_NODES:  # the library would end the process
        raise ProofError([Diagnostic(
            "NC702", f"not proved (budget): there is no room for {nodes:,} nodes",
            help=f"allow between 1 and {MOST_NODES:,} `nodes`",
        )])  # fmt: skip
    if (room := _address_space()) < LEAST_ADDRESS_SPACE:  # here too
        raise ProofError([Diagnostic(
            "NC702", f"not proved (budget): this process may address {room / GIB:.1f} GiB",
            help=f"allow it {LEAST_ADDRESS_SPACE / GIB:.0f} GiB of address space (`ulimit -v`)",
        )])  # fmt: skip
    return BCDDManager(nodes, CACHE, 1)


def _address_space() -> float:
    """Return how many bytes this process may address; most machines set no limit."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_AS, getrlimit
    except ImportError:  # not on Windows, which has no such limit
        return inf
    soft = getrlimit(RLIMIT_AS)[0]
    return inf if soft == RLIM_INFINITY else soft
