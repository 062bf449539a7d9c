"""Rulebooks that recommend the same are proved to, however they are written."""

from __future__ import annotations

import pytest

from nocontact import compare
from nocontact.facts import UNKNOWN
from nocontact.proof.comparison_parts import Change
from nocontact.proof.subject import Subject

from .edited_rulebooks import Edits, Files, loaded, new_rule, rows, rule

EQUIVALENT: dict[str, tuple[str, Edits]] = {
    "rewritten": (
        "rule wall.r2 changed",
        rule("wall.r2", when={"not": {"mood": {"is": "low"}}}),
    ),
    "renamed": ("rule wall.r2 renamed", rule("wall.r2", id="wall.steady")),
    "reworded": ("rule wall.r2 reworded", rule("wall.r2", because="Because.")),
    "a rule that another one holds": (
        "rule wall.new added",
        new_rule("wall", {"pull": "strong", "mood": "low"}, {"wall": "friction"}),
    ),
    "a reworded tactic": (
        "tactic hide reworded",
        lambda files: files["tactics"][5].update(plain="You hide it."),
    ),
    "a reworded need": (
        "need talk reworded",
        lambda files: files["planning"]["needs"][0].update(because="Because."),
    ),
    "a reworded limit": (
        "planning limit reworded",
        lambda files: files["planning"]["limit"].update(because="Because."),
    ),
}


@pytest.mark.parametrize("name", EQUIVALENT)
def test_rulebooks_that_recommend_the_same_are_equivalent(name: str) -> None:
    edit, made = EQUIVALENT[name]
    comparison = compare(loaded(), loaded(made))
    assert comparison.equivalent
    assert comparison.groups == ()
    assert [(str(each.edit), each.changed) for each in comparison.effects] == [(edit, 0)]
    assert "Equivalent: proved" in comparison.to_text()


def test_the_order_of_a_set_changes_what_comes_first() -> None:
    def turned(files: Files) -> None:
        files["wall"]["finding"]["notes"]["set"] = ["ask", "steady"]

    comparison = compare(loaded(), loaded(turned))
    changes = [change for group in comparison.groups for change in group.changes]
    assert changes == [Change(Subject("first", "notes"), "steady", "ask")]
    both = [row for row in rows() if row["mood"] in ("even", "high") and row["ready"] == UNKNOWN]
    assert comparison.changed == len(both)
