"""A plan: what to do now, what can wait, and what no permitted step can do."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.display import Document, ShownInNotebook, card


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One tactic in the plan.

    Attributes:
        tactic: its id.
        section: where it is shown.
        needs: ids of the needs that it meets.
        alternatives: other permitted tactics that would meet one of these needs, in order.

    Examples:
        >>> PlannedStep("trusted_person", "help", ("someone_to_call",), ()).tactic
        'trusted_person'
    """

    tactic: str
    section: str
    needs: tuple[str, ...]
    alternatives: tuple[str, ...]

    def __repr__(self) -> str:
        return "PlannedStep(hidden)"


@dataclass(frozen=True, slots=True)
class Gap(ShownInNotebook):
    """A need that the plan cannot meet, or not as high as wanted: said, never hidden.

    Attributes:
        need: id of the need.
        section: where it is shown.
        because: why the need is there.
        wanted: the height wanted, for a wall need.
        reached: the height reached, for a wall need.
        candidates: tactics that would meet it and are not permitted now.

    Examples:
        >>> Gap("wall.email.out", "wall", "", "lock", "friction", ()).wanted
        'lock'
    """

    need: str
    section: str
    because: str
    wanted: str | None
    reached: str | None
    candidates: tuple[str, ...]

    def __repr__(self) -> str:
        return "Gap(hidden)"

    def to_document(self) -> Document:
        """Return it as a card: what is needed, how far the plan gets, what does not fit now.

        Examples:
            >>> gap = Gap("wall.email.out", "wall", "", "lock", "friction", ())
            >>> gap.to_document().title
            'wall.email.out'
        """
        lines = [
            ("because", self.because), ("wanted", self.wanted or ""),
            ("reached", self.reached or ""), ("not now", ", ".join(self.candidates)),
        ]  # fmt: skip
        return card(self.need, lines)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do now, what can wait, what is missing, what can be let go.

    Attributes:
        steps: now, in order.
        later: what can wait, in order.
        gaps: needs that stay open.
        let_go: barriers in place that are higher than needed today.
        wall_in: the least height that the plan reaches against what comes in.
        wall_out: the least height that it reaches against going out.

    Examples:
        >>> step = PlannedStep("filter_to_folder", "wall", ("wall.email.in",), ())
        >>> plan = Plan((step,), (), (), (), wall_in="friction", wall_out="none")
        >>> [step.tactic for step in plan.steps], plan.wall_in
        (['filter_to_folder'], 'friction')
    """

    steps: tuple[PlannedStep, ...]
    later: tuple[PlannedStep, ...]
    gaps: tuple[Gap, ...]
    let_go: tuple[str, ...]
    wall_in: str
    wall_out: str

    def __repr__(self) -> str:
        return "Plan(hidden)"
