"""One thing a person can do or consider, with everything that a rule may pick it by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nocontact.display import Document, Labelled, ShownInNotebook, card
from nocontact.facts.frozen_map import FrozenMap
from nocontact.sources import citation

WALL_LEVELS = ("none", "intention", "friction", "lock", "sealed")


class Attribute(NamedTuple):
    """What an attribute of a tactic may be: its answers, and whether they have an order.

    An attribute without answers is open: any id.

    Examples:
        >>> ATTRIBUTES["notice"].ordered
        True
    """

    answers: tuple[str, ...]
    ordered: bool


ATTRIBUTES: Mapping[str, Attribute] = FrozenMap({
    "id": Attribute((), False),
    "kind": Attribute(("tactic", "safety", "move", "lowering"), False),
    "channels": Attribute(
        ("email", "phone", "social", "in_person", "home", "friends", "money", "children",
         "work", "things", "mind", "any"), False),
    "objectives": Attribute(("O1", "O2", "O3", "O4", "O5"), False),
    "face": Attribute(("self", "partner"), False),
    "notice": Attribute(("invisible", "noticeable", "announced", "dramatic"), True),
    "effect": Attribute(("cooling", "none", "varies", "triggering"), False),
    "wall_in": Attribute(WALL_LEVELS, True),
    "wall_out": Attribute(WALL_LEVELS, True),
    "undo": Attribute(("now", "days", "hard"), True),
    "private_device": Attribute(("no", "yes"), False),
    "keeps_evidence": Attribute(("no", "yes"), False),
    "cuts": Attribute(
        ("children", "court_or_legal", "shared_home", "work", "school", "money_or_papers",
         "caring", "family_or_group"), False),
})  # fmt: skip
"""Every attribute that a rule may pick tactics by."""

MANY_VALUED = frozenset({"channels", "objectives", "cuts"})
"""The attributes that hold several values at once."""


@dataclass(frozen=True, slots=True)
class Tactic(ShownInNotebook):
    """One entry of the catalogue (paragraphs 17 and 18: tactics are not goals).

    Attributes:
        id: its name in rules.
        plain: what one does, in plain words.
        kind: `tactic`, `safety` (never gated), `move` (people consider it, it is not
            disengagement) or `lowering` (takes a barrier down).
        channels: where it acts.
        objectives: which of the five objectives of paragraph 15 it serves.
        face: whether it is done to oneself or toward the partner.
        notice: what the partner receives (paragraph 31).
        effect: what it tends to do to the partner (paragraphs 24 and 37).
        wall_in: how high it stands against what comes in.
        wall_out: how high it stands against going back oneself.
        undo: how soon it can be undone.
        private_device: `yes` when it needs a device that the partner cannot see.
        keeps_evidence: `no` when it may lose messages that may be needed.
        cuts: the necessary ties that it would cut.
        needs: what it needs, and when to avoid it.
        source: article paragraphs (numbers) and source ids (text).
        good: what it may bring.
        hard: what may be hard about it.
        instead: ids of tactics that meet the same need.
        lowers: ids of tactics that it takes down.

    Examples:
        >>> mute = Tactic("mute_thread", "Silence alerts.", notice="invisible", wall_in="friction")
        >>> mute.value("wall_in"), mute.value("channels")
        ('friction', ())
    """

    id: str
    plain: str = ""
    kind: str = "tactic"
    channels: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    face: str = "self"
    notice: str = "invisible"
    effect: str = "none"
    wall_in: str = "none"
    wall_out: str = "none"
    undo: str = "now"
    private_device: str = "no"
    keeps_evidence: str = "yes"
    cuts: tuple[str, ...] = ()
    needs: str = ""
    source: tuple[int | str, ...] = ()
    good: str = ""
    hard: str = ""
    instead: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()

    def value(self, attribute: str) -> str | tuple[str, ...]:
        """Return the value of an attribute; several for those in `MANY_VALUED`.

        Raises:
            KeyError: when it is not one of `ATTRIBUTES`.

        Examples:
            >>> Tactic("let_it_ring", channels=("phone",)).value("channels")
            ('phone',)
        """
        if attribute not in ATTRIBUTES:
            raise KeyError(attribute)
        value: str | tuple[str, ...] = getattr(self, attribute)
        return value

    def to_document(self) -> Document:
        """Return it as a card: what one does, what to weigh, what rules may pick it by.

        Examples:
            >>> Tactic("mute_thread", "Silence alerts.").to_document().title
            'Silence alerts.'
        """
        attributes = ((name, self.value(name)) for name in ATTRIBUTES)
        lines: list[Labelled] = [
            ("may be good", self.good), ("may be hard", self.hard), ("keep in mind", self.needs),
            *((name, value if isinstance(value, str) else ", ".join(value))
              for name, value in attributes),
            ("instead", ", ".join(self.instead)), ("source", citation(self.source)),
        ]  # fmt: skip
        return card(self.plain or self.id, lines)
