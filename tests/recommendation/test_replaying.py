"""A replay is equal to the first answer, in all that shapes an answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocontact import Resource, ResourceDirectory, Rulebook, Scenario, Trace, recommend, replay
from nocontact.diagnostics import ExplanationError, TraceError
from nocontact.inference.rete_engine import rete_available
from nocontact.testing import scenarios

ENGINES = ("checked", "reference", *(["rete"] if rete_available() else []))
LINES = ResourceDirectory(
    (Resource("Night line", "1", "Someone listens.", "x", date(2026, 11, 1), ("crisis",)),),
    date(2026, 11, 2),
)
TOLD = Scenario(
    self_harm_thoughts="passive",
    staying_away="nothing_holds",
    considering={"send_a_greeting": {"heal"}, "block_email": {"punish"}},
)


@pytest.mark.parametrize("language", Rulebook.load().languages)
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("resources", [None, LINES], ids=["", "resources"])
def test_it_has_the_same_engine_and_language(language: str, engine: Any, resources: Any) -> None:
    rec = recommend(TOLD, engine=engine, language=language, resources=resources)
    for trace in (rec.trace, rec.trace.to_json()):
        again = replay(trace, resources=resources)
        assert again == rec
        assert again.to_text() == rec.to_text()
        assert again.trace.engines == rec.trace.engines
        assert again.what_if(hope="some") == rec.what_if(hope="some")


@settings(max_examples=10)
@given(scenarios(), st.sampled_from(Rulebook.load().languages), st.sampled_from(ENGINES))
def test_it_is_equal_whatever_was_told(scenario: Scenario, language: str, engine: Any) -> None:
    rec = recommend(scenario, engine=engine, language=language)
    again = replay(rec.trace.to_json())
    assert again == rec
    assert again.to_json() == rec.to_json()


def test_a_trace_without_a_language_was_in_english() -> None:
    rec = recommend(TOLD)
    data = rec.trace.to_json().replace('"language": "en", ', "")
    assert "language" not in data
    assert replay(data) == rec


def test_a_language_that_is_none_is_refused() -> None:
    text = recommend(TOLD).trace.to_json()
    with pytest.raises(TraceError, match="NC504"):
        Trace.from_json(text.replace('"language": "en"', '"language": ["en"]'))
    with pytest.raises(ExplanationError, match="NC807"):
        replay(text.replace('"language": "en"', '"language": "tlh"'))
