"""Why something has the level it has: the rules that raised it, read from the trace."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.inference.trace import Trace
from nocontact.rulebook import CheckedRulebase, Cited


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that stands behind a finding or a status.

    Attributes:
        rule: id of the rule.
        level: the level it raised to.
        because: its plain sentence.
        sources: what it cites.
        voice: who speaks.

    Examples:
        >>> Reason("a.b", "held", "It can wait.", (43,), "article").level
        'held'
    """

    rule: str
    level: str
    because: str
    sources: tuple[Cited, ...]
    voice: str


def reasons_for(rulebase: CheckedRulebase, trace: Trace, finding: str) -> tuple[Reason, ...]:
    """Return the rules that raised a finding, strongest first, in order of decision.

    Args:
        rulebase: the rules that were used.
        trace: the trace of the answer.
        finding: a flat finding, such as `wall` or `status.change_number`.

    Examples:
        >>> reasons_for.__name__
        'reasons_for'
    """
    levels = rulebase.findings[finding].levels
    found = [
        Reason(f.rule, level, rulebase.rules_by_id[f.rule].because, f.sources, f.voice)
        for f in trace.firings
        for name, level in f.raised
        if name == finding
    ]
    return tuple(sorted(found, key=lambda reason: -levels.index(reason.level)))
