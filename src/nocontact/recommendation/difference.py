"""One thing that differs between two answers, and what made it differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

When = Literal["before", "now"]
"""The earlier answer, or the later one."""

Kind = Literal[
    "standing", "also", "finding", "step", "considered", "status", "gap", "note", "let_go"
]
"""The part of an answer that differs."""

CauseKind = Literal[
    "rule", "need", "height", "status", "instead", "together", "limit", "room", "release", "answer"
]
"""Why: a rule fires, a need is there, a wall need is higher or lower, a status permits a tactic,
another step meets the need, all steps were chosen anew, few steps are shown, others come first,
barriers may be let go, or the person said so; in one answer and not in the other."""


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """A question that was answered differently.

    Attributes:
        question: the field of the scenario.
        before: the earlier answer as plain data, or `unknown`.
        after: the later answer.

    Examples:
        >>> ChangedAnswer("reach_out", "often", "never")
        ChangedAnswer(reach_out; answers hidden)
    """

    question: str
    before: Any
    after: Any

    def __repr__(self) -> str:
        return f"ChangedAnswer({self.question}; answers hidden)"


@dataclass(frozen=True, slots=True)
class Shift:
    """A fact or finding that has another value, and the rules that gave it.

    Attributes:
        name: the flat fact or finding.
        before: its earlier value.
        after: its later value.
        causes: the rules that made the difference; none for a fact, which the person answered.

    Examples:
        >>> Shift("reach_out", "often", "never", ())
        Shift(reach_out; answers hidden)
    """

    name: str
    before: str
    after: str
    causes: tuple[Cause, ...]

    def __repr__(self) -> str:
        return f"Shift({self.name.partition('.')[0]}; answers hidden)"


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that holds in one of two answers and not in the other.

    Attributes:
        kind: what it is.
        name: the rule, the need, the tactic or the question.
        when: the answer in which it holds.
        shifts: the facts and findings that turned it; none where the rules themselves changed.
        tactics: the steps that meet the need in the other answer, or that come first in this.

    Examples:
        >>> Cause("rule", "wall.lock", "before").rules
        ('wall.lock',)
    """

    kind: CauseKind
    name: str
    when: When
    shifts: tuple[Shift, ...] = ()
    tactics: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "Cause(hidden)"

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule itself, or the rules nearest to what turned it.

        Examples:
            >>> lost = Cause("rule", "difficulty.often", "before")
            >>> Cause("need", "help", "now", (Shift("difficulty", "b", "a", (lost,)),)).rules
            ('difficulty.often',)
        """
        if self.kind == "rule":
            return (self.name,)
        return tuple(
            dict.fromkeys(
                rule for shift in self.shifts for each in shift.causes for rule in each.rules
            )
        )

    def chain(self) -> Iterator[Cause]:
        """Yield this and every cause behind it.

        Examples:
            >>> [each.name for each in Cause("rule", "wall.lock", "now").chain()]
            ['wall.lock']
        """
        yield self
        for shift in self.shifts:
            for cause in shift.causes:
                yield from cause.chain()

    def facts(self) -> tuple[str, ...]:
        """Return the flat facts at the end of the chain.

        Examples:
            >>> Cause("rule", "a", "now", (Shift("reach_out", "often", "never", ()),)).facts()
            ('reach_out',)
        """
        found = (s.name for each in self.chain() for s in each.shifts if not s.causes)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an answer that is not as it was.

    Attributes:
        kind: which part.
        name: the finding, the tactic, the need or the note.
        before: how it was; a step is `now`, `later` or `no`.
        after: how it is.
        causes: what made the difference.

    Examples:
        >>> lost = Cause("rule", "wall.lock", "before")
        >>> Difference("finding", "wall", "lock", "none", (lost,)).rules
        ('wall.lock',)
    """

    kind: Kind
    name: str
    before: str
    after: str
    causes: tuple[Cause, ...]

    def __repr__(self) -> str:
        return f"Difference({self.kind} {self.name}; answers hidden)"

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that made it: each fires in one of the two answers and not in the other.

        Examples:
            >>> Difference("note", "calm_first", "no", "yes", ()).rules
            ()
        """
        return tuple(dict.fromkeys(rule for cause in self.causes for rule in cause.rules))


@dataclass(frozen=True, slots=True)
class LetGo:
    """A barrier in place that may be let go now.

    Attributes:
        tactic: its id.
        height: how high it stands.
        needed: how high the wall has to be now.
        is_new: whether it could not be let go before.
        rules: the rules that say how high the wall has to be, and that enough was answered.

    Examples:
        >>> LetGo("mute_thread", "friction", "none", True, ()).tactic
        'mute_thread'
    """

    tactic: str
    height: str
    needed: str
    is_new: bool
    rules: tuple[str, ...]

    def __repr__(self) -> str:
        return "LetGo(hidden)"
