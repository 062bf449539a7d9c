"""Needs in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nocontact.display import Inlines, Text, inlines
from nocontact.explanation.wording import Wording
from nocontact.rulebook import Cited


def need_line(
    words: Wording, needs: Sequence[str], because: str, sources: Iterable[Cited], said: str = ""
) -> Inlines:
    """Return a line about a need: where, why it is there, what it rests on, and last its id.

    Args:
        words: where the texts come from.
        needs: id of the need; several for channels with the same reason; none when there is none.
        because: why it is there, in English.
        sources: what it rests on.
        said: what else there is to say about it.

    Examples:
        >>> from nocontact import Rulebook
        >>> words = Wording(Rulebook.load())
        >>> needs = ("wall.email.out", "wall.phone.out")
        >>> line = need_line(words, needs, "So that you do not go to them.", (35,))
        >>> line[0].text
        'E-mail, phone and chats: so that you do not go to them. '
        >>> [text.text for text in line if text.role == "code"]
        ['wall.email.out', 'wall.phone.out']
    """
    reason = words.need(needs[0], because) if needs else ""
    places = dict.fromkeys(filter(None, (_place(words, need) for need in needs)))
    if places:
        first, *others = places
        reason = f"{', '.join((first, *map(_lower, others)))}: {_lower(reason)}"
    cited = words.cited(" ".join(filter(None, (reason, said))), sources)
    ids = [Text(need, "code") for need in needs]
    return inlines(cited, *(part for each in ids for part in (" ", each)))


def _place(words: Wording, need: str) -> str:
    """Return the channel of a barrier, and nothing for other needs."""
    if "." not in need or any(each.id == need for each in words.rulebase.policy.needs):
        return ""
    return words.rulebase.parsed.said(f"channel.{need.split('.')[1]}", words.language) or ""


def _lower(text: str) -> str:
    """Return a text as it stands in the middle of a sentence."""
    return f"{text[:1].lower()}{text[1:]}"
