"""One entry of the catalogue, and what rules may pick it by."""

from __future__ import annotations

import pickle

import pytest

from nocontact.facts import ATTRIBUTES, MANY_VALUED, WALL_LEVELS, Tactic

FILTER = Tactic(
    "filter_to_folder", "A rule moves their mail away.", channels=("email",),
    objectives=("O1", "O4", "O5"), wall_in="friction", private_device="yes", source=(30, "SA03"),
)  # fmt: skip


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_every_attribute_has_a_value_among_its_answers(attribute: str) -> None:
    value, answers = FILTER.value(attribute), ATTRIBUTES[attribute].answers
    several = value if isinstance(value, tuple) else (value,)
    assert isinstance(value, tuple) == (attribute in MANY_VALUED)
    assert not answers or set(several) <= set(answers)


@pytest.mark.parametrize("attribute", ["plain", "needs", "value", "__class__", "walls"])
def test_only_attributes_can_be_asked_for(attribute: str) -> None:
    with pytest.raises(KeyError):
        FILTER.value(attribute)


def test_the_ordered_attributes_run_from_low_to_high() -> None:
    ordered = {name for name, attribute in ATTRIBUTES.items() if attribute.ordered}
    assert ordered == {"notice", "wall_in", "wall_out", "undo"}
    assert ATTRIBUTES["wall_in"].answers == WALL_LEVELS
    assert ATTRIBUTES["notice"].answers[0] == "invisible"


def test_a_tactic_is_plain_frozen_data() -> None:
    assert pickle.loads(pickle.dumps(FILTER)) == FILTER
    assert len({FILTER, FILTER}) == 1
