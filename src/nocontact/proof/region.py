"""Some of all scenarios, by name: where a condition holds."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.rulebook import Condition


@dataclass(frozen=True, slots=True)
class Region:
    """A named part of the space of scenarios.

    Attributes:
        name: a few plain words.
        condition: what holds there, over facts and findings.

    Examples:
        >>> from nocontact.rulebook import ALWAYS
        >>> Region("all scenarios", ALWAYS).name
        'all scenarios'
    """

    name: str
    condition: Condition
