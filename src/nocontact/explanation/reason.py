"""One rule that stands behind a finding or a status, as a person may read it."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.display import Document, Inlines, Labelled, ShownInNotebook, Text, card, inlines
from nocontact.rulebook import Cited
from nocontact.sources import citation


@dataclass(frozen=True, slots=True)
class Reason(ShownInNotebook):
    """One rule that stands behind a finding or a status.

    Attributes:
        rule: id of the rule.
        level: the level it raised to.
        because: its plain sentence.
        sources: what it cites.
        voice: who speaks.

    Examples:
        >>> Reason("a.b", "held", "It can wait.", (43,), "article").level
        'held'
    """

    rule: str
    level: str
    because: str
    sources: tuple[Cited, ...]
    voice: str

    def __repr__(self) -> str:
        return "Reason(hidden)"

    @property
    def line(self) -> Inlines:
        """The sentence with its citations, and the id of the rule last.

        Examples:
            >>> Reason("a.b", "held", "It can wait.", (43,), "article").line[0].text
            'It can wait. '
        """
        return inlines(f"{self.because} ", citation(self.sources), " ", Text(self.rule, "code"))

    def to_document(self) -> Document:
        """Return it as a card: the sentence, what it raised to, who says so.

        Examples:
            >>> Reason("a.b", "held", "It can wait.", (43,), "article").to_document().title
            'a.b'
        """
        lines: list[Labelled] = [
            ("because", self.because), ("level", self.level), ("who says so", self.voice),
            ("source", citation(self.sources)),
        ]  # fmt: skip
        return card(self.rule, lines)
