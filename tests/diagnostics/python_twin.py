"""A pair of calls: one that is refused, and the same one mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Half = Callable[[Path], object]


@dataclass(frozen=True)
class PythonTwin:
    """A call that is refused, the words that the refusal starts with, and the same call mended.

    `needs` names a library without which the two cannot be told apart.
    """

    code: str
    what: str
    bad: Half
    words: str
    good: Half
    needs: str = ""
