"""Every text of a rulebook that a person may read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from nocontact.checking.context import Context
from nocontact.diagnostics import Span, shown

LANGUAGE = "en"
"""The language whose words and sentences are looked at."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text that a person may read.

    Attributes:
        what: what it is, in words.
        text: the text.
        place: finds where it stands.

    Examples:
        >>> ReadText("`asks` of the decision `wall`", "How high?", lambda: None).text
        'How high?'
    """

    what: str
    text: str
    place: Callable[[], Span | None]


def texts(context: Context) -> Iterator[ReadText]:
    """Yield every text that a person may read.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: How high?, rules: []}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.text for each in texts(Context(parsed, Scenario.vocabulary()))]
        ['How high?']
    """
    parsed, beside = context.parsed, context.places.beside
    for rule in context.rules:
        yield ReadText(f"`because` of the rule `{rule.id}`", rule.because,
                       partial(beside, rule.span, "because"))  # fmt: skip
    for decision in parsed.decisions:
        yield ReadText(f"`asks` of the decision `{decision.name}`", decision.asks,
                       partial(beside, decision.span, "asks"))  # fmt: skip
    for need in parsed.policy.needs:
        yield ReadText(f"`because` of the need `{need.id}`", need.because,
                       partial(beside, need.span, "because"))  # fmt: skip
    for promise in parsed.promises:
        yield ReadText(f"`says` of the promise `{promise.id}`", promise.says,
                       partial(beside, promise.span, "says"))  # fmt: skip
    yield from _of_the_policy(context)
    yield from _of_the_catalogue(context)
    yield from _of_the_overview(context)


def _of_the_policy(context: Context) -> Iterator[ReadText]:
    policy, at = context.parsed.policy, partial(context.places.at, "planning.yaml")
    if policy.barriers:
        for direction, text in policy.barriers.because.items():
            yield ReadText(f"`because` of `barriers`, `{direction}`", text,
                           partial(at, "barriers", "because", direction))  # fmt: skip
    if policy.limit:
        yield ReadText("`because` of `limit`", policy.limit.because,
                       partial(at, "limit", "because"))  # fmt: skip


def _of_the_catalogue(context: Context) -> Iterator[ReadText]:
    for at, tactic in enumerate(context.parsed.tactics):
        for name in ("plain", "needs", "good", "hard"):
            text = getattr(tactic, name)
            if text or name == "plain":
                yield ReadText(f"`{name}` of the tactic `{tactic.id}`", text,
                               partial(context.in_catalogue, at, name))  # fmt: skip


def _of_the_overview(context: Context) -> Iterator[ReadText]:
    places, file = context.places, f"messages.{LANGUAGE}.yaml"
    for at, limit in enumerate(context.parsed.metadata.limits):
        yield ReadText(f"`limits` of the rulebook, number {at + 1},", limit,
                       partial(places.at, "rulebook.yaml", "limits", at))  # fmt: skip
    for key, text in context.parsed.messages.get(LANGUAGE, {}).items():
        yield ReadText(f"the message `{shown(key)}`", text, partial(places.joined, file, key))
