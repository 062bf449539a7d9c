"""What one answer holds fast, beside every row that a list can have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations
from typing import TypeVar

import pytest

from nocontact.explanation.exact.answer_units import against, units_of
from nocontact.facts import Question, Vocabulary
from nocontact.facts.question import AIMS

from ..proof.every_row import rows_of

T = TypeVar("T")


def vocabulary_of(members: int, follow: tuple[str, ...], open_: bool) -> Vocabulary:
    asked = [Question(AIMS, "set", "What for?", members=(*"abc"[:members], *follow))]
    if open_:
        asked.append(Question("considering", "steps_with_aims", "What?"))
    return Vocabulary(asked)


def subsets(items: tuple[T, ...], most: int) -> Iterator[tuple[T, ...]]:
    return chain.from_iterable(combinations(items, size) for size in range(most + 1))


@pytest.mark.parametrize("open_", [False, True])
@pytest.mark.parametrize("follow", [(), ("none",), ("rather_not_say",), ("none", "rather_not_say")])
@pytest.mark.parametrize("members", [1, 2, 3])
def test_what_is_against_some_values_is_just_what_has_to_go(
    members: int, follow: tuple[str, ...], open_: bool
) -> None:
    """Answers can stay beside some values just where no value is against one of them."""
    vocabulary = vocabulary_of(members, follow, open_)
    rows, facts = rows_of(vocabulary), tuple(vocabulary)
    for row in rows:
        units = units_of(vocabulary, row)
        for names in subsets(facts, len(facts) if members < 3 else 2):
            if names and names != facts and (open_ or {*names} & {*facts[members:]}):
                continue  # a diagram asks about these with all others, because they follow
            for values in {tuple(other[name] for name in names) for other in rows}:
                wanted = dict(zip(names, values, strict=True))
                there = [other for other in rows if wanted.items() <= other.items()]
                gone = {
                    u for each in wanted.items() for u in against(vocabulary, units, row, *each)
                }
                for kept in subsets(units, len(units)):
                    held = {name: row[name] for unit in kept for name in unit.facts}
                    can = any(held.items() <= other.items() for other in there)
                    assert can is gone.isdisjoint(kept)
