"""What hypothesis calls when it is imported, so that `st.from_type(Scenario)` works.

The project names this function as an entry point of the group `hypothesis`. Many projects import
hypothesis without a thought of this one, so nothing is loaded here until `Scenario` is.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

HOME = "nocontact.facts.scenario"


def register() -> None:
    """Tell hypothesis how to make a `Scenario`: now, or when the class is first imported.

    Examples:
        >>> from hypothesis import strategies as st
        >>> from nocontact.facts import Scenario
        >>> register()
        >>> from hypothesis import find
        >>> find(st.from_type(Scenario), lambda scenario: True).answers()
        {}
    """
    if HOME in sys.modules:
        _register_type()
    else:
        sys.meta_path.insert(0, _Later())


class _Later(MetaPathFinder):
    """Lets the home of `Scenario` be found as ever, registers the class after it, and goes."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != HOME:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def load_and_register(module: ModuleType) -> None:
                load(module)
                _register_type()

            spec.loader.exec_module = load_and_register  # type: ignore[method-assign]
        return spec


def _register_type() -> None:
    from hypothesis import strategies as st

    st.register_type_strategy(sys.modules[HOME].Scenario, _scenarios)


def _scenarios(model: Any) -> Any:
    from nocontact.testing.strategies import scenarios

    return scenarios(model)
