"""How far the rulebook agrees with three independent readings of twenty stories.

Run it: `python tests/stories/agreement.py` prints the table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nocontact import Recommendation, Scenario, recommend
from nocontact.diagnostics import plain, read_yaml
from nocontact.facts import WALL_LEVELS

FLOORS = {
    "standing": 18, "mixed_intent": 18, "wall": 17, "stance": 18, "help": 17, "considered": 16,
}  # fmt: skip
"""How many of the twenty must agree, at least."""

_CAUTION = ("none", "fits", "wait", "avoid")


@dataclass(frozen=True)
class Story:
    """One story: the answers, and what three readers would expect."""

    id: str
    about: str
    given: dict[str, Any]
    labels: dict[str, Any]
    differs: dict[str, str]


def stories(folder: Path = Path(__file__).parent) -> tuple[Story, ...]:
    """Return the stories in the order of the file."""
    node, problems = read_yaml((folder / "stories.yaml").read_text("utf-8"), "stories.yaml")
    assert node is not None and not problems, problems
    return tuple(
        Story(each["id"], each["about"], each["given"], each["labels"], each.get("differs", {}))
        for each in plain(node)["stories"]
    )


def answer(story: Story) -> dict[str, Any]:
    """Return what the rulebook says, in the form of the labels."""
    rec = recommend(Scenario(**story.given))
    return {
        "standing": rec.standing,
        "mixed_intent": "yes" if rec.findings["intent"] == "mixed" else "no",
        "wall": WALL_LEVELS.index(rec.wall),
        "stance": rec.stance,
        "help": rec.help,
        "considered": _considered(rec),
    }


def agrees(name: str, label: Any, found: Any) -> bool:
    """Return whether an answer agrees with its label; a wall has to be inside the range."""
    return label[0] <= found <= label[1] if name == "wall" else bool(label == found)


def table() -> Iterator[str]:
    """Yield the lines of the agreement table."""
    told = stories()
    found = {story.id: answer(story) for story in told}
    for name, floor in FLOORS.items():
        missed = [s for s in told if not agrees(name, s.labels[name], found[s.id][name])]
        yield f"{name:13} {len(told) - len(missed):2}/{len(told)}  (at least {floor})"
        for story in missed:
            why = story.differs.get(name, "")
            wanted, said = story.labels[name], found[story.id][name]
            yield f"    {story.id}: expected {wanted}, found {said} {why}"


def _considered(rec: Recommendation) -> str:
    return max((v.fit for v in rec.considered.values()), key=_CAUTION.index, default="none")


def enough() -> bool:
    """Return whether every label reaches its floor."""
    found = {story.id: answer(story) for story in stories()}
    return all(
        sum(agrees(name, s.labels[name], found[s.id][name]) for s in stories()) >= floor
        for name, floor in FLOORS.items()
    )


if __name__ == "__main__":
    print("\n".join(table()))
    sys.exit(0 if enough() else 1)
