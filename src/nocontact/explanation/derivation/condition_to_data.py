"""Evaluated condition → plain data: what each part asked, what was found, whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from nocontact.explanation.evaluated_condition import EvaluatedCondition, ExplainedFinding
from nocontact.rulebook import AllOf, AnyOf, AtLeastOf, Comparison, Condition, IsUnknown, Not

Data: TypeAlias = dict[str, Any]
BelowToData: TypeAlias = Callable[[ExplainedFinding], Data]

_GROUPS: Mapping[type[Condition], str] = {
    AllOf: "all", AnyOf: "any", Not: "not", AtLeastOf: "at_least_of",
}  # fmt: skip
_UNKNOWN = {True: "is_unknown", False: "is_known"}


def condition_to_data(given: EvaluatedCondition, below: BelowToData) -> Data:
    """Return a condition as a tree; each part says with `kind` what it is.

    A `comparison` has what was asked of which fact or finding, and what was found there; `all`,
    `any`, `not` and `at_least_of` have `parts`. `truth` is None where it is not known.

    Args:
        given: an evaluated condition.
        below: writes why the finding that a part compares has its level, or not another one.

    Examples:
        >>> from nocontact.explanation.evaluated_condition import evaluated
        >>> given = evaluated(Not(IsUnknown("hope", True)), {"hope": "some"}, lambda _: ("some",))
        >>> data = condition_to_data(given, lambda finding: {})
        >>> data["kind"], data["truth"], data["parts"][0]["operator"], data["parts"][0]["found"]
        ('not', True, 'is_unknown', 'some')
    """
    asked = given.condition
    if isinstance(asked, Comparison | IsUnknown):
        return {
            "kind": "comparison",
            "subject": asked.subject,
            **_asked(asked),
            "found": given.found,
            "truth": given.truth,
            "because_of": below(given.below) if given.below else None,
        }
    data: Data = {"kind": _GROUPS[type(asked)], "truth": given.truth}
    if isinstance(asked, AtLeastOf):
        data["count"] = asked.count
    return data | {"parts": [condition_to_data(part, below) for part in given.parts]}


def _asked(asked: Comparison | IsUnknown) -> Data:
    if isinstance(asked, IsUnknown):
        return {"operator": _UNKNOWN[asked.expected], "wanted": []}
    return {"operator": asked.operator, "wanted": list(asked.values)}
