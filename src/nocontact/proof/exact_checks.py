"""Every exact check in one list: what is wrong with a rulebook, proved for all scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.proof.all_scenarios import all_scenarios, alone_when_full
from nocontact.proof.budget import within
from nocontact.proof.dead_rules import dead_rules
from nocontact.proof.diagrams import SECONDS
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


def exact_problems(rulebase: CheckedRulebase, seconds: float = SECONDS) -> Iterator[Diagnostic]:
    """Yield what every exact check finds.

    All of it are warnings: a rulebook loads without the library for diagrams too, so what is
    refused cannot depend on it. A check that does not fit into the budget says so, as a warning
    (NC702, NC703), and the next one goes on.

    Args:
        rulebase: a checked rulebook.
        seconds: how long compiling the rules, and each check, may take.

    Raises:
        ProofError: when the library for diagrams is missing (NC701).

    Examples:
        >>> from nocontact import Rulebook
        >>> list(exact_problems(Rulebook.load()))
        []
    """
    try:
        all_scenarios(rulebase, seconds=seconds)
    except ProofError as error:
        yield from _unfinished(error)
        return
    for check in EXACT_CHECKS:
        try:
            yield from _checked(check, rulebase, seconds)
        except ProofError as error:
            yield from _unfinished(error)


@alone_when_full
def _checked(check: ExactCheck, rulebase: CheckedRulebase, seconds: float) -> list[Diagnostic]:
    context = ExactContext(all_scenarios(rulebase, seconds=seconds))
    with within(seconds, f"looking for {check.__name__.replace('_', ' ')}"):
        return list(check(context))


def _unfinished(error: ProofError) -> Iterator[Diagnostic]:
    if any(each.code == "NC701" for each in error.diagnostics):
        raise error
    yield from (replace(each, severity="warning") for each in error.diagnostics)
