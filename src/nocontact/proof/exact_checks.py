"""Every exact check in one list: what is wrong with a rulebook, proved for all scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.proof.all_scenarios import all_scenarios
from nocontact.proof.dead_rules import dead_rules
from nocontact.proof.exact_context import ExactContext
from nocontact.proof.idle_facts import idle_facts
from nocontact.proof.idle_tactics import idle_needs, idle_tactics
from nocontact.proof.redundant_conditions import redundant_conditions
from nocontact.proof.shadowed_rules import shadowed_rules
from nocontact.proof.unreached_levels import unreached_levels
from nocontact.rulebook import CheckedRulebase

ExactCheck = Callable[[ExactContext], Iterator[Diagnostic]]

EXACT_CHECKS: tuple[ExactCheck, ...] = (
    dead_rules,
    shadowed_rules,
    redundant_conditions,
    idle_facts,
    idle_tactics,
    unreached_levels,
    idle_needs,
)
"""Every exact check, in the order in which they run."""


def exact_problems(rulebase: CheckedRulebase) -> Iterator[Diagnostic]:
    """Yield what every exact check finds.

    All of it are warnings: a rulebook loads without the library for diagrams too, so what is
    refused cannot depend on it.

    Args:
        rulebase: a checked rulebook.

    Raises:
        ProofError: when the library for diagrams is missing (NC701). Rules that do not fit into
            its budget are told as a warning instead (NC702).

    Examples:
        >>> from nocontact import Rulebook
        >>> list(exact_problems(Rulebook.load()))
        []
    """
    try:
        context = ExactContext(all_scenarios(rulebase))
        for check in EXACT_CHECKS:
            context.scenarios.space.diagrams.stage = check.__name__.replace("_", " ")
            yield from check(context)
    except ProofError as error:
        if any(each.code == "NC701" for each in error.diagnostics):
            raise
        yield from (replace(each, severity="warning") for each in error.diagnostics)
