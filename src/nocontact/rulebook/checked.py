"""The mark that the checker leaves on what it has checked."""

from __future__ import annotations

from nocontact.rulebook.seal import Seal


class Checked:
    """Proof that the checker was here; only `nocontact.checking` makes one.

    Attributes:
        seal: what was checked; the rulebase that it is given to first puts it there.

    Examples:
        >>> from nocontact import Rulebook
        >>> isinstance(Rulebook.load().proof, Checked)
        True
    """

    __slots__ = ("seal",)

    def __init__(self) -> None:
        self.seal: Seal | None = None
