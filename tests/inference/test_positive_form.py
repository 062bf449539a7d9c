"""A condition and its cases say the same, for every condition and every row of values."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact.facts import UNKNOWN
from nocontact.inference.condition_truth import truth
from nocontact.inference.positive_form import (
    ALWAYS_HOLDS,
    NEVER,
    Cases,
    Membership,
    PositiveForm,
    holds,
)
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Comparison,
    Condition,
    IsUnknown,
    Not,
    atoms_of,
)
from nocontact.testing.generated_conditions import (
    SMALL,
    Subject,
    conditions,
    facts_rows,
    subjects_of,
)

FINDING = Subject("wall", ("none", "lock", "sealed"), ordered=True, may_be_unknown=False)
SUBJECTS = (*subjects_of(), FINDING)
DOMAINS = {
    each.name: ((UNKNOWN,) if each.may_be_unknown else ()) + each.values for each in SUBJECTS
}
ROWS = st.tuples(facts_rows(), st.sampled_from(FINDING.values)).map(
    lambda drawn: {**drawn[0], "wall": drawn[1]}
)
LEVELS = {each.name: each.values for each in SUBJECTS}
MANY = {f"q{at}": (UNKNOWN, "no", "yes") for at in range(20)}


def is_yes(name: str) -> Condition:
    return Comparison(name, "is", ("yes",))


def with_helpers(form: PositiveForm, row: dict[str, str]) -> dict[str, str]:
    """Return the row with the helpers worked out, each from those before it."""
    values = dict(row)
    for name, cases in form.helpers.items():
        values[name] = "yes" if holds(cases, values) else "no"
    return values


def words(cases: Cases) -> list[list[str]]:
    return [sorted(map(str, case)) for case in cases]


@given(conditions(SUBJECTS), ROWS, st.sampled_from((2, 4, 32)))
def test_cases_hold_exactly_when_the_condition_is_true_or_false(
    condition: Condition, row: dict[str, str], most: int
) -> None:
    form = PositiveForm(DOMAINS, most)
    true, false = form.true(condition), form.false(condition)
    values = with_helpers(form, row)
    meaning = truth(condition, row, LEVELS.__getitem__)
    assert (holds(true, values), holds(false, values)) == (meaning is True, meaning is False)


@given(conditions(SUBJECTS))
def test_a_case_names_a_subject_once_and_never_in_vain(condition: Condition) -> None:
    form = PositiveForm(DOMAINS)
    form.true(condition)
    for cases in (form.true(condition), *form.helpers.values()):
        for case in cases:
            assert len({each.subject for each in case}) == len(case)
            assert all(0 < len(each.values) < len(form.domains[each.subject]) for each in case)


@given(conditions(SUBJECTS))
def test_no_case_is_contained_in_another(condition: Condition) -> None:
    cases = PositiveForm(DOMAINS).true(condition)
    assert not any(one < other for one in cases for other in cases)


def test_an_unknown_answer_never_satisfies_a_negation() -> None:
    form = PositiveForm(DOMAINS)
    ready = is_yes("ready")
    assert words(form.true(Not(ready))) == [["ready in no"]]
    assert words(form.true(Not(IsUnknown("ready", True)))) == [["ready in no, yes"]]
    assert words(form.false(IsUnknown("ready", False))) == [["ready in unknown"]]


def test_what_asks_about_one_subject_becomes_one_set() -> None:
    mood = [Comparison("mood", "is", (level,)) for level in ("low", "high")]
    assert words(PositiveForm(DOMAINS).true(AnyOf(tuple(mood)))) == [["mood in high, low"]]
    assert PositiveForm(DOMAINS).true(AllOf(tuple(mood))) == NEVER


def test_what_leaves_nothing_open_always_holds() -> None:
    either = AnyOf((IsUnknown("ready", True), IsUnknown("ready", False)))
    assert PositiveForm(DOMAINS).true(either) == ALWAYS_HOLDS
    assert PositiveForm(DOMAINS).false(either) == NEVER
    assert PositiveForm(DOMAINS).true(AnyOf(())) == NEVER


def test_cases_that_differ_in_one_subject_are_joined() -> None:
    ready = is_yes("ready")
    moods = (Comparison("mood", "is", (level,)) for level in ("low", "even"))
    cases = PositiveForm(DOMAINS).true(AnyOf(tuple(AllOf((ready, mood)) for mood in moods)))
    assert words(cases) == [["mood in even, low", "ready in yes"]]


@pytest.mark.parametrize(("count", "of"), [(2, 20), (7, 20), (10, 20), (19, 20)])
def test_counting_many_parts_stays_small(count: int, of: int) -> None:
    form = PositiveForm(MANY)
    cases = form.true(AtLeastOf(count, tuple(map(is_yes, list(MANY)[:of]))))
    assert len(cases) + sum(map(len, form.helpers.values())) < 400  # 10 of 20: 184,756 ways


@pytest.mark.parametrize("yes", range(21))
@pytest.mark.parametrize("count", [2, 7, 19])
def test_counting_many_parts_counts_right(count: int, yes: int) -> None:
    form = PositiveForm(MANY)
    condition = AtLeastOf(count, tuple(map(is_yes, MANY)))
    true, false = form.true(condition), form.false(condition)
    row = {name: "yes" if (at * 7) % 20 < yes else "no" for at, name in enumerate(MANY)}
    values = with_helpers(form, row)
    assert (holds(true, values), holds(false, values)) == (yes >= count, yes < count)


def test_a_product_of_many_choices_is_cut_into_helpers() -> None:
    pairs: Sequence[Condition] = [
        AnyOf((is_yes(f"q{at}"), is_yes(f"q{at + 1}"))) for at in range(0, 20, 2)
    ]
    form = PositiveForm(MANY)
    cases = form.true(AllOf(tuple(pairs)))
    assert len(cases) <= 32  # 1,024 when spelled out
    assert form.helpers
    assert not set(form.helpers) & {a.subject for pair in pairs for a in atoms_of(pair)}


def test_the_same_part_needs_one_helper_only() -> None:
    form = PositiveForm(MANY, most=2)
    condition = AllOf(tuple(AnyOf((is_yes(f"q{at}"), is_yes("q9"))) for at in (1, 2, 3)))
    form.true(condition)
    before = dict(form.helpers)
    form.true(condition)
    assert form.helpers == before != {}


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a condition: str"):
        PositiveForm({}).true("hope is none")  # type: ignore[arg-type]


def test_the_small_vocabulary_has_every_shape() -> None:
    assert {fact.ordered for fact in SMALL.values()} == {True, False}
    assert str(Membership("ready", frozenset({UNKNOWN}))) == "ready in unknown"
