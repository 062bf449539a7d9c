"""A checked rule: its conclusions spelled out as flat findings."""

from __future__ import annotations

from dataclasses import dataclass, field

from nocontact.display import Document, Labelled, ShownInNotebook, card
from nocontact.rulebook.condition import Condition
from nocontact.rulebook.rule import Cited, Rule, Voice
from nocontact.sources import citation


@dataclass(frozen=True, slots=True)
class CheckedRule(ShownInNotebook):
    """A rule with its conclusions resolved to flat findings.

    Attributes:
        id: as written.
        decision: the decision it belongs to.
        condition: as written.
        raises: (flat finding, level) pairs; statuses are `status.<tactic>`.
        because: one plain sentence.
        sources: what it cites.
        voice: who speaks.
        written: the rule as written, with its place.

    Examples:
        >>> from nocontact import Rulebook
        >>> rule = Rulebook.load().rules_by_id["wall.lock"]
        >>> print(rule.condition)
        difficulty is at least strong or enmeshment is at least strong
        >>> rule.raises, rule.voice
        ((('wall', 'lock'),), 'article')
    """

    id: str
    decision: str
    condition: Condition
    raises: tuple[tuple[str, str], ...]
    because: str
    sources: tuple[Cited, ...]
    voice: Voice
    written: Rule = field(repr=False, compare=False)

    def to_document(self) -> Document:
        """Return it as a card: when, then, because, source.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().rules_by_id["wall.lock"].to_document().title
            'wall.lock'
        """
        raised = ", ".join(f"{finding} is at least {level}" for finding, level in self.raises)
        lines: list[Labelled] = [
            ("when", str(self.condition)), ("then", raised), ("because", self.because),
            ("source", citation(self.sources)), ("who says so", self.voice),
        ]  # fmt: skip
        return card(self.id, lines)
