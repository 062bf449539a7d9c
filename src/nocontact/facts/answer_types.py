"""How answers are typed on a scenario: one choice, a set, a level for each channel, tactics."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, PlainSerializer, StringConstraints

from nocontact.facts.frozen_map import FrozenMap

Unknown: TypeAlias = Literal["unknown"]
YesNo: TypeAlias = Literal["no", "yes", "unknown"]
YesNoUnsure: TypeAlias = Literal["no", "unsure", "yes", "unknown"]

TACTIC_ID = r"[a-z][a-z0-9_]{0,63}"
TacticId: TypeAlias = Annotated[str, StringConstraints(pattern=f"^{TACTIC_ID}$")]

M = TypeVar("M", bound=str)
L = TypeVar("L")


def plain_answer(answer: Any) -> Any:
    """Return an answer as data for YAML and JSON: sets as sorted lists.

    Examples:
        >>> plain_answer(frozenset({"space", "heal"}))
        ['heal', 'space']
    """
    if isinstance(answer, AbstractSet):
        return sorted(answer)
    if not isinstance(answer, Mapping):
        return answer
    levels = {name: plain_answer(level) for name, level in answer.items()}
    return levels if any(levels.values()) or not levels else sorted(levels)


def _frozen_map(entries: Mapping[str, Any]) -> FrozenMap[Any]:
    return FrozenMap(entries)


_Plain = PlainSerializer(plain_answer)

Members: TypeAlias = Annotated[AbstractSet[M], AfterValidator(frozenset), _Plain]
Levels: TypeAlias = Annotated[Mapping[M, L], AfterValidator(_frozen_map), _Plain]

SetAnswer: TypeAlias = Members[M] | Unknown
"""Several members of a closed list: `SetAnswer[Literal["a", "b"]]`."""

MapAnswer: TypeAlias = Levels[M, L | Unknown] | Unknown
"""A level for each channel in use: `MapAnswer[Channel, Level]`."""

StepsAnswer: TypeAlias = Members[TacticId] | Unknown
"""Ids of tactics."""

StepsWithAims: TypeAlias = Levels[TacticId, Members[M]] | Members[TacticId] | Unknown
"""Ids of tactics, each with what it is for; kept as a map."""
