"""What `compare` counts is what trying every scenario gives, edit by edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from nocontact import Rulebook, compare
from nocontact.diagnostics import ProofError
from nocontact.proof import attribution
from nocontact.proof.comparison import Comparison
from nocontact.proof.comparison_parts import Change
from nocontact.proof.subject import Subject
from nocontact.rulebook import CheckedRulebase

from .edited_rulebooks import (
    CALMER,
    LOWER,
    Edits,
    Files,
    loaded,
    new_rule,
    rows,
    rule,
    seen,
    without_rule,
)
from .small_rulebooks import need


def _differences(one: dict[Subject, str], two: dict[Subject, str]) -> Iterator[Change]:
    """What a reader of two answers would call a change; the first of a set follows from it."""
    for subject in dict.fromkeys((*one, *two)):
        absent = "not there" if subject.family == "status" else "no"
        before, after = one.get(subject, absent), two.get(subject, absent)
        paced = subject.family != "pace" or "no" not in (before, after)
        if before != after and paced and subject.family != "first":
            yield Change(subject, before, after)


def _counted(comparison: Comparison) -> Counter[tuple[Change, frozenset[str]]]:
    """Change and edits → how many scenarios `compare` says."""
    found: Counter[tuple[Change, frozenset[str]]] = Counter()
    for group in comparison.groups:
        for change in group.changes:
            found[change, frozenset(map(str, group.edits))] += group.count
    return found


def _tried(old: CheckedRulebase, new: CheckedRulebase, without: dict[str, CheckedRulebase]) -> Any:
    """The same by trying every scenario: with each edit undone, is the change still there?"""
    found: Counter[tuple[Change, frozenset[str]]] = Counter()
    undone = {name: seen(each) for name, each in without.items()}
    changed = 0
    for at, (one, two) in enumerate(zip(seen(old), seen(new), strict=True)):
        changes = list(_differences(one, two))
        changed += bool(changes)
        for change in changes:
            made_by = {
                name
                for name, seen in undone.items()
                if seen[at].get(change.subject, "no") == change.before
            }
            found[change, frozenset(made_by)] += 1
    return changed, found


def _check(comparison: Comparison, tried: Any) -> None:
    changed, found = tried
    assert comparison.scenarios == len(rows())
    assert comparison.changed == changed
    assert _counted(comparison) == found


ONE_EDIT: dict[str, tuple[str, Edits]] = {
    "a threshold moves": ("rule pull.r1 changed", LOWER),
    "a condition is added": ("rule wall.r1 changed", CALMER),
    "a rule goes": ("rule status.r0 removed", without_rule("status.r0")),
    "a rule comes": (
        "rule status.new added",
        new_rule("status", {"mood": "low"}, {"status": "held", "tactics": {"id": "mute"}}),
    ),
    "a conclusion rises": ("rule wall.r0 changed", rule("wall.r0", then={"wall": "lock"})),
    "a tactic goes": ("tactic hide removed", lambda files: files["tactics"].pop(5)),
    "a tactic gets lower": (
        "tactic hide changed",
        lambda files: files["tactics"][5].update(wall={"in": "friction", "out": "lock"}),
    ),
    "a need goes": ("need rest removed", lambda files: files["planning"]["needs"].pop(1)),
    "a need asks for something else": (
        "need talk changed",
        lambda files: files["planning"]["needs"][0].update(tactics={"id": ["write", "call"]}),
    ),
    "needs change places": (
        "planning order of needs changed",
        lambda files: files["planning"]["needs"].reverse(),
    ),
    "more at once": (
        "planning limit changed",
        lambda files: files["planning"]["limit"].update(now=2),
    ),
    "no limit": ("planning limit changed", lambda files: files["planning"].pop("limit")),
    "other barriers": (
        "planning barriers changed",
        lambda files: files["planning"]["barriers"].update(release={"ready": "no"}),
    ),
    "more is permitted": (
        "planning permitted changed",
        lambda files: files["planning"]["permitted"].append("held"),
    ),
    "a note is not shown": (
        "shown changed",
        lambda files: files.update(shows=["wall", "pull"]),
    ),
}


@pytest.mark.parametrize("name", ONE_EDIT)
def test_one_edit_changes_what_trying_every_scenario_finds(name: str) -> None:
    edit, made = ONE_EDIT[name]
    old, new = loaded(), loaded(made)
    comparison = compare(old, new)
    assert comparison.changed > 0
    assert [str(each.edit) for each in comparison.effects] == [edit]
    _check(comparison, _tried(old, new, {edit: old}))


BOTH = {
    "apart": {"rule pull.r1 changed": LOWER, "rule status.r0 removed": without_rule("status.r0")},
    "one in the way of the other": {"rule pull.r1 changed": LOWER, "rule wall.r1 changed": CALMER},
    "either is enough": {
        "rule wall.r0 changed": rule("wall.r0", then={"wall": "sealed"}),
        "rule wall.new added": new_rule("wall", {"pull": "strong"}, {"wall": "sealed"}),
    },
    "both are needed": {
        "rule wall.r0 changed": rule("wall.r0", when={"pull": "none", "mood": "low"}),
        "tactic mute changed": lambda files: files["tactics"][3].update(
            wall={"in": "lock", "out": "lock"}
        ),
    },
    "rule and need": {
        "rule wall.r3 removed": without_rule("wall.r3"),
        "need more added": lambda files: files["planning"]["needs"].append(
            need("more", {"notes.ask": "no"}, ["walk"])
        ),
        "rule pull.r1 changed": LOWER,
    },
}


@pytest.mark.parametrize("name", BOTH)
def test_a_change_is_laid_to_the_edits_without_which_it_is_not_there(name: str) -> None:
    edits = BOTH[name]
    old, new = loaded(), loaded(*edits.values())
    comparison = compare(old, new)
    assert {str(each.edit) for each in comparison.effects} == set(edits)
    without = {
        each: loaded(*(made for other, made in edits.items() if other != each)) for each in edits
    }
    tried = _tried(old, new, without)
    _check(comparison, tried)
    for effect in comparison.effects:
        mine = [group for group in comparison.groups if effect.edit in group.edits]
        assert (effect.changed == 0) is (not mine)
        assert effect.changed is not None
        assert effect.changed >= max((group.count for group in mine), default=0)


def test_where_either_edit_is_enough_several_edits_made_it_together() -> None:
    comparison = compare(loaded(), loaded(*BOTH["either is enough"].values()))
    together = [group for group in comparison.groups if not group.edits]
    assert Change(Subject("finding", "wall"), "lock", "sealed") in together[0].changes
    assert "several edits together" in comparison.to_text()


def test_other_questions_cannot_be_compared() -> None:
    with pytest.raises(ProofError, match="NC711: only the old rulebook knows the fact `mood`"):
        compare(loaded(), Rulebook.load())


def _worry(files: Files) -> None:
    files["wall"]["finding"]["worry"] = "yes_no"


def test_an_edit_that_another_one_needs_makes_nothing_alone() -> None:
    raising = new_rule("wall", {"mood": "low"}, {"worry": True})
    comparison = compare(loaded(), loaded(_worry, raising))
    effects = {str(each.edit): each.changed for each in comparison.effects}
    low = sum(row["mood"] == "low" for row in rows())
    assert effects == {"rule wall.new added": low, "finding worry added": 0}
    (group,) = comparison.groups
    assert group.changes == (Change(Subject("finding", "worry"), "no", "yes"),)


def test_very_many_edits_are_counted_by_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution, "MOST_EDITS", 1)
    edits = BOTH["apart"]
    comparison = compare(loaded(), loaded(*edits.values()))
    effects = {str(each.edit): each.changed for each in comparison.effects}
    assert effects.keys() == {"decision pull changed", "decision status changed", *edits}
    assert all(effects[name] is None for name in edits)
    alone = compare(loaded(), loaded(LOWER))
    assert effects["decision pull changed"] == alone.changed
    assert "counted with its decision" in " ".join(comparison.to_text().split())


def test_too_many_pieces_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    new = loaded(*BOTH["rule and need"].values())
    whole = compare(loaded(), new)
    monkeypatch.setattr(attribution, "MOST_PIECES", 1)
    joined = compare(loaded(), new)
    assert joined.changed == whole.changed
    assert sum(group.count * len(group.changes) for group in joined.groups) == sum(
        group.count * len(group.changes) for group in whole.groups
    )
    assert all(len(group.edits) < 2 for group in joined.groups)
