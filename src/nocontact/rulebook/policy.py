"""How statuses become a plan: needs and preferences, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from nocontact.diagnostics import Span
from nocontact.rulebook.condition import ALWAYS, Condition
from nocontact.rulebook.rule import Cited
from nocontact.rulebook.selector import EVERY_TACTIC, Selector

DIRECTIONS = ("in", "out")
"""Which way a barrier stands: against what comes in, and against going out oneself."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a plan has to meet, and the tactics that can meet it.

    Attributes:
        id: name of the need.
        section: where it is shown, one of those of the policy.
        condition: when the need is there.
        selector: the tactics that can meet it.
        because: why this need is there, in plain words.
        sources: what it rests on.
        alone: when this need is there, no other need counts.
        before: the need that it comes before; empty for its place in the file.

    Examples:
        >>> from nocontact.rulebook.condition import ALWAYS
        >>> Need("talk", "help", ALWAYS, Selector(()), "Talk to somebody.", (41,)).alone
        False
    """

    id: str
    section: str
    condition: Condition
    selector: Selector
    because: str
    sources: tuple[Cited, ...]
    alone: bool = False
    before: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


class Side(NamedTuple):
    """Where a barrier is needed: on a channel, in a direction."""

    channel: str
    direction: str


def side_of(need: str) -> Side:
    """Return where a barrier is needed, from the name of the need.

    Examples:
        >>> side_of("wall.email.out")
        Side(channel='email', direction='out')
    """
    _, channel, direction = need.split(".")
    return Side(channel, direction)


@dataclass(frozen=True, slots=True)
class Barriers:
    """How high each channel has to be closed, in each direction.

    Attributes:
        height: the finding that gives the height; its levels are the heights.
        channels: the question whose members are the channels in use.
        unused: the answer that means a channel is not in use.
        selector: the tactics that count as barriers.
        anywhere: channels of tactics that count for every channel.
        caps: answer about a channel → the most that is needed going in.
        doubled: two different barriers of the first height together reach the second.
        because: why this need is there, per direction.
        release: when a barrier that is in place may be let go.
        sources: what it rests on.
        section: where its steps are shown; empty for the section named as the finding.
        stands: direction → the attribute of a tactic that says how high it stands; where it is
            not named, the finding and the direction, such as `wall_in`.

    Examples:
        >>> wall = Barriers("wall", "pull", "not_used", Selector(()), (), {}, None, {}, (35,))
        >>> wall.attribute("in"), wall.need("email", "out"), wall.shown_in
        ('wall_in', 'wall.email.out', 'wall')
    """

    height: str
    channels: str
    unused: str
    selector: Selector
    anywhere: tuple[str, ...]
    caps: Mapping[str, str]
    doubled: tuple[str, str] | None
    because: Mapping[str, str]
    sources: tuple[Cited, ...]
    release: Condition = ALWAYS
    section: str = ""
    stands: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def shown_in(self) -> str:
        """The section in which its steps are shown."""
        return self.section or self.height

    def attribute(self, direction: str) -> str:
        """Return the attribute of a tactic that says how high it stands in a direction."""
        return self.stands.get(direction, f"{self.height}_{direction}")

    def need(self, channel: str, direction: str) -> str:
        """Return the name of what is needed on a channel in a direction."""
        return f"{self.height}.{channel}.{direction}"

    def all_needs(self, channels: Iterable[str]) -> tuple[str, ...]:
        """Return the names of all that may be needed on some channels."""
        return tuple(self.need(each, direction) for each in channels for direction in DIRECTIONS)


@dataclass(frozen=True, slots=True)
class Limit:
    """When there is too much at once: how many steps now, and which kind.

    Attributes:
        condition: when the limit holds.
        now: the most steps that are shown now; the others can wait.
        selector: the tactics that may be among those steps.
        exempt: sections whose steps are always shown now, and are not counted.
        because: why there is a limit, in plain words.
        sources: what it rests on.

    Examples:
        >>> from nocontact.rulebook.condition import ALWAYS
        >>> Limit(ALWAYS, 3, Selector(()), ("safety",), "Three at most.", (43,)).now
        3
    """

    condition: Condition
    now: int
    selector: Selector
    exempt: tuple[str, ...]
    because: str
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class PlanningPolicy:
    """Needs in order, and a static order of preference among tactics.

    Attributes:
        permitted: statuses that let a tactic become a step.
        preference: attribute → groups of values, most preferred first; compared in this order.
        barriers: the wall, per channel and direction.
        needs: in order; earlier needs come first in the plan.
        limit: the most that is shown at once.
        steps: the tactics that are meant as steps; others are only thought of, or undo one.
        sections: the parts of a plan, in the order in which they are shown; the last one also
            holds steps that meet no need.

    Examples:
        >>> from nocontact import Rulebook
        >>> policy = Rulebook.load().policy
        >>> policy.permitted, policy.barriers.height, policy.needs[0].id
        (('suggested', 'allowed'), 'wall', 'crisis')
    """

    permitted: tuple[str, ...]
    preference: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    barriers: Barriers | None
    needs: tuple[Need, ...]
    limit: Limit | None
    sections: tuple[str, ...] = ("plan",)
    steps: Selector = EVERY_TACTIC

    def place(self, section: str) -> int:
        """Return where a section comes in a plan."""
        return self.sections.index(section)
