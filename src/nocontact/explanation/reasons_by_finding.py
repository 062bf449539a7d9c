"""Why something has the level it has: the rules that raised it, read from the trace."""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.explanation.reason import Reason
from nocontact.explanation.wording import Wording
from nocontact.inference.trace import Trace
from nocontact.rulebook import ENGLISH, CheckedRulebase, after_safety


def reasons_by_finding(
    rulebase: CheckedRulebase, trace: Trace, language: str = ENGLISH
) -> Mapping[str, tuple[Reason, ...]]:
    """Return, for every finding that was raised, the rules that raised it, strongest first.

    Of equally strong ones those of the safety part come first, the others in order of decision.

    Args:
        rulebase: the rules that were used.
        trace: the trace of the answer.
        language: language of the texts.

    Raises:
        ExplanationError: when the rulebook does not have the language (NC807).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(staying_away="nothing_holds"), engine="reference")
        >>> [reason.rule for reason in reasons_by_finding(rec.rulebase, rec.trace)["wall"]]
        ['wall.lock', 'wall.friction', 'wall.intention', 'wall.none']
    """
    words = Wording(rulebase, language)
    found: dict[str, list[Reason]] = {}
    for firing in trace.firings:
        because = words.because(firing.rule)
        spoken: dict[str, Reason] = {}
        for name, level in firing.raised:
            if level not in spoken:
                spoken[level] = Reason(firing.rule, level, because, firing.sources, firing.voice)
            found.setdefault(name, []).append(spoken[level])
    return {name: _strongest_first(rulebase, name, each) for name, each in found.items()}


def reasons_for(
    rulebase: CheckedRulebase, trace: Trace, finding: str, language: str = ENGLISH
) -> tuple[Reason, ...]:
    """Return the rules that raised one finding, in the same order.

    Args:
        rulebase: the rules that were used.
        trace: the trace of the answer.
        finding: a flat finding, such as `wall` or `status.change_number`.
        language: language of the texts.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(staying_away="nothing_holds"), engine="reference")
        >>> strongest = reasons_for(rec.rulebase, rec.trace, "wall")[0]
        >>> strongest.rule, strongest.sources
        ('wall.lock', (30, 35))
    """
    return reasons_by_finding(rulebase, trace, language).get(finding, ())


def _strongest_first(
    rulebase: CheckedRulebase, finding: str, reasons: list[Reason]
) -> tuple[Reason, ...]:
    if len(reasons) == 1:
        return (reasons[0],)
    rank = rulebase.findings[finding].rank
    return tuple(sorted(reasons, key=lambda each: (-rank(each.level), after_safety(each.voice))))
