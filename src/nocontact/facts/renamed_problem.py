"""What is said of an old name: the one that it has now."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.diagnostics import Diagnostic


def renamed_question(name: str, now: str, known: Iterable[str]) -> Diagnostic:
    """Return the problem of a question that has another name now, or is no longer asked.

    Args:
        name: its old name.
        now: the new name, or a sentence on where it went.
        known: the questions of today.

    Examples:
        >>> print(renamed_question("wish", "hope", ["hope"]))
        NC401: the question `wish` is now called `hope`
          help: write `hope`
        >>> print(renamed_question("wish", "It is part of hope.", ["hope"]))
        NC401: the question `wish` is not asked any more
          help: It is part of hope.
    """
    if now not in known:
        return Diagnostic("NC401", f"the question `{name}` is not asked any more", found=name,
                          help=now)  # fmt: skip
    return Diagnostic("NC401", f"the question `{name}` is now called `{now}`", found=name,
                      help=f"write `{now}`")  # fmt: skip


def renamed_answer(place: str, name: str, now: str) -> Diagnostic:
    """Return the problem of an answer, member or channel that has another name now.

    Examples:
        >>> print(renamed_answer("hope", "big", "strong"))
        NC402: `big` of `hope` is now called `strong`
          help: write `strong`
    """
    return Diagnostic("NC402", f"`{name}` of `{place}` is now called `{now}`", found=name,
                      help=f"write `{now}`")  # fmt: skip
