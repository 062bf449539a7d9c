"""A decision: one question, its findings, its rules. One file in `rules/`."""

from __future__ import annotations

from dataclasses import dataclass, field

from nocontact.diagnostics import Span
from nocontact.display import Document, Labelled, ShownInNotebook, card
from nocontact.rulebook.rule import Cited, Rule, Voice
from nocontact.rulebook.rules_to_items import rules_to_items
from nocontact.sources import citation

YES_NO = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Finding:
    """One flat derived value on an ordered scale; nothing known gives the lowest level.

    Attributes:
        name: `wall`, `notes.expect_hurt` for a member of a set, `status.<tactic>` for a status.
        levels: lowest first.
        decision: the decision that declares it.
        set_name: the set it is a member of, or None.

    Examples:
        >>> Finding("wall", ("none", "lock"), "wall").rank("lock")
        1
    """

    name: str
    levels: tuple[str, ...]
    decision: str
    set_name: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)

    def rank(self, level: str) -> int:
        """Return the place of a level on the scale, 0 for the lowest.

        Raises:
            ValueError: when the level is not on the scale.

        Examples:
            >>> Finding("help", ("none", "suggest"), "help").rank("none")
            0
        """
        return self.levels.index(level)


@dataclass(frozen=True, slots=True)
class Decision(ShownInNotebook):
    """One question with the rules that answer it.

    Attributes:
        name: also the first word of the id of each of its rules.
        asks: the question in plain words.
        findings: what it declares, sets spelled out member by member.
        rules: in file order; their order has no effect on the answer.
        sources: paragraph numbers, or ids of the source list.
        voice: who speaks in its rules.

    Examples:
        >>> Decision("wall", "How high?", (), (), (35,), "article").asks
        'How high?'
    """

    name: str
    asks: str
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    sources: tuple[Cited, ...]
    voice: Voice
    span: Span | None = field(default=None, compare=False, repr=False)

    def to_document(self) -> Document:
        """Return it as a card: what it asks, what it finds, its rules.

        Examples:
            >>> Decision("wall", "How high?", (), (), (35,), "article").to_document().title
            'wall'
        """
        lines: list[Labelled] = [
            ("asks", self.asks),
            *(("finds", f"{each.name}: {', '.join(each.levels)}") for each in self.findings),
            ("source", citation(self.sources)), ("who says so", self.voice),
        ]  # fmt: skip
        return card(self.name, lines, [rules_to_items(self.rules)])
