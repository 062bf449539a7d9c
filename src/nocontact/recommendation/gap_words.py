"""A need that stays open, in plain words."""

from __future__ import annotations

from nocontact.explanation.wording import Wording
from nocontact.planning import Gap
from nocontact.rulebook import side_of


def gap_words(words: Wording, gap: Gap) -> str:
    """Return what is missing: a need without a step, or a wall that is too low.

    Args:
        words: the words of the rulebook.
        gap: what the plan cannot meet.

    Examples:
        >>> from nocontact import Rulebook
        >>> gap = Gap("crisis", "safety", "A life may be at risk.", None, None, ())
        >>> gap_words(Wording(Rulebook.load()), gap)
        'A life may be at risk. No step for this fits right now.'
    """
    if gap.wanted is None:
        return words.say("gap.need", because=gap.because)
    channel, direction = side_of(gap.need)
    return words.say(f"gap.{direction}", channel=words.say(f"channel.{channel}"))
