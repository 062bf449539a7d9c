"""Needs that are alike, said once: the same reason for several channels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nocontact.explanation.derivation.step_proof import ProvedNeed
from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.rulebook import AllOf, Condition


def alike_needs(needs: Iterable[ProvedNeed]) -> list[list[ProvedNeed]]:
    """Put needs together that have the same reason, and that other steps meet in the same way.

    Args:
        needs: the needs of one step, in order.

    Examples:
        >>> needs = [ProvedNeed(f"wall.{name}.in", "So that it is quiet.", (35,), None, "lock",
        ...                     (), (), ()) for name in ("email", "phone")]
        >>> [[need.need for need in group] for group in alike_needs(needs)]
        [['wall.email.in', 'wall.phone.in']]
    """
    groups: dict[object, list[ProvedNeed]] = {}
    for need in needs:
        key = (need.because, need.sources, need.beside) if need.wanted else need.need
        groups.setdefault(key, []).append(need)
    return list(groups.values())


def joint_condition(needs: Iterable[ProvedNeed]) -> EvaluatedCondition | None:
    """Return what alike needs rest on, each part once; None when they are always there.

    Examples:
        >>> joint_condition([ProvedNeed("talk", "Talk.", (41,), None, None, (), (), ())]) is None
        True
    """
    given = [need.condition for need in needs if need.condition is not None]
    if len(given) < 2:
        return given[0] if given else None
    parts: dict[Condition, EvaluatedCondition] = {}
    for each in given:
        for part in each.parts if isinstance(each.condition, AllOf) else (each,):
            parts.setdefault(part.condition, part)
    return replace(given[0], condition=AllOf(tuple(parts)), parts=tuple(parts.values()), found=None)
