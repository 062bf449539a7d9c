"""Every story with its explanations, to be read as the person who tells it.

Run it: `python -m tests.stories.explained FILE.md [STORY ...]` writes them into one file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from nocontact import Recommendation, Scenario, recommend
from nocontact.display.shown import Shown

from .agreement import Story, stories

PARTS = ("standing", "wall")
"""What every story explains, beside its first step and one step that it does not have."""

UNWISE = "change_number"
"""What is asked about when a person does not think of a step of their own."""


def explanations(rec: Recommendation) -> Iterator[tuple[str, Shown]]:
    """Yield every explanation of one answer, with what it is called."""
    for part in PARTS:
        yield f"why {part}", rec.why(part)
    if rec.steps:
        yield f"why {rec.steps[0].tactic}", rec.why(rec.steps[0].tactic)
    absent = absent_step(rec)
    yield f"why_not {absent}", rec.why_not(absent)
    for part in PARTS:
        yield f"enough {part}", rec.enough(part)
        yield f"unless {part}", rec.unless(part)
    yield "ask", rec.ask


def absent_step(rec: Recommendation) -> str:
    """Return a tactic that is no step: the first that the person thinks of."""
    return next((each for each in rec.considered if each not in rec.situation.steps), UNWISE)


def explained(story: Story) -> Iterator[str]:
    """Yield the paragraphs about one story."""
    yield f"# {story.id}\n\n{story.about}"
    for name, explanation in explanations(recommend(Scenario(**story.given))):
        yield f"---\n\n`{name}`\n\n{explanation.to_markdown()}"


def book(chosen: Iterable[Story]) -> str:
    """Return stories and their explanations as one Markdown text."""
    return "\n\n".join(part for story in chosen for part in explained(story)) + "\n"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m tests.stories.explained FILE.md [STORY ...]")
    named = [s for s in stories() if s.id in sys.argv[2:] or not sys.argv[2:]]
    Path(sys.argv[1]).write_text(book(named), "utf-8")
