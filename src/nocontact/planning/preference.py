"""A static order among tactics: calmer, less noticeable, easier to undo, no higher than needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nocontact.facts import WALL_LEVELS, Tactic
from nocontact.rulebook import PlanningPolicy

Key = Callable[[Tactic], tuple[int | str, ...]]


def preference_key(policy: PlanningPolicy) -> Key:
    """Return a sort key: the most preferred tactic comes first.

    The policy's attributes are compared in its order; then the lower barrier, then the id.

    Examples:
        >>> easier_first = (("undo", (("now",), ("hard",))),)
        >>> key = preference_key(PlanningPolicy((), easier_first, None, (), None))
        >>> sorted([Tactic("a", undo="hard"), Tactic("b")], key=key)[0].id
        'b'
    """
    places = [
        (name, {value: at for at, group in enumerate(groups) for value in group})
        for name, groups in policy.preference
    ]

    def key(tactic: Tactic) -> tuple[int | str, ...]:
        ranks = [place[str(tactic.value(name))] for name, place in places]
        return (*ranks, height(tactic, "in") + height(tactic, "out"), tactic.id)

    return key


def height(tactic: Tactic, direction: str) -> int:
    """Return how high a tactic stands in one direction, 0 to 4.

    Examples:
        >>> height(Tactic("mute", wall_in="friction"), "in")
        2
    """
    return WALL_LEVELS.index(tactic.wall_in if direction == "in" else tactic.wall_out)


def preferred(tactics: Iterable[Tactic], key: Key) -> tuple[str, ...]:
    """Return the ids of tactics, most preferred first.

    Examples:
        >>> preferred([Tactic("b"), Tactic("a")], lambda tactic: (tactic.id,))
        ('a', 'b')
    """
    return tuple(tactic.id for tactic in sorted(tactics, key=key))
