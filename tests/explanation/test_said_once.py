"""What is alike is said once, and an answer that nobody should make smaller stands as it is."""

from __future__ import annotations

from nocontact import Recommendation, Scenario
from nocontact.explanation.exact.answers_that_stand import makes_smaller, standing_answers
from nocontact.explanation.exact.change import Change, Edit
from nocontact.explanation.wording import Wording

from .situations import RULEBASE, answered

WORDS = Wording(RULEBASE)


def _of(**answers: object) -> Recommendation:
    return answered(Scenario.model_validate(answers))


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_channels_with_one_reason_share_a_line() -> None:
    """The channels stand before the reason, and the wall is spelled out once."""
    pull = {"friends": "sometimes_look", "in_person": "sometimes_look"}
    rec = _of(pull=pull, mind_time="some_of_day", reach_out="never", times_gone_back="0")
    text = _flat(rec.why("trusted_person").to_text())
    assert "In person, friends: so that what they send does not reach you." in text
    assert text.count("How hard it is to stay away: a bit hard.") == 1
    assert "“When you meet”, “Through friends”: “I look now and then”" in text


def test_no_channel_in_use_is_an_answer_in_words() -> None:
    """To "can you leave it be?", "none" would read like a no."""
    low = {"how_i_am": ["low_most_days"], "times_gone_back": "0", "mind_time": "most_of_day"}
    text = _flat(_of(pull={}, **low).enough("wall").to_text())
    assert "can you leave it be?” You said: “We do not use this”." in text


def test_what_each_plan_has_stands_together() -> None:
    text = _of(pull={"email": "always_look"}).why("trusted_person").to_text()
    assert text.count("A part of each plan:") == 1


def test_a_status_that_holds_back_is_said_once() -> None:
    text = _of(now_unsafe="yes").why_not("sudden_silence").to_text()
    assert text.count("Stop all contact with no word") == 1


def test_only_what_is_not_theirs_and_lower_stands() -> None:
    """What would be more, what the person can change, and what has no scale is not held back."""

    def change(fact: str, before: str, after: str, whose: str) -> Change:
        edit = Edit(fact.split(".")[0], fact, before, (after,), whose)  # type: ignore[arg-type]
        return Change((edit,), "no")

    vocabulary = RULEBASE.vocabulary
    assert makes_smaller(vocabulary, change("danger_signs.choked", "yes", "no", "not_theirs"))
    assert not makes_smaller(vocabulary, change("danger_signs.choked", "no", "yes", "not_theirs"))
    assert not makes_smaller(vocabulary, change("hope", "strong", "none", "yours"))
    assert not makes_smaller(vocabulary, change("who_ended", "partner", "me", "not_theirs"))


def test_answers_stand_as_they_were_given() -> None:
    """One line for each question: a list with what was named, a channel with its answer."""
    edits = (
        Edit("danger_signs", "danger_signs.choked", "yes", ("no",), "not_theirs"),
        Edit("danger_signs", "danger_signs.forced_sex", "no", ("yes",), "not_theirs"),
        Edit("pull", "pull.email", "always_look", ("not_used",), "yours"),
        Edit("hope", "hope", "unknown", ("none",), "open"),
    )
    lines = standing_answers(WORDS, [Change(edits, "no"), Change(edits[:1], "no")])
    assert lines == [
        "“Has your partner ever done any of these?” You named: "
        "“Choked you, or put hands around your neck”.",
        "“When they write or turn up, can you leave it be?” “By e-mail”: "
        "“I look within the hour, or I check for it”.",
    ]
