"""What enough and unless say to a person: plain, kind, and never as advice."""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.proof.minimal_sets import change_sets
from nocontact.testing import scenarios

RULES = Rulebook.load()
PARTS = ["wall", "stance", "help", "standing", "safety_first", "status.change_number"]
PARTS += ["step.trusted_person", "step.crisis_support", "status.block_email"]


def of(**answers: object) -> Recommendation:
    return recommend(Scenario.model_validate(answers), engine="reference")


@given(scenarios(), st.sampled_from(PARTS))
@settings(max_examples=7)
def test_every_explanation_is_said_in_words(scenario: Scenario, part: str) -> None:
    """No message is missing, no name of a fact or a level slips through."""
    rec = recommend(scenario, rulebook=RULES, engine="reference")
    for each in (rec.enough(part), rec.enough(part, every=True), rec.unless(part)):
        text = each.to_text()
        assert text.startswith("What ")
        assert not re.search(r"[a-z]_[a-z]|[{}]|(enough|unless)\.[a-z]", text), text
        assert each.to_html()
        assert each.to_markdown()
        assert each.to_json() == each.to_json()


def test_one_answer_that_is_enough() -> None:
    text = of(self_harm_thoughts="yes", hope="some").enough("help").to_text()
    assert "This answer is enough. What else you tell us does not change it." in text
    assert "“Do you have thoughts of ending your life, or of not waking up?” You said:" in text
    assert "hope" not in text


def test_members_of_a_list_and_the_rest_of_it() -> None:
    signs = {"danger_signs": ["choked"], "danger_when": "now", "now_unsafe": "no"}
    text = " ".join(of(**signs).enough("safety_first").to_text().split())
    assert "You named: “Choked you, or put hands around your neck”." in text


def test_what_is_open_is_said_to_be_open() -> None:
    text = of(reach_out="never").enough("wall").to_text()
    assert "This is not settled yet." in text
    assert "Not answered yet" in text


def test_at_least_says_that_more_may_come() -> None:
    text = of(staying_away="gives_in").enough("wall").to_text()
    assert "can only add to it" in text


def test_danger_is_not_to_be_made_smaller() -> None:
    """What danger rests on is folded away, and nothing reads like a hint to say less."""
    signs = {"danger_signs": ["choked"], "danger_when": "now", "partner_space": "gives_space"}
    document = of(**signs).unless("safety_first")
    text = " ".join(document.to_text().split())
    assert "It is not on you. You do not have to make it look smaller than it is." in text
    assert "What you told us counts." in text
    assert "If this were not so" not in text
    assert "If it were not as it is now" not in text
    html = document.to_html()
    assert html.index("<details") < html.index("Choked you")


def test_what_cannot_be_otherwise() -> None:
    rec = of(hope="some")
    assert "No other answer would change this." in rec.unless("status.crisis_support").to_text()
    assert "This is so for all people." in rec.enough("status.crisis_support").to_text()


def test_where_there_are_too_many_ways_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never silently: a search that had to stop early is not complete, and the text says so."""
    few = partial(change_sets, most=1)
    monkeypatch.setattr(import_module("nocontact.explanation.exact.unless"), "change_sets", few)
    monkeypatch.setattr(
        import_module("nocontact.explanation.exact.enough_search"), "change_sets", few
    )
    rec = of(reach_out="sometimes", hope="some")
    changes, sets = rec.unless("standing"), rec.enough("standing", every=True)
    assert not changes.complete
    assert "There are more ways than we show here." in changes.to_text()
    assert not sets.complete
    assert [len(sets.sets), sets.sets] == [1, rec.enough("standing").sets]
    assert "Other answers of yours may be enough too." in sets.to_text()


def test_the_past_is_named_last() -> None:
    text = of(times_gone_back="2", staying_away="nothing_holds").unless("wall").to_text()
    assert "No one can change what has been." in text
    assert text.index("If you told us more") < text.index("What has been")
