"""Binary decision diagrams behind one owner. The only file that imports the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from typing import Any

from nocontact.diagnostics import Diagnostic, ProofError

NODES = 6_000_000
CACHE = 1_000_000


class Diagrams:
    """Owns one manager of diagrams; every formula knows its owner and never meets another's.

    One thread, created when it is first used: a manager does not survive a fork.

    Args:
        names: one name for each variable, in the order of the diagram.
        nodes: the most nodes that may be alive; more is a `ProofError`, never an abort.

    Raises:
        ProofError: when the library is not installed (NC701).

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
        self.stage = "setting up"
        self._manager = _manager(nodes)
        self._manager.add_vars(len(self.names))
        self.true = Formula(self, self._manager.true())
        self.false = Formula(self, self._manager.false())
        self._vars = [Formula(self, self._manager.var(at)) for at in range(len(self.names))]

    def var(self, at: int) -> Formula:
        """Return the formula that is true when one variable is.

        Examples:
            >>> Diagrams(["a"]).var(0).count
            1
        """
        return self._vars[at]

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
            ProofError: when it does not fit (NC702).

        Examples:
            >>> d = Diagrams(["a"])
            >>> d.make(lambda: d.var(0).handle) == d.var(0)
            True
        """
        for attempt in (1, 2):
            try:
                return Formula(self, build())
            except MemoryError:
                if attempt == 1:
                    self._manager.gc()
        raise ProofError([Diagnostic(
            "NC702", f"not proved (budget): more than {self.budget:,} nodes while {self.stage}",
            help="let the rules of this decision test findings instead of many single facts",
        )])  # fmt: skip


class Formula:
    """A set of scenarios, exactly: the rows of answers for which the formula holds.

    Examples:
        >>> d = Diagrams(["a", "b"])
        >>> d.var(0).implies(d.var(0) | d.var(1)).is_true
        True
    """

    __slots__ = ("handle", "owner")

    def __init__(self, owner: Diagrams, handle: Any) -> None:
        self.owner = owner
        self.handle = handle

    def __and__(self, other: Formula) -> Formula:
        one, two = self.handle, self._mine(other)
        return self.owner.make(lambda: one & two)

    def __or__(self, other: Formula) -> Formula:
        one, two = self.handle, self._mine(other)
        return self.owner.make(lambda: one | two)

    def __xor__(self, other: Formula) -> Formula:
        one, two = self.handle, self._mine(other)
        return self.owner.make(lambda: one ^ two)

    def __invert__(self) -> Formula:
        handle = self.handle
        return self.owner.make(lambda: ~handle)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Formula):
            return NotImplemented
        return bool(self.handle == self._mine(other))

    def __hash__(self) -> int:
        return hash(self.handle)

    def __bool__(self) -> bool:
        raise TypeError("a formula is neither true nor false; use .is_true, .is_false")

    def implies(self, other: Formula) -> Formula:
        """Return the formula that holds wherever this one fails or the other holds.

        Examples:
            >>> d = Diagrams(["a"])
            >>> d.var(0).implies(d.false) == ~d.var(0)
            True
        """
        return ~self | other

    def exists(self, variables: Iterable[int]) -> Formula:
        """Return where some value of these variables makes the formula hold.

        Examples:
            >>> d = Diagrams(["a", "b"])
            >>> (d.var(0) & d.var(1)).exists([0]) == d.var(1)
            True
        """
        cube = self.owner.every(self.owner.var(at) for at in variables)
        return self.owner.make(lambda: self.handle.exists(cube.handle))

    @property
    def is_false(self) -> bool:
        """Whether no row satisfies it.

        Examples:
            >>> Diagrams(["a"]).false.is_false
            True
        """
        return not self.handle.satisfiable()

    @property
    def is_true(self) -> bool:
        """Whether every row satisfies it.

        Examples:
            >>> Diagrams(["a"]).true.is_true
            True
        """
        return bool(self.handle.valid())

    @property
    def count(self) -> int:
        """How many rows of variables satisfy it, exactly.

        Examples:
            >>> Diagrams(["a", "b"]).true.count
            4
        """
        return int(self.handle.sat_count(len(self.owner.names)))

    @property
    def size(self) -> int:
        """How many nodes its diagram has.

        Examples:
            >>> Diagrams(["a"]).var(0).size > 0
            True
        """
        return int(self.handle.node_count())

    def holds(self, trues: frozenset[int]) -> bool:
        """Return whether it holds for the row in which exactly these variables are true.

        Examples:
            >>> d = Diagrams(["a", "b"])
            >>> d.var(1).holds(frozenset({1})), d.var(1).holds(frozenset())
            (True, False)
        """
        row = [(at, at in trues) for at in range(len(self.owner.names))]
        return bool(self.handle.eval(row))

    def split(self) -> tuple[int, Formula, Formula] | None:
        """Return the top variable with the halves where it is true and false; None for a leaf.

        Examples:
            >>> d = Diagrams(["a"])
            >>> d.var(0).split()[0], d.true.split() is None
            (0, True)
        """
        halves = self.handle.cofactors()
        if halves is None:
            return None
        true, false = halves
        at = int(self.handle.node_var())
        return at, Formula(self.owner, true), Formula(self.owner, false)

    def _mine(self, other: Formula) -> Any:
        if other.owner is not self.owner:
            raise ValueError("these two formulas belong to different diagrams")
        return other.handle


def least(formula: Formula, weights: tuple[int, ...]) -> frozenset[int] | None:
    """Return the true variables of a row that satisfies a formula at the least weight.

    A shortest path through the diagram: variables that the path skips are false and weigh
    nothing, so the result is exactly the least, and of several least ones the same each time.

    Args:
        formula: what has to hold.
        weights: what each variable costs when it is true.

    Returns:
        The variables that are true, or None when nothing satisfies the formula.

    Examples:
        >>> d = Diagrams(["a", "b"])
        >>> sorted(least(d.var(0) | d.var(1), (5, 1)))
        [1]
        >>> least(d.false, (1, 1)) is None
        True
    """
    if formula.is_false:
        return None
    costs: dict[Formula, int | None] = {}
    for node in _upward(formula):
        costs[node] = _cost(node, costs, weights)
    trues: set[int] = set()
    node = formula
    while (halves := node.split()) is not None:
        at, true, false = halves
        dear, cheap = costs[true], costs[false]
        if cheap is None or (dear is not None and dear + weights[at] < cheap):
            trues.add(at)
            node = true
        else:
            node = false
    return frozenset(trues)


def _cost(node: Formula, costs: dict[Formula, int | None], weights: tuple[int, ...]) -> int | None:
    halves = node.split()
    if halves is None:
        return 0 if node.is_true else None
    at, true, false = halves
    dear, cheap = costs[true], costs[false]
    found = [
        cost for cost in (cheap, None if dear is None else dear + weights[at]) if cost is not None
    ]
    return min(found, default=None)


def _upward(formula: Formula) -> Iterator[Formula]:
    """Yield every node below a formula, children before parents, each once."""
    seen: set[Formula] = set()
    waiting: list[tuple[Formula, bool]] = [(formula, False)]
    while waiting:
        node, done = waiting.pop()
        if done:
            yield node
        elif node not in seen:
            seen.add(node)
            waiting.append((node, True))
            halves = node.split()
            if halves is not None:
                waiting += [(half, False) for half in halves[1:] if half not in seen]


def _manager(nodes: int) -> Any:
    try:
        from oxidd.bcdd import BCDDManager
    except ImportError:
        raise ProofError([Diagnostic(
            "NC701", "proofs need the library oxidd, which is not installed",
            help="install `nocontact[proof]`",
        )]) from None  # fmt: skip
    return BCDDManager(nodes, CACHE, 1)
