"""Answers that nobody should have to make smaller: named, with no other outcome held out."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.explanation.condition_wording import quoted
from nocontact.explanation.exact.change import Change, Edit
from nocontact.explanation.wording import Wording
from nocontact.facts import Vocabulary


def makes_smaller(vocabulary: Vocabulary, change: Change) -> bool:
    """Return whether a change lowers an answer that is not the person's to change.

    Such as a danger that is no longer there. To say what would come out then would read like a
    hint to say less.

    Args:
        vocabulary: the questions.
        change: answers that would be other ones.

    Examples:
        >>> from nocontact import Scenario
        >>> less = Edit("now_unsafe", "now_unsafe", "yes", ("no",), "not_theirs")
        >>> makes_smaller(Scenario.vocabulary(), Change((less,), "no"))
        True
        >>> more = Edit("now_unsafe", "now_unsafe", "no", ("yes",), "not_theirs")
        >>> makes_smaller(Scenario.vocabulary(), Change((more,), "yes"))
        False
    """
    return any(_lowers(vocabulary, edit) for edit in change.edits if edit.whose == "not_theirs")


def _lowers(vocabulary: Vocabulary, edit: Edit) -> bool:
    fact = vocabulary.get(edit.fact)
    if fact is None or not fact.ordered:
        return False
    return max(map(fact.rank, edit.after)) < fact.rank(edit.before)


def standing_answers(words: Wording, changes: Iterable[Change]) -> list[str]:
    """Return the answers that some changes touch, as they were given: one line a question.

    Args:
        words: where the texts come from.
        changes: changes of these answers.

    Examples:
        >>> from nocontact import Rulebook
        >>> less = Edit("now_unsafe", "now_unsafe", "yes", ("no",), "not_theirs")
        >>> said = standing_answers(Wording(Rulebook.load()), [Change((less,), "no")])
        >>> print(*said)  # doctest: +NORMALIZE_WHITESPACE
        “Are you, or is anyone with you, in danger from another person right now?”
        You said: “Yes, right now”.
    """
    given: dict[str, dict[Edit, None]] = {}
    for edit in (each for change in changes for each in change.edits if each.whose != "open"):
        given.setdefault(edit.question, {})[edit] = None
    lines = (line for name, edits in given.items() for line in _lines(words, name, [*edits]))
    return [*dict.fromkeys(lines)]


def _lines(words: Wording, name: str, edits: list[Edit]) -> list[str]:
    shape, asks = words.rulebase.vocabulary.question(name).shape, words.asks(name)
    if shape == "one" or edits[0].fact == name:
        answer = words.answer(name, edits[0].before)
        return [words.say("why.answer", asks=asks, answer=answer)]
    if shape == "set":
        said = [_member(words, edit) for edit in edits if edit.before == "yes"]
        return [words.say("why.named", asks=asks, what=quoted(dict.fromkeys(said)))] if said else []
    return [
        words.say("why.at", asks=asks, what=quoted([_member(words, edit)]),
                  answer=words.answer(name, edit.before))
        for edit in edits
    ]  # fmt: skip


def _member(words: Wording, edit: Edit) -> str:
    return words.answer(edit.question, edit.fact.removeprefix(f"{edit.question}."))
