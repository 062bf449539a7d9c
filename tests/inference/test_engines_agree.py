"""Every engine gives the answers of the reference engine, for any rulebook and any row."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nocontact import Rulebook, Scenario, recommend
from nocontact.diagnostics import EngineError
from nocontact.facts import UNKNOWN, Vocabulary
from nocontact.inference import Engine, Outcome, ReferenceEngine
from nocontact.inference.rete_engine import ReteEngine, rete_available
from nocontact.proof.diagram_engine import DiagramEngine, Walks, walks_of
from nocontact.recommendation import answering
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_conditions import SMALL, facts_rows
from nocontact.testing.generated_rulebooks import checked, rulebook_texts

SHIPPED = Vocabulary.of(Scenario)
OTHERS: tuple[Engine, ...] = (DiagramEngine(), *([ReteEngine()] if rete_available() else []))
ROWS = 10_000


def agree(rulebase: CheckedRulebase, row: Mapping[str, str]) -> Outcome:
    expected = ReferenceEngine().infer(rulebase, row)
    for engine in OTHERS:
        found = engine.infer(rulebase, row)
        assert found == expected, engine.name
        assert list(found.findings) == list(expected.findings), engine.name
    return expected


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(rulebook_texts(), st.lists(facts_rows(), min_size=5, max_size=20))
def test_on_generated_rulebooks(texts: dict[str, str], rows: list[dict[str, str]]) -> None:
    rulebase = checked(texts)
    for row in rows:
        agree(rulebase, row)


def rows_of(vocabulary: Vocabulary, seed: int) -> Iterator[dict[str, str]]:
    """Yield rows from nearly silent to full; also such as nobody can say."""
    chosen = random.Random(seed)
    while True:
        silent = chosen.random()
        yield {
            name: UNKNOWN if chosen.random() < silent else chosen.choice(fact.answers)
            for name, fact in vocabulary.items()
        }


def test_on_ten_thousand_rows_of_the_shipped_rulebook() -> None:
    rulebase, fired = Rulebook.load(), set[str]()
    for _, row in zip(range(ROWS), rows_of(SHIPPED, seed=1), strict=False):
        fired.update(agree(rulebase, row).fired)
    assert len(fired) > 0.9 * len(rulebase.rules), "rows that reach few rules show little"


def test_without_durable_rules_two_engines_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "rete_available", lambda: False)
    rec = recommend(Scenario(staying_away="nothing_holds"))
    assert (rec.wall, rec.trace.engines) == ("lock", ("reference", "diagrams"))


def test_rules_too_tangled_for_diagrams_are_answered_by_one_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answering, "rete_available", lambda: False)
    monkeypatch.setattr(answering, "_DIAGRAMS", DiagramEngine(nodes=50))
    rec = recommend(Scenario(staying_away="nothing_holds"))
    assert (rec.wall, rec.trace.engines) == ("lock", ("reference",))
    with pytest.raises(EngineError, match=r"NC508: the diagram engine cannot answer: .*50 nodes"):
        recommend(Scenario(), engine="diagrams")


@pytest.mark.parametrize("row", [{}, {**SMALL.blank(), "mood": "not an answer"}])
def test_a_row_that_no_vocabulary_has_is_refused(row: dict[str, str]) -> None:
    rulebase = checked({
        "rulebook.yaml": "{name: n, version: 1.0.0, date: 2026-01-01}",
        "sources.yaml": "{article: {title: T, paragraphs: {}}, excluded: {}, entries: {}}",
    })  # fmt: skip
    for engine in (ReferenceEngine(), *OTHERS):
        with pytest.raises(EngineError) as raised:
            engine.infer(rulebase, row)
        assert [each.code for each in raised.value.diagnostics] == ["NC507"]
        assert "not an answer" not in str(raised.value)


def test_walks_are_plain_data_and_short() -> None:
    """No walk looks at one variable twice, so an answer takes a bounded number of steps."""
    walks = walks_of(Rulebook.load())
    assert isinstance(walks, Walks)
    for at, variable in enumerate(walks.variables):
        for child in (walks.low[at], walks.high[at]):
            assert child < 0 or (child < at and walks.variables[child] > variable)
