"""Words that people are not shown, and what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

BANNED: Mapping[str, str] = {
    "borderline": "your partner", "bpd": "your partner", "narcissist": "your partner",
    "psycho": "your partner", "crazy": "describe what they do", "abuser": "your partner",
    "victim": "you", "toxic": "that is hurting you", "dysfunctional": "that is hurting you",
    "sick": "unhealthy for you", "co-dependent": "closely tied up with them",
    "codependent": "closely tied up with them", "enmeshed": "closely tied up with them",
    "enmeshment": "how closely tied you are", "dubious": "mixed reasons",
    "obsessing": "can't stop thinking", "obsessive": "describe what they do",
    "stalking them": "checking their page", "timid": "not feeling ready",
    "crutch": "helper", "willpower": "hard to leave unread right now",
    "discipline": "hard to leave unread right now", "relapse": "got back in touch",
    "trigger": "set off strong feelings", "neutralise": "calm things down",
    "manipulate": "get them to change", "manipulation": "puts pressure on you",
    "commit suicide": "die by suicide", "retribution": "may try to hurt you back",
    "guaranteed": "may help", "proven": "may help", "streak": "say what helps",
    "safe": "may help", "will": "may",
}  # fmt: skip
"""Word or words → what to say instead (domain reference, section 3)."""

_ANY = re.compile(
    rf"\b(?:{'|'.join(re.escape(each) for each in sorted(BANNED, key=len, reverse=True))})s?\b",
    re.IGNORECASE,
)


def banned_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each banned word of a text, as it is listed, with what to say instead.

    Examples:
        >>> list(banned_words("They are toxic."))
        [('toxic', 'that is hurting you')]
    """
    for match in _ANY.finditer(text):
        found = match.group().lower()
        word = found if found in BANNED else found.removesuffix("s")
        yield word, BANNED[word]
