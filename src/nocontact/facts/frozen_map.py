"""A mapping that cannot change, so that it can be part of a fact or an answer."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

V = TypeVar("V", bound=Hashable)


class FrozenMap(Mapping[str, V], Generic[V]):
    """Names with values, unchangeable, hashable, equal by content, in the order given.

    Examples:
        >>> pull = FrozenMap({"email": "always_look"})
        >>> pull["email"], pull == {"email": "always_look"}
        ('always_look', True)
        >>> len({pull, FrozenMap([("email", "always_look")])})
        1
    """

    __slots__ = ("_entries",)
    _entries: dict[str, V]

    def __init__(self, entries: Mapping[str, V] | Iterable[tuple[str, V]] = ()) -> None:
        object.__setattr__(self, "_entries", dict(entries))

    def __getitem__(self, name: str) -> V:
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __hash__(self) -> int:
        return hash(frozenset(self._entries.items()))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot change")

    def __reduce__(self) -> tuple[type[FrozenMap[V]], tuple[dict[str, V]]]:
        return type(self), (dict(self._entries),)

    def __copy__(self) -> FrozenMap[V]:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> FrozenMap[V]:
        return self

    def __repr__(self) -> str:
        return repr(self._entries)
