"""Rules-based decision support for healthy disengagement, with an explained answer.

`import nocontact` loads no engine, no solver and no data-frame library; every name below is
loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nocontact.diagnostics import (
        Diagnostic,
        EngineDisagreement,
        EngineError,
        ExplanationDisagreement,
        ExplanationError,
        NocontactError,
        ProofError,
        Report,
        ResourceError,
        RulebookError,
        ScenarioError,
        TraceError,
        UnknownName,
    )
    from nocontact.facts import Scenario, scenario_from_path, scenario_from_text
    from nocontact.inference.trace import Trace
    from nocontact.notebook import explore
    from nocontact.recommendation import (
        Recommendation,
        Resource,
        ResourceDirectory,
        Rulebook,
        check,
        compare,
        prove,
        recommend,
        replay,
    )
    from nocontact.recommendation.interview import Interview
    from nocontact.recommendation.stats import stats

__version__ = "0.1.0"

_HOMES = {
    "nocontact.diagnostics": (
        "Diagnostic", "EngineDisagreement", "EngineError", "ExplanationDisagreement",
        "ExplanationError", "NocontactError", "ProofError",
        "Report", "ResourceError", "RulebookError", "ScenarioError", "TraceError",
        "UnknownName",
    ),
    "nocontact.facts": ("Scenario", "scenario_from_path", "scenario_from_text"),
    "nocontact.inference.trace": ("Trace",),
    "nocontact.notebook": ("explore",),
    "nocontact.recommendation": (
        "Recommendation", "Resource", "ResourceDirectory", "Rulebook", "check", "compare",
        "prove", "recommend", "replay",
    ),
    "nocontact.recommendation.interview": ("Interview",),
    "nocontact.recommendation.stats": ("stats",),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Diagnostic",
    "EngineDisagreement",
    "EngineError",
    "ExplanationDisagreement",
    "ExplanationError",
    "Interview",
    "NocontactError",
    "ProofError",
    "Recommendation",
    "Report",
    "Resource",
    "ResourceDirectory",
    "ResourceError",
    "Rulebook",
    "RulebookError",
    "Scenario",
    "ScenarioError",
    "Trace",
    "TraceError",
    "UnknownName",
    "check",
    "compare",
    "explore",
    "prove",
    "recommend",
    "replay",
    "scenario_from_path",
    "scenario_from_text",
    "stats",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'nocontact' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
