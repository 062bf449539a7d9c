"""A rule: from what is known to what follows, and the paragraph it follows from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from nocontact.diagnostics import Span
from nocontact.display import Document, Labelled, ShownInNotebook, card
from nocontact.rulebook.condition import Condition
from nocontact.rulebook.selector import Selector
from nocontact.sources import citation

Voice = Literal["article", "safety", "rulebook"]


def after_safety(voice: str) -> bool:
    """Return what sorts voices: the safety part is heard first, the others in order of decision.

    Everything that shows several rules of the same strength sorts them by this.

    Examples:
        >>> sorted(["rulebook", "article", "safety"], key=after_safety)
        ['safety', 'rulebook', 'article']
    """
    return voice != "safety"


Cited: TypeAlias = int | str


@dataclass(frozen=True, slots=True)
class Raise:
    """Raise one flat finding to at least this level: the only way to conclude.

    Attributes:
        finding: name of a flat finding, such as `wall` or `notes.both_ways_matter`.
        level: a level of its scale, above the lowest.

    Examples:
        >>> Raise("wall", "lock")
        Raise(finding='wall', level='lock')
    """

    finding: str
    level: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RaiseStatus:
    """Raise the status of every tactic that the selector picks.

    Attributes:
        status: allowed, ask_why, held or advised_against; `suggested` is the lowest.
        selector: which tactics are meant.

    Examples:
        >>> from nocontact.rulebook.selector import AttributeTest
        >>> big = Selector((AttributeTest("notice", "in", ("dramatic",)),))
        >>> held = RaiseStatus("held", big)
        >>> print(held.status, "where", held.selector)
        held where notice is dramatic
    """

    status: str
    selector: Selector
    span: Span | None = field(default=None, compare=False, repr=False)


Conclusion: TypeAlias = Raise | RaiseStatus


@dataclass(frozen=True, slots=True)
class Rule(ShownInNotebook):
    """One rule of one decision, as written.

    Attributes:
        id: `<decision>.<words>`, unique in the rulebook.
        decision: the decision it belongs to.
        condition: fires when this is true (not unknown, not false).
        conclusions: what it raises.
        because: one plain sentence that a person may read.
        sources: paragraph numbers of the article, or ids of the source list.
        voice: who is speaking.

    Examples:
        >>> from nocontact.rulebook.condition import ALWAYS
        >>> Rule("help.be-ready", "help", ALWAYS, (), "Help is there.", (41,), "article").id
        'help.be-ready'
    """

    id: str
    decision: str
    condition: Condition
    conclusions: tuple[Conclusion, ...]
    because: str
    sources: tuple[Cited, ...]
    voice: Voice
    span: Span | None = field(default=None, compare=False, repr=False)

    def to_document(self) -> Document:
        """Return it as a card: when, then, because, source.

        Examples:
            >>> from nocontact import Rulebook
            >>> next(Rulebook.load().parsed.rules).to_document().blocks[0].ordered
            False
        """
        lines: list[Labelled] = [
            ("when", str(self.condition)),
            *(("then", _said(conclusion)) for conclusion in self.conclusions),
            ("because", self.because), ("source", citation(self.sources)),
            ("who says so", self.voice),
        ]  # fmt: skip
        return card(self.id, lines)


def _said(conclusion: Conclusion) -> str:
    if isinstance(conclusion, Raise):
        return f"{conclusion.finding} is at least {conclusion.level}"
    return f"at least {conclusion.status} for each tactic where {conclusion.selector}"
