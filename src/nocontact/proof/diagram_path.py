"""A way through a diagram to a level, for somebody to look at again."""

from __future__ import annotations

from collections.abc import Collection

from nocontact.proof.answer_diagram import AnswerDiagram


def path_to(
    diagram: AnswerDiagram, open_: list[list[bool]], levels: Collection[str]
) -> dict[str, str] | None:
    """Return the values on a walk to one of some levels; None when no walk gets there.

    The first walk is taken, lowest values first, so that the result is always the same. Facts that
    are not looked at on the way may have any value that fits the others.

    Args:
        diagram: a part of the answer.
        open_: for each fact and value, whether it may be taken.
        levels: where to get to.

    Examples:
        >>> from nocontact.proof.subject import Subject
        >>> hope = AnswerDiagram(Subject("step", "x"), ("no", "yes"), ("hope",),
        ...                      (("unknown", "none", "some"),), ((0, (-2, -2, -3)),), 0)
        >>> path_to(hope, [[True, True, True]], ["yes"])
        {'hope': 'some'}
        >>> path_to(hope, [[True, True, False]], ["yes"]) is None
        True
    """
    wanted = {-2 - at for at, level in enumerate(diagram.levels) if level in levels}
    path = _Walk(diagram, open_, wanted).path(diagram.root)
    if path is None:
        return None
    return {diagram.facts[fact]: diagram.values[fact][place] for fact, place in path}


class _Walk:
    """Walks depth first, and no node twice."""

    def __init__(
        self, diagram: AnswerDiagram, open_: list[list[bool]], wanted: Collection[int]
    ) -> None:
        self.nodes, self.open, self.wanted = diagram.nodes, open_, wanted
        self.dead: set[int] = set()

    def path(self, at: int) -> list[tuple[int, int]] | None:
        """Return the facts and places of their values from a node on."""
        if at < 0:
            return [] if at in self.wanted else None
        fact, children = self.nodes[at]
        for place, child in enumerate(children):
            if self.open[fact][place] and child not in self.dead:
                rest = self.path(child)
                if rest is not None:
                    return [(fact, place), *rest]
        self.dead.add(at)
        return None
