"""Did you mean …? And what tells two names apart that look alike."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from unicodedata import name as name_of


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


def told_apart(name: str, near: str | None) -> str:
    r"""Return in words which sign tells a name from the one that was meant, or nothing.

    On a screen, a letter of another alphabet or a space at the end looks like the name meant.

    Args:
        name: what was written.
        near: what `nearest` found for it.

    Examples:
        >>> told_apart("hope\u00a0", "hope")
        'what is written holds U+00A0 (no-break space)'
        >>> told_apart("hpoe", "hope"), told_apart("hope\u00a0", None)
        ('', '')
    """
    odd = next((each for each in name[:100] if not "!" <= each <= "~"), None)
    if near is None or odd is None or (odd == " " and name == name.strip()):
        return ""
    said = name_of(odd, "a sign without a name").lower()
    return f"what is written holds U+{ord(odd):04X} ({said})"
