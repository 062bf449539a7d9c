"""What is shown of one step, one note, one gap: plain words, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.display import Document, Items, Labelled, ShownInNotebook, card, inlines
from nocontact.explanation import Reason
from nocontact.rulebook import Cited, after_safety
from nocontact.sources import citation


@dataclass(frozen=True, slots=True)
class Purpose:
    """One need that a step meets.

    Attributes:
        need: id of the need.
        because: why the need is there.
        sources: what it rests on.

    Examples:
        >>> Purpose("someone_to_call", "Have help ready.", (41,)).sources
        (41,)
    """

    need: str
    because: str
    sources: tuple[Cited, ...]

    def __repr__(self) -> str:
        return "Purpose(hidden)"


@dataclass(frozen=True, slots=True)
class Step(ShownInNotebook):
    """One step of the plan: what, why, what is good and hard about it, what else there is.

    Attributes:
        tactic: its id.
        plain: what one does.
        section: safety, help, purpose, wall, partner, contact or objective.
        status: suggested or allowed.
        purposes: the needs that it meets.
        objectives: which of the five objectives it serves.
        alternatives: other permitted tactics for the same needs, in order.
        good: what may be good about it.
        hard: what may be hard about it.
        needs: what to keep in mind.
        sources: what the tactic rests on.
        reasons: rules that say something about its status.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> step = recommend(Scenario(self_harm_thoughts="yes")).steps[0]
        >>> step.tactic, step.section, step.purposes[0].need
        ('crisis_support', 'safety', 'crisis')
    """

    tactic: str
    plain: str
    section: str
    status: str
    purposes: tuple[Purpose, ...]
    objectives: tuple[str, ...]
    alternatives: tuple[str, ...]
    good: str
    hard: str
    needs: str
    sources: tuple[Cited, ...]
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        return "Step(hidden)"

    def to_document(self) -> Document:
        """Return it as a card: what to do, what to weigh, and what it is for.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> step = recommend(Scenario(self_harm_thoughts="yes")).steps[0]
            >>> step.to_document().title == step.plain
            True
        """
        lines: list[Labelled] = [
            *(("why", inlines(f"{each.because} ", citation(each.sources)))
              for each in self.purposes),
            ("may be good", self.good), ("may be hard", self.hard), ("keep in mind", self.needs),
            ("status", self.status), ("other ways", ", ".join(self.alternatives)),
            ("source", citation(self.sources)), ("id", self.tactic),
        ]  # fmt: skip
        return card(self.plain, lines, [Items([reason.line for reason in self.reasons])])


@dataclass(frozen=True, slots=True)
class Note(ShownInNotebook):
    """Something that is good to know, and why it is said.

    Attributes:
        id: the member of `notes` that was raised, such as `both_ways_matter`.
        text: plain words to show.
        reasons: the rules that raised it, strongest first.

    Examples:
        >>> Note("goal", "The goal is to let go.", ()).id
        'goal'
    """

    id: str
    text: str
    reasons: tuple[Reason, ...]

    @property
    def is_safety(self) -> bool:
        """Whether the safety part says it; such notes are said first, and no form leaves one out.

        Examples:
            >>> Note("goal", "The goal is to let go.", ()).is_safety
            False
        """
        return any(not after_safety(reason.voice) for reason in self.reasons)

    def __repr__(self) -> str:
        return "Note(hidden)"

    def to_document(self) -> Document:
        """Return it as a document: the note, and under it why it is said.

        Examples:
            >>> Note("goal", "The goal is to let go.", ()).to_document().title
            'The goal is to let go.'
        """
        return card(self.text, [("id", self.id)], [Items([each.line for each in self.reasons])])
