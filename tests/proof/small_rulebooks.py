"""Small rulebooks with a plan, as files: some by hand, some drawn by hypothesis."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from hypothesis import strategies as st
from pydantic import BaseModel

from nocontact.facts import Vocabulary
from nocontact.facts.answer_types import MapAnswer, SetAnswer, YesNo
from nocontact.facts.asked import asked, asked_map, asked_set
from nocontact.parsing.shipped import shipped_attributes
from nocontact.rulebook import ALWAYS, STATUSES
from nocontact.testing.generated_conditions import (
    Subject,
    drawn_condition,
    one_of,
    subjects_of,
)
from nocontact.testing.generated_rulebooks import yaml_of

Data = dict[str, Any]


class Questions(BaseModel):
    """One question of each shape; channels that tactics can act on."""

    mood: Literal["low", "even", "high", "unknown"] = asked("How are you?")
    ready: YesNo = asked("Are you ready?")
    pets: SetAnswer[Literal["cat", "dog", "none", "rather_not_say"]] = asked_set("Which pets?")
    looks: MapAnswer[Literal["email", "phone"], Literal["never", "at_times", "often"]] = asked_map(
        "Where do you look?",
        channels={"email": "mail", "phone": "the phone"},
        levels={"never": "never", "at_times": "at times", "often": "often"},
    )


VOCABULARY = Vocabulary.of(Questions)
ATTRIBUTES = shipped_attributes()
WALL_LEVELS = ATTRIBUTES["wall_in"].answers
SECTIONS = ("safety", "help", "wall", "partner", "objective")
WALL = Subject("wall", WALL_LEVELS, ordered=True, may_be_unknown=False)
BARRIERS: Data = {
    "height": "wall", "channels": "looks", "unused": "never", "tactics": "all",
    "anywhere": ["mind"], "because": {"in": "In.", "out": "Out."}, "source": [1],
}  # fmt: skip


def texts(
    decisions: Mapping[str, Data], tactics: Sequence[Data], planning: Data, promises: Any = ()
) -> dict[str, str]:
    """Return the files of a rulebook; JSON is YAML."""
    article = {"title": "T", "paragraphs": {"1": {"gist": "G"}}}
    files: dict[str, Any] = {
        "rulebook.yaml": {"name": "small", "version": "1.0.0", "date": "2026-01-01"},
        "sources.yaml": {"article": article, "excluded": {}, "entries": {}},
        "tactics.yaml": {"tactics": list(tactics)},
        "planning.yaml": planning,
    }
    if promises:
        files["promises.yaml"] = {"promises": list(promises)}
    files |= {f"{name}.yaml": decision for name, decision in decisions.items()}
    return {name: json.dumps(content, indent=1) for name, content in files.items()}


def decision(name: str, rules: Sequence[tuple[Any, Data]], finding: Data | None = None) -> Data:
    """Return a decision file of (when, then) pairs; equal pairs stand once."""
    once = {json.dumps(pair): pair for pair in rules}.values()
    written = [
        {"id": f"{name}.r{at}", "when": when, "then": then, "because": "So.", "source": [1]}
        for at, (when, then) in enumerate(once)
    ]
    found = {"decision": name, "asks": "What now?", "source": [1], "rules": written}
    return found | ({"finding": finding} if finding else {})


def tactic(name: str, channels: Sequence[str] = ("mind",), **attributes: Any) -> Data:
    """Return one entry of a catalogue."""
    return {"id": name, "plain": "You take a step.", "kind": "tactic", "channels": [*channels],
            "objectives": ["O1"], "face": "self", "notice": "invisible", "effect": "none",
            "wall": {"in": "none", "out": "none"}, "undo": "now", "source": [1],
            **attributes}  # fmt: skip


def need(name: str, when: Any, ids: Sequence[str], **others: Any) -> Data:
    """Return one need of a plan."""
    return {"id": name, "section": "help", "when": when, "tactics": {"id": [*ids]},
            "because": "So.", "source": [1], **others}  # fmt: skip


@st.composite
def planned_texts(draw: st.DrawFn) -> dict[str, str]:
    """Return a rulebook with barriers and needs that passes every check."""
    names = [f"t{at}" for at in range(draw(st.integers(2, 6)))]
    subjects = [*subjects_of(VOCABULARY)]
    wall = [(_when(draw, subjects), {"wall": one_of(draw, WALL_LEVELS[1:])}) for _ in range(3)]
    subjects.append(WALL)
    statuses = [
        (_when(draw, subjects), _status(draw, names)) for _ in range(draw(st.integers(1, 5)))
    ]
    needs = [_need(draw, at, names, subjects) for at in range(draw(st.integers(0, 4)))]
    planning: Data = {
        "permitted": list(STATUSES[: draw(st.integers(1, 3))]),
        "sections": list(SECTIONS),
        "preference": [_preference(draw, each) for each in ("effect", "notice", "undo")],
        "needs": needs,
    }
    if draw(st.integers(0, 3)):
        planning["barriers"] = BARRIERS | _special(draw)
    found = {
        "wall": decision("wall", wall, {"wall": WALL_LEVELS}),
        "status": decision("status", statuses),
    }
    return texts(found, [_tactic(draw, name) for name in names], planning)


def _when(draw: st.DrawFn, subjects: Sequence[Subject]) -> Any:
    deep = draw(st.integers(-1, 2))
    return yaml_of(drawn_condition(draw, subjects, deep) if deep >= 0 else ALWAYS)


def _some(draw: st.DrawFn, names: Sequence[str]) -> list[str]:
    wanted = draw(st.integers(1, 2 ** len(names) - 1))
    return [name for at, name in enumerate(names) if wanted >> at & 1]


def _status(draw: st.DrawFn, names: Sequence[str]) -> Data:
    return {"status": one_of(draw, STATUSES[1:]), "tactics": {"id": _some(draw, names)}}


def _need(draw: st.DrawFn, at: int, names: Sequence[str], subjects: Sequence[Subject]) -> Data:
    alone = {"alone": True} if draw(st.integers(0, 4)) == 4 else {}
    when, ids = _when(draw, subjects), _some(draw, names)
    return need(f"n{at}", when, ids, section=one_of(draw, SECTIONS), **alone)


def _preference(draw: st.DrawFn, attribute: str) -> Data:
    return {attribute: draw(st.permutations(ATTRIBUTES[attribute].answers))}


def _special(draw: st.DrawFn) -> Data:
    """Draw caps and doubled heights."""
    low, high = sorted(draw(st.permutations(range(1, 5)))[:2])
    found: Data = {}
    if draw(st.booleans()):
        found["caps"] = {"at_times": one_of(draw, WALL_LEVELS[1:])}
    if draw(st.booleans()):
        found["doubled"] = {WALL_LEVELS[low]: WALL_LEVELS[high]}
    return found


def _tactic(draw: st.DrawFn, name: str) -> Data:
    drawn = {each: one_of(draw, ATTRIBUTES[each].answers) for each in ("effect", "notice", "undo")}
    wall = {"in": one_of(draw, WALL_LEVELS), "out": one_of(draw, WALL_LEVELS)}
    return tactic(name, _some(draw, ("email", "phone", "mind")), wall=wall, **drawn)
