"""What a rule asks before it fires: a closed set of conditions, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar

from nocontact.diagnostics import Span
from nocontact.rulebook.selector import Selector

T = TypeVar("T")
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


def folded(
    condition: Condition,
    wanted: bool,
    atom: Callable[[Atom, bool], T],
    at_least: Callable[[int, list[T]], T],
) -> T:
    """Read a condition from its atoms up: where it is true, or where it is false.

    A `not` is true where its part is false, and `all` and `any` are counts; so a reading says only
    what an atom comes to, and what "at least so many of these" comes to.

    Args:
        condition: what is read.
        wanted: True for where it is true, False for where it is false. Unknown is neither.
        atom: an atom and what is wanted of it → its reading.
        at_least: how many, and the readings of the parts → the reading of both.

    Examples:
        >>> hope = IsUnknown("hope", True)
        >>> either = Not(AnyOf((hope, Not(hope))))
        >>> folded(either, True, lambda each, wanted: str(wanted), lambda n, parts: (n, *parts))
        (2, 'False', 'True')
    """
    match condition:
        case Comparison() | IsUnknown():
            return atom(condition, wanted)
        case Not(part):
            return folded(part, not wanted, atom, at_least)
    parts = [folded(each, wanted, atom, at_least) for each in parts_of(condition)]
    match condition:
        case AllOf():
            return at_least(len(parts) if wanted else 1, parts)
        case AnyOf():
            return at_least(1 if wanted else len(parts), parts)
        case AtLeastOf(count=count):
            return at_least(count if wanted else len(parts) - count + 1, parts)
    raise TypeError(f"not a condition: {type(condition).__name__}")


def atoms_of(condition: Condition) -> Iterator[Atom]:
    """Yield every comparison and unknown-test in a condition, left to right.

    Examples:
        >>> [atom.subject for atom in atoms_of(Not(IsUnknown("hope", True)))]
        ['hope']
    """
    if isinstance(condition, Comparison | IsUnknown):
        yield condition
    for part in parts_of(condition):
        yield from atoms_of(part)


def work_of(condition: Condition) -> int:
    """Return about how many steps it takes to spell a condition out as cases.

    The parts of a group are compared with each other; a count is spelled out half by half, for
    each number of parts that may hold in a half.

    Examples:
        >>> hope = IsUnknown("hope", True)
        >>> work_of(hope), work_of(AnyOf((hope, hope))), work_of(AtLeastOf(1, (hope, hope)))
        (1, 6, 82)
    """
    parts = parts_of(condition)
    each = 20 if isinstance(condition, AtLeastOf) else 1
    return sum(map(work_of, parts)) + each * len(parts) ** 2 if parts else 1


def _wrapped(condition: Condition) -> str:
    nested = isinstance(condition, AllOf | AnyOf | AtLeastOf) and len(parts_of(condition)) != 1
    return f"({condition})" if nested else str(condition)
