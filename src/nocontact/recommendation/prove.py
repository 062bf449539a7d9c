"""Prove every promise of a rulebook: the shipped one, one of a folder, or a loaded one."""

from __future__ import annotations

from pathlib import Path

from nocontact.facts import Scenario
from nocontact.proof import ProofReport, proved
from nocontact.recommendation.rulebook_loading import Rulebook
from nocontact.rulebook import CheckedRulebase


def prove(
    rulebook: str | Path | CheckedRulebase | None = None,
    *,
    scenario: type[Scenario] = Scenario,
) -> ProofReport:
    """Return a proof for each promise, over every scenario there is.

    Args:
        rulebook: a folder, a loaded rulebook, or None for the shipped one.
        scenario: the scenario class whose questions the rules speak of.

    Returns:
        A report: `.held`, one proof for each promise with its counterexample, `.to_text()`,
        and `.to_json()`, a certificate that `nocontact prove --recheck` runs again.

    Raises:
        RulebookError: when the rules have a problem.
        ProofError: when oxidd is not installed (NC701), or the rules are too tangled for the
            budget (NC702).

    Examples:
        >>> report = prove()
        >>> report.held
        True
        >>> report["wall-never-falls"].says
        'Raising any measure of being tied, or of how hard it is, never lowers the wall.'
    """
    if isinstance(rulebook, CheckedRulebase):
        return proved(rulebook)
    return proved(Rulebook.load(rulebook, scenario=scenario))
