"""The space holds exactly the rows that answers can have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product
from typing import Any, Literal

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from nocontact.facts import UNKNOWN, Question, Vocabulary
from nocontact.facts.answer_types import MapAnswer, SetAnswer, StepsWithAims, YesNo
from nocontact.facts.asked import asked, asked_map, asked_set, asked_steps
from nocontact.facts.flattening import flatten
from nocontact.proof.formula import Formula
from nocontact.proof.space import Space

Row = dict[str, str]


class Tiny(BaseModel):
    """Each shape of question, and few enough rows to list them all."""

    mood: Literal["low", "high", "unknown"] = asked("How are you?")
    ready: YesNo = asked("Are you ready?")
    pets: SetAnswer[Literal["cat", "dog", "none", "rather_not_say"]] = asked_set("Which pets?")
    looks: MapAnswer[Literal["email"], Literal["never", "often"]] = asked_map(
        "Where do you look?", channels={"email": "mail"}, levels={"never": "no", "often": "often"}
    )
    aims: SetAnswer[Literal["heal", "punish"]] = asked_set("What for?")
    considering: StepsWithAims[Literal["heal", "punish"]] = asked_steps(
        "What do you think of?", with_aims=True
    )


VOCABULARY = Vocabulary.of(Tiny)
SPACE = Space.of(VOCABULARY)


def _answers(question: Question) -> Iterator[Any]:
    """Yield every answer that can be given to a question."""
    yield UNKNOWN
    if question.shape == "one":
        yield from question.answers
    elif question.shape == "map":
        levels = [*question.answers, UNKNOWN]
        for row in product(levels, repeat=len(question.members)):
            yield dict(zip(question.members, row, strict=True))
    elif question.shape == "steps_with_aims":
        yield from ({"a_step": aims} for aims in _subsets(question.answers))
    else:
        subsets = _subsets(question.members)
        alone = [frozenset({"none"})] if "none" in question.members else [frozenset[str]()]
        yield from (each for each in subsets if each in alone or (each and "none" not in each))


def _subsets(names: tuple[str, ...]) -> list[frozenset[str]]:
    sizes = range(len(names) + 1)
    return [*map(frozenset, chain(*(combinations(names, size) for size in sizes)))]


def _rows() -> set[tuple[str, ...]]:
    """Return every row that some answers flatten to; an aim beside a step counts as a yes."""
    found = set()
    questions = VOCABULARY.questions()
    for answers in product(*(list(_answers(question)) for question in questions)):
        row = VOCABULARY.blank()
        for question, answer in zip(questions, answers, strict=True):
            row |= {n: v for n, v in flatten(question, answer).items() if row[n] != "yes"}
        found.add(tuple(row.values()))
    return found


def _facts(row: tuple[str, ...]) -> Row:
    return dict(zip(VOCABULARY, row, strict=True))


ROWS = _rows()
TINY_ROWS = [(facts, SPACE.row(facts)) for facts in map(_facts, sorted(ROWS))]
FACTS = st.sampled_from([facts for facts, _ in TINY_ROWS])


def test_the_size_is_the_number_of_rows_that_answers_can_have() -> None:
    assert SPACE.size == len(ROWS)


def test_exactly_those_rows_are_well_formed() -> None:
    levels = [(UNKNOWN, *fact.answers) for fact in VOCABULARY.values()]
    allowed = {row for row in product(*levels) if SPACE.well_formed.holds(SPACE.row(_facts(row)))}
    assert allowed == ROWS


@given(FACTS)
def test_a_row_and_its_facts_are_the_same(facts: Row) -> None:
    assert SPACE.facts(SPACE.row(facts)) == facts


@given(FACTS, st.data())
def test_given_fixes_one_fact(facts: Row, data: st.DataObject) -> None:
    """The formula over the other facts says what the formula says once the fact is fixed."""
    formula = _some_formula(data)
    name = data.draw(st.sampled_from(sorted(VOCABULARY)))
    answer = data.draw(st.sampled_from((UNKNOWN, *VOCABULARY[name].answers)))
    fixed = SPACE.given(formula, name, answer)
    assert fixed.holds(SPACE.row(facts)) is formula.holds(SPACE.row({**facts, name: answer}))
    assert fixed == fixed.exists(SPACE.block(name))


@given(st.data())
def test_the_smallest_row_has_the_fewest_questions_answered(data: st.DataObject) -> None:
    """No row of the formula answers fewer; whole answers come before parts of answers."""
    formula = _some_formula(data)
    true = [facts for facts, row in TINY_ROWS if formula.holds(row)]
    found = SPACE.smallest(formula)
    assert (found is None) is (not true)
    if found is None:
        return
    assert found in true and found == SPACE.smallest(formula)
    assert len(_answered(found)) == min(len(_answered(row)) for row in true)
    same = [row for row in true if _answered(row) == _answered(found)]
    assert _is_whole(found) or not any(map(_is_whole, same))


def _answered(row: Row) -> set[str]:
    return {VOCABULARY[name].question for name, level in row.items() if level != UNKNOWN}


def _is_whole(row: Row) -> bool:
    """Whether each question is answered for all of its members, or for none."""
    questions = _answered(row)
    return all(
        level != UNKNOWN for name, level in row.items() if VOCABULARY[name].question in questions
    )


def test_the_smallest_row_reads_like_an_answer() -> None:
    """Of two pets one is enough, and what is not said of the other is no."""
    found = SPACE.smallest(SPACE.is_answer("pets.dog", "yes"))
    assert found is not None and _answered(found) == {"pets"}
    assert [found[f"pets.{pet}"] for pet in ("cat", "dog", "none")] == ["no", "yes", "no"]


def _some_formula(data: st.DataObject) -> Formula:
    """Draw a few facts with answers, joined by and, or, not."""
    pairs = [(name, answer) for name, fact in VOCABULARY.items() for answer in fact.answers]
    formula = SPACE.diagrams.true
    for name, answer in data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=5)):
        atom = SPACE.is_answer(name, answer)
        atom = ~atom if data.draw(st.booleans()) else atom
        formula = formula & atom if data.draw(st.booleans()) else ~(~formula | atom)
    return formula


def test_the_order_of_facts_changes_nothing_but_size() -> None:
    backwards = Space.of(VOCABULARY, reversed(list(VOCABULARY)))
    assert backwards.bits[-1] != SPACE.bits[-1]
    assert backwards.size == SPACE.size
