"""How many scenarios: exact numbers for the shipped rulebook, one of a folder, or a loaded one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nocontact.facts import Scenario
from nocontact.proof import ScenarioCounts, counted
from nocontact.proof.region import Region
from nocontact.proof.usual_regions import USUAL_REGIONS
from nocontact.recommendation.rulebook_loading import Rulebook
from nocontact.rulebook import CheckedRulebase


def stats(
    rulebook: str | Path | CheckedRulebase | None = None,
    scenario: Scenario | None = None,
    *,
    regions: Iterable[Region] = USUAL_REGIONS,
) -> ScenarioCounts:
    """Count the scenarios in which each rule fires, each level holds, each tactic is a step.

    The numbers are exact. Their shares are shares of combinations of answers, never of people.
    Nearly every combination of all answers holds some sign of danger, so counts are given within
    named regions too.

    Args:
        rulebook: a folder, a loaded rulebook, or None for the shipped one.
        scenario: a partial scenario; only its completions are counted. None for all scenarios.
        regions: where to count.

    Raises:
        RulebookError: when the rules have a problem.
        ProofError: when oxidd is not installed (NC701), or the rules are too tangled for the
            budget (NC702).

    Examples:
        >>> counts = stats(scenario=Scenario(reach_out="often"))
        >>> counts.of("finding", "wall", "none"), counts.of("finding", "wall", "lock") > 10**25
        (0, True)
    """
    facts = scenario.flat() if scenario is not None else None
    if isinstance(rulebook, CheckedRulebase):
        return counted(rulebook, facts, regions)
    model = Scenario if scenario is None else type(scenario)
    return counted(Rulebook.load(rulebook, scenario=model), facts, regions)
