"""The parts of a comparison of two rulebooks, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nocontact.proof.edit import Edit
from nocontact.proof.subject import Subject
from nocontact.rulebook import CheckedRulebase, Cited


@dataclass(frozen=True, slots=True)
class Compared:
    """Which rulebook: its name, its version, its content hash.

    Examples:
        >>> str(Compared("mine", "1.0.0", "0123456789abcdef"))
        'mine 1.0.0 (0123456789ab)'
    """

    name: str
    version: str
    digest: str

    @classmethod
    def of(cls, rulebase: CheckedRulebase) -> Compared:
        """Return the name of a rulebook.

        Examples:
            >>> from nocontact import Rulebook
            >>> Compared.of(Rulebook.load()).name
            'nocontact'
        """
        return cls(rulebase.metadata.name, rulebase.metadata.version, rulebase.digest)

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.digest[:12]})"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many scenarios of a region change.

    Attributes:
        region: its name.
        scenarios: how many it holds.
        changed: how many of them change.

    Examples:
        >>> Tally("all scenarios", 8, 2).share
        0.25
    """

    region: str
    scenarios: int
    changed: int

    @property
    def share(self) -> float:
        """The share that changes, of combinations of answers and not of people.

        Examples:
            >>> Tally("nobody", 0, 0).share
            0.0
        """
        return self.changed / self.scenarios if self.scenarios else 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """One part of the recommendation that goes from one level to another.

    Examples:
        >>> str(Change(Subject("status", "change_number"), "held", "allowed"))
        'status of change_number: held → allowed'
        >>> str(Change(Subject("step", "mute_thread"), "yes", "no"))
        'step dropped: mute_thread'
    """

    subject: Subject
    before: str
    after: str

    @property
    def words(self) -> tuple[str, str, str]:
        """What stands before the name, the name, and what stands after it.

        Examples:
            >>> Change(Subject("finding", "wall"), "friction", "lock").words
            ('', 'wall', ': friction → lock')
        """
        family, name = self.subject
        moved = f": {self.before} → {self.after}"
        match family:
            case "status":
                return "status of ", name, moved
            case "step":
                return f"step {'taken' if self.after == 'yes' else 'dropped'}: ", name, ""
            case "pace":
                moved = "can wait now" if self.after == "later" else "no longer waits"
                return f"step that {moved}: ", name, ""
            case "gap":
                return f"need {'' if self.after == 'yes' else 'no longer '}left open: ", name, ""
            case "first":
                return "first of ", name, moved
            case "let_go":
                return "", "barriers may be let go", moved
        group, _, member = name.partition(".")
        if member:
            return f"{group} {'added' if self.after == 'yes' else 'dropped'}: ", member, ""
        return "", name, moved

    def __str__(self) -> str:
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class Because:
    """A rule or a need that stands behind one part of a recommendation.

    Attributes:
        id: of the rule or the need; empty when there is none.
        text: its plain sentence.
        sources: labels of what it cites.

    Examples:
        >>> str(Because("wall.lock", "It is hard.", ("¶35",)))
        'wall.lock: It is hard. [¶35]'
    """

    id: str
    text: str
    sources: tuple[str, ...]

    @classmethod
    def of(
        cls, rulebase: CheckedRulebase, name: str, text: str, sources: Iterable[Cited]
    ) -> Because:
        """Return it with the labels of its sources.

        Examples:
            >>> from nocontact import Rulebook
            >>> Because.of(Rulebook.load(), "a.b", "It is hard.", (35,)).sources
            ('¶35',)
        """
        return cls(name, text, tuple(rulebase.sources.label(each) for each in sources))

    def __str__(self) -> str:
        cited = f" [{', '.join(self.sources)}]" if self.sources else ""
        return f"{self.id}{': ' if self.id else ''}{self.text}{cited}"


@dataclass(frozen=True, slots=True)
class Explained:
    """One change in one scenario, with both explanations.

    Attributes:
        change: what changes.
        before: why it was as it was.
        after: why it is as it is.

    Examples:
        >>> Explained(Change(Subject("finding", "wall"), "none", "lock"), (), ()).before
        ()
    """

    change: Change
    before: tuple[Because, ...]
    after: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that come together, in exactly the same scenarios, by the same edits.

    Attributes:
        changes: what changes there.
        edits: what made it: each of these, when undone alone, takes the change away. None does
            when it is empty: several edits together made it.
        tallies: how many scenarios, of all and of each region.
        witness: the smallest such scenario, as answers.
        explained: both explanations of each change, in the witness.

    Examples:
        >>> Group((), (), (Tally("all scenarios", 8, 2),), {}, ()).count
        2
    """

    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]
    tallies: tuple[Tally, ...]
    witness: Mapping[str, Any] = field(repr=False)
    explained: tuple[Explained, ...] = field(repr=False)

    @property
    def count(self) -> int:
        """How many scenarios are in it.

        Examples:
            >>> Group((), (), (Tally("all scenarios", 8, 2),), {}, ()).count
            2
        """
        return self.tallies[0].changed


@dataclass(frozen=True, slots=True)
class Effect:
    """One edit, and in how many scenarios something changes that it made.

    Attributes:
        edit: the edit.
        changed: how many scenarios; None when it was counted with all edits of its decision.

    Examples:
        >>> Effect(Edit("rule", "wall.lock", "reworded"), 0).changed
        0
    """

    edit: Edit
    changed: int | None


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that had to stay and does not.

    Attributes:
        says: the sentence of its entry in the file.
        tally: how many of its scenarios change.
        explained: what changes in the witness, with both explanations.
        witness: the smallest scenario, as answers.

    Examples:
        >>> Violation("It stays.", Tally("", 8, 2), (), {}).says
        'It stays.'
    """

    says: str
    tally: Tally
    explained: tuple[Explained, ...] = field(repr=False)
    witness: Mapping[str, Any] = field(repr=False)
