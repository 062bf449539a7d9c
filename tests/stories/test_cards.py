"""The card of every story keeps its length, and says what must not be left out."""

from __future__ import annotations

import re

import pytest

from nocontact import Recommendation, Scenario, recommend
from nocontact.recommendation.recommendation_card import MOST_WORDS, words_in

from .agreement import Story, stories, told

ALL = (*stories(), *told("sixty", "first"))
MORE_FOR_EACH_STEP = 15
"""Who thinks of more than two steps gets a verdict on each, so that the card may be longer."""


@pytest.mark.parametrize("story", ALL, ids=lambda story: story.id)
def test_a_card_keeps_its_length_and_leaves_no_safety_out(story: Story) -> None:
    rec = recommend(Scenario(**story.given), engine="reference")
    card = rec.to_document()
    most = MOST_WORDS[_kind(rec)] + MORE_FOR_EACH_STEP * max(0, len(rec.considered) - 2)
    assert words_in(card) <= most
    text = " ".join(rec.to_text(width=10_000).split())
    assert not re.search(r"\[|¶|\b[a-z]+(_[a-z]+)+\b|\b[a-z]+\.[a-z]+-", text)
    if _kind(rec) != "crisis":
        assert all(note.text in text for note in [n for n in rec.notes if n.is_safety][:1])
        assert all(each.plain.partition(".")[0] in text for each in rec.considered.values())
        assert rec.steps[0].plain.partition(".")[0] in text


@pytest.mark.parametrize("story", ALL[::4], ids=lambda story: story.id)
def test_what_a_helper_reads_says_what_not_to_say_and_what_to_ask(story: Story) -> None:
    rec = recommend(Scenario(**story.given), engine="reference")
    text = rec.to_text(audience="helper")
    parts = [text.index(each) for each in ("Read aloud", "Do not say", "Ask next", "If they dis")]
    assert parts == sorted(parts)


def _kind(rec: Recommendation) -> str:
    if rec.situation.help_first:
        return "crisis"
    return "urgent" if rec.help == "urgent" else "usual"
