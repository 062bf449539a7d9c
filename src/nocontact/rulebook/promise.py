"""A promise: one plain sentence about every scenario, and the formula that it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nocontact.diagnostics import Span
from nocontact.rulebook.condition import Condition
from nocontact.rulebook.rule import Cited

Bound = Literal["never_lowers", "never_raises", "keeps"]


@dataclass(frozen=True, slots=True)
class Promise:
    """What the rulebook promises for every scenario there is.

    A promise has one of two forms. *Implication*: whenever `when` holds, `then` holds.
    *Comparison of neighbours*: changing only the facts in `vary` (upwards when `upward`) keeps,
    never lowers or never raises the subjects in `bounds`, wherever `when` holds.

    Attributes:
        id: name of the promise.
        says: the plain sentence.
        when: where it applies.
        then: what holds there; None for a comparison.
        vary: flat facts that change; empty for an implication.
        upward: whether they only rise on their scale (unknown is not on the scale).
        bounds: (subject, bound) pairs; a subject is a finding, `status.<tactic>` or
            `step.<tactic>`.
        sources: what the promise rests on.

    Examples:
        >>> from nocontact.rulebook.condition import ALWAYS
        >>> p = Promise("wall-holds", "It holds.", ALWAYS, None, ("hope",), True,
        ...             (("wall", "keeps"),), (35,))
        >>> p.is_comparison
        True
    """

    id: str
    says: str
    when: Condition
    then: Condition | None
    vary: tuple[str, ...]
    upward: bool
    bounds: tuple[tuple[str, Bound], ...]
    sources: tuple[Cited, ...]
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def is_comparison(self) -> bool:
        """True when the promise compares neighbouring scenarios.

        Examples:
            >>> from nocontact.rulebook.condition import ALWAYS
            >>> Promise("p", "It holds.", ALWAYS, ALWAYS, (), False, (), (35,)).is_comparison
            False
        """
        return bool(self.vary)
