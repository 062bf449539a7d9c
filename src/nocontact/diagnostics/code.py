"""What a code such as `NC201` stands for: the page behind every diagnostic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Area: TypeAlias = Literal[
    "reading files", "shape of rule files", "names and structure", "words",
    "scenarios", "engines and traces", "resources", "exact checks", "proofs",
    "explanations",
]  # fmt: skip
"""What a group of codes is about; the hundreds of the number say which (of NC6xx: the tens)."""

AREAS: tuple[Area, ...] = get_args(Area)
"""Every area, in the order of the numbers."""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of anomaly, explained once.

    Attributes:
        code: the number, such as `NC201`; it never changes and is never used again.
        title: what is wrong, in a few words.
        why: why it counts, and what happens because of it.
        avoid: a short example that gets this code.
        prefer: the same, mended.
        area: what the group of codes is about.

    Examples:
        >>> Code("NC001", "an empty file", "Why.", "# nothing", "a: 1", "reading files").language
        'yaml'
    """

    code: str
    title: str
    why: str
    avoid: str
    prefer: str
    area: Area

    @property
    def language(self) -> str:
        """What the examples are written in.

        Examples:
            >>> Code("NC502", "no engine", "Why.", "", "", "engines and traces").language
            'python'
        """
        return "python" if self.area in ("engines and traces", "proofs") else "yaml"
