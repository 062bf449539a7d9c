"""How high barriers may stand in a rulebook, and how high its tactics do."""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.facts import Tactic
from nocontact.fork_safety import cached_property
from nocontact.rulebook.parsed_rulebook import ParsedRulebook
from nocontact.rulebook.policy import DIRECTIONS, PlanningPolicy


class BarrierHeights:
    """What a rulebook says of heights.

    Attributes:
        parsed: what a tactic may be.
        policy: what a barrier is.
    """

    parsed: ParsedRulebook
    policy: PlanningPolicy

    @cached_property
    def scales(self) -> Mapping[str, tuple[str, ...]]:
        """Attribute of a tactic → its values, lowest first.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().scales["undo"]
            ('now', 'days', 'hard')
        """
        return self.parsed.scales

    @cached_property
    def heights(self) -> tuple[str, ...]:
        """How high a barrier may stand, lowest first; empty in a rulebook without barriers.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().heights
            ('none', 'intention', 'friction', 'lock', 'sealed')
        """
        barriers = self.policy.barriers
        return self.scales.get(barriers.attribute("in"), ()) if barriers else ()

    def height(self, tactic: Tactic, direction: str) -> int:
        """Return how high a tactic stands as a barrier in one direction; 0 for not at all.

        Examples:
            >>> from nocontact import Rulebook
            >>> rulebase = Rulebook.load()
            >>> rulebase.height(rulebase.tactics["filter_to_folder"], "in")
            2
        """
        barriers = self.policy.barriers
        if barriers is None:
            return 0
        return self.heights.index(str(tactic.value(barriers.attribute(direction))))

    def highest(self, tactic: Tactic) -> int:
        """Return how high a tactic stands in the direction in which it stands higher.

        Examples:
            >>> from nocontact import Rulebook
            >>> rulebase = Rulebook.load()
            >>> rulebase.highest(rulebase.tactics["change_number"])
            4
        """
        return max(self.height(tactic, direction) for direction in DIRECTIONS)
