"""What changes for whom between two rulebooks, counted over every scenario there is."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.display import Block, Document, Shown
from nocontact.proof.comparison_blocks import (
    edit_blocks,
    group_blocks,
    kept_blocks,
    summary_blocks,
)
from nocontact.proof.comparison_parts import Compared, Effect, Group, Tally, Violation
from nocontact.proof.comparison_to_json import comparison_to_json


@dataclass(frozen=True, slots=True)
class Comparison(Shown):
    """What two rulebooks recommend, compared in every scenario.

    Compared is what a person sees: the findings that are shown, the status of every tactic, the
    steps for now and for later, the needs left open, and whether barriers may be let go. Not
    compared are words, sources, the order of steps, their alternatives, and open questions.

    Attributes:
        old: the rulebook before.
        new: the rulebook after.
        tallies: how many scenarios change, of all and of each region.
        effects: every edit, and in how many scenarios something changes that it made.
        groups: changes that come together, with what made them; the largest first.
        must_not_change: what had to stay, in sentences.
        violations: what of it does not.

    Examples:
        >>> from nocontact import Rulebook
        >>> from nocontact.proof.comparing import compared
        >>> comparison = compared(Rulebook.load(), Rulebook.load())
        >>> comparison.equivalent, comparison.changed, comparison.scenarios > 10**30
        (True, 0, True)
    """

    old: Compared
    new: Compared
    tallies: tuple[Tally, ...]
    effects: tuple[Effect, ...]
    groups: tuple[Group, ...]
    must_not_change: tuple[str, ...] = ()
    violations: tuple[Violation, ...] = ()

    @property
    def scenarios(self) -> int:
        """N, how many scenarios there are.

        Examples:
            >>> name = Compared("mine", "1", "0")
            >>> Comparison(name, name, (Tally("all scenarios", 8, 2),), (), ()).scenarios
            8
        """
        return self.tallies[0].scenarios

    @property
    def changed(self) -> int:
        """How many scenarios get another recommendation.

        Examples:
            >>> name = Compared("mine", "1", "0")
            >>> Comparison(name, name, (Tally("all scenarios", 8, 2),), (), ()).changed
            2
        """
        return self.tallies[0].changed

    @property
    def equivalent(self) -> bool:
        """True when every scenario gets the same recommendation: proved, not sampled.

        Examples:
            >>> name = Compared("mine", "1", "0")
            >>> Comparison(name, name, (Tally("all scenarios", 8, 2),), (), ()).equivalent
            False
        """
        return self.changed == 0

    def to_document(self) -> Document:
        """Return it as a document; long lists are cut, and say how much more there is.

        Examples:
            >>> name = Compared("mine", "1", "0")
            >>> whole = Comparison(name, name, (Tally("all scenarios", 8, 0),), (), ())
            >>> whole.to_document().title
            'What changes'
        """
        blocks: list[Block] = [
            *summary_blocks(self.old, self.new, self.tallies),
            *kept_blocks(self.must_not_change, self.violations),
            *edit_blocks(self.effects),
            *group_blocks(self.groups),
        ]
        return Document(blocks, "What changes")

    def to_json(self) -> str:
        """Return JSON with every group; counts are texts, so that no reader rounds them.

        Examples:
            >>> name = Compared("mine", "1", "0")
            >>> whole = Comparison(name, name, (Tally("all scenarios", 8, 0),), (), ())
            >>> '"equivalent": true' in whole.to_json()
            True
        """
        return comparison_to_json(
            {
                "old": self.old,
                "new": self.new,
                "equivalent": self.equivalent,
                "tallies": self.tallies,
                "edits": self.effects,
                "groups": self.groups,
                "must_not_change": self.must_not_change,
                "violations": self.violations,
            }
        )
