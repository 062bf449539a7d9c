"""How long why and why not take, on the shipped rulebook, once it is loaded.

Measure with `python -m pytest tests/benchmarks --benchmark-enable --benchmark-only`. Nothing
asserts a time.
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nocontact import Scenario, recommend

SCENARIO = Scenario.model_validate({
    "now_unsafe": "no", "self_harm_thoughts": "no", "danger_signs": ["none"], "afraid": "no",
    "private_device": "yes", "must_stay_in_touch": ["none"], "situation": "i_left",
    "commitment": "leaning", "aims": ["heal", "punish"], "hope": "some",
    "relieved_if_it_fails": "no", "pull": {"email": "always_look", "phone": "sometimes_look"},
    "reach_out": "often", "staying_away": "cannot", "times_gone_back": "3+",
    "partner_space": "keeps_trying", "how_i_am": ["low_most_days"], "support": ["none"],
})  # fmt: skip
ANSWER = recommend(SCENARIO, engine="reference")
SILENT = recommend(Scenario(), engine="reference")


@pytest.mark.parametrize("name", ["wall", "standing", "professional_help", "status.change_number"])
def test_why(benchmark: BenchmarkFixture, name: str) -> None:
    """The proof alone, down to the answers."""
    assert benchmark(ANSWER.why, name).sources


@pytest.mark.parametrize("name", ["proceed", "change_number", "block_social", "planned_move_out"])
def test_why_not(benchmark: BenchmarkFixture, name: str) -> None:
    """Every rule that could have given it, evaluated to the end."""
    assert not benchmark(ANSWER.why_not, name).present


def test_why_when_nothing_was_said(benchmark: BenchmarkFixture) -> None:
    """What is open is looked for all the way down."""
    assert benchmark(SILENT.why, "status.change_number").rules


def test_why_as_text(benchmark: BenchmarkFixture) -> None:
    """The proof with its document, as text."""
    assert benchmark(lambda: ANSWER.why("wall").to_text())
