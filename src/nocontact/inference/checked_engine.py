"""Two engines, one answer: what they do not agree on is never shown."""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.diagnostics import Diagnostic, EngineDisagreement
from nocontact.inference.outcome import Engine, Outcome
from nocontact.rulebook import CheckedRulebase


def agreed(
    first: Engine, second: Engine, rulebase: CheckedRulebase, facts: Mapping[str, str]
) -> Outcome:
    """Return the answer that both engines give.

    Raises:
        EngineDisagreement: when they differ in a finding or in a fired rule; both answers are
            inside, and the message names rules and findings, never answers.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.inference import ReferenceEngine
        >>> one, other = ReferenceEngine(), ReferenceEngine()
        >>> person = Scenario(staying_away="nothing_holds")
        >>> agreed(one, other, Rulebook.load(), person.flat()).findings["wall"]
        'lock'
    """
    one = first.infer(rulebase, facts)
    two = second.infer(rulebase, facts)
    if dict(one.findings) == dict(two.findings) and set(one.fired) == set(two.fired):
        return one
    findings = sorted(
        name for name in {*one.findings, *two.findings}
        if one.findings.get(name) != two.findings.get(name)
    )  # fmt: skip
    rules = sorted(set(one.fired) ^ set(two.fired))
    raise EngineDisagreement([Diagnostic(
        "NC501",
        f"the {first.name} and {second.name} engines disagree on "
        f"{', '.join([*findings[:5], *rules[:5]])}",
        help="do not use this answer; report the rulebook version and the names above",
    )], (one, two))  # fmt: skip
