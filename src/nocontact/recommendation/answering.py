"""Which engines answer: two that agree, or one by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from nocontact.diagnostics import Diagnostic, EngineError, nearest, shown
from nocontact.inference import Engine, Outcome, ReferenceEngine
from nocontact.inference.checked_engine import agreed
from nocontact.inference.rete_engine import ReteEngine, rete_available
from nocontact.proof.diagram_engine import DiagramEngine
from nocontact.rulebook import CheckedRulebase

EngineName = Literal["checked", "reference", "rete", "diagrams"]
ENGINES: tuple[EngineName, ...] = ("checked", "reference", "rete", "diagrams")
_REFERENCE, _RETE, _DIAGRAMS = ReferenceEngine(), ReteEngine(), DiagramEngine()


def answered(
    rulebase: CheckedRulebase, facts: Mapping[str, str], engine: EngineName
) -> tuple[Outcome, tuple[str, ...]]:
    """Return the outcome, and the names of the engines that gave it.

    Args:
        rulebase: a checked rulebase.
        facts: an answer, or `unknown`, for every fact.
        engine: `checked` asks the reference engine and a second one, and shows nothing unless
            they agree. The second is `rete` where durable-rules is installed, else `diagrams`.
            Rules too tangled for diagrams are then answered by the reference engine alone, and
            one name comes back. Any other name asks that engine.

    Raises:
        EngineDisagreement: when the two engines differ (NC501).
        EngineError: when there is no such engine, or it cannot answer here (NC502, NC503, NC508).

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> facts = Scenario(staying_away="nothing_holds").flat()
        >>> outcome, engines = answered(Rulebook.load(), facts, "diagrams")
        >>> outcome.findings["wall"], engines
        ('lock', ('diagrams',))
    """
    first: Engine = _REFERENCE
    second: Engine | None = None
    match engine:
        case "checked":
            second = _second(rulebase)
        case "rete":
            first = _RETE
        case "diagrams":
            first = _DIAGRAMS
        case "reference":
            pass
        case _:
            raise _no_such_engine(engine)
    if second is None:
        return first.infer(rulebase, facts), (first.name,)
    return agreed(first, second, rulebase, facts), (first.name, second.name)


def _second(rulebase: CheckedRulebase) -> Engine | None:
    """Return the engine that answers beside the reference engine."""
    if rete_available():
        return _RETE
    return _DIAGRAMS if _DIAGRAMS.refusal(rulebase) is None else None


def _no_such_engine(engine: str) -> EngineError:
    name = shown(str(engine))
    return EngineError([Diagnostic(
        "NC502", f"there is no engine `{name}`", found=name, expected=ENGINES,
        nearest=nearest(name, ENGINES), help=f"use one of: {', '.join(ENGINES)}",
    )])  # fmt: skip
