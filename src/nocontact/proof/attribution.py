"""Which edit made a change, scenario by scenario: the one without which it is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.comparison_parts import Change
from nocontact.proof.edit import Edit
from nocontact.proof.formula import Formula
from nocontact.proof.seen_formulas import SeenFormulas
from nocontact.proof.undone_edit import undone
from nocontact.rulebook import CheckedRulebase

Pieces: TypeAlias = dict[tuple[Edit, ...], Formula]
Cell: TypeAlias = tuple[Change, tuple[Edit, ...], Formula]
"""A change, the edits that made it there (none: several together), and where."""

MOST_EDITS = 60
"""More rules than this are taken back decision by decision."""

MOST_PIECES = 32
"""When the edits cut one change into more pieces, those of several edits are put together."""


def attributed(
    old: AllScenarios, new: AllScenarios, edits: Sequence[Edit], changes: Mapping[Change, Formula]
) -> Iterator[Cell]:
    """Yield each change in pieces, one for each set of edits that made it.

    An edit made a change in a scenario when undoing that one edit takes the change away there.

    Args:
        old: the rulebook before.
        new: the rulebook after, over the same space.
        edits: what was edited, as `units` gives it.
        changes: each change, and where it happens.
    """
    if len(edits) == 1:
        yield from ((change, (edits[0],), where) for change, where in changes.items())
        return
    without = [(edit, _undone(old, new, edit)) for edit in edits] if changes else []
    able = [(edit, seen) for edit, seen in without if seen is not None]
    for change, where in changes.items():
        for made_by, piece in _pieces(change, where, able).items():
            yield change, made_by, piece


def units(edits: Sequence[Edit], old: CheckedRulebase, new: CheckedRulebase) -> tuple[Edit, ...]:
    """Return the edits that can change anything; with very many, decisions instead of rules.

    Args:
        edits: what was edited.
        old: the rulebook before.
        new: the rulebook after.

    Examples:
        >>> from nocontact import Rulebook
        >>> units([Edit("rule", "wall.lock", "reworded")], Rulebook.load(), Rulebook.load())
        ()
    """
    counting = tuple(edit for edit in edits if edit.may_count)
    if len(counting) <= MOST_EDITS:
        return counting
    rules = {**old.rules_by_id, **new.rules_by_id}
    names = dict.fromkeys(rules[edit.name].decision for edit in counting if edit.kind == "rule")
    decisions = (Edit("decision", name, "changed") for name in names)
    return (*decisions, *(edit for edit in counting if edit.kind != "rule"))


def _undone(old: AllScenarios, new: AllScenarios, edit: Edit) -> SeenFormulas | None:
    rulebase = undone(old.rulebase.parsed, new.rulebase, edit)
    if rulebase is None:
        return None
    return SeenFormulas(AllScenarios.of(rulebase, space=old.space))


def _pieces(change: Change, where: Formula, without: Sequence[tuple[Edit, SeenFormulas]]) -> Pieces:
    pieces: Pieces = {(): where}
    several: Pieces = {}
    for edit, seen in without:
        gone = seen.where(change.subject, change.before)
        split = {(*made_by, edit): piece & gone for made_by, piece in pieces.items()}
        kept = {made_by: piece & ~gone for made_by, piece in pieces.items()}
        pieces = {key: each for key, each in (kept | split).items() if not each.is_false}
        if len(pieces) > MOST_PIECES:
            several |= {key: pieces.pop(key) for key in [*pieces] if len(key) > 1}
    for piece in several.values():
        pieces[()] = pieces[()] | piece if () in pieces else piece
    return pieces
