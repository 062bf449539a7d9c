"""The interview: by need or as a short form, safety first, and what an answer changes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings

from nocontact import Interview, Recommendation, Rulebook, Scenario, recommend
from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.explanation.asking.when_asked import is_asked
from nocontact.recommendation.prompt import Key
from nocontact.testing import answered_scenarios
from nocontact.testing.strategies import NO_SIGN

RULES = Rulebook.load()
OUTCOME = ("standing", "wall", "stance", "help")


def _held(answers: dict[str, list[str]], **how: Any) -> tuple[Interview, list[str]]:
    """The interview at its end, and the keys that were asked; all else was skipped."""
    interview, asked = Interview(**how), []
    while (prompt := interview.prompt()) is not None:
        key = ".".join(prompt.key)
        asked.append(key)
        interview = interview.answered(answers.get(key, []))
    return interview, asked


def _asked(answers: dict[str, list[str]]) -> list[str]:
    return _held(answers, adaptive=False)[1]


def _said(person: Scenario, key: Key) -> list[str]:
    answer = person.answers()[key[0]]
    if len(key) == 2:
        return [answer[key[1]]]
    if isinstance(answer, dict):
        used = [channel for channel, level in answer.items() if level != "not_used"]
        return used or ["none"]
    return [answer] if isinstance(answer, str) else list(answer)


def _outcome(rec: Recommendation) -> list[str]:
    return [getattr(rec, part) for part in OUTCOME]


def test_the_short_form_is_short_and_the_questions_about_safety_come_first() -> None:
    asked = _asked({})
    assert len(asked) < len(RULES.vocabulary.questions())
    assert asked[:6] == [
        "now_unsafe",
        "self_harm_thoughts",
        "danger_signs",
        "afraid",
        "must_stay_in_touch",
        "private_device",
    ]


@pytest.mark.parametrize("adaptive", [True, False])
def test_danger_now_and_thoughts_of_dying_end_the_questions_at_once(adaptive: bool) -> None:
    for given_, asked in (
        ({"now_unsafe": ["yes"]}, ["now_unsafe"]),
        ({"self_harm_thoughts": ["yes"]}, ["now_unsafe", "self_harm_thoughts"]),
    ):
        interview, found = _held(given_, adaptive=adaptive)
        assert found == asked
        assert interview.finished == "Help comes first. Nothing more is asked now."
        assert not interview.is_settled
    assert len(_held({"self_harm_thoughts": ["rather_not_say"]}, adaptive=adaptive)[1]) > 10


def test_a_danger_sign_or_a_legal_matter_brings_the_question_about_a_court_order() -> None:
    for answers, new in (
        ({"danger_signs": ["choked"]}, {"danger_when", "court_order"}),
        ({"must_stay_in_touch": ["court_or_legal"]}, {"court_order"}),
    ):
        asked = _asked(answers)
        assert asked[asked.index("must_stay_in_touch") + 1] == "court_order"
        assert {*asked} - {*_asked({})} == new
    for nothing in (["none"], ["rather_not_say"]):
        assert "court_order" not in _asked({"danger_signs": nothing})


@pytest.mark.parametrize("adaptive", [True, False])
def test_each_way_in_use_is_asked_about_at_once(adaptive: bool) -> None:
    asked = _held({"pull": ["email", "work"]}, adaptive=adaptive)[1]
    at = asked.index("pull")
    assert asked[at : at + 3] == ["pull", "pull.email", "pull.work"]


def test_answers_become_a_scenario_and_what_is_skipped_stays_unknown() -> None:
    given_ = {
        "danger_signs": ["hit_or_hurt", "choked"],
        "pull": ["email", "phone"],
        "pull.email": ["always_look"],
        "hope": ["some"],
    }
    interview, _ = _held(given_, adaptive=False)
    assert interview.scenario().answers() == {
        "danger_signs": ["choked", "hit_or_hurt"],
        "pull": {"email": "always_look", "phone": "unknown"},
        "hope": "some",
    }


def test_no_way_at_all_is_an_answer() -> None:
    interview, _ = _held({"pull": ["none"]}, adaptive=False)
    assert interview.scenario().flat()["pull.email"] == "not_used"


@pytest.mark.parametrize("adaptive", [True, False])
def test_a_step_back_forgets_the_last_answer(adaptive: bool) -> None:
    start = Interview(adaptive=adaptive)
    interview = start.answered(["no"]).answered(["no"])
    assert interview.back() == start.answered(["no"])
    assert interview.back().back().back() == start


def test_a_representation_shows_no_answers() -> None:
    assert "yes" not in repr(Interview().answered(["yes"]))


@pytest.mark.slow
@given(answered_scenarios(given={**NO_SIGN, "afraid": "no"}))
@settings(max_examples=3)
def test_by_need_it_ends_with_the_outcome_of_all_answers(person: Scenario) -> None:
    assume(person.aims and "unknown" not in str(person.answers()["pull"]))  # neither can be typed
    vocabulary, facts = RULES.vocabulary, person.flat()
    not_asked = [n for n in person.answers() if not is_asked(RULES, vocabulary.question(n), facts)]
    person = person.with_answers(**dict.fromkeys(not_asked))
    interview = Interview(start=Scenario(considering=person.considering))
    most = interview.left
    while (prompt := interview.prompt()) is not None:
        assert prompt.number + prompt.left <= most
        interview = interview.answered(_said(person, prompt.key))
    assert interview.is_settled
    assert interview.finished.startswith("That is enough.")
    found, known = interview.recommendation("reference"), recommend(person, engine="reference")
    assert _outcome(found) == _outcome(known)
    assert found.provisional == frozenset()
    assert not found.ask.counting
    assert {n: v.status for n, v in found.considered.items()} == {
        n: v.status for n, v in known.considered.items()
    }


def test_what_was_skipped_is_not_asked_again_and_is_said_at_the_end() -> None:
    interview, asked = _held({})
    assert len(asked) == len({*asked}) == len(interview.skipped)
    assert interview.is_settled
    assert "You skipped some questions." in interview.finished
    assert interview.recommendation("reference").provisional


def test_the_first_questions_are_about_safety_and_asked_as_long_as_they_can_change_a_step() -> None:
    asked = _held({"danger_signs": ["none"]})[1]
    vocabulary = Scenario.vocabulary()
    blocks = [vocabulary.question(name).block for name in asked]
    assert blocks == sorted(blocks, reverse=True)
    assert {"private_device", "must_stay_in_touch", "afraid"} <= {*asked}


def test_what_is_known_before_is_not_asked() -> None:
    start = Scenario(now_unsafe="no", hope="none")
    for adaptive in (True, False):
        asked = _held({}, start=start, adaptive=adaptive)[1]
        assert not {"now_unsafe", "hope"} & {*asked}


def test_another_rulebook_may_be_used() -> None:
    article = Rulebook.load(without_safety=True)
    assert Interview(article).prompt() is not None


def test_the_short_form_needs_no_diagrams(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise ProofError([Diagnostic("NC701", "the library for diagrams is missing")])

    monkeypatch.setattr("nocontact.explanation.asking.asking.answer_diagram", missing)
    interview, asked = _held({}, adaptive=False)
    assert asked == _asked({})
    assert interview.finished.startswith("These were all the questions.")
    with pytest.raises(ProofError):
        Interview().prompt()


def test_it_speaks_the_language_that_was_chosen() -> None:
    prompt = Interview(language="es").prompt()
    english = Interview().prompt()
    assert prompt is not None
    assert english is not None
    assert prompt.key == english.key
    assert prompt.text != english.text
    assert prompt.place != english.place
