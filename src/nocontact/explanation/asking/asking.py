"""What to ask next: which open questions can still change the answer, and how much they decide."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

from nocontact.explanation.asking.left_open import LeftOpen, left_open
from nocontact.explanation.asking.open_facts import open_facts, ways_left
from nocontact.explanation.asking.open_question import SAFETY, AnswerEffect, OpenQuestion, opening
from nocontact.explanation.asking.open_questions import OpenQuestions
from nocontact.explanation.asking.parts_that_count import name_of, parts_that_count
from nocontact.explanation.asking.shares import Shares, Weights, weights_of
from nocontact.explanation.asking.when_asked import is_asked, never_asked, openers
from nocontact.explanation.situation import Situation
from nocontact.facts.flattening import flatten
from nocontact.facts.question import Question
from nocontact.fork_safety import cached_property
from nocontact.proof.all_scenarios import alone_when_full
from nocontact.proof.answer_diagram import answer_diagram
from nocontact.proof.budget import explaining
from nocontact.proof.open_plan import OpenPlan
from nocontact.rulebook import CheckedRulebase

ASKING = "looking for what to ask next"


@alone_when_full
def provisional(situation: Situation) -> frozenset[str]:
    """Return the parts that count and that an open question can still change, by name.

    Args:
        situation: the answer as it is now.

    Raises:
        ProofError: when diagrams cannot be built (NC701 to NC703).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(danger_signs={"choked"}, danger_when="now")).situation
        >>> sorted(provisional(situation))
        ['stance', 'wall']
    """
    with explaining(ASKING):
        asking = _Asking(situation, frozenset())
    return frozenset(name_of(part.subject) for part in asking.parts if not part.is_settled)


@alone_when_full
def open_questions(situation: Situation, closed: Collection[str] = ()) -> OpenQuestions:
    """Return the questions that can still change the answer, in the order in which to ask them.

    Exact: a question is there if, and only if, the other open questions can be answered so that
    two answers to it give two different results. A question that is not asked now, because its
    `asked_when` is not true, is not there; one that may open it counts for what it can change.

    Args:
        situation: the answer as it is now.
        closed: questions that are not asked, because the person skipped them.

    Raises:
        ProofError: when diagrams cannot be built (NC701 to NC703).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> found = {each.name: each.changes for each in open_questions(situation)}
        >>> found["hope"], found["partner_space"], "reach_out" in found
        (('standing',), ('standing', 'stance', 'help'), True)
    """
    with explaining(ASKING):
        return _Asking(situation, frozenset(closed)).found()


@lru_cache(maxsize=16)
def _weights(rulebase: CheckedRulebase) -> dict[str, Weights]:
    return weights_of(rulebase.vocabulary)


class _Call(partial[Any]):
    """A call that keeps what it is called with, the answers, to itself."""

    def __repr__(self) -> str:
        return "a call (answers hidden)"


class _Left:
    """The parts that count, with what is known of one person; made anew after a pickle."""

    def __init__(self, situation: Situation, open_: frozenset[str]) -> None:
        self.situation, self.open = situation, open_

    def __reduce__(self) -> tuple[Any, ...]:
        return _Left, (self.situation, self.open)

    @cached_property
    def parts(self) -> list[LeftOpen]:
        rulebase, facts = self.situation.rulebase, self.situation.facts
        diagrams = (answer_diagram(rulebase, each) for each in parts_that_count(self.situation))
        return [left_open(each, facts, self.open) for each in diagrams]


class _Asking:
    def __init__(self, situation: Situation, closed: frozenset[str]) -> None:
        self.situation = situation
        self.rulebase, self.words = situation.rulebase, situation.words
        self.vocabulary = situation.rulebase.vocabulary
        self.facts = situation.facts
        never = never_asked(self.rulebase, self.facts, closed)
        self.open = open_facts(self.rulebase, self.facts, closed | never)
        self.left = _Left(situation, self.open)
        self.parts = self.left.parts
        self.shares = [Shares(part, _weights(self.rulebase)) for part in self.parts]
        self.plan = OpenPlan(self.rulebase, self.facts, self.open)

    def found(self) -> OpenQuestions:
        stopped = self.situation.help_first
        return OpenQuestions(
            () if stopped else (*sorted(self._questions(), key=_rank),),
            tuple(name_of(part.subject) for part in self.parts if part.is_settled),
            tuple(name_of(part.subject) for part in self.parts if not part.is_settled),
            stopped,
            self.words,
            _Call(ways_left, self.rulebase, self.facts, self.open),
        )

    def _questions(self) -> list[OpenQuestion]:
        """Return what is asked now, looking at later questions first: earlier ones open them."""
        found: list[OpenQuestion] = []
        waiting: dict[str, list[OpenQuestion]] = {}
        for question in reversed(self.vocabulary.questions()):
            asked = [f.name for f in self.vocabulary.facts_of(question.name) if f.name in self.open]
            if not asked:
                continue
            this = opening(self._question(question, asked), waiting.get(question.name, ()))
            if not this.changes and not this.changes_plan:
                continue
            if is_asked(self.rulebase, question, self.facts):
                found.append(this)
                continue
            for name in openers(self.rulebase, question, self.open):
                waiting.setdefault(name, []).append(this)
        return found[::-1]

    def _question(self, question: Question, asked: list[str]) -> OpenQuestion:
        turned = [share for share in self.shares if share.can_change(asked)]
        return OpenQuestion(
            name=question.name,
            asks=self.words.asks(question.name),
            answers={each: self.words.answer(question.name, each) for each in question.words},
            block=question.block,
            changes=tuple(name_of(share.left.subject) for share in turned),
            share=max((share.decided(asked) for share in turned), default=Fraction(0)),
            changes_plan=self.plan.can_change(asked),
            effects_of=_Call(_effects, self.left, question),
        )


def _effects(left: _Left, question: Question) -> tuple[AnswerEffect, ...]:
    """Return what each answer does; from plain data alone, so that a question can be pickled."""
    with explaining(f"looking for what each answer to `{question.name}` would settle"):
        given = ((name, flatten(question, answer)) for name, answer in _answers(question))
        found = (_effect(left, name, facts) for name, facts in given)
        return tuple(each for each in found if each is not None)


def _effect(left: _Left, name: str, given: Mapping[str, str]) -> AnswerEffect | None:
    """Return what one answer does; None where what is known already rules it out."""
    said = {fact: value for fact, value in given.items() if fact in left.open}
    levels = [(part.subject, part.levels_with(said, most=2)) for part in left.parts]
    if not all(found for _, found in levels):
        return None
    return AnswerEffect(name, tuple(name_of(part) for part, found in levels if len(found) == 1))


def _answers(question: Question) -> Iterator[tuple[str, object]]:
    """Yield the answers of a question; of a set each member, of a map each channel, alone."""
    if question.shape == "one":
        yield from ((each, each) for each in question.answers)
    elif question.shape == "set":
        for each in question.members:
            yield each, frozenset([each])
    else:
        yield from ((each, {each: question.answers[-1]}) for each in question.members)


def _rank(question: OpenQuestion) -> tuple[bool, bool, Fraction]:
    """Safety first, as it is asked; then what decides most; what changes steps only at the end."""
    safety = question.block == SAFETY
    return not question.counts, not safety, Fraction(0) if safety else -question.share
