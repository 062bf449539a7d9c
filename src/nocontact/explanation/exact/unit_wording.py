"""Answers as lines: one line for each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nocontact.explanation.condition_wording import quoted
from nocontact.explanation.exact.answer_units import AnswerUnit
from nocontact.explanation.wording import Wording
from nocontact.facts import UNKNOWN
from nocontact.facts.question import NONE, RATHER_NOT_SAY

_WHOLE = {
    "answer": "why.answer",
    "none": "enough.none",
    "withheld": "enough.withheld",
    "open": "why.silent",
}
_REST = {"withheld": "enough.rest_withheld", "open": "enough.rest_open"}


def unit_lines(words: Wording, facts: Mapping[str, str], units: Iterable[AnswerUnit]) -> list[str]:
    """Return some answers in plain words, those to one question in one line.

    Args:
        words: where the texts come from.
        facts: all that the person told us, as flat facts.
        units: the answers.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> words, facts = Wording(Rulebook.load()), Scenario(hope="strong").flat()
        >>> unit_lines(words, facts, [AnswerUnit("hope", "answer", ("hope",), None, "strong")])
        ['“Deep down, do you hope for a life as a couple with them?” You said: “Most days”.']
    """
    by_question: dict[str, list[AnswerUnit]] = {}
    for unit in units:
        by_question.setdefault(unit.question, []).append(unit)
    return [_line(words, facts, question, each) for question, each in by_question.items()]


def _line(
    words: Wording, facts: Mapping[str, str], question: str, units: Sequence[AnswerUnit]
) -> str:
    asks = words.asks(question)
    named = [unit for unit in units if unit.member is not None]
    rest = next((unit for unit in units if unit.member is None), None)
    if rest is not None and rest.kind in _WHOLE and not named:
        answer = words.answer(question, rest.answer)
        a_map = words.rulebase.vocabulary.question(question).shape == "map"
        kind = "answer" if a_map and rest.kind == "none" else rest.kind
        return words.say(_WHOLE[kind], asks=asks, answer=answer)
    said = [words.say("why_not.question", asks=asks)]
    if rest is not None and rest.kind == "rest":
        said += _members_only(words, facts, rest, named)
    else:
        said += _members(words, question, named)
        if rest is not None:
            said.append(words.say(_REST[rest.kind]))
    return " ".join(said)


def _members_only(
    words: Wording, facts: Mapping[str, str], rest: AnswerUnit, named: Sequence[AnswerUnit]
) -> Iterator[str]:
    """Yield the members that were named, and that nothing else was."""
    said = {unit.member for unit in named} | {NONE, RATHER_NOT_SAY}
    others = [
        member
        for member, name in words.rulebase.vocabulary.question(rest.question).fact_names
        if name not in rest.facts and member not in said and facts[name] != UNKNOWN
    ]
    listed = [unit for unit in named if _is_listed(unit)]
    if not others:
        yield from _members(words, rest.question, named)
        yield words.say("enough.rest")
        return
    every = (*(str(unit.member) for unit in listed), *others)
    yield words.say("enough.rest_but", what=quoted(words.answer(rest.question, m) for m in every))
    yield from _members(words, rest.question, [unit for unit in named if unit not in listed])


def _is_listed(unit: AnswerUnit) -> bool:
    return unit.answer == "yes" and unit.kind == "member"


def _members(words: Wording, question: str, named: Sequence[AnswerUnit]) -> Iterator[str]:
    """Yield the members that were named, or each channel with its answer."""
    listed = [unit for unit in named if _is_listed(unit)]
    if listed:
        what = quoted(words.answer(question, str(unit.member)) for unit in listed)
        yield words.say("enough.named", what=what)
    for unit in named:
        what = words.answer(question, str(unit.member))
        if unit.is_open:
            yield words.say("enough.channel_open", what=what)
        elif unit not in listed:
            answer = words.answer(question, unit.answer)
            yield words.say("enough.channel", what=what, answer=answer)
