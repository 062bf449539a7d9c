"""What is written reads back as the same: rulebooks, conditions, plain data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nocontact import Rulebook
from nocontact.checking import check_rulebook
from nocontact.diagnostics import plain, read_yaml
from nocontact.diagnostics.printable import steering
from nocontact.parsing import Reading, condition_from_yaml, rulebook_from_texts
from nocontact.parsing.condition_to_yaml import condition_to_yaml
from nocontact.parsing.data_to_yaml import data_to_yaml
from nocontact.parsing.rulebook_to_yaml import rulebook_to_yaml
from nocontact.rulebook import Condition, ParsedRulebook
from nocontact.testing import rulebook_texts
from nocontact.testing.generated_conditions import SMALL, conditions, subjects_of

from .regions import examples

SHIPPED = Rulebook.load()


def meaning(parsed: ParsedRulebook) -> ParsedRulebook:
    """Return the rulebook without its layout: texts and content hash."""
    return replace(parsed, texts={}, digest="")


def read_back(parsed: ParsedRulebook) -> ParsedRulebook:
    written = rulebook_to_yaml(parsed)
    again, problems = rulebook_from_texts(written)
    assert not problems
    assert rulebook_to_yaml(again) == written
    return again


@given(rulebook_texts())
def test_a_rulebook_that_is_written_reads_back_as_the_same(texts: dict[str, str]) -> None:
    parsed, _ = rulebook_from_texts(texts)
    assert meaning(read_back(parsed)) == meaning(parsed)


def test_the_shipped_rulebook_reads_back_as_the_same() -> None:
    again = read_back(SHIPPED.parsed)
    assert meaning(again) == meaning(SHIPPED.parsed)
    report, rulebase = check_rulebook(again, SHIPPED.vocabulary)
    assert rulebase is not None
    assert not report.errors
    assert (rulebase.rules, rulebase.promises) == (SHIPPED.rules, SHIPPED.promises)


@examples(3)
@given(conditions(subjects_of(SMALL)))
def test_a_condition_that_is_written_reads_back_as_the_same(condition: Condition) -> None:
    text = condition_to_yaml(condition)
    node, problems = read_yaml(text, "x")
    reading = Reading("x", text)
    assert condition_from_yaml(reading, node) == condition
    assert not (problems or reading.problems)


NAMES = st.text(min_size=1).filter(lambda text: steering(text) is None)
DATA = st.recursive(
    st.just("") | NAMES | st.booleans() | st.integers(0, 99),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@examples(3)
@given(st.dictionaries(NAMES, DATA, min_size=1, max_size=4))
def test_data_that_is_written_reads_back_as_the_same(data: dict[str, Any]) -> None:
    node, problems = read_yaml(data_to_yaml(data), "x")
    assert not problems
    assert node is not None
    assert plain(node) == data
