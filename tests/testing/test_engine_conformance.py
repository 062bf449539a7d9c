"""The conformance suite passes an engine that agrees, and names where another does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from nocontact import Rulebook, Scenario
from nocontact.inference import Outcome, ReferenceEngine
from nocontact.rulebook import CheckedRulebase
from nocontact.testing import run_engine_conformance

RULEBASE = Rulebook.load()
SCENARIOS = [Scenario(), Scenario(staying_away="cannot"), Scenario(self_harm_thoughts="yes")]


class Forgetful:
    """Forgets the last rule that fired, and keeps every wall low."""

    name = "forgetful"

    def infer(self, rulebase: CheckedRulebase, facts: Mapping[str, str]) -> Outcome:
        found = ReferenceEngine().infer(rulebase, facts)
        return replace(found, findings={**found.findings, "wall": "none"}, fired=found.fired[:-1])


def test_an_engine_that_agrees_passes_and_the_scenarios_are_counted() -> None:
    assert run_engine_conformance(ReferenceEngine(), RULEBASE, SCENARIOS) == 3
    rows = (scenario.flat() for scenario in SCENARIOS)
    assert run_engine_conformance(ReferenceEngine(), RULEBASE, rows) == 3


def test_an_engine_that_differs_is_named_with_what_it_missed() -> None:
    with pytest.raises(AssertionError) as caught:
        run_engine_conformance(Forgetful(), RULEBASE, [SCENARIOS[1]])
    said = str(caught.value)
    assert said.startswith("the engine `forgetful` differs from the reference engine:")
    assert "`wall` is friction, not none" in said
    assert "does not fire" in said
    assert "'staying_away': 'cannot'" in said
