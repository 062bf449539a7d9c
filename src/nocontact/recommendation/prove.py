"""Prove every promise of a rulebook: the shipped one, one of a folder, or a loaded one."""

from __future__ import annotations

from pathlib import Path

from nocontact.facts import Answers
from nocontact.proof import NODES, SECONDS, ProofReport, proved
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase


def prove(
    rulebook: str | Path | CheckedRulebase | None = None,
    *,
    scenario: type[Answers] | None = None,
    nodes: int = NODES,
    seconds: float = SECONDS,
) -> ProofReport:
    """Return a proof for each promise, over every scenario there is.

    Args:
        rulebook: a folder, a loaded rulebook, or None for the shipped one.
        scenario: a class whose questions the rules speak of; None for those of the rulebook.
        nodes: how large the diagrams may grow: 6 million nodes are about 150 MB.
        seconds: how long compiling the rules may take, and then each promise.

    Returns:
        A report: `.held`, one proof for each promise with its counterexample, `.to_text()`,
        and `.to_json()`, a certificate that `nocontact prove --recheck` runs again. A promise
        that does not fit into the budget is `not_proved`, and the others are proved.

    Raises:
        RulebookError: when the rules have a problem.
        ProofError: when oxidd is not installed (NC701), or the rules themselves are too tangled
            for the budget of nodes (NC702) or of time (NC703).

    Examples:
        >>> report = prove()
        >>> report.held
        True
        >>> report["wall-never-falls"].verdict
        'held'
    """
    return proved(loaded(rulebook, scenario), nodes=nodes, seconds=seconds)
