"""For the tests of any project that has its own facts, rulebook or engine.

Hypothesis strategies for scenarios and rulebooks, promises tried on single scenarios, a
conformance suite for engines, a runner for golden cases. Strategies need hypothesis (the extra
`nocontact[testing]`); every name below is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nocontact.testing.cases import (
        Case,
        Expectation,
        case_problems,
        cases_from_folder,
        cases_from_text,
    )
    from nocontact.testing.engine_conformance import run_engine_conformance
    from nocontact.testing.generated_rulebooks import rulebook_texts
    from nocontact.testing.promise_checking import promise_violation
    from nocontact.testing.strategies import (
        NO_SIGN,
        answered_scenarios,
        neighbours,
        scenarios,
        scenarios_near,
    )

_HOMES = {
    "cases": ("Case", "Expectation", "case_problems", "cases_from_folder", "cases_from_text"),
    "engine_conformance": ("run_engine_conformance",),
    "generated_rulebooks": ("rulebook_texts",),
    "promise_checking": ("promise_violation",),
    "strategies": ("NO_SIGN", "answered_scenarios", "neighbours", "scenarios", "scenarios_near"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "NO_SIGN",
    "Case",
    "Expectation",
    "answered_scenarios",
    "case_problems",
    "cases_from_folder",
    "cases_from_text",
    "neighbours",
    "promise_violation",
    "rulebook_texts",
    "run_engine_conformance",
    "scenarios",
    "scenarios_near",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'nocontact.testing' has no attribute {name!r}")
    value = getattr(import_module(f"nocontact.testing.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
