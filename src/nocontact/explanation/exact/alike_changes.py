"""Changes that are alike, said once: the same but for one member of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from nocontact.explanation.exact.change import Change, Edit

Key: TypeAlias = tuple[object, ...]


class EditGroup(NamedTuple):
    """Edits of one question that are said in one line.

    Attributes:
        edits: members of one list that change in the same way, or a single edit.
        any_one: whether one of them is enough; else it takes all of them.

    Examples:
        >>> EditGroup((Edit("hope", "hope", "none", ("some",), "yours"),), any_one=False).any_one
        False
    """

    edits: tuple[Edit, ...]
    any_one: bool


def alike_changes(changes: Sequence[Change]) -> list[list[EditGroup]]:
    """Return what to say: for each kind of change, a line for each group of edits.

    Args:
        changes: changes that all lead to the same level.

    Examples:
        >>> cat = Edit("pets", "pets.cat", "no", ("yes",), "yours")
        >>> dog = Edit("pets", "pets.dog", "no", ("yes",), "yours")
        >>> [[group]] = alike_changes([Change((cat,), "lock"), Change((dog,), "lock")])
        >>> len(group.edits), group.any_one
        (2, True)
    """
    counts = Counter(key for change in changes for key in _keys(change))
    classes: dict[Key, list[Change]] = {}
    for change in changes:
        keys = [*_keys(change)]
        best = max(keys, key=lambda key: counts[key], default=(change,))
        classes.setdefault(best if counts[best] > 1 else (change,), []).append(change)
    return [[*_groups(key, found)] for key, found in classes.items()]


def _keys(change: Change) -> Iterator[Key]:
    """Yield, for each member of a list that changes, what the change is but for which member."""
    for at, edit in enumerate(change.edits):
        if edit.fact != edit.question:
            yield (*change.edits[:at], *change.edits[at + 1 :], _likeness(edit))


def _likeness(edit: Edit) -> Key:
    return edit.question, edit.before, edit.after, edit.whose


def _groups(key: Key, changes: Sequence[Change]) -> Iterator[EditGroup]:
    first = changes[0]
    same = [edit for edit in first.edits if len(changes) == 1 or edit in key]
    together: dict[Key, list[Edit]] = {}
    for edit in same:
        together.setdefault(_likeness(edit) if edit.fact != edit.question else (edit,), []).append(
            edit
        )
    for edits in together.values():
        yield EditGroup(tuple(edits), any_one=False)
    if len(changes) > 1:
        found = dict.fromkeys(edit for each in changes for edit in each.edits if edit not in key)
        yield EditGroup(tuple(found), any_one=True)
