"""Rules that can never fire."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.diagnostics import Diagnostic
from nocontact.proof.exact_context import ExactContext
from nocontact.rulebook import AllOf, Condition


def dead_rules(context: ExactContext) -> Iterator[Diagnostic]:
    """Find rules whose condition is true in no scenario (NC611)."""
    for rule in context.rulebase.rules:
        if rule.id not in context.fires:
            yield context.found(
                "NC611", f"the rule `{rule.id}` can never fire: it does in {context.nowhere}",
                rule.written.span, f"change its condition: {_why(context, rule.condition)}",
            )  # fmt: skip


def _why(context: ExactContext, condition: Condition) -> str:
    """Return the parts that clash, none of them superfluous."""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    for part in parts:
        fewer = tuple(each for each in parts if each is not part)
        if fewer and context.never(context.scenarios.rules.true(AllOf(fewer))):
            parts = fewer
    named = " and ".join(f"`{part}`" for part in parts)
    return f"{named} never holds" if len(parts) == 1 else f"{named} never hold together"
