"""How long exact explanations take, once the diagram of the part is built.

Measure with `python -m pytest tests/benchmarks --benchmark-enable --benchmark-only`. In an
ordinary run each body runs once. Nothing asserts a time. The largest diagram is that of the step
`trusted_person`.
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nocontact import Recommendation, Scenario, recommend
from nocontact.explanation.claim import subject_named
from nocontact.proof.answer_diagram import answer_diagram

PARTS = ("wall", "stance", "help", "standing", "status.change_number", "step.trusted_person")
each_part = pytest.mark.parametrize("part", PARTS)


@pytest.fixture(scope="module")
def rec() -> Recommendation:
    """One person in the middle of it, with every diagram built."""
    found = recommend(Scenario.model_validate({
        "now_unsafe": "no", "self_harm_thoughts": "no", "danger_signs": ["none"], "afraid": "no",
        "private_device": "yes", "must_stay_in_touch": ["none"], "situation": "i_left",
        "commitment": "committed", "aims": ["heal"], "hope": "none", "relieved_if_it_fails": "no",
        "pull": {"email": "always_look"}, "reach_out": "sometimes", "staying_away": "cannot",
        "times_gone_back": "1", "partner_space": "keeps_trying", "how_i_am": ["none"],
        "support": ["trusted_person"],
    }), engine="reference")  # fmt: skip
    for part in PARTS:
        answer_diagram(found.rulebase, subject_named(found.rulebase, part))
    return found


@each_part
def test_enough(benchmark: BenchmarkFixture, rec: Recommendation, part: str) -> None:
    """One set of answers that is enough, looked at again by the reference engine."""
    assert benchmark(rec.enough, part).sets


@each_part
def test_every_set_that_is_enough(
    benchmark: BenchmarkFixture, rec: Recommendation, part: str
) -> None:
    """All of them."""
    assert benchmark(rec.enough, part, every=True).complete


@each_part
def test_unless(benchmark: BenchmarkFixture, rec: Recommendation, part: str) -> None:
    """Every smallest change, each looked at again."""
    assert benchmark(rec.unless, part).complete
