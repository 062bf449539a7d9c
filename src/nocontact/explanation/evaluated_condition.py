"""A condition taken apart: each part with its truth and the value that was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from nocontact.inference.condition_truth import Scale, combined, truth
from nocontact.rulebook import (
    Comparison,
    Condition,
    IsUnknown,
    Not,
    parts_of,
)


@dataclass(frozen=True, slots=True)
class ExplainedFinding:
    """A finding with the level that it has; what explains it derives from this.

    Attributes:
        name: the finding.
        level: the level it has.

    Examples:
        >>> ExplainedFinding("wall", "lock")
        ExplainedFinding(wall; answers hidden)
    """

    name: str
    level: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name}; answers hidden)"


@dataclass(frozen=True, slots=True)
class EvaluatedCondition:
    """One condition, evaluated to the end: nothing is skipped once the answer is clear.

    Attributes:
        condition: what was asked.
        truth: True, False, or None where it is not known.
        found: the answer or level that was found, for a single comparison.
        parts: the conditions inside it, in order.
        below: why the finding that it compares has its level, or does not have another.

    Examples:
        >>> from nocontact.rulebook import AnyOf
        >>> hope = IsUnknown("hope", True)
        >>> given = evaluated(AnyOf((hope,)), {"hope": "some"}, lambda _: ("none", "some"))
        >>> given.truth, given.parts[0].truth
        (False, False)
        >>> given
        EvaluatedCondition(answers hidden)
    """

    condition: Condition
    truth: bool | None
    found: str | None
    parts: tuple[EvaluatedCondition, ...]
    below: ExplainedFinding | None = None

    def __repr__(self) -> str:
        return "EvaluatedCondition(answers hidden)"

    @property
    def leaves(self) -> Iterator[EvaluatedCondition]:
        """The single comparisons in it, left to right.

        Examples:
            >>> given = evaluated(IsUnknown("hope", True), {"hope": "some"}, lambda _: ("some",))
            >>> [leaf.found for leaf in given.leaves]
            ['some']
        """
        if self.is_leaf:
            yield self
        for part in self.parts:
            yield from part.leaves

    @property
    def is_leaf(self) -> bool:
        """Whether it is a single comparison, and not made of others.

        Examples:
            >>> from nocontact.rulebook import AllOf
            >>> evaluated(AllOf(()), {}, lambda _: ()).is_leaf
            False
        """
        return isinstance(self.condition, Comparison | IsUnknown)


def evaluated(condition: Condition, values: Mapping[str, str], scale: Scale) -> EvaluatedCondition:
    """Return a condition with the truth of each of its parts, and the value found.

    Args:
        condition: what is asked.
        values: the answer of every fact and the level of every finding.
        scale: the levels of a subject, lowest first.

    Examples:
        >>> sad = Comparison("mood", "is", ("low",))
        >>> given = evaluated(Not(sad), {"mood": "unknown"}, lambda _: ("low", "fine"))
        >>> given.truth is None, given.parts[0].found
        (True, 'unknown')
    """
    if isinstance(condition, Comparison | IsUnknown):
        found = values[condition.subject]
        return EvaluatedCondition(condition, truth(condition, values, scale), found, ())
    parts = tuple(evaluated(part, values, scale) for part in parts_of(condition))
    whole = combined(condition, [part.truth for part in parts])
    return EvaluatedCondition(condition, whole, None, parts)


def deciding(given: EvaluatedCondition) -> EvaluatedCondition:
    """Return only the parts that make a condition true, or that make it false.

    Examples:
        >>> from nocontact.rulebook import AnyOf
        >>> given = AnyOf((IsUnknown("hope", True), IsUnknown("unsure", True)))
        >>> values = {"hope": "unknown", "unsure": "none"}
        >>> [leaf.condition.subject for leaf in deciding(
        ...     evaluated(given, values, lambda _: ("none",))).leaves]
        ['hope']
    """
    if isinstance(given.condition, Not):
        counting = given.parts
    else:
        counting = tuple(part for part in given.parts if part.truth is given.truth)
    return replace(given, parts=tuple(map(deciding, counting)))
