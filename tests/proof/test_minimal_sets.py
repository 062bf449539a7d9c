"""Smallest sets are what they say: laid beside the set-by-set definition."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from nocontact.proof.answer_diagram import NOWHERE, AnswerDiagram
from nocontact.proof.diagram_path import path_to
from nocontact.proof.minimal_sets import bits_of, change_sets, hitting_sets, smallest
from nocontact.proof.subject import Subject

MASKS = st.lists(st.integers(1, 63), max_size=8)
LEVELS = ("low", "middle", "high")
FACTS, VALUES = 4, ("unknown", "a", "b")


def by_definition(holds: list[bool]) -> set[int]:
    """The sets (numbers of places that are true) of which no smaller one is true."""
    true = [mask for mask, each in enumerate(holds) if each]
    return {mask for mask in true if not any(o & mask == o != mask for o in true)}


@st.composite
def diagrams(draw: st.DrawFn) -> AnswerDiagram:
    """Any diagram over four facts, facts in order."""
    ends = [NOWHERE, -2, -3, -4]
    nodes: list[tuple[int, tuple[int, ...]]] = []
    for fact in reversed(range(FACTS)):
        below = [at for at, (other, _) in enumerate(nodes) if other > fact]
        for _ in range(draw(st.integers(1, 3))):
            children = [draw(st.sampled_from([*below, *ends])) for _ in VALUES]
            nodes.append((fact, tuple(children)))
    facts = tuple(f"f{at}" for at in range(FACTS))
    return AnswerDiagram(
        Subject("finding", "x"), LEVELS, facts, (VALUES,) * FACTS, tuple(nodes), len(nodes) - 1
    )


@given(MASKS)
def test_hitting_sets_are_all_the_smallest_that_meet_every_set(masks: list[int]) -> None:
    found = hitting_sets(masks)
    hits = [all(mask & each for each in masks) for mask in range(64)]
    assert found.complete
    assert sorted(found.masks) == sorted(by_definition(hits))
    assert [*found.masks] == sorted(found.masks, key=lambda mask: (mask.bit_count(), mask))


def test_a_search_that_ends_early_says_so() -> None:
    pairs = [0b11 << 2 * at for at in range(5)]
    found = hitting_sets(pairs, most=7)
    assert len(found.masks) == 7
    assert not found.complete
    assert hitting_sets(pairs, most=32).complete


@given(MASKS)
def test_no_smallest_set_holds_another_and_all_the_others_do(masks: list[int]) -> None:
    kept = smallest(masks)
    assert not any(a & b == a for a in kept for b in kept if a != b)
    assert all(any(each & mask == each for each in kept) for mask in masks)


@given(diagrams(), st.tuples(*[st.sampled_from(VALUES)] * FACTS), st.sampled_from(LEVELS))
def test_change_sets_are_the_smallest_that_lead_there(
    diagram: AnswerDiagram, row: tuple[str, ...], wanted: str
) -> None:
    costs = [[0 if v == row[at] else 1 << at for v in VALUES] for at in range(FACTS)]
    leads = [False] * 2**FACTS
    for other in product(VALUES, repeat=FACTS):
        if diagram.level(dict(zip(diagram.facts, other, strict=True))) == wanted:
            leads[sum(1 << at for at in range(FACTS) if other[at] != row[at])] = True
    assert {*change_sets(diagram, costs, [wanted]).masks} == by_definition(leads)


@given(diagrams(), st.tuples(*[st.sampled_from(VALUES)] * FACTS))
def test_with_few_masks_only_the_small_sets_come_and_it_says_so(
    diagram: AnswerDiagram, row: tuple[str, ...]
) -> None:
    costs = [[0 if v == row[at] else 1 << at for v in VALUES] for at in range(FACTS)]
    every = change_sets(diagram, costs, LEVELS[1:])
    few = change_sets(diagram, costs, LEVELS[1:], most=1)
    assert few.complete or {*few.masks} <= {*every.masks}
    assert not few.complete or few == every
    single = {mask for mask in every.masks if mask.bit_count() == 1}
    assert single <= {*few.masks}


@given(diagrams(), st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=4))
def test_a_path_is_there_just_when_a_level_can_be_reached(
    diagram: AnswerDiagram, open_: list[list[bool]]
) -> None:
    reached = diagram.levels_over(open_[:FACTS])
    for level in LEVELS:
        path = path_to(diagram, open_[:FACTS], [level])
        assert (path is not None) == (level in reached)
        if path is not None:
            fixed = [
                [
                    ok and path.get(fact, value) == value
                    for value, ok in zip(VALUES, row, strict=True)
                ]
                for fact, row in zip(diagram.facts, open_, strict=False)
            ]
            assert diagram.levels_over(fixed) == {level}


def test_bits() -> None:
    assert [*bits_of(0)] == []
    assert sum(bits_of(0b1011)) == 0b1011
