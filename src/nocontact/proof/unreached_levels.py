"""Levels of findings that nobody ever has."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.diagnostics import Diagnostic
from nocontact.proof.exact_context import ExactContext
from nocontact.rulebook import Finding


def unreached_levels(context: ExactContext) -> Iterator[Diagnostic]:
    """Find levels, the lowest left out, that no scenario has (NC618).

    A finding that no rule raises at all (NC209), and a level that only dead rules raise to
    (NC611), are told there. The height of barriers has the levels that it has to have.
    """
    barriers = context.rulebase.policy.barriers
    for finding in context.rulebase.parsed.findings:
        if barriers and finding.name == barriers.height:
            continue
        raised = {level for rule in context.rulebase.rules for name, level in rule.raises
                  if name == finding.name}  # fmt: skip
        for level in finding.levels[1:] if raised else ():
            if context.never(context.scenarios.rules.is_level(finding.name, level)):
                yield from _unreached(context, finding, level, raised)


def _unreached(
    context: ExactContext, finding: Finding, level: str, raised: set[str]
) -> Iterator[Diagnostic]:
    alive = any((finding.name, level) in rule.raises for rule in context.rules)
    if level in raised and not alive:
        return
    why = "whoever reaches it is raised higher" if alive else "no rule raises to it"
    yield context.found(
        "NC618", f"`{finding.name}` is never `{level}`: it has this level in {context.nowhere}",
        context.names.places.saying(finding.span, level),
        f"remove the level, or change the rules: {why}")  # fmt: skip
