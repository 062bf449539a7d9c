"""One small finite fact, and the mapping that cannot change."""

from __future__ import annotations

import copy
import pickle

import pytest

from nocontact.facts import Fact, FrozenMap


def test_the_rank_of_an_answer_is_its_place_from_the_lowest() -> None:
    fact = Fact("hope", ("none", "some", "strong"))
    assert [fact.rank(answer) for answer in fact.answers] == [0, 1, 2]


@pytest.mark.parametrize("answer", ["unknown", "big", ""])
def test_what_is_not_an_answer_has_no_rank(answer: str) -> None:
    with pytest.raises(ValueError, match="`hope`"):
        Fact("hope", ("none", "some")).rank(answer)


def test_a_fact_can_be_hashed_pickled_and_not_changed() -> None:
    fact = Fact("hope", ("none",), words=FrozenMap({"none": "No"}))
    assert pickle.loads(pickle.dumps(fact)) == fact
    assert len({fact, copy.deepcopy(fact)}) == 1
    with pytest.raises(AttributeError):
        fact.name = "other"  # type: ignore[misc]


def test_a_frozen_map_is_equal_by_content_whatever_the_order() -> None:
    one, other = FrozenMap({"a": "1", "b": "2"}), FrozenMap([("b", "2"), ("a", "1")])
    assert one == other == {"a": "1", "b": "2"}
    assert hash(one) == hash(other)
    assert repr(one) == "{'a': '1', 'b': '2'}"


def test_a_frozen_map_cannot_change() -> None:
    one = FrozenMap({"a": "1"})
    with pytest.raises(AttributeError, match="cannot change"):
        one._entries = {}
    with pytest.raises(AttributeError, match="cannot change"):
        del one._entries
    assert copy.copy(one) is one
    assert copy.deepcopy(one) is one
