"""What a rule asks before it fires: a closed set of conditions, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from nocontact.diagnostics import Span
from nocontact.rulebook.selector import Selector

Operator = Literal["is", "is_not", "at_least", "at_most", "in"]
Family = Literal["step", "status", "permitted"]
"""What promises say of a tactic: it is a step of the plan (now or later), it has a status, or
its status lets it be a step."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact or finding compared with one or more of its answers.

    Attributes:
        subject: name of a flat fact (`pull.email`) or finding (`wall`).
        operator: how it is compared; `at_least` and `at_most` need an ordered scale.
        values: one answer, or several for `in`.

    Examples:
        >>> str(Comparison("wall", "at_least", ("lock",)))
        'wall is at least lock'
    """

    subject: str
    operator: Operator
    values: tuple[str, ...]
    span: Span | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        if self.operator == "in":
            return f"{self.subject} is one of {', '.join(self.values)}"
        words = {"is": "is", "is_not": "is not", "at_least": "is at least", "at_most": "is at most"}
        return f"{self.subject} {words[self.operator]} {self.values[0]}"


@dataclass(frozen=True, slots=True)
class IsUnknown:
    """Whether a fact is still unknown: the only condition that can see a missing answer.

    Attributes:
        subject: name of a flat fact; a finding is never unknown.
        expected: True asks that the answer is missing, False that it is there.

    Examples:
        >>> str(IsUnknown("hope", True)), str(IsUnknown("hope", False))
        ('hope is unknown', 'hope is known')
    """

    subject: str
    expected: bool
    span: Span | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.subject} is {'unknown' if self.expected else 'known'}"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; with no parts it always holds.

    True when every part is true, false when one is false, else unknown.

    Attributes:
        parts: conditions of any kind.

    Examples:
        >>> hard = Comparison("difficulty", "at_least", ("strong",))
        >>> str(AllOf((hard, IsUnknown("hope", True))))
        'difficulty is at least strong and hope is unknown'
        >>> str(ALWAYS)
        'always'
    """

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " and ".join(_wrapped(part) for part in self.parts) or "always"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; with no parts it never holds.

    True when one part is true, false when every part is false, else unknown.

    Attributes:
        parts: conditions of any kind.

    Examples:
        >>> str(AnyOf((IsUnknown("hope", True), Comparison("hope", "is", ("none",)))))
        'hope is unknown or hope is none'
    """

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " or ".join(_wrapped(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """The part is false; unknown stays unknown.

    Attributes:
        part: a condition of any kind.

    Examples:
        >>> str(Not(Comparison("hope", "is", ("none",))))
        'not (hope is none)'
    """

    part: Condition

    def __str__(self) -> str:
        return f"not ({self.part})"


@dataclass(frozen=True, slots=True)
class AtLeastOf:
    """At least `count` of the parts hold.

    Attributes:
        count: how many parts have to be true, 0 or more.
        parts: conditions of any kind.

    Examples:
        >>> str(AtLeastOf(2, (IsUnknown("hope", True), IsUnknown("unsure", True))))
        'at least 2 of: hope is unknown; unsure is unknown'
    """

    count: int
    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return f"at least {self.count} of: {'; '.join(str(part) for part in self.parts)}"


@dataclass(frozen=True, slots=True)
class SomeTactic:
    """Some tactic that the selector picks has this status, may be a step, or is one.

    Promises only. The checker spells it out as `AnyOf` comparisons, so engines never see it.

    Attributes:
        family: what is asked of a tactic: `step`, `status` or `permitted`.
        operator: how it is compared; only a status has an order.
        values: statuses, or `yes` and `no`.
        selector: which tactics are meant.

    Examples:
        >>> str(SomeTactic("step", "is", ("yes",), Selector(())))
        'the step of some tactic with (every tactic) is yes'
    """

    family: Family
    operator: Operator
    values: tuple[str, ...]
    selector: Selector
    span: Span | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        which = f"the {self.family} of some tactic with ({self.selector})"
        return str(Comparison(which, self.operator, self.values))


Atom: TypeAlias = Comparison | IsUnknown
Condition: TypeAlias = Comparison | IsUnknown | AllOf | AnyOf | Not | AtLeastOf | SomeTactic
ALWAYS = AllOf(())


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly inside this one.

    Examples:
        >>> parts_of(Not(IsUnknown("hope", True)))
        (IsUnknown(subject='hope', expected=True),)
        >>> parts_of(IsUnknown("hope", True))
        ()
    """
    match condition:
        case AllOf(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            return parts
        case Not(part):
            return (part,)
    return ()


def _wrapped(condition: Condition) -> str:
    nested = isinstance(condition, AllOf | AnyOf | AtLeastOf) and len(parts_of(condition)) != 1
    return f"({condition})" if nested else str(condition)
