"""The rulebook agrees with careful readers, as far as was promised."""

from __future__ import annotations

import pytest

from nocontact import Rulebook, Scenario
from nocontact.recommendation.answering import EngineName, answered

from .agreement import LABELS, Story, agrees, answer, parts, stories, table

TOLD, RULEBOOK = stories(), Rulebook.load()


def test_every_part_reaches_its_floors() -> None:
    """On each label, and on the steps, at least the promised number agree."""
    below = [line for line in table() if "BELOW" in line]
    assert not below, below


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story.id)
def test_a_difference_is_recorded_with_its_reason(story: Story) -> None:
    """Where an answer differs from its label, the story says why; where it agrees, it does not."""
    found = answer(story)
    differing = {name for name in LABELS if not agrees(name, story.labels[name], found[name])}
    assert differing == set(story.differs)


@pytest.mark.parametrize("engine", ["diagrams", "rete"])
def test_every_engine_gives_the_same_answer_to_every_telling(engine: EngineName) -> None:
    if engine == "rete":
        pytest.importorskip("durable")
    tellings = [story for readings in parts().values() for telling in readings for story in telling]
    assert len(tellings) > 400
    for story in tellings:
        facts = Scenario(**story.given).flat()
        found, expected = (answered(RULEBOOK, facts, each)[0] for each in (engine, "reference"))
        assert found == expected, story.id
