"""What people read is plain and kind: no banned words, no hard sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nocontact.checking.catalogue import place_of
from nocontact.checking.context import Context
from nocontact.checking.reading_grade import reading_grade
from nocontact.diagnostics import Diagnostic, Span

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
}  # fmt: skip
"""Words that people are not shown (domain reference, section 3), and what to say instead."""

TARGET_GRADE = 6.0
CEILING_GRADE = 8.0
SHORTEST_GRADED = 5
"""Labels of fewer words are not graded: the formula is for sentences."""


def words(context: Context) -> Iterator[Diagnostic]:
    """Check every text a person may read (NC301, NC302, NC303).

    Examples:
        >>> words.__name__
        'words'
    """
    for what, text, span in _texts(context):
        if not text.strip():
            yield context.found("NC303", f"{what} has no text", span, "write one plain sentence")
            continue
        yield from _banned(context, what, text, span)
        grade = reading_grade(text)
        if grade > CEILING_GRADE and len(text.split()) >= SHORTEST_GRADED:
            yield context.found(
                "NC302", f"{what} reads at grade {grade:.1f}; the ceiling is 8", span,
                "use shorter sentences and shorter words")  # fmt: skip


def _banned(
    context: Context, what: str, text: str, span: Span | None
) -> Iterator[Diagnostic]:
    for word, instead in BANNED.items():
        if re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE):
            yield context.found("NC301", f"{what} says `{word}`", span,
                                f"say `{instead}`", name=word)  # fmt: skip


def _texts(context: Context) -> Iterator[tuple[str, str, Span | None]]:
    parsed = context.parsed
    for rule in context.rules:
        yield f"`because` of the rule `{rule.id}`", rule.because, rule.span
    for need in parsed.policy.needs:
        yield f"`because` of the need `{need.id}`", need.because, need.span
    for tactic in parsed.tactics:
        yield f"`plain` of the tactic `{tactic.id}`", tactic.plain, place_of(context, tactic)
        for name in ("needs", "good", "hard"):
            text = getattr(tactic, name)
            if text:
                yield f"`{name}` of the tactic `{tactic.id}`", text, place_of(context, tactic)
    for language, messages in sorted(parsed.messages.items()):
        for key, text in messages.items():
            if language == "en":
                yield f"the message `{key}`", text, _place(context, language, key)


def _place(context: Context, language: str, key: str) -> Span:
    file = f"messages.{language}.yaml"
    name = f"{key.rpartition('.')[2]}:"
    for at, line in enumerate(context.parsed.texts[file].splitlines(), 1):
        if line.strip().startswith(name):
            column = line.index(name) + 1
            return Span(file, at, column, at, column + len(name) - 1)
    return Span(file, 1, 1, 1, 1)
