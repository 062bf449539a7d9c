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
    rec = _of(pull=pull, staying_away="some_pull", reach_out="never", times_gone_back="0")
    text = _flat(rec.why("trusted_person").to_text(width=1000))
    assert "In person, friends: so that what they send does not reach you." in text
    assert text.count("How hard it is to stay away: a bit hard.") == 1
    drawn_in = "“It draws me in. I read or listen again, or it stays with me for hours”"
    assert f"“When you meet”, “Through friends, family or a child”: {drawn_in}" in text


def test_no_channel_in_use_is_an_answer_in_words() -> None:
    """To "what happens when something comes to you?", "none" would read like a no."""
    pull = dict.fromkeys(RULEBASE.vocabulary.question("pull").members, "not_used")
    rec = _of(pull=pull, reach_out="never", close_to_going_back="no", acceptance="mostly")
    text = _flat(rec.enough("wall").to_text(width=1000))
    assert "comes to you?” You said: “Nothing comes this way”." in text


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
    assert not makes_smaller(vocabulary, change("situation", "they_left", "i_left", "not_theirs"))


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
        "“Has your partner or ex, or someone close to them, ever done any of these to you or to "
        "someone close to you?” You named: "
        "“Choked you, or put hands around your neck”.",
        "“What happens when something from them comes to you?” “By e-mail or letter”: "
        "“I cannot leave it. I look or answer each time”.",
    ]
