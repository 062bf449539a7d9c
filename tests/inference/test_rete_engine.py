"""The Rete engine gives the answers of the reference engine, for any rulebook and any row."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.diagnostics import EngineError
from nocontact.facts import UNKNOWN, Question, Scenario, Vocabulary
from nocontact.inference import ReferenceEngine, durable_host
from nocontact.inference.positive_form import Membership
from nocontact.inference.property_tests import codes_of, property_tests
from nocontact.inference.rete_engine import Plan, ReteEngine, plan_of, rete_available
from nocontact.inference.rete_network import (
    MOST_BRANCHES,
    MOST_RULES,
    MOST_SUBJECTS,
    Network,
    networks_of,
)
from nocontact.recommendation import Rulebook
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_rulebooks import checked, rulebook_texts

needs_durable = pytest.mark.skipif(
    not rete_available(), reason="durable-rules is not installed, or cannot be loaded here"
)
SHIPPED = Vocabulary.of(Scenario)


def agree(rulebase: CheckedRulebase, row: Mapping[str, str]) -> None:
    expected = ReferenceEngine().infer(rulebase, row)
    found = ReteEngine().infer(rulebase, row)
    assert found == expected
    assert list(found.findings) == list(expected.findings)


def networks(plan: Plan) -> Iterator[Network]:
    return (network for stage in plan.stages for network in stage.values())


def large_rulebook(rules: int, seed: int) -> CheckedRulebase:
    """Return a rulebook far over every bound of a single network."""
    chosen = random.Random(seed)
    facts = list(SHIPPED)

    def comparison() -> dict[str, Any]:
        name = chosen.choice(facts)
        return {name: {chosen.choice(("is", "is_not")): chosen.choice(SHIPPED[name].answers)}}

    written = [
        {"id": f"d.r{at}", "when": {"all": [comparison() for _ in range(1 + at % 3)]},
         "then": {f"f{at % 40}": "yes"}, "because": "It may help.", "source": [1]}
        for at in range(rules)
    ]  # fmt: skip
    return checked(files_of(written, 40), SHIPPED)


def files_of(rules: list[dict[str, Any]], findings: int) -> dict[str, str]:
    """Return the files of a rulebook with one decision."""
    files = {
        "rulebook.yaml": {"name": "large", "version": "1.0.0", "date": "2026-01-01"},
        "sources.yaml": {"article": {"title": "T", "paragraphs": {"1": {"gist": "G"}}},
                         "excluded": {}, "entries": {}},
        "d.yaml": {"decision": "d", "asks": "What now?", "source": [1], "rules": rules,
                   "finding": {f"f{at}": "yes_no" for at in range(findings)}},
    }  # fmt: skip
    return {name: json.dumps(content) for name, content in files.items()}


@needs_durable
def test_a_large_rulebook_is_spread_over_networks_within_bounds() -> None:
    rulebase = large_rulebook(900, seed=1)
    found = list(networks(plan_of(rulebase)))
    assert len(found) > 3
    assert all(len(network.chains) <= MOST_RULES + 1 for network in found)
    assert all(len(network.properties) <= MOST_SUBJECTS for network in found)
    chosen = random.Random(2)
    for _ in range(50):
        row = {name: chosen.choice((UNKNOWN, *fact.answers)) for name, fact in SHIPPED.items()}
        agree(rulebase, row)


@needs_durable
def test_one_rule_may_ask_about_more_than_a_message_can_hold() -> None:
    names = [f"q{at}" for at in range(300)]
    vocabulary = Vocabulary(Question(name, "one", "", ("no", "yes")) for name in names)
    whole = {"all": [{name: "yes"} for name in names]}
    some = {"any": [{"not": {name: "yes"}} for name in names]}
    rulebase = checked(files_of([
        {"id": "d.all", "when": whole, "then": {"f0": "yes"}, "because": "So.", "source": [1]},
        {"id": "d.any", "when": some, "then": {"f1": "yes"}, "because": "So.", "source": [1]},
    ], 2), vocabulary)  # fmt: skip
    row = dict.fromkeys(names, "yes")
    for changed in ({}, {"q0": "no"}, {"q299": UNKNOWN}, {"q200": UNKNOWN, "q7": "no"}):
        agree(rulebase, row | changed)


def test_many_values_of_one_subject_are_spread_too() -> None:
    values = tuple(f"v{at}" for at in range(900))
    concluded = {
        f"r{at}": (frozenset((Membership("x", frozenset((value,))),)),)
        for at, value in enumerate(values)
    }
    found = networks_of(concluded, {"x": codes_of(values)})
    assert sum(len(network.chains) - 1 for network in found) == 900
    assert all(len(network.chains) <= min(MOST_RULES, MOST_BRANCHES) + 1 for network in found)


@given(st.integers(2, 60), st.data())
def test_comparisons_pass_for_the_values_of_the_set_only(size: int, data: st.DataObject) -> None:
    values = tuple(f"v{at}" for at in range(size))
    wanted = data.draw(st.sets(st.sampled_from(values), min_size=1, max_size=size - 1))
    codes = codes_of(values)
    tests = property_tests(Membership("x", frozenset(wanted)), codes)
    assert {v for v in values if all(test.passes(codes[v]) for test in tests)} == wanted


@pytest.mark.parametrize("size", [2, 26, 27, 700])
def test_codes_are_of_one_length_and_sort_as_the_values_do(size: int) -> None:
    codes = list(codes_of([f"v{at}" for at in range(size)]).values())
    assert codes == sorted(set(codes))
    assert len({len(code) for code in codes}) == 1


@given(rulebook_texts())
def test_what_a_stage_reads_is_settled_before_it(texts: dict[str, str]) -> None:
    plan = plan_of(checked(texts))
    settled_later: set[str] = set()
    for stage in reversed(plan.stages):
        heads = {h for each in stage.values() for group in each.heads.values() for h in group}
        settled_later |= {finding for head in heads for finding, _ in plan.raises[head]}
        assert not settled_later & {name for each in stage.values() for name in each.properties}


def test_only_what_a_network_reads_crosses_the_border() -> None:
    for network in networks(plan_of(Rulebook.load())):
        read = {test.subject for chain in network.chains.values() for test in chain}
        assert set(network.properties) == read


def test_without_durable_rules_the_engine_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError("No module named 'durable'")

    monkeypatch.setattr(durable_host, "_durable", missing)
    monkeypatch.setattr(durable_host.HOST, "_loaded", type(durable_host.HOST._loaded)())
    with pytest.raises(EngineError, match="NC502: the Rete engine needs durable-rules"):
        ReteEngine().infer(Rulebook.load(), SHIPPED.blank())


def test_the_plan_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "from nocontact.recommendation import Rulebook\n"
        "from nocontact.inference.rete_engine import plan_of\n"
        "print(plan_of(Rulebook.load()).digest)"
    )
    seen = {
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True,
                       env={**os.environ, "PYTHONHASHSEED": seed}, timeout=60).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(seen) == 1
