"""One edit of a rulebook: what was edited, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["rule", "decision", "tactic", "finding", "need", "planning", "shown"]
How: TypeAlias = Literal["added", "removed", "changed", "renamed", "moved", "reworded"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that was edited.

    Attributes:
        kind: what it is: a rule, all rules of a decision, a tactic, the scale of a finding, a
            need, another part of the planning, or the list of what is shown.
        name: its id.
        how: what became of it. `renamed`, `moved` and `reworded` change no recommendation.
        before: what it said.
        after: what it says.

    Examples:
        >>> str(Edit("rule", "wall.lock", "changed"))
        'rule wall.lock changed'
    """

    kind: Kind
    name: str
    how: How
    before: str = ""
    after: str = ""

    @property
    def may_count(self) -> bool:
        """Whether it can change what is recommended.

        Examples:
            >>> Edit("rule", "wall.lock", "reworded").may_count
            False
        """
        return self.how in ("added", "removed", "changed")

    def __str__(self) -> str:
        return f"{self.kind} {self.name} {self.how}" if self.name else f"{self.kind} {self.how}"
