"""How long one answer takes, engine by engine, beside the same rules in plain Python.

Measure with `python -m pytest tests/benchmarks --benchmark-enable --benchmark-only`. In an
ordinary run each body runs once, to see that all give the same answer. Nothing asserts a time.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nocontact import Rulebook, Scenario, recommend
from nocontact.facts import UNKNOWN
from nocontact.inference import ReferenceEngine
from nocontact.inference.rete_engine import ReteEngine, rete_available
from nocontact.inference.tracing import trace_of
from nocontact.proof.diagram_engine import DiagramEngine

SCENARIO = Scenario.model_validate({
    "now_unsafe": "no", "self_harm_thoughts": "no", "danger_signs": ["none"], "afraid": "no",
    "private_device": "yes", "must_stay_in_touch": ["none"], "situation": "i_left",
    "commitment": "committed", "aims": ["heal"], "hope": "none", "relieved_if_it_fails": "no",
    "pull": {"email": "always_look"}, "reach_out": "sometimes", "staying_away": "cannot",
    "times_gone_back": "1", "partner_space": "keeps_trying", "how_i_am": ["none"],
    "support": ["trusted_person"],
})  # fmt: skip
RULEBASE = Rulebook.load()
FACTS = SCENARIO.flat()
needs_rete = pytest.mark.skipif(not rete_available(), reason="durable-rules is not installed")


def _plain() -> ModuleType:
    path = Path(__file__).with_name("plain_python.py")
    spec = importlib.util.spec_from_file_location("plain_python", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_plain_python_function(benchmark: BenchmarkFixture) -> None:
    """The lower bound: findings and fired rules, no trace."""
    plain = _plain().plain_function(RULEBASE)
    findings, fired = benchmark(plain, FACTS)
    outcome = ReferenceEngine().infer(RULEBASE, FACTS)
    assert findings == dict(outcome.findings)
    assert tuple(fired) == outcome.fired


def test_plain_python_agrees_with_the_reference_engine_on_any_row() -> None:
    """From nothing known to everything known."""
    plain, engine, chosen = _plain().plain_function(RULEBASE), ReferenceEngine(), Random(4)
    for _ in range(400):
        share = chosen.choice((0, 0.2, 0.5, 0.8, 0.95))
        facts = {
            name: UNKNOWN if chosen.random() < share else chosen.choice(fact.answers)
            for name, fact in RULEBASE.vocabulary.items()
        }
        outcome = engine.infer(RULEBASE, facts)
        assert plain(facts) == (dict(outcome.findings), list(outcome.fired))


def test_reference_engine_without_trace(benchmark: BenchmarkFixture) -> None:
    """Findings and fired rules by the reference engine."""
    outcome = benchmark(ReferenceEngine().infer, RULEBASE, FACTS)
    assert outcome.findings["wall"] == "lock"


def test_reference_engine_with_trace(benchmark: BenchmarkFixture) -> None:
    """The same, with the trace: which rule fired on which answers, citing what."""

    def traced() -> object:
        outcome = ReferenceEngine().infer(RULEBASE, FACTS)
        return trace_of(RULEBASE, FACTS, {}, outcome, ("reference",))

    assert benchmark(traced)


@needs_rete
def test_rete_engine_without_trace(benchmark: BenchmarkFixture) -> None:
    """Findings and fired rules through the Rete network."""
    ReteEngine().infer(RULEBASE, FACTS)  # loads the rules once
    outcome = benchmark(ReteEngine().infer, RULEBASE, FACTS)
    assert outcome == ReferenceEngine().infer(RULEBASE, FACTS)


def test_diagram_engine_without_trace(benchmark: BenchmarkFixture) -> None:
    """Findings and fired rules by walks through compiled diagrams, once they are compiled."""
    engine = DiagramEngine()
    assert engine.refusal(RULEBASE) is None
    outcome = benchmark(engine.infer, RULEBASE, FACTS)
    assert outcome == ReferenceEngine().infer(RULEBASE, FACTS)


def test_whole_recommendation_by_reference(benchmark: BenchmarkFixture) -> None:
    """Everything a person sees, by one engine: plan, verdicts, questions, notes, trace."""
    assert benchmark(recommend, SCENARIO, engine="reference").wall == "lock"


@needs_rete
def test_whole_recommendation_checked(benchmark: BenchmarkFixture) -> None:
    """Everything a person sees, when both engines have to agree."""
    assert benchmark(recommend, SCENARIO, engine="checked").wall == "lock"
