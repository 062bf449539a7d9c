"""How long it takes to work out what to ask next; see `test_one_recommendation.py` for how to run.

What is built once for a rulebook is built before the clock starts.
"""

from __future__ import annotations

from itertools import islice

from pytest_benchmark.fixture import BenchmarkFixture

from nocontact import Interview, Rulebook, Scenario, recommend
from nocontact.explanation.asking.asking import open_questions, provisional

RULES = Rulebook.load()
HALF = Scenario.model_validate({
    "now_unsafe": "no", "self_harm_thoughts": "no", "danger_signs": ["none"], "afraid": "no",
    "children_at_risk": "no", "partner_self_harm_threat": "no", "private_device": "yes",
    "must_stay_in_touch": ["none"], "my_position": ["none"], "age_group": "adult",
    "pull": {"email": "always_look"}, "partner_space": "keeps_trying",
})  # fmt: skip


def test_ask_with_nothing_known(benchmark: BenchmarkFixture) -> None:
    """The most there is to look at: every question is open."""
    situation = recommend(Scenario(), rulebook=RULES, engine="reference").situation
    open_questions(situation)
    assert len(benchmark(open_questions, situation).counting) > 20


def test_ask_when_safety_is_known(benchmark: BenchmarkFixture) -> None:
    """About what a person has answered when the interview comes to the article."""
    situation = recommend(HALF, rulebook=RULES, engine="reference").situation
    open_questions(situation)
    assert benchmark(open_questions, situation).counting[0].share > 0


def test_what_is_provisional(benchmark: BenchmarkFixture) -> None:
    """Only the marks that a document shows."""
    situation = recommend(HALF, rulebook=RULES, engine="reference").situation
    provisional(situation)
    assert "wall" in benchmark(provisional, situation)


def test_what_each_answer_would_settle(benchmark: BenchmarkFixture) -> None:
    """The effects of each answer to the first three open questions."""
    situation = recommend(HALF, rulebook=RULES, engine="reference").situation

    def effects() -> int:
        return sum(len(each.effects) for each in islice(open_questions(situation), 3))

    assert benchmark(effects) > 0


def test_next_prompt_of_an_interview(benchmark: BenchmarkFixture) -> None:
    """From an answer to the next question: infer, plan, ask."""
    Interview(RULES).prompt()

    def prompt() -> int:
        asked = Interview(RULES, start=HALF).prompt()
        assert asked is not None
        return asked.left

    assert benchmark(prompt) > 0
