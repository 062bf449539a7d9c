"""Nothing superfluous: a step stays only when some need is not met without it."""

from __future__ import annotations

from collections.abc import Sequence

from nocontact.planning.demand import Demand


def pruned(steps: Sequence[str], demands: Sequence[Demand]) -> tuple[str, ...]:
    """Return the steps without those whose removal leaves every need met, last first.

    Whether a need is met only grows with the steps, so no step that stays is superfluous.

    Examples:
        >>> demand = Demand("a", "help", "", (), ("x", "y"))
        >>> pruned(["x", "y"], [demand])
        ('x',)
    """
    kept = list(steps)
    for step in reversed(steps):
        without = {each for each in kept if each != step}
        if all(demand.met_by(without) for demand in demands):
            kept.remove(step)
    return tuple(kept)
