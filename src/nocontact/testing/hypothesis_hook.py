"""What hypothesis calls when it is imported, so that `st.from_type(Scenario)` works.

The project names this function as an entry point of the group `hypothesis`. It loads the facts
and nothing else; strategies are made when they are asked for.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Tell hypothesis how to make a `Scenario`.

    Examples:
        >>> from hypothesis import strategies as st
        >>> from nocontact.facts import Scenario
        >>> register()
        >>> from hypothesis import find
        >>> find(st.from_type(Scenario), lambda scenario: True).answers()
        {}
    """
    from hypothesis import strategies as st

    from nocontact.facts import Scenario

    st.register_type_strategy(Scenario, _scenarios)


def _scenarios(model: Any) -> Any:
    from nocontact.testing.strategies import scenarios

    return scenarios(model)
