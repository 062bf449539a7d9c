"""Some of all scenarios, by name: where a condition holds."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.rulebook import ALWAYS, CheckedRulebase, Condition


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


EVERYWHERE = Region("all scenarios", ALWAYS)
"""Every combination of answers, unknown ones too."""


def usual_regions(rulebase: CheckedRulebase) -> tuple[Region, ...]:
    """Return where counts are given unless other regions are asked for: those of the rulebook.

    Examples:
        >>> from nocontact import Rulebook
        >>> [each.name for each in usual_regions(Rulebook.load())]
        ['all scenarios', 'safety questions answered, no sign']
    """
    return (EVERYWHERE, *(Region(name, at) for name, at in rulebase.metadata.regions.items()))
