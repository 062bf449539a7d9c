"""A set of scenarios as a formula; it knows the diagrams that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from nocontact.proof.budget import in_time


class Owner(Protocol):
    """What a formula asks of the diagrams that it belongs to."""

    names: tuple[str, ...]

    def make(self, build: Callable[[], Any]) -> Formula:
        """Return what `build` makes, within the budget."""
        ...

    def support(self, formula: Formula) -> int:
        """Return which variables a formula depends on, as the bits of a number."""
        ...

    def var(self, at: int) -> Formula:
        """Return the formula of one variable."""
        ...

    def every(self, parts: Iterable[Formula]) -> Formula:
        """Return the conjunction."""
        ...


class Formula:
    """A set of scenarios, exactly: the rows of answers for which the formula holds.

    Examples:
        >>> from nocontact.proof.diagrams import Diagrams
        >>> d = Diagrams(["a", "b"])
        >>> d.var(0).implies(d.var(0) | d.var(1)).is_true
        True
    """

    __slots__ = ("handle", "owner")

    def __init__(self, owner: Owner, handle: Any) -> None:
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
            >>> from nocontact.proof.diagrams import Diagrams
            >>> d = Diagrams(["a"])
            >>> d.var(0).implies(d.false) == ~d.var(0)
            True
        """
        return ~self | other

    def exists(self, variables: Iterable[int] | Formula) -> Formula:
        """Return where some value of these variables makes the formula hold.

        Args:
            variables: their numbers; or the conjunction of them, where it is used often.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> d = Diagrams(["a", "b"])
            >>> (d.var(0) & d.var(1)).exists([0]) == d.var(1)
            True
        """
        if not isinstance(variables, Formula):
            variables = self.owner.every(self.owner.var(at) for at in variables)
        handle, cube = self.handle, self._mine(variables)
        return self.owner.make(lambda: handle.exists(cube))

    @property
    def is_false(self) -> bool:
        """Whether no row satisfies it.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> Diagrams(["a"]).false.is_false
            True
        """
        return not self.handle.satisfiable()

    @property
    def is_true(self) -> bool:
        """Whether every row satisfies it.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> Diagrams(["a"]).true.is_true
            True
        """
        return bool(self.handle.valid())

    @property
    def count(self) -> int:
        """How many rows of variables satisfy it, exactly.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> Diagrams(["a", "b"]).true.count
            4
        """
        return int(self.handle.sat_count(len(self.owner.names)))

    @property
    def size(self) -> int:
        """How many nodes its diagram has.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> Diagrams(["a"]).var(0).size > 0
            True
        """
        return int(self.handle.node_count())

    def holds(self, trues: frozenset[int]) -> bool:
        """Return whether it holds for the row in which exactly these variables are true.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> d = Diagrams(["a", "b"])
            >>> d.var(1).holds(frozenset({1})), d.var(1).holds(frozenset())
            (True, False)
        """
        row = [(at, at in trues) for at in range(len(self.owner.names))]
        return bool(self.handle.eval(row))

    def split(self) -> tuple[int, Formula, Formula] | None:
        """Return the top variable with the halves where it is true and false; None for a leaf.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> d = Diagrams(["a"])
            >>> d.var(0).split()[0], d.true.split() is None
            (0, True)
        """
        in_time()
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
