"""The wall, channel by channel and in both directions (paragraphs 2 and 35)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nocontact.facts import Tactic
from nocontact.fork_safety import cached_property
from nocontact.planning.demand import Demand
from nocontact.planning.preference import Key, preferred
from nocontact.rulebook import DIRECTIONS, Barriers, CheckedRulebase

NO_CHANNEL = "any"


@dataclass(frozen=True)
class BarrierSlots:
    """The barriers of a rulebase, sorted once for each channel, direction and height.

    Attributes:
        rulebase: where the catalogue comes from.
        barriers: the policy about barriers.
        key: the preference among tactics.

    Examples:
        >>> from nocontact import Rulebook
        >>> from nocontact.planning import planner_of
        >>> slots = planner_of(Rulebook.load()).slots
        >>> "filter_to_folder" in slots.reaching("email", "in", "friction")
        True
    """

    rulebase: CheckedRulebase
    barriers: Barriers
    key: Key

    @cached_property
    def channels(self) -> tuple[str, ...]:
        """Every channel that the person may be asked about.

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.planning import planner_of
            >>> planner_of(Rulebook.load()).slots.channels[:3]
            ('email', 'phone', 'social')
        """
        facts = self.rulebase.vocabulary.values()
        return tuple(str(f.member) for f in facts if f.question == self.barriers.channels)

    def demands(
        self, facts: Mapping[str, str], level: str, permitted: frozenset[str]
    ) -> Iterator[Demand]:
        """Yield one demand for each channel in use and each direction that needs a barrier.

        Args:
            facts: the flat answers.
            level: how high the wall has to be.
            permitted: ids of tactics that may be steps.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> from nocontact.planning import planner_of
            >>> slots = planner_of(Rulebook.load()).slots
            >>> facts = Scenario(pull={"email": "can_leave_it"}).flat()
            >>> [(each.need, each.wanted) for each in slots.demands(facts, "lock", frozenset())]
            [('wall.email.in', 'intention'), ('wall.email.out', 'lock')]
        """
        if level not in self.rulebase.heights[1:]:
            return
        for channel, answer in self.in_use(facts):
            for direction in DIRECTIONS:
                wanted = self._capped(level, answer) if direction == "in" else level
                yield self._demand(channel, direction, wanted, permitted)

    def in_use(self, facts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Return (channel, answer) for channels in use; one general slot when none is known.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> from nocontact.planning import planner_of
            >>> slots = planner_of(Rulebook.load()).slots
            >>> slots.in_use(Scenario(pull={"email": "always_look"}).flat())
            (('email', 'always_look'),)
            >>> slots.in_use(Scenario().flat())
            (('any', 'unknown'),)
        """
        question, unused = self.barriers.channels, self.barriers.unused
        answers = [(channel, facts[f"{question}.{channel}"]) for channel in self.channels]
        if all(answer in (unused, "unknown") for _, answer in answers):
            return ((NO_CHANNEL, "unknown"),)
        return tuple((c, answer) for c, answer in answers if answer not in (unused, "unknown"))

    def reaching(self, channel: str, direction: str, level: str) -> tuple[str, ...]:
        """Return the tactics that reach a height alone, most preferred first.

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.planning import planner_of
            >>> slots = planner_of(Rulebook.load()).slots
            >>> "filter_to_folder" in slots.reaching("email", "in", "friction")
            True
            >>> "filter_to_folder" in slots.reaching("email", "in", "lock")
            False
        """
        return self._reaching[channel, direction, level]

    def pairs(self, channel: str, direction: str, level: str) -> tuple[str, ...]:
        """Return the tactics of which two together reach a height, most preferred first.

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.planning import planner_of
            >>> slots = planner_of(Rulebook.load()).slots
            >>> slots.pairs("email", "in", "sealed") == slots.reaching("email", "in", "lock")
            True
            >>> slots.pairs("email", "in", "lock")
            ()
        """
        if self.barriers.doubled is None or self.barriers.doubled[1] != level:
            return ()
        return self._reaching[channel, direction, self.barriers.doubled[0]]

    def _capped(self, level: str, answer: str) -> str:
        cap = self.barriers.caps.get(answer)
        return min(level, cap, key=self.rulebase.heights.index) if cap else level

    def _demand(
        self, channel: str, direction: str, wanted: str, permitted: frozenset[str]
    ) -> Demand:
        single, double, reached = self._best(channel, direction, wanted, permitted)
        return Demand(
            need=self.barriers.need(channel, direction),
            section=self.barriers.shown_in,
            because=self.barriers.because[direction],
            sources=self.barriers.sources,
            single=single,
            double=double,
            wanted=wanted,
            reached=reached,
        )

    def _best(
        self, channel: str, direction: str, wanted: str, permitted: frozenset[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """Return what reaches the height, or the highest that anything permitted reaches."""
        heights = self.rulebase.heights
        for level in reversed(heights[1 : heights.index(wanted) + 1]):
            reaching = self._reaching[channel, direction, level]
            single = tuple(each for each in reaching if each in permitted)
            double = self._doubled(channel, direction, level, permitted)
            if single or double:
                return single, double, level
        return (), (), heights[0]

    def _doubled(
        self, channel: str, direction: str, level: str, permitted: frozenset[str]
    ) -> tuple[str, ...]:
        pair = tuple(each for each in self.pairs(channel, direction, level) if each in permitted)
        return pair if len(pair) >= 2 else ()

    @cached_property
    def _reaching(self) -> dict[tuple[str, str, str], tuple[str, ...]]:
        return {
            (channel, direction, level): preferred(
                self._candidates(channel, direction, rank), self._key_toward(direction)
            )
            for channel in (*self.channels, NO_CHANNEL)
            for direction in DIRECTIONS
            for rank, level in enumerate(self.rulebase.heights)
            if rank
        }

    def _candidates(self, channel: str, direction: str, rank: int) -> Iterator[Tactic]:
        scales = self.rulebase.scales
        places = {channel, *self.barriers.anywhere}
        for tactic in self.rulebase.tactics.values():
            in_place = self.barriers.selector.picks(tactic, scales) and places & {*tactic.channels}
            if in_place and self.rulebase.height(tactic, direction) >= rank:
                yield tactic

    def _key_toward(self, direction: str) -> Key:
        """Prefer as always, then no higher than needed in this direction."""

        def key(tactic: Tactic) -> tuple[int | str, ...]:
            *ranks, _, name = self.key(tactic)
            return (*ranks, self.rulebase.height(tactic, direction), name)

        return key
