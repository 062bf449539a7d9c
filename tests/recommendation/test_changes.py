"""What differs between two answers: all of it, and each with the rules that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.diagnostics import ScenarioError
from nocontact.facts.asked import asked
from nocontact.planning import Gap
from nocontact.recommendation.changes import Changes, changes_between
from nocontact.recommendation.difference import Cause, Difference
from nocontact.testing import NO_SIGN, answered_scenarios, scenarios, scenarios_near

HELD_BACK = Scenario.model_validate({
    **NO_SIGN,
    "afraid": "no",
    "my_position": ["none"],
    "situation": "they_left",
    "asked_of_me": "no",
    "commitment": "committed",
    "acceptance": "mostly",
    "understands_purpose": "yes",
    "aims": ["heal"],
    "hope": "none",
    "relieved_if_it_fails": "no",
    "staying_away": "nothing_holds",
    "pull": {"email": "always_look", "phone": "sometimes_look"},
    "reach_out": "often",
    "times_gone_back": "1",
    "earlier_steps": ["i_undid_them"],
    "partner_space": "gives_space",
    "how_i_am": ["none"],
    "close_to_going_back": "no",
    "in_place": ["filter_to_folder", "remove_reminders"],
})  # fmt: skip
"""A high wall, and some of it in place."""

AT_EASE = HELD_BACK.with_answers(
    pull={"email": "can_leave_it"}, reach_out="never", staying_away="easy"
)
"""The same person later: no wall is needed, and enough was answered to say so."""

ANY: st.SearchStrategy[Scenario] = st.one_of(
    scenarios_near(HELD_BACK), scenarios_near(AT_EASE), answered_scenarios(), scenarios()
)


class WithOneMore(Scenario):
    """The shipped questions and one more."""

    pets: Literal["no", "yes", "unknown"] = asked("Are there pets?")


def _answer(scenario: Scenario) -> Recommendation:
    return recommend(scenario, engine="reference")


def _between(before: Scenario, after: Scenario) -> Changes:
    return changes_between(_answer(before), _answer(after))


def _seen(rec: Recommendation) -> tuple[Any, ...]:
    """Everything of an answer that is shown."""
    return (
        rec.standing, {*rec.also}, rec.stance, rec.help,
        rec.wall,
        {step.tactic for step in rec.steps}, {step.tactic for step in rec.later},
        {each.tactic: each.fit for each in rec.verdicts.values()},
        {each.tactic: each.status for each in rec.considered.values()},
        {(gap.need, gap.wanted, gap.reached) for gap in rec.gaps},
        {note.id for note in rec.notes}, {*rec.let_go},
    )  # fmt: skip


def _causes(difference: Difference) -> Iterator[Cause]:
    for cause in difference.causes:
        yield from cause.chain()


@settings(max_examples=60)
@given(ANY, ANY)
def test_each_difference_has_a_cause_and_every_chain_ends_in_another_answer(
    before: Scenario, after: Scenario
) -> None:
    changes = _between(before, after)
    fired = {
        "before": {firing.rule for firing in changes.old.trace.firings},
        "now": {firing.rule for firing in changes.new.trace.firings},
    }
    old, new = before.flat(), after.flat()
    for difference in changes.differences:
        assert difference.causes, difference
        for cause in _causes(difference):
            if cause.kind == "rule":
                here, there = (
                    fired[cause.when],
                    fired["now" if cause.when == "before" else "before"],
                )
                assert cause.name in here - there
            assert cause.shifts or cause.kind in ("answer", "room", "instead", "together", "height")
            assert all(old[name] != new[name] for name in cause.facts())
        ends = [name for cause in difference.causes for name in cause.facts()]
        assert ends or {cause.kind for cause in difference.causes} <= {"answer", "room"}, difference


@settings(max_examples=60)
@given(ANY, ANY)
def test_the_way_back_is_the_mirror(before: Scenario, after: Scenario) -> None:
    there, back = _between(before, after), _between(after, before)
    assert {(d.kind, d.name, d.before, d.after, frozenset(d.rules)) for d in there.differences} == {
        (d.kind, d.name, d.after, d.before, frozenset(d.rules)) for d in back.differences
    }
    assert [(a.question, a.before, a.after) for a in there.answers] == [
        (a.question, a.after, a.before) for a in back.answers
    ]


@settings(max_examples=60)
@given(st.one_of(st.tuples(ANY, ANY), ANY.map(lambda each: (each, each))))
def test_it_is_empty_exactly_when_nothing_seen_differs(pair: tuple[Scenario, Scenario]) -> None:
    changes = _between(*pair)
    assert changes.is_empty == (_seen(changes.old) == _seen(changes.new))


@settings(max_examples=25)
@given(ANY, ANY, st.booleans())
def test_every_change_can_be_told(before: Scenario, after: Scenario, supposed: bool) -> None:
    changes = changes_between(_answer(before), _answer(after), supposed=supposed)
    text = changes.to_text()
    ids = {key for key in changes.new.rulebase.parsed.messages["en"] if "." in key}
    assert not (ids - {*changes.new.rulebase.rules_by_id}) & {*text.split()}
    if changes.new.findings["crisis"] == "yes":
        assert "let go" not in text
    assert changes.to_text() == text


def test_who_gets_better_reads_what_may_be_let_go() -> None:
    changes = _between(HELD_BACK, AT_EASE)
    assert changes.to_text().splitlines()[3] == (
        "The wall may be lower now. There is something you may let go."
    )
    assert [(each.tactic, each.height, each.needed, each.is_new) for each in changes.let_go] == [
        ("filter_to_folder", "friction", "none", True),
        ("remove_reminders", "friction", "none", True),
    ]
    assert GOLDEN_BETTER in changes.to_text()
    wall = changes.of("wall")
    assert wall is not None
    assert (wall.before, wall.after) == ("lock", "none")
    assert "wall.lock" in wall.rules


def test_who_gets_worse_reads_what_is_new() -> None:
    changes = _between(AT_EASE, HELD_BACK)
    text = changes.to_text()
    assert text.splitlines()[3] == "A higher wall may help you now. There are new steps."
    assert GOLDEN_WORSE in text
    assert GOLDEN_OPEN in text


def test_who_gets_worse_is_not_told_to_let_go_of_anything() -> None:
    assert "let go" not in _between(AT_EASE, HELD_BACK).to_text()


def test_where_too_little_was_answered_nothing_is_let_go() -> None:
    changes = _between(HELD_BACK, AT_EASE.with_answers(staying_away=None, reach_out=None))
    assert not changes.let_go
    text = changes.to_text()
    assert "Too little was answered to say if something can go." in text
    assert "How hard is it for you to keep to yourself" in text
    assert "You may let go" not in text


SEEN_TO = "What was still open before is taken care of."


def test_what_was_open_is_taken_care_of_only_where_a_step_does_it() -> None:
    for gone in (
        HELD_BACK.with_answers(staying_away=None),  # taken back: nothing asks for a wall any more
        AT_EASE,  # not needed any more
    ):
        changes = _between(HELD_BACK, gone)
        assert changes.old.gaps and not changes.new.gaps
        assert SEEN_TO not in changes.to_text()
    at_home = HELD_BACK.with_answers(pull={"home": "always_look"})
    changes = _between(at_home.with_answers(danger_signs=["choked"]), at_home)
    assert len(changes.old.gaps) > len(changes.new.gaps) > 0
    assert SEEN_TO not in changes.to_text()  # one of two is open still


def test_what_was_open_is_taken_care_of_where_the_need_is_there_as_high_and_met() -> None:
    met = _answer(HELD_BACK.with_answers(pull={"phone": "always_look"}))
    assert not met.gaps
    for wanted, said in (("lock", True), ("sealed", False)):
        gap = Gap("wall.phone.out", "wall", "", wanted, "friction", ())
        changes = changes_between(replace(met, gaps=(gap,)), met)
        assert (SEEN_TO in changes.to_text()) is said


def test_too_little_was_answered_is_not_said_where_enough_was() -> None:
    fewer = HELD_BACK.with_answers(pull={"email": "always_look"})
    changes = _between(HELD_BACK.with_answers(pull={"phone": "always_look"}), fewer)
    assert any(each.kind == "step" and each.after == "no" for each in changes.differences)
    assert "Too little was answered" not in changes.to_text(width=1000)


def test_what_if_is_said_as_a_thought_and_keeps_the_rest() -> None:
    changes = _answer(HELD_BACK).what_if(staying_away="gives_in")
    assert changes.supposed
    assert changes.new.scenario == HELD_BACK.with_answers(staying_away="gives_in")
    assert changes.new.trace.engines == ("reference",)
    assert changes.to_text().splitlines()[3] == "Then the wall could be lower."
    with pytest.raises(ScenarioError):
        _answer(HELD_BACK).what_if(reach_out="nver")


def test_a_step_that_others_take_over_is_not_said_to_be_over() -> None:
    not_at_rest = AT_EASE.with_answers(how_i_am=None)
    changes = _between(not_at_rest, HELD_BACK.with_answers(how_i_am=None))
    gone = [each for each in changes.differences if each.kind == "step" and each.after == "no"]
    assert gone
    for each in gone:
        for cause in each.causes:
            assert cause.kind == "instead"
            assert {*cause.tactics} <= {*changes.new.situation.steps}
            assert cause.facts()


def test_help_is_never_over() -> None:
    low = HELD_BACK.with_answers(how_i_am=["low_most_days"], close_to_going_back="yes")
    changes = _between(low, AT_EASE.with_answers(close_to_going_back="no"))
    text = changes.to_text(width=1000)
    (line,) = [line for line in text.splitlines() if line.startswith("• See someone trained")]
    assert line.endswith("You can still turn to this at any time.")


def test_in_a_crisis_only_crisis_help_is_shown() -> None:
    text = _answer(AT_EASE).what_if(self_harm_thoughts="yes").to_text()
    assert "Please get help now." in text
    assert "What is not the same" not in text


def test_a_step_newly_thought_of_is_shown_with_its_verdict() -> None:
    changes = _answer(AT_EASE).what_if(considering=["change_number"])
    assert changes.differences[0].kind == "considered"
    assert "Get a new number. This may not be the right step for you." in changes.to_text()


def test_other_rules_are_said_and_attributed() -> None:
    danger = HELD_BACK.with_answers(danger_signs=["hit_or_hurt"], danger_when="now")
    article = Rulebook.load().without_voice("safety")
    old = recommend(danger, rulebook=article, engine="reference")
    new = recommend(danger, engine="reference")
    for changes in (new.changes_since(old), old.changes_since(new)):
        assert not changes.same_rules
        assert not changes.answers
        assert changes.differences
        assert "The rules are not the same as before." in changes.to_text()
        assert all(each.causes for each in changes.differences)
    assert "The rule itself is not the same as before." in new.changes_since(old).to_text()


def test_other_questions_are_said() -> None:
    old = _answer(HELD_BACK)
    wider = Rulebook.load(scenario=WithOneMore)
    new = recommend(
        WithOneMore(**AT_EASE.answers(), pets="yes"), rulebook=wider, engine="reference"
    )
    changes = new.changes_since(old)
    assert "pets" in [each.question for each in changes.answers]
    assert "Are there pets?" in changes.to_text()
    assert "Not all questions were asked both times." in changes.to_text()
    assert "Are there pets?" in old.changes_since(new).to_text()


def test_no_repr_shows_an_answer() -> None:
    changes = _between(HELD_BACK, AT_EASE)
    said = repr((changes, changes.answers, changes.differences[0].causes[0].shifts))
    for word in ("often", "never", "always_look", "lock"):
        assert word not in said


GOLDEN_BETTER = """\
What is not the same

• How high a wall: You do not need a wall to keep yourself away.
  Before: A high wall. To undo it takes effort, or another person.

  • No longer: The harder it is to stay away, the higher the wall that keeps you out.
    Let someone else hold the key. [¶30, ¶35] the article wall.lock
    • No longer: You give in most times, and each week it is you who starts it. [¶2,
      ¶15, ¶35] the article difficulty.gives-in-and-reaches-out
      • This answer is another one: How often do you start it yourself, with no need?
        Write, call, turn up, ask about them, look at their page?
      • This answer is another one: How hard is it for you to keep to yourself, apart
        from what has to be?
    • No longer: Whatever you tried, you undid it or found a way round. So it takes one
      that is hard to undo. [¶2, ¶30, ¶35] the article difficulty.nothing-holds
  • Still true: Nothing you told us pulls you back, so no wall is needed to keep you
    away. [¶28, ¶35] the article wall.none

What you may let go

These are stronger than what you may need. You may let go of them, or keep them. You
choose.

▾ Why: Nothing you told us pulls you back, so no wall is needed to keep you away. [¶28,
  ¶35]
  • the article wall.none

• You may let go of this: A rule moves their mail to a folder you do not open.
• You may let go of this: Put photos and gifts in a box, out of sight.

New steps

• Do nothing. Nothing is needed here.
  • It fits.
    • No longer: To do nothing is for when nothing pulls and nobody presses. You did not
      say that it is so. [¶28, ¶34] the article status.something-may-be-needed
      • Now: Nothing pulls you back, and they leave you in peace. The goal is reached,
        so nothing has to be done. [¶15, ¶28, ¶34, ¶35] the article
        rest.nothing-pulls-and-nobody-presses
  • Why: You are at peace, and they leave you in peace. Nothing has to be done. [¶28,
    ¶34, ¶35]
"""
GOLDEN_WORSE = """\
New steps

• Tell one person you trust, a friend or family. Call them when the pull comes, or when
  you are scared.
  • Why: Have help ready before you need it. [¶41]
    • No longer: Nothing pulls you back, and they leave you in peace. The goal is
      reached, so nothing has to be done. [¶15, ¶28, ¶34, ¶35] the article
      rest.nothing-pulls-and-nobody-presses
      • Now: The harder it is to stay away, the higher the wall that keeps you out. Let
        someone else hold the key. [¶30, ¶35] the article wall.lock
  • Why: So that you do not go to them on a hard day. [¶2, ¶27, ¶28, ¶29, ¶30, ¶35]
    • This answer is another one: What happens when something from them comes to you? By
      e-mail or letter.
"""
GOLDEN_OPEN = """\
What is still open

• E-mail: it is still easy for you to go there. Ask someone you trust to help.
  • Now: The harder it is to stay away, the higher the wall that keeps you out. Let
    someone else hold the key. [¶30, ¶35] the article wall.lock
"""
