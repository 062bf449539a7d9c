"""The rulebook agrees with three readings of twenty stories, as far as was promised."""

from __future__ import annotations

import pytest

from .agreement import FLOORS, Story, agrees, answer, stories

TOLD = stories()


@pytest.mark.parametrize("name", FLOORS)
def test_enough_stories_agree(name: str) -> None:
    """At least the promised number of stories agree on each label."""
    agreeing = [s.id for s in TOLD if agrees(name, s.labels[name], answer(s)[name])]
    assert len(agreeing) >= FLOORS[name], f"only {agreeing} agree on {name}"


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story.id)
def test_a_difference_is_recorded_with_its_reason(story: Story) -> None:
    """Where an answer differs from its label, the story says why; where it agrees, it does not."""
    found = answer(story)
    differing = {name for name in FLOORS if not agrees(name, story.labels[name], found[name])}
    assert differing == set(story.differs)
