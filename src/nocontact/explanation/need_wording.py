"""Needs in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.display import Inlines, Text, inlines
from nocontact.explanation.wording import Wording
from nocontact.rulebook import Cited


def need_line(
    words: Wording, need: str, because: str, sources: Iterable[Cited], said: str = ""
) -> Inlines:
    """Return a line about a need: where, why it is there, what it rests on, and last its id.

    Args:
        words: where the texts come from.
        need: id of the need; empty when there is none.
        because: why it is there, in English.
        sources: what it rests on.
        said: what else there is to say about it.

    Examples:
        >>> from nocontact import Rulebook
        >>> words = Wording(Rulebook.load())
        >>> line = need_line(words, "wall.email.out", "So that you do not go to them.", (35,))
        >>> [text.text for text in line]
        ['E-mail: So that you do not go to them. ', '[¶35]', ' ', 'wall.email.out']
    """
    parts = [words.need(need, because), said] if need else [said]
    text = f"{_place(words, need)}{' '.join(part for part in parts if part)}"
    cited = words.cited(text, sources)
    return inlines(cited, " ", Text(need, "code")) if need else cited


def _place(words: Wording, need: str) -> str:
    """Return the channel of a barrier, and nothing for other needs."""
    if "." not in need or any(each.id == need for each in words.rulebase.policy.needs):
        return ""
    channel = words.rulebase.parsed.said(f"channel.{need.split('.')[1]}", words.language)
    return f"{channel}: " if channel else ""
