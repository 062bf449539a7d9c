"""The order of decisions, found in the rulebook itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nocontact.rulebook.condition_walks import atoms_of
from nocontact.rulebook.decision import Decision
from nocontact.rulebook.rule import Raise

STATUS = "status"


def requirements(decisions: Sequence[Decision]) -> dict[str, frozenset[str]]:
    """Return, for each decision, the decisions that must come before it.

    A decision requires every decision that can raise a finding that it tests. A rule that
    concludes a status counts as raising every `status.…` finding.

    Examples:
        >>> from nocontact import Rulebook
        >>> needs = requirements(Rulebook.load().parsed.decisions)
        >>> sorted(needs["wall"])
        ['difficulty', 'enmeshment']
    """
    raised_by: dict[str, set[str]] = {}
    for decision in decisions:
        for name in _raised(decision):
            raised_by.setdefault(name, set()).add(decision.name)
    return {
        decision.name: frozenset(
            owner
            for rule in decision.rules
            for atom in atoms_of(rule.condition)
            for owner in raised_by.get(_family(atom.subject), ())
        )
        for decision in decisions
    }


def ordered(
    needs: Mapping[str, frozenset[str]], shown: Iterable[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Order decisions so that each comes after those it requires.

    Args:
        needs: decision → decisions that must come before it.
        shown: names in the order preferred where the requirements leave a choice.

    Returns:
        The order, and one cycle (empty when there is none; then the order is whole).

    Examples:
        >>> ordered({"b": frozenset({"a"}), "a": frozenset()})
        (('a', 'b'), ())
        >>> ordered({"a": frozenset({"b"}), "b": frozenset({"a"})})[1]
        ('a', 'b', 'a')
    """
    place = {name: at for at, name in enumerate(shown)}
    waiting = sorted(needs, key=lambda name: (place.get(name, len(place)), name))
    done: list[str] = []
    while waiting:
        ready = next((name for name in waiting if needs[name] <= set(done)), None)
        if ready is None:
            return tuple(done), _cycle(needs, waiting[0], set(done))
        waiting.remove(ready)
        done.append(ready)
    return tuple(done), ()


def _cycle(needs: Mapping[str, frozenset[str]], start: str, done: set[str]) -> tuple[str, ...]:
    path = [start]
    while True:
        missing = sorted(needs[path[-1]] - done)
        following = missing[0]
        if following in path:
            return (*path[path.index(following) :], following)
        path.append(following)


def _raised(decision: Decision) -> set[str]:
    return {
        _family(each.finding) if isinstance(each, Raise) else STATUS
        for rule in decision.rules
        for each in rule.conclusions
    }


def _family(name: str) -> str:
    return STATUS if name.startswith(f"{STATUS}.") else name
