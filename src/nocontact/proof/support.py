"""The variables that formulas depend on."""

from __future__ import annotations

from nocontact.proof.diagrams import Formula


class Support:
    """Finds the variables of formulas; what formulas share is looked at once.

    Examples:
        >>> from nocontact.proof.diagrams import Diagrams
        >>> d = Diagrams(["a", "b", "c"])
        >>> sorted(Support().of(d.var(0) & d.var(2)))
        [0, 2]
        >>> Support().of(d.var(0) | ~d.var(0))
        frozenset()
    """

    def __init__(self) -> None:
        self._known: dict[Formula, frozenset[int]] = {}

    def of(self, formula: Formula) -> frozenset[int]:
        """Return the variables that a formula depends on.

        Examples:
            >>> from nocontact.proof.diagrams import Diagrams
            >>> sorted(Support().of(Diagrams(["a"]).var(0)))
            [0]
        """
        waiting = [formula]
        while waiting:
            node = waiting[-1]
            halves = node.split()
            below = halves[1:] if halves else ()
            missing = [half for half in below if half not in self._known]
            if missing:
                waiting += missing
                continue
            waiting.pop()
            own = frozenset({halves[0]}) if halves else frozenset[int]()
            self._known[node] = own.union(*(self._known[half] for half in below))
        return self._known[formula]
