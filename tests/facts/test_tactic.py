"""One entry of the catalogue, and what rules may pick it by."""

from __future__ import annotations

import pickle
from copy import copy

import pytest

from nocontact import Rulebook

ATTRIBUTES = Rulebook.load().parsed.attributes
FILTER = Rulebook.load().tactics["filter_to_folder"]


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_every_attribute_has_a_value_among_its_answers(attribute: str) -> None:
    value, answers = FILTER.value(attribute), ATTRIBUTES[attribute].answers
    several = value if isinstance(value, tuple) else (value,)
    assert isinstance(value, tuple) == ATTRIBUTES[attribute].several
    assert not answers or set(several) <= set(answers)


@pytest.mark.parametrize("attribute", ["plain", "needs", "value", "__class__", "walls"])
def test_only_attributes_can_be_asked_for(attribute: str) -> None:
    with pytest.raises(KeyError):
        FILTER.value(attribute)


def test_an_attribute_can_be_read_by_its_name() -> None:
    assert FILTER.wall_in == FILTER.value("wall_in") == "friction"
    with pytest.raises(AttributeError, match="walls"):
        print(FILTER.walls)


def test_the_ordered_attributes_run_from_low_to_high() -> None:
    ordered = {name for name, attribute in ATTRIBUTES.items() if attribute.ordered}
    assert ordered == {"notice", "wall_in", "wall_out", "undo"}
    assert ATTRIBUTES["notice"].answers[0] == "invisible"


def test_a_tactic_is_plain_frozen_data() -> None:
    assert pickle.loads(pickle.dumps(FILTER)) == copy(FILTER) == FILTER
    assert len({FILTER, FILTER}) == 1
