"""What is written reads back as the same: conditions, plain data."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nocontact.diagnostics import plain, read_yaml
from nocontact.diagnostics.printable import steering
from nocontact.parsing import Reading, condition_from_yaml
from nocontact.parsing.condition_to_yaml import condition_to_yaml
from nocontact.parsing.data_to_yaml import data_to_yaml
from nocontact.rulebook import Condition
from nocontact.testing.generated_conditions import SMALL, conditions, subjects_of

from .regions import examples


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
