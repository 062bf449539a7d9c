"""What was not answered is never read as "no wall is needed"."""

from __future__ import annotations

import json

from nocontact import Scenario, recommend

NEEDS_NONE = "You do not need a wall"
NOT_KNOWN = "We do not know yet how high"


def test_nothing_said_about_the_tie_is_not_called_no_wall() -> None:
    """The height is open, and the text says so."""
    text = recommend(Scenario(), engine="reference").to_text(detail="record")
    assert NOT_KNOWN in text
    assert NEEDS_NONE not in text


def test_easy_answers_are_called_no_wall() -> None:
    """When it is easy to stay away, no wall is needed."""
    scenario = Scenario(staying_away="easy", reach_out="never", times_gone_back="0")
    text = recommend(scenario, engine="reference").to_text(detail="record")
    assert NEEDS_NONE in text
    assert NOT_KNOWN not in text


def test_an_empty_scenario_says_neither_go_ahead_nor_none() -> None:
    """Nothing was asked, so nothing is cleared: in Python, in the text and in the data."""
    rec = recommend(Scenario(), engine="reference")
    assert (rec.standing, rec.also) == ("safety_not_asked", ())
    assert (rec.wall, rec.stance, rec.help) == ("open", "open", "open")
    text = " ".join(rec.to_text(detail="record").split())
    assert NOT_KNOWN in text
    for cleared in ("standing.proceed", "wall.none", "stance.leave_be"):
        assert rec.rulebase.message(cleared) not in text
    assert rec.rulebase.message("help.open") in text
    data = json.loads(rec.to_json())
    assert data["standing"] == "safety_not_asked"
    assert [data[part] for part in ("wall", "stance", "help")] == ["open", "open", "open"]


def test_an_empty_list_is_no_answer() -> None:
    """Who names nothing, and not "none of these" either, has not answered."""
    lists = ("danger_signs", "must_stay_in_touch", "my_position", "aims", "earlier_steps",
             "how_i_am", "support")  # fmt: skip
    empty = Scenario.model_validate({name: [] for name in lists})
    assert empty.flat() == Scenario().flat()
    ours, none = (recommend(each, engine="reference") for each in (empty, Scenario()))
    assert (ours.findings, ours.standing) == (none.findings, "safety_not_asked")


def test_danger_is_no_only_when_all_three_questions_were_answered() -> None:
    """Danger now, signs and fear: while one of them is open, nobody is told to go ahead."""
    asked = {"now_unsafe": "no", "danger_signs": ["none"], "afraid": "no"}
    assert recommend(Scenario.model_validate(asked)).findings["danger"] == "no"
    for name in asked:
        rest = Scenario.model_validate({**asked, name: None})
        rec = recommend(rest, engine="reference")
        assert rec.findings["danger"] == "unchecked", name
        assert rec.standing == "safety_not_asked"
