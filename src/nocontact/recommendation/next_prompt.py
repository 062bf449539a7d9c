"""What an interview asks next: by need, or by the fixed short form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from nocontact.explanation import Wording
from nocontact.recommendation.given_answers import Given, channels_of, waiting
from nocontact.recommendation.prompt import Key, Prompt, prompt_for
from nocontact.recommendation.short_form import short_form


def next_by_need(words: Wording, given: Given, counting: Sequence[str]) -> Prompt | None:
    """Return what is asked next by need: channels that wait first, then what decides most often.

    Args:
        words: the texts, and the rulebook.
        given: what was chosen so far.
        counting: the open questions that count, in the order in which they are asked.

    Examples:
        >>> from nocontact import Rulebook
        >>> next_by_need(Wording(Rulebook.load()), (), ["hope", "afraid"]).left
        1
    """
    asked = [*dict.fromkeys(key[0] for key, _ in given)]
    for key in waiting(words.rulebase.vocabulary, given):
        if key[0] in counting:
            return _asking(words, key, asked.index(key[0]) + 1, len(counting) - 1)
    fresh = [name for name in counting if name not in asked]
    return _asking(words, (fresh[0],), len(asked) + 1, len(fresh) - 1) if fresh else None


def next_by_form(
    words: Wording, given: Given, known: Collection[str], facts: Mapping[str, str]
) -> Prompt | None:
    """Return what is asked next by the short form.

    Args:
        words: the texts, and the rulebook.
        given: what was chosen so far.
        known: the questions that were answered before the interview.
        facts: the flat facts that are known.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> next_by_form(Wording(Rulebook.load()), (), {"now_unsafe"}, Scenario().flat()).key
        ('self_harm_thoughts',)
    """
    asked = dict(given)
    questions = [each for each in short_form(words.rulebase, asked, facts)
                 if each.name not in known]  # fmt: skip
    total = len(questions)
    for number, question in enumerate(questions, 1):
        for key in ((question.name,), *channels_of(question, given)):
            if key not in asked:
                place = words.say("interview.place_short", number=number, total=total)
                return replace(_asking(words, key, number, total - number), place=place)
    return None


def _asking(words: Wording, key: Key, number: int, left: int) -> Prompt:
    question = words.rulebase.vocabulary.question(key[0])
    return prompt_for(question, key, words, number, left)
