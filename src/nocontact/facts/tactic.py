"""One thing a person can do or consider, with everything that a rule may pick it by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nocontact.display import Document, Labelled, ShownInNotebook, card
from nocontact.facts.frozen_map import FrozenMap
from nocontact.sources import citation


class Attribute(NamedTuple):
    """What an attribute of a tactic may be, as `attributes.yaml` declares it.

    Attributes:
        answers: its values; none for an attribute that is open, such as the id.
        ordered: whether they have an order, lowest first.
        several: whether a tactic has several of them at once.
        default: what a tactic has that does not say; None where each has to say it.
        says: what it is about, in a few words.
        needed_when: values of other attributes with which it should not be empty.

    Examples:
        >>> Attribute(("now", "days", "hard"), ordered=True).default is None
        True
    """

    answers: tuple[str, ...]
    ordered: bool = False
    several: bool = False
    default: str | tuple[str, ...] | None = None
    says: str = ""
    needed_when: Mapping[str, str] = FrozenMap()


@dataclass(frozen=True, slots=True)
class Tactic(ShownInNotebook):
    """One entry of the catalogue (paragraphs 17 and 18: tactics are not goals).

    Attributes:
        id: its name in rules.
        plain: what one does, in plain words.
        attributes: name → value of all that a rule may pick it by; each can be read as
            `tactic.undo` too.
        needs: what it needs, and when to avoid it.
        source: article paragraphs (numbers) and source ids (text).
        good: what it may bring.
        hard: what may be hard about it.
        instead: ids of tactics that meet the same need.
        lowers: ids of tactics that it takes down.

    Examples:
        >>> mute = Tactic("mute_thread", "Silence alerts.", {"channels": ("phone",), "undo": "now"})
        >>> mute.undo, mute.value("channels")
        ('now', ('phone',))
    """

    id: str
    plain: str = ""
    attributes: Mapping[str, str | tuple[str, ...]] = field(default_factory=FrozenMap)
    needs: str = ""
    source: tuple[int | str, ...] = ()
    good: str = ""
    hard: str = ""
    instead: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()

    def __getattr__(self, name: str) -> Any:
        if name != "attributes" and name in self.attributes:
            return self.attributes[name]
        raise AttributeError(name)

    def value(self, attribute: str) -> str | tuple[str, ...]:
        """Return the value of an attribute; several for those that may have several.

        Raises:
            KeyError: when it has no such attribute.

        Examples:
            >>> Tactic("let_it_ring", attributes={"channels": ("phone",)}).value("channels")
            ('phone',)
        """
        return self.id if attribute == "id" else self.attributes[attribute]

    def to_document(self) -> Document:
        """Return it as a card: what one does, what to weigh, what rules may pick it by.

        Examples:
            >>> Tactic("mute_thread", "Silence alerts.").to_document().title
            'Silence alerts.'
        """
        lines: list[Labelled] = [
            ("may be good", self.good), ("may be hard", self.hard), ("keep in mind", self.needs),
            ("id", self.id),
            *((name, value if isinstance(value, str) else ", ".join(value))
              for name, value in self.attributes.items()),
            ("instead", ", ".join(self.instead)), ("source", citation(self.source)),
        ]  # fmt: skip
        return card(self.plain or self.id, lines)
