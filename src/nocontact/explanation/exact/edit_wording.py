"""Changes of answers as lines, with open words: "if it were", never "do"."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.explanation.condition_wording import quoted
from nocontact.explanation.exact.alike_changes import EditGroup
from nocontact.explanation.exact.change import Edit
from nocontact.explanation.wording import Wording
from nocontact.facts import UNKNOWN
from nocontact.facts.question import RATHER_NOT_SAY

MOST_NAMED = 4
"""So many members of a list are named, where any one of them would do."""


def group_line(words: Wording, group: EditGroup) -> str:
    """Return edits of one question as one line.

    Args:
        words: where the texts come from.
        group: one edit, or members of one list that change in the same way.

    Examples:
        >>> from nocontact import Rulebook
        >>> words = Wording(Rulebook.load())
        >>> edit = Edit("hope", "hope", "unknown", ("some", "strong"), "open")
        >>> print(group_line(words, EditGroup((edit,), any_one=False)))
        ... # doctest: +NORMALIZE_WHITESPACE
        “Deep down, do you hope for a life as a couple with them?”
        If you said: “Now and then” or “Most days”.
    """
    first = group.edits[0]
    said = words.say("why_not.question", asks=words.asks(first.question))
    return f"{said} {_asked(words, group, first)}"


def _asked(words: Wording, group: EditGroup, first: Edit) -> str:
    shape = words.rulebase.vocabulary.question(first.question).shape
    if shape == "one":
        return _answer(words, first)
    if first.fact == first.question:
        withheld = first.before == RATHER_NOT_SAY
        return words.say("unless.nothing_more" if withheld else "unless.nothing")
    what = _members(words, group, first.question)
    if shape == "map":
        return f"{what}: {_answer(words, first)}"
    if first.whose == "open":
        return words.say("unless.told", what=what)
    return words.say("unless.named" if first.after == ("yes",) else "unless.not_named", what=what)


def _members(words: Wording, group: EditGroup, question: str) -> str:
    """Return the members of a list; of many that would each do, the first few."""
    members = [edit.fact.removeprefix(f"{question}.") for edit in group.edits]
    if not group.any_one or len(members) <= MOST_NAMED + 1:
        return _listed(words, question, members, "or" if group.any_one else "and")
    more = words.say("why.more", count=len(members) - MOST_NAMED)
    return f"{_listed(words, question, members[:MOST_NAMED], 'or')} {more}"


def _answer(words: Wording, edit: Edit) -> str:
    answers = _listed(words, edit.question, edit.after, "or")
    if edit.before in (UNKNOWN, RATHER_NOT_SAY):
        return words.say("unless.said", answers=answers)
    now = _listed(words, edit.question, [edit.before], "or")
    return words.say("unless.were", answers=answers, now=now)


def _listed(words: Wording, question: str, answers: Iterable[str], link: str) -> str:
    """Return answers between quotation marks, with "or" or "and" before the last one."""
    said = [quoted([words.answer(question, each)]) for each in answers]
    last = f" {words.say(f'why_not.{link}')} "
    return last.join(filter(None, (", ".join(said[:-1]), said[-1])))
