"""The answers of one person, in pieces that a person would call one answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nocontact.facts import UNKNOWN, Question, Vocabulary, WellFormed
from nocontact.facts.question import NONE, RATHER_NOT_SAY
from nocontact.facts.well_formed import Way

UnitKind: TypeAlias = Literal["answer", "member", "none", "rest", "withheld", "open"]
"""What a piece says.

One answer; one member of a list that was named, or one channel that is used; none of a list;
nothing else on the list; that one would rather not say; nothing yet.
"""


@dataclass(frozen=True, slots=True)
class AnswerUnit:
    """One answer, with the facts that it settles.

    Attributes:
        question: the question.
        kind: what the answer says.
        facts: the flat facts that it settles.
        member: the member or channel that was named, if it is one.
        answer: the answer, or the level of the channel, as an id.

    Examples:
        >>> AnswerUnit("hope", "answer", ("hope",), None, "some")
        AnswerUnit(hope; answer hidden)
    """

    question: str
    kind: UnitKind
    facts: tuple[str, ...]
    member: str | None = None
    answer: str = UNKNOWN

    def __repr__(self) -> str:
        return f"AnswerUnit({self.question}; answer hidden)"

    @property
    def is_open(self) -> bool:
        """Whether the question, or the rest of it, still waits for an answer.

        Examples:
            >>> AnswerUnit("hope", "open", ("hope",)).is_open
            True
        """
        return self.kind in ("open", "withheld")


def units_of(vocabulary: Vocabulary, facts: Mapping[str, str]) -> tuple[AnswerUnit, ...]:
    """Return what a person answered, and each question that is open, in interview order.

    Args:
        vocabulary: the questions.
        facts: a row of flat facts.

    Examples:
        >>> from nocontact import Scenario
        >>> scenario = Scenario(danger_signs=["choked", "getting_worse"])
        >>> units = units_of(Scenario.vocabulary(), scenario.flat())
        >>> [(unit.kind, unit.member) for unit in units if unit.question == "danger_signs"]
        [('member', 'choked'), ('member', 'getting_worse'), ('rest', None)]
    """
    return tuple(
        unit
        for question in vocabulary.questions()
        for unit in _of_question(question, vocabulary.well_formed_of(question.name), facts)
    )


def units_about(
    vocabulary: Vocabulary, units: Iterable[AnswerUnit], facts: Collection[str]
) -> tuple[AnswerUnit, ...]:
    """Return the units that say something about some facts.

    A list is answered as a whole: what is said of one of its members says something about each
    other one too, at least that the list was answered.

    Args:
        vocabulary: the questions.
        units: what a person answered.
        facts: flat facts.

    Examples:
        >>> from nocontact import Scenario
        >>> vocabulary, row = Scenario.vocabulary(), Scenario(aims=["heal"]).flat()
        >>> found = units_about(vocabulary, units_of(vocabulary, row), {"hope", "aims.space"})
        >>> [(unit.question, unit.kind) for unit in found]
        [('aims', 'member'), ('aims', 'rest'), ('hope', 'open')]
    """
    lists = {
        vocabulary[name].question for name in facts
        if vocabulary.question(vocabulary[name].question).shape == "set"
    }  # fmt: skip
    return tuple(
        unit for unit in units
        if unit.question in lists or any(name in facts for name in unit.facts)
    )  # fmt: skip


def against(
    vocabulary: Vocabulary,
    units: Iterable[AnswerUnit],
    row: Mapping[str, str],
    name: str,
    value: str,
) -> frozenset[AnswerUnit]:
    """Return the units that cannot stand where a fact has a value: the fewest that have to go.

    This is the one place that says what an answer holds fast. For a list it goes through the ways
    in which a list can be answered at all (`WellFormed`): not, with the whole list looked through,
    or with a part of it withheld. What is said beside its members ("none of these", "would rather
    not say") is never looked at without all of them, and they say what has to go.

    Args:
        vocabulary: the questions.
        units: what a person answered.
        row: the same as flat facts.
        name: a flat fact.
        value: a value that it may have.

    Examples:
        >>> from nocontact import Scenario
        >>> vocabulary, row = Scenario.vocabulary(), Scenario(support=["professional"]).flat()
        >>> units = units_of(vocabulary, row)
        >>> [unit.kind for unit in against(vocabulary, units, row, "support.group", "yes")]
        ['rest']
        >>> sorted(u.kind for u in against(vocabulary, units, row, "support.group", "unknown"))
        ['member', 'rest']
    """
    if value == row[name]:
        return frozenset()
    question = vocabulary[name].question
    rule = vocabulary.well_formed_of(question)
    mine = [unit for unit in units if unit.question == question]
    if rule is None or name not in rule.members:
        return frozenset(unit for unit in mine if name in unit.facts)
    ways = (
        Way({**way.values, name: frozenset({value})}, way.some)
        for way in rule.ways if value in way.values[name]
    )  # fmt: skip
    return min((_broken(rule, mine, row, way) for way in ways), key=len)


def _broken(
    rule: WellFormed,
    units: list[AnswerUnit],
    row: Mapping[str, str],
    way: Way,
) -> frozenset[AnswerUnit]:
    """Return the units that do not go with one way of answering their list."""
    values = way.values
    broken = {unit for unit in units if any(row[fact] not in values[fact] for fact in unit.facts)}
    held = {fact: row[fact] for unit in units if unit not in broken for fact in unit.facts}
    may_be_named = (
        member for member in rule.members
        if "yes" in values[member] and held.get(member, "yes") == "yes"
    )  # fmt: skip
    if way.some and not any(may_be_named):
        broken |= {unit for unit in units if unit.member is None}
    return frozenset(broken)


def _of_question(
    question: Question, rule: WellFormed | None, facts: Mapping[str, str]
) -> Iterator[AnswerUnit]:
    if question.shape == "one":
        kind = _kind(question, facts, "answer")
        yield AnswerUnit(question.name, kind, (question.name,), None, facts[question.name])
    elif rule is not None:
        yield from _of_set(question, rule, facts)
    elif question.shape == "map":
        yield from _of_map(question, facts)


def _of_set(question: Question, rule: WellFormed, facts: Mapping[str, str]) -> Iterator[AnswerUnit]:
    names = dict(question.fact_names)
    named = [
        each for each, name in question.fact_names
        if facts[name] == "yes" and each not in (NONE, RATHER_NOT_SAY)
    ]  # fmt: skip
    for member in named:
        yield AnswerUnit(question.name, "member", (names[member],), member, "yes")
    follows = {*named, NONE}
    rest = tuple(name for member, name in question.fact_names if member not in follows)
    kind = _kind(question, facts, "rest" if named else "none")
    if rule.open and rule.none:  # who named all of them beside a step may not have been asked
        rest = rest or (rule.none,)
    if rest:
        yield AnswerUnit(question.name, kind, rest)


def _kind(question: Question, facts: Mapping[str, str], answered: UnitKind) -> UnitKind:
    state = question.state(facts)
    return answered if state == "answered" else state


def _of_map(question: Question, facts: Mapping[str, str]) -> Iterator[AnswerUnit]:
    names = dict(question.fact_names)
    lowest = question.answers[0]
    levels = {channel: facts[name] for channel, name in names.items()}
    if question.state(facts) == "open":
        yield AnswerUnit(question.name, "open", tuple(names.values()))
        return
    used = [channel for channel, level in levels.items() if level != lowest]
    for channel in used:
        kind: UnitKind = "open" if levels[channel] == UNKNOWN else "member"
        yield AnswerUnit(question.name, kind, (names[channel],), channel, levels[channel])
    rest = tuple(name for channel, name in names.items() if channel not in used)
    if rest:
        yield AnswerUnit(question.name, "rest" if used else "none", rest, None, lowest)
