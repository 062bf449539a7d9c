"""What a content hash stands for, so that content changed under it gets a hash of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

_CHANGED = "-changed-"


@dataclass(frozen=True, slots=True)
class Seal:
    """A content hash, with the parts that it was made for.

    `dataclasses.replace` copies the hash of a rulebook to the changed one. All that is kept for a
    rulebook is kept by its hash, so the changed one would answer like the first.

    Attributes:
        digest: the content hash.
        parts: what it stands for, by name.

    Examples:
        >>> seal = Seal("a0", {"limits": ("none",)})
        >>> seal.is_for("a0"), seal.is_for("a0-changed-1"), seal.is_for("b1")
        (True, True, False)
    """

    digest: str
    parts: Mapping[str, object]

    def is_for(self, digest: str) -> bool:
        """Return whether a hash is this one, or one of content changed under it.

        Examples:
            >>> Seal("a0", {}).is_for("a0 edited")
            False
        """
        return digest.partition(_CHANGED)[0] == self.digest

    def changes(self, parts: Mapping[str, object]) -> str:
        """Return what to add to the hash for other parts: nothing where they say the same.

        Args:
            parts: by the same names.

        Examples:
            >>> seal = Seal("a0", {"limits": ("none",)})
            >>> seal.changes({"limits": ("none",)}), seal.changes({"limits": ()})[:9]
            ('', '-changed-')
        """
        changed = {
            name: each
            for name, each in parts.items()
            if each is not self.parts[name] and _hash(each) != _hash(self.parts[name])
        }
        return f"{_CHANGED}{_hash(changed)[:32]}" if changed else ""


def _hash(value: object) -> str:
    whole = hashlib.sha256()
    for piece in _pieces(value):
        whole.update(piece.encode("utf-8", "surrogatepass") + b"\0")
    return whole.hexdigest()


def _pieces(value: Any) -> Iterator[str]:
    """Yield what a value says, piece by piece; places in files are not part of what it says."""
    if value is None or isinstance(value, bool | int | float | str):
        yield type(value).__name__
        yield f"{value}"
    elif is_dataclass(value):
        yield f"{type(value).__name__} {len(fields(value))}"
        for each in fields(value):
            if each.compare:
                yield from _pieces(getattr(value, each.name))
    elif isinstance(value, Mapping):
        yield f"{type(value).__name__} {len(value)}"
        for key, each in value.items():
            yield from _pieces(key)
            yield from _pieces(each)
    elif isinstance(value, tuple | list):
        yield f"{type(value).__name__} {len(value)}"
        for each in value:
            yield from _pieces(each)
    elif isinstance(value, frozenset | set):
        yield f"{type(value).__name__} {len(value)}"
        yield from sorted(map(_hash, value))
    else:
        raise TypeError(f"no content hash for {type(value).__name__}")
