"""Which engine answers: both and in agreement, or one by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from nocontact.diagnostics import Diagnostic, EngineError, nearest, shown
from nocontact.inference.checked_engine import agreed
from nocontact.inference.outcome import Outcome
from nocontact.inference.reference_engine import ReferenceEngine
from nocontact.inference.rete_engine import ReteEngine, rete_available
from nocontact.rulebook import CheckedRulebase

EngineName = Literal["checked", "reference", "rete"]
ENGINES: tuple[EngineName, ...] = ("checked", "reference", "rete")
_REFERENCE = ReferenceEngine()
_RETE = ReteEngine()


def answered(
    rulebase: CheckedRulebase, facts: Mapping[str, str], engine: EngineName
) -> tuple[Outcome, tuple[str, ...]]:
    """Return the outcome, and the names of the engines that gave it.

    Args:
        rulebase: a checked rulebase.
        facts: an answer, or `unknown`, for every fact.
        engine: `checked` asks both engines and shows nothing unless they agree; where
            durable-rules is not installed the reference engine answers alone. `reference` and
            `rete` ask one.

    Raises:
        EngineDisagreement: when the two engines differ (NC501).
        EngineError: when there is no such engine, or it is not installed (NC502).

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> facts = Scenario(staying_away="nothing_holds").flat()
        >>> outcome, engines = answered(Rulebook.load(), facts, "reference")
        >>> outcome.findings["wall"], engines
        ('lock', ('reference',))
    """
    if engine not in ENGINES:
        name = shown(str(engine))
        said, way_out = f"there is no engine `{name}`", f"use one of: {', '.join(ENGINES)}"
        raise EngineError(
            [
                Diagnostic(
                    "NC502",
                    said,
                    found=name,
                    expected=ENGINES,
                    nearest=nearest(name, ENGINES),
                    help=way_out,
                )
            ]
        )
    if engine == "reference" or (engine == "checked" and not rete_available()):
        return _REFERENCE.infer(rulebase, facts), (_REFERENCE.name,)
    if engine == "rete":
        return _RETE.infer(rulebase, facts), (_RETE.name,)
    return agreed(_REFERENCE, _RETE, rulebase, facts), (_REFERENCE.name, _RETE.name)
