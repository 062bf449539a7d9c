"""In how many scenarios one thing is so, region by region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["rule", "finding", "status", "step"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What is counted: where a rule fires, a finding or a status stands at exactly a level, a tactic
is a step of the plan, now or later."""


@dataclass(frozen=True, slots=True)
class Count:
    """In how many scenarios of each region something is so.

    Attributes:
        kind: rule, finding, status or step.
        name: id of the rule, name of the finding, or id of the tactic.
        level: of the finding or status; empty for a rule and a step.
        scenarios: how many, in the order of the regions.

    Examples:
        >>> Count("finding", "wall", "lock", (4, 1)).scenarios
        (4, 1)
    """

    kind: Kind
    name: str
    level: str
    scenarios: tuple[int, ...]
