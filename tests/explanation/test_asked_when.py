"""`asked_when`: a question is asked while its condition is true, and what opens it counts."""

from __future__ import annotations

from typing import Any

import pytest

import nocontact as nc
from nocontact import Interview, recommend
from nocontact.explanation.asking.open_question import OpenQuestion
from nocontact.explanation.asking.when_asked import is_asked, never_asked
from nocontact.notebook.conversation import Conversation
from nocontact.notebook.exploration import Exploration

from .asked_when_rulebook import QUESTIONS, rulebook

RULES = rulebook()


def _asked(**answers: Any) -> dict[str, OpenQuestion]:
    rec = recommend(RULES.scenario(**answers), rulebook=RULES, engine="reference")
    return {question.name: question for question in rec.ask}


def _held(answers: dict[str, list[str]], **how: Any) -> tuple[Interview, list[str]]:
    interview, asked = Interview(RULES, **how), []
    while (prompt := interview.prompt()) is not None:
        asked.append(prompt.key[0])
        interview = interview.answered(answers.get(prompt.key[0], []))
    return interview, asked


def test_the_condition_is_read_in_three_valued_logic() -> None:
    car = RULES.vocabulary.question("car")
    for school, expected in (("unknown", False), ("near", False), ("far", True)):
        assert is_asked(RULES, car, {"school": school}) is expected


def test_a_question_waits_for_its_condition_and_the_one_that_opens_it_is_asked() -> None:
    first = _asked()
    assert set(first) == {"afraid", "children"}
    assert first["children"].changes == ("wall",)
    assert first["children"].opens == ("ages", "school", "car")
    assert first["afraid"].opens == ()
    assert set(_asked(children="yes")) == {"afraid", "ages"}
    assert set(_asked(children="yes", ages=["big"])) == {"afraid", "school"}
    assert set(_asked(children="yes", ages=["big"], school="far")) == {"afraid"}


def test_what_an_opened_question_decides_is_the_share_of_the_one_that_opens_it() -> None:
    assert _asked()["children"].share == _asked(children="yes")["ages"].share > 0


def test_a_question_that_nothing_can_open_any_more_leaves_nothing_open() -> None:
    rec = recommend(RULES.scenario(afraid="no", children="no"), rulebook=RULES, engine="reference")
    assert (list(rec.ask), rec.provisional, rec.ask.settled) == ([], frozenset(), ("wall",))
    assert never_asked(RULES, rec.situation.facts) == {"ages", "school", "car"}


def test_the_part_of_a_skipped_question_is_as_open_as_if_it_were_not_there() -> None:
    facts = RULES.scenario(afraid="no").flat()
    assert never_asked(RULES, facts, {"children"}) == {"ages", "school", "car"}
    assert never_asked(RULES, facts) == frozenset()


def test_an_answer_that_was_given_counts_whatever_the_condition_says() -> None:
    rec = recommend(RULES.scenario(children="no", school="far"), rulebook=RULES)
    assert rec.wall == "lock"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["afraid", "children"]),
        ({"afraid": ["no"], "children": ["no"]}, ["afraid", "children"]),
        ({"children": ["yes"]}, ["afraid", "children", "ages"]),
        ({"children": ["yes"], "ages": ["small"]}, ["afraid", "children", "ages"]),
        (
            {"children": ["yes"], "ages": ["big"], "school": ["near"]},
            ["afraid", "children", "ages", "school"],
        ),
        ({"afraid": ["yes"]}, ["afraid"]),
    ],
)
def test_an_interview_by_need_asks_as_it_opens(
    answers: dict[str, list[str]], expected: list[str]
) -> None:
    interview, asked = _held(answers)
    assert asked == expected
    assert interview.is_settled and interview.left == 0


def test_the_short_form_leaves_out_what_is_not_asked_now() -> None:
    assert _held({}, adaptive=False)[1] == ["afraid", "children", "idle"]
    answers = {"children": ["yes"], "ages": ["big"], "school": ["far"]}
    asked = ["afraid", "children", "ages", "school", "car", "idle"]
    assert _held(answers, adaptive=False)[1] == asked


def test_the_same_questions_without_conditions_are_all_asked_at_once() -> None:
    plain = rulebook(
        "\n".join(
            line.partition(", asked_when")[0] + "}" if "asked_when" in line else line
            for line in QUESTIONS.replace(",\n     asked_when", ", asked_when").split("\n")
        )
    )
    rec = recommend(plain.scenario(), rulebook=plain, engine="reference")
    assert {each.name for each in rec.ask} == {"afraid", "school", "car"}


def test_a_rulebook_about_something_else_is_counted_proved_and_explained() -> None:
    assert nc.stats(RULES, {"school": "far"}).of("finding", "wall", "none") == 0
    assert [name for name, _ in nc.stats(RULES).regions] == ["all scenarios"]
    assert nc.compare(RULES, RULES).equivalent
    rec = recommend({"school": "far"}, rulebook=RULES)
    assert "It is far." in rec.why("wall").to_text()


def test_a_page_is_told_which_questions_not_to_show() -> None:
    talk = Conversation(Exploration.of(RULES.scenario(), RULES))
    _, shown, _ = talk.replies({"kind": "ready"})
    assert shown["not_asked"] == ["ages", "school", "car"]
    shown, _ = talk.replies({"kind": "moved", "question": "children", "answer": "yes"})
    assert shown["not_asked"] == ["school", "car"]
    [*talk.replies({"kind": "moved", "question": "ages", "answer": ["small"]})]
    shown, _ = talk.replies({"kind": "moved", "question": "children", "answer": "no"})
    assert shown["not_asked"] == ["school", "car"]  # what was answered is always shown
