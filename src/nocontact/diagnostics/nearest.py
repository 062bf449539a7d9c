"""Did you mean …?"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name closest to `name`, or None when none is close.

    Args:
        name: what was written.
        known: the names that would have been right.

    Examples:
        >>> nearest("comitted", ["testing", "leaning", "committed"])
        'committed'
        >>> nearest("zebra", ["testing", "leaning"]) is None
        True
    """
    names = sorted(set(known))
    folded = {candidate.casefold().replace("-", "_"): candidate for candidate in reversed(names)}
    wanted = name[:100].casefold().replace("-", "_").replace(" ", "_")
    found = get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None
