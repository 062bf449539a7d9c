"""Every text of the rule files that a person may read, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from nocontact.checking.context import Context
from nocontact.diagnostics import Span
from nocontact.rulebook import WrittenText, written_texts
from nocontact.rulebook.written_texts import MESSAGES


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text that a person may read.

    Attributes:
        what: what it is, in words.
        text: the text.
        place: finds where it stands.
        label: whether it is an answer to choose, which need not be a sentence.

    Examples:
        >>> ReadText("`asks` of the decision `wall`", "How high?", lambda: None).text
        'How high?'
    """

    what: str
    text: str
    place: Callable[[], Span | None]
    label: bool = False


def texts(context: Context) -> Iterator[ReadText]:
    """Yield every text of the rule files; questions of a scenario class stand in none.

    English only: the reading grade and the words to avoid are those of English.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: How high?, rules: []}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.text for each in texts(Context(parsed, Scenario.vocabulary()))]
        ['How high?']
    """
    for each in written_texts(context.parsed, context.vocabulary):
        if each.file:
            label = each.id.startswith("answer.")
            yield ReadText(each.what, each.english, partial(place_of, context, each), label)


def place_of(context: Context, text: WrittenText) -> Span | None:
    """Return where a text stands; None for one that stands in no file of this rulebook.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> parsed, _ = rulebook_from_texts({"messages.en.yaml": "{step: {why: Why}}"})
        >>> text = WrittenText("step.why", "the message `step.why`", "Why", MESSAGES)
        >>> str(place_of(Context(parsed, Scenario.vocabulary()), text))
        'messages.en.yaml:1:14'
    """
    if text.near:
        return context.places.beside(text.near, *text.path)
    if text.file == MESSAGES:
        return context.places.joined(MESSAGES, text.id)
    return context.places.at(text.file, *text.path) if text.file else None
