"""What was not answered is never read as "no wall is needed"."""

from __future__ import annotations

from nocontact import Scenario, recommend

NEEDS_NONE = "You do not need a wall"
NOT_KNOWN = "We do not know yet how high"


def test_nothing_said_about_the_tie_is_not_called_no_wall() -> None:
    """The height is open, and the text says so."""
    text = recommend(Scenario(), engine="reference").to_text()
    assert NOT_KNOWN in text
    assert NEEDS_NONE not in text


def test_easy_answers_are_called_no_wall() -> None:
    """When all was answered and nothing is hard, no wall is needed."""
    scenario = Scenario.model_validate(
        {"pull": {}, "reach_out": "never", "mind_time": "little", "times_gone_back": 0}
    )
    text = recommend(scenario, engine="reference").to_text()
    assert NEEDS_NONE in text
    assert NOT_KNOWN not in text
