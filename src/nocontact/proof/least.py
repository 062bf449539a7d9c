"""The least row of a formula: a shortest path through its diagram, at the fewest questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocontact.proof.formula import Formula


def least(formula: Formula, weights: tuple[int, ...]) -> frozenset[int] | None:
    """Return the true variables of a row that satisfies a formula at the least weight.

    A shortest path through the diagram: variables that the path skips are false and weigh
    nothing, so the result is exactly the least, and of several least ones the same each time.

    Args:
        formula: what has to hold.
        weights: what each variable costs when it is true.

    Returns:
        The variables that are true, or None when nothing satisfies the formula.

    Examples:
        >>> from nocontact.proof.diagrams import Diagrams
        >>> d = Diagrams(["a", "b"])
        >>> sorted(least(d.var(0) | d.var(1), (5, 1)))
        [1]
        >>> least(d.false, (1, 1)) is None
        True
    """
    if formula.is_false:
        return None
    costs: dict[Formula, int | None] = {}
    for node in _upward(formula):
        costs[node] = _cost(node, costs, weights)
    trues: set[int] = set()
    node = formula
    while (halves := node.split()) is not None:
        at, true, false = halves
        dear, cheap = costs[true], costs[false]
        if cheap is None or (dear is not None and dear + weights[at] < cheap):
            trues.add(at)
            node = true
        else:
            node = false
    return frozenset(trues)


def fewest(formula: Formula, blocks: Sequence[tuple[int, ...]]) -> Formula:
    """Return a formula with only as many blocks in use as some row has to use.

    A block is in use where one of its variables is true. Each block is reduced to its first
    variable, which then says whether the block is in use; of what is left the least row is taken.

    Args:
        formula: what has to hold.
        blocks: variables that belong together, such as those of one question.

    Returns:
        The formula, false in all blocks that the rows with the fewest blocks do not need.

    Examples:
        >>> from nocontact.proof.diagrams import Diagrams
        >>> d = Diagrams(["a1", "a2", "b1", "b2"])
        >>> either = d.var(1) & (d.var(0) | d.var(3))
        >>> sorted(least(fewest(either, [(0, 1), (2, 3)]), (9, 9, 1, 1)))
        [0, 1]
    """
    diagrams, weights = formula.owner, [0] * len(formula.owner.names)
    used = formula
    for block in blocks:
        silent = diagrams.every(~diagrams.var(at) for at in block)
        without = (used & silent).exists(block)
        with_it = (used & ~silent).exists(block)
        flag = diagrams.var(block[0])
        used = (flag & with_it) | (~flag & without)
        weights[block[0]] = 1
    flags = least(used, tuple(weights)) or frozenset()
    idle = [at for block in blocks if block[0] not in flags for at in block]
    return formula & diagrams.every(~diagrams.var(at) for at in idle)


def _cost(node: Formula, costs: dict[Formula, int | None], weights: tuple[int, ...]) -> int | None:
    halves = node.split()
    if halves is None:
        return 0 if node.is_true else None
    at, true, false = halves
    dear, cheap = costs[true], costs[false]
    found = [
        cost for cost in (cheap, None if dear is None else dear + weights[at]) if cost is not None
    ]
    return min(found, default=None)


def _upward(formula: Formula) -> Iterator[Formula]:
    """Yield every node below a formula, children before parents, each once."""
    seen: set[Formula] = set()
    waiting: list[tuple[Formula, bool]] = [(formula, False)]
    while waiting:
        node, done = waiting.pop()
        if done:
            yield node
        elif node not in seen:
            seen.add(node)
            waiting.append((node, True))
            halves = node.split()
            if halves is not None:
                waiting += [(half, False) for half in halves[1:] if half not in seen]
