"""How far the rulebook agrees with careful readers of stories, on answers given blindly.

Run it: `python tests/stories/agreement.py` prints the table; `--misses` names each difference,
except of the parts that are kept back, which nobody who tunes may look at.

The twenty (`stories.yaml`) were answered by us. The others were each answered twice, by people who
saw only the questions and the stories. Rules are tuned on the twenty, on the sixty with an odd
number and on the practice stories. Of the even ones only totals were looked at, and how many went
from which label to which; of the fresh ones totals alone. The rules of the wall were chosen among
several by the totals of both as well: its figures are not wholly unseen. The practice stories were
answered to an earlier wording: what was said of children and of dying was moved to where it is
asked now.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.diagnostics import plain, read_yaml

HERE = Path(__file__).parent
KEPT_BACK = frozenset({"even", "fresh"})
HEIGHTS = Rulebook.load().heights
LABELS = ("standing", "mixed_intent", "wall", "stance", "help", "considered")
READERS = ("first", "second")
FLOORS = {
    "the twenty": (19, 20, 19, 20, 18, 18),
    "odd": (28, 28, 21.5, 28, 29, 24),
    "even": (21, 23, 20, 24, 22, 24),
    "practice": (105, 112, 98, 108, 110, 82),
    "fresh": (37, 38, 30, 36, 35, 26),
}
"""How many stories of each part must agree on each label, at least: the mean over readers."""

STEP_FLOORS = {
    "odd": (0.64, 0.84, 0.02),
    "even": (0.60, 0.88, 0.02),
    "practice": (0.60, 0.82, 0.02),
    "fresh": (0.56, 0.80, 0.02),
}
"""Of favoured steps, the share shown and offered, at least; of harmful ones, offered, at most."""

_CAUTION = ("none", "fits", "wait", "avoid")


@dataclass(frozen=True)
class Story:
    """One story: the answers, and what three readers would expect."""

    id: str
    about: str
    given: dict[str, Any]
    labels: dict[str, Any]
    differs: dict[str, str] = field(default_factory=dict)
    favoured: frozenset[str] = frozenset()
    harmful: frozenset[str] = frozenset()


def stories() -> tuple[Story, ...]:
    """Return the twenty, in the order of the file."""
    return tuple(
        Story(each["id"], each["about"], each["given"], each["labels"], each.get("differs", {}))
        for each in _yaml("stories.yaml")["stories"]
    )


@cache
def told(name: str, reader: str) -> tuple[Story, ...]:
    """Return the stories of `sixty`, `practice` or `fresh` as one reader answered them."""
    answers = _yaml(f"{name}_{reader}.yaml")
    texts = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return tuple(_story(each, answers[each["id"]]) for each in texts)


def parts() -> Mapping[str, tuple[tuple[Story, ...], ...]]:
    """Return the parts of the table: for each, the stories as each reader answered them."""
    sixty = [told("sixty", reader) for reader in READERS]
    odd, even = (
        tuple(tuple(s for s in reading if int(s.id[-2:]) % 2 == rest) for reading in sixty)
        for rest in (1, 0)
    )
    practice, fresh = (
        tuple(told(name, reader) for reader in READERS) for name in ("practice", "fresh")
    )
    return {
        "the twenty": (stories(),),
        "odd": odd,
        "even": even,
        "practice": practice,
        "fresh": fresh,
    }


def answer(story: Story) -> dict[str, Any]:
    """Return what the rulebook says, in the form of the labels."""
    rec = recommend(Scenario(**story.given), engine="reference")
    shown = {step.tactic for step in (*rec.steps, *rec.later)}
    offered = shown.union(*(step.alternatives for step in (*rec.steps, *rec.later)))
    return {
        "standing": rec.standing,
        "mixed_intent": "yes" if rec.findings["intent"] == "mixed" else "no",
        "wall": HEIGHTS.index(rec.wall) if rec.wall in HEIGHTS else None,
        "stance": rec.stance,
        "help": rec.help,
        "considered": _considered(rec),
        "shown": shown,
        "offered": offered,
    }


def agrees(name: str, label: Any, found: Any) -> bool:
    """Return whether an answer agrees with its label; a wall has to be inside the range."""
    if name == "wall":
        return found is not None and bool(label[0] <= found <= label[1])
    return bool(label == found)


def agreement(readings: tuple[tuple[Story, ...], ...]) -> tuple[dict[str, float], list[str]]:
    """Return how many stories agree on each label, the mean over the readers, and the misses."""
    hits, missed = dict.fromkeys(LABELS, 0.0), []
    for reading in readings:
        for story in reading:
            found = answer(story)
            for name in LABELS:
                if agrees(name, story.labels[name], found[name]):
                    hits[name] += 1 / len(readings)
                else:
                    why = story.differs.get(name, "")
                    wanted = story.labels[name]
                    missed.append(
                        f"{name} {story.id}: expected {wanted}, found {found[name]} {why}"
                    )
    return hits, missed


def steps(readings: tuple[tuple[Story, ...], ...]) -> tuple[float, float, float]:
    """Return the shares of favoured steps shown and offered, and of harmful steps offered."""
    liked = shown = offered = feared = harm = 0
    for reading in readings:
        for story in reading:
            found = answer(story)
            liked += len(story.favoured)
            shown += len(story.favoured & found["shown"])
            offered += len(story.favoured & found["offered"])
            feared += len(story.harmful)
            harm += len(story.harmful & found["offered"])
    return shown / max(liked, 1), offered / max(liked, 1), harm / max(feared, 1)


def lean(readings: tuple[tuple[Story, ...], ...]) -> tuple[float, float]:
    """Return how many walls are higher, and lower, than their range: the mean over readers."""
    high = low = 0
    for reading in readings:
        for story in reading:
            found, (least, most) = answer(story)["wall"], story.labels["wall"]
            high += found is not None and found > most
            low += found is not None and found < least
    return high / len(readings), low / len(readings)


def table(misses: bool = False) -> Iterator[str]:
    """Yield the lines of the agreement table, and whether each part reaches its floors."""
    for part, readings in parts().items():
        hits, missed = agreement(readings)
        yield f"{part}: {len(readings[0])} stories, {len(readings)} reader(s)"
        for name, floor in zip(LABELS, FLOORS[part], strict=True):
            share = hits[name] / len(readings[0])
            low = "" if hits[name] >= floor else "  BELOW ITS FLOOR"
            yield f"    {name:13} {hits[name]:5.1f}  {share:.2f}  (at least {floor}){low}"
        high, lower = lean(readings)
        yield f"    wall too high {high:.1f}, too low {lower:.1f}"
        if part in STEP_FLOORS:
            shown, offered, harm = steps(readings)
            low = "" if _steps_hold(part, (shown, offered, harm)) else "  BELOW ITS FLOOR"
            yield f"    favoured steps shown {shown:.2f}, offered {offered:.2f}"
            yield f"    harmful steps offered {harm:.3f}{low}"
        if misses and part not in KEPT_BACK:
            yield from (f"      {each}" for each in sorted(missed))


def _steps_hold(part: str, found: tuple[float, float, float]) -> bool:
    shown, offered, harm = STEP_FLOORS[part]
    return found[0] >= shown and found[1] >= offered and found[2] <= harm


def _story(each: dict[str, Any], given: dict[str, Any]) -> Story:
    wanted = each["expected"]
    labels = {name: wanted[name] for name in LABELS}
    labels["mixed_intent"] = "yes" if wanted["mixed_intent"] else "no"
    favoured, harmful = (frozenset(wanted.get(name) or ()) for name in ("favoured", "harmful"))
    return Story(each["id"], each["text"], given, labels, {}, favoured, harmful)


def _yaml(name: str) -> Any:
    node, problems = read_yaml((HERE / name).read_text("utf-8"), name)
    assert node is not None and not problems, problems
    return plain(node)


def _considered(rec: Recommendation) -> str:
    return max((v.fit for v in rec.considered.values()), key=_CAUTION.index, default="none")


if __name__ == "__main__":
    lines = list(table("--misses" in sys.argv[1:]))
    print("\n".join(lines))
    sys.exit(any("BELOW" in line for line in lines))
