"""The interview: by need or as a short form, safety first, and what an answer changes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nocontact import (
    Interview,
    Recommendation,
    Resource,
    ResourceDirectory,
    Rulebook,
    Scenario,
    recommend,
)
from nocontact.diagnostics import Diagnostic, NocontactError, ProofError, ScenarioError
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


AT_SIGNS = Interview(adaptive=False, start={"now_unsafe": "no", "self_harm_thoughts": "no"})
AT_PULL = Interview(adaptive=False, given=tuple(
    ((question.name,), ())
    for question in RULES.vocabulary.short_form() if question.name != "pull"
))  # fmt: skip
AT_A_WAY = AT_PULL.answered(["email", "work"])
REFUSED: dict[str, tuple[Interview, Any, str]] = {
    "several answers to one": (Interview(), ["no", "yes"], "NC404"),
    "the same one twice": (Interview(), ["no", "no"], "NC404"),
    "one, and nonsense": (Interview(), ["no", "nonsense"], "NC404"),
    "no answer at all": (Interview(), None, "NC404"),
    "a number": (Interview(), 5, "NC404"),
    "true": (Interview(), True, "NC404"),
    "bytes": (Interview(), b"no", "NC404"),
    "a list in a list": (Interview(), [[]], "NC404"),
    "nothing in a list": (Interview(), [None], "NC404"),
    "a mapping": (Interview(), {"now_unsafe": "no"}, "NC404"),
    "an empty word": (Interview(), "", "NC402"),
    "another answer": (Interview(), "maybe", "NC402"),
    "no such member": (AT_SIGNS, ["choked", "chocked"], "NC402"),
    "none and some": (AT_SIGNS, ["none", "choked"], "NC403"),
    "a number in a list": (AT_SIGNS, ["choked", 5], "NC404"),
    "far too many": (AT_SIGNS, ["choked"] * 1001, "NC404"),
    "no such way": (AT_PULL, ["email", "pigeon"], "NC402"),
    "no way and a way": (AT_PULL, ["email", "none"], "NC403"),
    "a way that is a list": (AT_PULL, [["email"]], "NC404"),
    "a mapping of ways": (AT_PULL, {"email": "always_look"}, "NC404"),
    "two levels of a way": (AT_A_WAY, ["always_look", "can_leave_it"], "NC404"),
    "no such level": (AT_A_WAY, ["alway_look"], "NC402"),
    "a way where its level is asked": (AT_A_WAY, ["email"], "NC402"),
}


@pytest.mark.parametrize(("interview", "chosen", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_answer_to_the_open_question_is_refused_whole(
    interview: Interview, chosen: Any, code: str
) -> None:
    before = interview.given
    with pytest.raises(ScenarioError) as raised:
        interview.answered(chosen)
    assert [each.code for each in raised.value.diagnostics] == [code]
    assert interview.given == before
    with pytest.raises(ScenarioError):
        assert interview.at is not None
        Interview(adaptive=False, start=interview.start, given=(*before, (interview.at, chosen)))


def test_lists_and_sets_are_read_and_each_answer_counts_once() -> None:
    one = AT_SIGNS.answered(["hit_or_hurt", "choked", "choked"])
    assert one.scenario() == AT_SIGNS.answered({"choked", "hit_or_hurt"}).scenario()
    assert AT_SIGNS.answered(("unknown",)).skipped == ("danger_signs",)


def test_an_answer_to_another_question_is_refused_and_a_second_click_too() -> None:
    interview = Interview()
    after = interview.answered("no", to=interview.at)
    assert after.at == ("self_harm_thoughts",)
    for stale in (interview.at, ["now_unsafe"], "now_unsafe", ("danger_signs",), ["pull", "email"],
                  (), 5, [5], "now_unsfe", ["now_unsafe"] * 3, object()):  # fmt: skip
        with pytest.raises(ScenarioError) as raised:
            after.answered("no", to=stale)  # type: ignore[arg-type]
        (problem,) = raised.value.diagnostics
        assert problem.code == "NC407"
        assert "self_harm" not in str(raised.value)  # which one is open follows from the answers
        assert problem.nearest == ("now_unsafe" if stale == "now_unsfe" else None)
    assert after.answered("no", to=json.loads(json.dumps(after.at))).at == ("danger_signs",)


def test_a_way_is_answered_by_its_own_key() -> None:
    assert AT_A_WAY.at == ("pull", "email")
    assert AT_A_WAY.answered("always_look", to=("pull", "email")).at == ("pull", "work")
    for stale in (("pull",), ("pull", "work")):
        with pytest.raises(ScenarioError, match="NC407"):
            AT_A_WAY.answered("always_look", to=stale)


def test_where_nothing_is_open_no_answer_is_dropped_in_silence() -> None:
    ended = Interview().answered("yes")
    assert ended.at is None
    for to in (None, ("now_unsafe",)):
        with pytest.raises(ScenarioError, match="NC407"):
            ended.answered("no", to=to)


def test_it_goes_through_json_and_comes_back_as_it_was() -> None:
    for interview in (
        Interview(language="es").answered("no").answered([]),
        AT_A_WAY.answered("always_look"),
        Interview(start=Scenario(danger_signs={"choked"}, considering={"change_number": {"heal"}})),
    ):
        text = json.dumps(interview.to_dict())
        again = Interview.from_dict(json.loads(text))
        assert again == interview
        assert again.at == interview.at
        assert again.scenario() == interview.scenario()
        assert json.dumps(again.to_dict()) == text


KEPT = json.loads(json.dumps(AT_A_WAY.to_dict()))
HOSTILE: dict[str, Any] = {
    "nothing": None,
    "a number": 5,
    "a list": [],
    "a text": "{}",
    "empty": {},
    "another schema": {**KEPT, "schema": "nocontact.interview/2"},
    "one key more": {**KEPT, "name": "Ann"},
    "one key less": {key: value for key, value in KEPT.items() if key != "adaptive"},
    "a rulebook that is a text": {**KEPT, "rulebook": "nocontact"},
    "other rules": {**KEPT, "rulebook": {"digest": ["x"], "name": {}, "version": "\x1b[31m" * 99}},
    "a language that is a list": {**KEPT, "language": []},
    "no such language": {**KEPT, "language": "tlh"},
    "a number for adaptive": {**KEPT, "adaptive": 1},
    "a start that is a list": {**KEPT, "start": [["hope", "some"]]},
    "a start with a name in it": {**KEPT, "start": {"name": "Ann"}},
    "given as a mapping": {**KEPT, "given": {"now_unsafe": ["no"]}},
    "given without keys": {**KEPT, "given": [["no"]]},
    "given three by three": {**KEPT, "given": [[["hope"], ["some"], 1]]},
    "a key that is a number": {**KEPT, "given": [[[1], ["some"]]]},
    "a key of three": {**KEPT, "given": [[["pull", "email", "x"], []]]},
    "no key": {**KEPT, "given": [[[], []]]},
    "no such question": {**KEPT, "given": [[["name"], ["Ann"]]]},
    "an answer that is none": {**KEPT, "given": [[["hope"], ["big"]]]},
    "an answer that is a mapping": {**KEPT, "given": [[["hope"], {"some": 1}]]},
    "steps, which are not asked": {**KEPT, "given": [[["considering"], ["change_number"]]]},
    "a part of a question without parts": {**KEPT, "given": [[["hope"], []], [["hope", "x"], []]]},
    "a way that was not chosen": {**KEPT, "given": [[["pull"], ["work"]], [["pull", "email"], []]]},
    "a way before its question": {**KEPT, "given": [[["pull", "work"], []], [["pull"], ["work"]]]},
    "twice": {**KEPT, "given": [[["hope"], ["some"]], [["hope"], ["none"]]]},
    "far too much": {**KEPT, "given": [[["hope"], []]] * 1001},
}  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_data_that_no_interview_wrote_is_refused_with_an_error_of_ours(data: Any) -> None:
    with pytest.raises(NocontactError) as raised:
        Interview.from_dict(data)
    said = str(raised.value)
    assert len(said) < 1000
    assert said.isprintable() or "\n" in said
    assert "email" not in said and "Ann" not in said


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("pull"),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside),
), st.sampled_from([*KEPT]))  # fmt: skip
@settings(max_examples=200)
def test_whatever_was_changed_is_refused_by_us_or_is_an_interview(changed: Any, name: str) -> None:
    try:
        read = Interview.from_dict({**KEPT, name: changed})
    except NocontactError:
        return
    assert Interview.from_dict(read.to_dict()) == read


def test_other_rules_are_told_before_anything_is_read() -> None:
    article = Rulebook.load(without_safety=True)
    kept = Interview(article, given=[[["hope"], ["some"]]]).to_dict()  # type: ignore[arg-type]
    with pytest.raises(ScenarioError, match="NC409: this interview is of another rulebook"):
        Interview.from_dict(kept)
    assert Interview.from_dict(kept, rulebook=article).given == ((("hope",), ("some",)),)


def test_a_folder_and_a_mapping_will_do(tmp_path: Path) -> None:
    folder = Rulebook.copy_to(tmp_path / "rules")
    interview = Interview(str(folder), start={"now_unsafe": "no"})
    assert interview.at == ("self_harm_thoughts",)
    assert Interview.from_dict(interview.to_dict(), rulebook=folder) == interview
    with pytest.raises(ScenarioError) as raised:
        Interview(start={"hoop": "some"})
    assert raised.value.diagnostics[0].nearest == "hope"


def test_its_recommendation_has_the_resources_of_the_host() -> None:
    line = Resource("Examplia", "Night line", "555 01", "its page", date(2026, 11, 1), ("crisis",))
    directory = ResourceDirectory((line,), as_of=date(2026, 11, 22))
    interview = Interview(resources=directory).answered("yes")
    assert interview.recommendation("reference").resources == (line,)
    again = Interview.from_dict(interview.to_dict(), resources=directory)
    assert again.recommendation("reference").resources == (line,)
    assert "Night line" not in json.dumps(interview.to_dict())
