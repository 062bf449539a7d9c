"""One small rulebook, edited: with every scenario that it has, and what is seen in each."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from nocontact.proof.seen_once import SeenOnce
from nocontact.proof.subject import Subject
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_rulebooks import checked

from .every_row import rows_of
from .small_rulebooks import BARRIERS, VOCABULARY, WALL_LEVELS, decision, need, tactic, texts

Row = dict[str, str]
Files = dict[str, Any]
Edits = Callable[[Files], object]

PLANNING: Files = {
    "permitted": ["suggested", "allowed"],
    "sections": ["safety", "help", "wall"],
    "preference": [{"effect": ["cooling", "none", "varies", "triggering"]}],
    "barriers": {**BARRIERS, "doubled": {"friction": "lock"}, "release": {"ready": "yes"}},
    "needs": [
        need("talk", "always", ["call", "write"]),
        need("rest", {"mood": "low"}, ["walk"], section="safety"),
        need("breathe", "always", ["sit"]),
    ],
    "limit": {
        "when": {"mood": "low"}, "now": 1, "tactics": {"undo": "now"}, "exempt": ["safety"],
        "because": "So.", "source": [1],
    },
}  # fmt: skip
DECISIONS: Files = {
    "pull": decision(
        "pull",
        [
            ({"looks.email": {"at_least": "at_times"}}, {"pull": "some"}),
            ({"any": [{"looks.email": "often"}, {"looks.phone": "often"}]}, {"pull": "strong"}),
        ],
        {"pull": ["none", "some", "strong"]},
    ),
    "wall": decision(
        "wall",
        [
            ({"pull": {"at_least": "some"}}, {"wall": "friction"}),
            ({"pull": "strong"}, {"wall": "lock"}),
            ({"mood": {"in": ["even", "high"]}}, {"notes": ["steady"]}),
            ({"ready": {"unknown": True}}, {"notes": ["ask"]}),
        ],
        {"wall": [*WALL_LEVELS], "notes": {"set": ["steady", "ask"]}},
    ),
    "status": decision(
        "status",
        [
            ({"pets.cat": "yes"}, {"status": "held", "tactics": {"id": "call"}}),
            ({"wall": "lock"}, {"status": "ask_why", "tactics": {"id": ["write", "walk"]}}),
        ],
    ),
}
TACTICS = [
    tactic("call"), tactic("write"), tactic("walk"),
    tactic("mute", ["email"], wall={"in": "friction", "out": "friction"}),
    tactic("filter", ["email"], wall={"in": "friction", "out": "none"}),
    tactic("hide", ["phone"], wall={"in": "lock", "out": "lock"}, undo="days"),
    tactic("sit"),
]  # fmt: skip


def files_of_it() -> Files:
    """A small rulebook as data, to be edited."""
    whole: Files = json.loads(json.dumps({**DECISIONS, "planning": PLANNING, "tactics": TACTICS}))
    return whole


def loaded(*edits: Edits) -> CheckedRulebase:
    files = files_of_it()
    for edit in edits:
        edit(files)
    shows = files.pop("shows", None)
    planning, tactics = files.pop("planning"), files.pop("tactics")
    made = texts(files, tactics, planning)
    if shows:
        made["rulebook.yaml"] = json.dumps({**json.loads(made["rulebook.yaml"]), "shows": shows})
    return checked(made, VOCABULARY)


def rule(name: str, **changes: Any) -> Edits:
    """An edit that changes one rule."""
    stem, _, at = name.partition(".r")
    return lambda files: files[stem]["rules"][int(at)].update(changes)


def without_rule(name: str) -> Edits:
    stem, _, at = name.partition(".r")
    return lambda files: files[stem]["rules"].pop(int(at))


def new_rule(stem: str, when: Any, then: Files) -> Edits:
    written = {"id": f"{stem}.new", "when": when, "then": then, "because": "So.", "source": [1]}
    return lambda files: files[stem]["rules"].append(written)


LOWER = rule("pull.r1", when={"any": [{"looks.email": "often"}, {"looks.phone": "at_times"}]})
CALMER = rule("wall.r1", when={"pull": "strong", "mood": {"is_not": "high"}})


@cache
def rows() -> list[Row]:
    """Every row of facts that a scenario of the small vocabulary can have."""
    return [dict(row) for row in rows_of(VOCABULARY)]


@cache
def seen(rulebase: CheckedRulebase) -> list[dict[Subject, str]]:
    return [SeenOnce(rulebase, row).levels() for row in rows()]
