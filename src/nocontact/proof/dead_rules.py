"""Rules that can never fire."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.diagnostics import Diagnostic
from nocontact.proof.exact_context import ExactContext


def dead_rules(context: ExactContext) -> Iterator[Diagnostic]:
    """Find rules whose condition is true in no scenario (NC611).

    Examples:
        >>> dead_rules.__name__
        'dead_rules'
    """
    for rule in context.rulebase.rules:
        if rule.id not in context.fires:
            yield context.found(
                "NC611", f"the rule `{rule.id}` can never fire: it does in {context.nowhere}",
                rule.written.span, f"its condition contradicts itself, the rules before it, or "
                f"what can be answered: {rule.condition}")  # fmt: skip
