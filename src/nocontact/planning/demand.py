"""One need of one person, with the tactics that are permitted for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from nocontact.rulebook import Cited


@dataclass(frozen=True, slots=True)
class Demand:
    """Something a plan has to meet: any one of `single`, or any two of `double`.

    Attributes:
        need: id of the need; a wall need is `wall.<channel>.<direction>`.
        section: where it is shown.
        because: why it is there.
        sources: what it rests on.
        single: permitted tactics that meet it alone, most preferred first.
        double: permitted tactics of which two together meet it, most preferred first.
        wanted: the height wanted, for a wall need.
        reached: the best height that is permitted, for a wall need.

    Examples:
        >>> demand = Demand("talk", "help", "Talk.", (41,), ("trusted_person",))
        >>> demand.met_by({"trusted_person"}), demand.met_by(set())
        (True, False)
    """

    need: str
    section: str
    because: str
    sources: tuple[Cited, ...]
    single: tuple[str, ...]
    double: tuple[str, ...] = ()
    wanted: str | None = None
    reached: str | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The most preferred tactics that meet it; empty when nothing is permitted.

        Examples:
            >>> Demand("a", "wall", "", (), (), ("x", "y", "z")).chosen
            ('x', 'y')
        """
        return self.single[:1] or self.double[:2]

    @property
    def open(self) -> bool:
        """True when the plan cannot meet it, or not as high as wanted.

        Examples:
            >>> Demand("a", "help", "", (), ()).open
            True
        """
        return not self.chosen or self.wanted != self.reached

    def met_by(self, steps: Collection[str]) -> bool:
        """Return whether these steps meet it, as far as anything permitted can.

        Examples:
            >>> Demand("a", "wall", "", (), (), ("x", "y", "z")).met_by({"x", "z"})
            True
        """
        if not self.chosen or any(tactic in steps for tactic in self.single):
            return True
        return bool(self.double) and sum(tactic in steps for tactic in self.double) >= 2
