"""How many scenarios: of each rule, finding level, status and step, region by region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from nocontact.diagnostics import unknown_name
from nocontact.display import Document, Shown
from nocontact.proof.count import Count, Kind
from nocontact.proof.counts_to_document import counts_to_document
from nocontact.proof.counts_to_json import counts_to_json


@dataclass(frozen=True, slots=True)
class ScenarioCounts(Shown):
    """Counts over all scenarios, or over the completions of one. Combinations, never people.

    Attributes:
        name: name of the rulebook.
        version: its version.
        digest: its content hash.
        regions: name of each region and how many scenarios it holds.
        counts: rules, findings, statuses and steps, each in the order of the rulebook.
        restricted: whether only the completions of one partial scenario were counted.

    Examples:
        >>> wall = Count("finding", "wall", "lock", (2,))
        >>> counts = ScenarioCounts("mine", "1", "0", (("all scenarios", 8),), (wall,))
        >>> counts.of("finding", "wall", "lock"), counts.share("finding", "wall", "lock")
        (2, Fraction(1, 4))
    """

    name: str
    version: str
    digest: str
    regions: tuple[tuple[str, int], ...]
    counts: tuple[Count, ...]
    restricted: bool = False

    def of(self, kind: Kind, name: str, level: str = "", region: str | None = None) -> int:
        """Return in how many scenarios something is so.

        Args:
            kind: rule, finding, status or step.
            name: of the rule, finding or tactic.
            level: of the finding or status.
            region: name of a region; None for the first.

        Raises:
            UnknownName: when nothing of that name was counted (NC808).

        Examples:
            >>> fires = Count("rule", "wall.lock", "", (2,))
            >>> ScenarioCounts("mine", "1", "0", (("all", 8),), (fires,)).of("rule", "wall.lock")
            2
        """
        for count in self.counts:
            if (count.kind, count.name, count.level) == (kind, name, level):
                return count.scenarios[self._at(region)]
        found = (" ".join(filter(None, (each.kind, each.name, each.level))) for each in self.counts)
        raise unknown_name("count of", " ".join(filter(None, (kind, name, level))), found)

    def share(
        self, kind: Kind, name: str, level: str = "", region: str | None = None
    ) -> Fraction | None:
        """Return the share of combinations of answers, no share of people; None of none.

        Raises:
            UnknownName: when nothing of that name was counted (NC808).

        Examples:
            >>> fires = Count("rule", "wall.lock", "", (0,))
            >>> counts = ScenarioCounts("mine", "1", "0", (("all", 0),), (fires,))
            >>> counts.share("rule", "wall.lock") is None
            True
        """
        whole = self.regions[self._at(region)][1]
        part = self.of(kind, name, level, region)
        return Fraction(part, whole) if whole else None

    def of_kind(self, kind: Kind) -> Iterator[Count]:
        """Yield the counts of one kind.

        Examples:
            >>> list(ScenarioCounts("mine", "1", "0", (), ()).of_kind("step"))
            []
        """
        return (count for count in self.counts if count.kind == kind)

    def to_document(self) -> Document:
        """Return the counts as a document: a table for each kind, region by region.

        Examples:
            >>> ScenarioCounts("mine", "1", "0", (), ()).to_document().title
            'How many scenarios'
        """
        rules = f"Rules: {self.name} {self.version}, {self.digest[:12]}."
        return counts_to_document(rules, self.regions, self.counts, self.restricted)

    def to_json(self) -> str:
        """Return the counts as JSON; the numbers are text, as they are large.

        Examples:
            >>> '"regions": []' in ScenarioCounts("mine", "1", "0", (), ()).to_json()
            True
        """
        rulebook = {"name": self.name, "version": self.version, "digest": self.digest}
        return counts_to_json(rulebook, self.regions, self.counts)

    def _at(self, region: str | None) -> int:
        names = [name for name, _ in self.regions]
        if region is not None and region not in names:
            raise unknown_name("region", region, names)
        return 0 if region is None else names.index(region)
