"""A static order among tactics: calmer, less noticeable, easier to undo, no higher than needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from nocontact.facts import Tactic
from nocontact.rulebook import DIRECTIONS, PlanningPolicy

Key = Callable[[Tactic], tuple[int | str, ...]]


def preference_key(policy: PlanningPolicy, heights: Sequence[str] = ()) -> Key:
    """Return a sort key: the most preferred tactic comes first.

    The policy's attributes are compared in its order; then the lower barrier, then the id.

    Args:
        policy: attributes in order, and what is a barrier.
        heights: how high barriers may stand, lowest first.

    Examples:
        >>> easier_first = (("undo", (("now",), ("hard",))),)
        >>> key = preference_key(PlanningPolicy((), easier_first, None, (), None))
        >>> pair = [Tactic("a", "", {"undo": "hard"}), Tactic("b", "", {"undo": "now"})]
        >>> sorted(pair, key=key)[0].id
        'b'
    """
    places = [
        (name, {value: at for at, group in enumerate(groups) for value in group})
        for name, groups in policy.preference
    ]

    standing = [policy.barriers.attribute(each) for each in DIRECTIONS] if policy.barriers else []

    def key(tactic: Tactic) -> tuple[int | str, ...]:
        ranks = [place[str(tactic.value(name))] for name, place in places]
        total = sum(heights.index(str(tactic.value(each))) for each in standing)
        return (*ranks, total, tactic.id)

    return key


def preferred(tactics: Iterable[Tactic], key: Key) -> tuple[str, ...]:
    """Return the ids of tactics, most preferred first.

    Examples:
        >>> preferred([Tactic("b"), Tactic("a")], lambda tactic: (tactic.id,))
        ('a', 'b')
    """
    return tuple(tactic.id for tactic in sorted(tactics, key=key))
