"""The mark that the checker leaves on what it has checked."""

from __future__ import annotations


class Checked:
    """Proof that the checker was here; only `nocontact.checking` makes one.

    Examples:
        >>> from nocontact import Rulebook
        >>> isinstance(Rulebook.load().proof, Checked)
        True
    """

    __slots__ = ()
