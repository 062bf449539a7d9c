"""How many scenarios: exact numbers for the shipped rulebook, one of a folder, or a loaded one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nocontact.facts import Answers
from nocontact.proof import ScenarioCounts, counted
from nocontact.proof.region import Region
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase


def stats(
    rulebook: str | Path | CheckedRulebase | None = None,
    scenario: Answers | Mapping[str, Any] | None = None,
    *,
    regions: Iterable[Region] | None = None,
) -> ScenarioCounts:
    """Count the scenarios in which each rule fires, each level holds, each tactic is a step.

    The numbers are exact. Their shares are shares of combinations of answers, never of people.
    Nearly every combination of all answers holds some sign of danger, so counts are given within
    named regions too.

    Args:
        rulebook: a folder, a loaded rulebook, or None for the shipped one.
        scenario: a partial scenario; only its completions are counted. None for all scenarios.
        regions: where to count; those that speak of something else are left out. None for those
            of the rulebook.

    Raises:
        RulebookError: when the rules have a problem.
        ProofError: when oxidd is not installed (NC701), or the rules are too tangled for the
            budget (NC702).

    Examples:
        >>> from nocontact import Scenario
        >>> counts = stats(scenario=Scenario(staying_away="nothing_holds"))
        >>> counts.of("finding", "wall", "none"), counts.of("finding", "wall", "lock") > 10**25
        (0, True)
    """
    rulebase = loaded(rulebook)
    facts = None if scenario is None else answers_for(rulebase, scenario).flat()
    return counted(rulebase, facts, regions)
