"""Enough: answers that force a part of the answer, whatever all other answers are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nocontact.display import Document, ShownAsData
from nocontact.explanation.claim import Claim, claim_about
from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.exact.answer_units import AnswerUnit
from nocontact.explanation.exact.enough_search import EnoughSearch, Grade
from nocontact.explanation.exact.enough_to_document import enough_to_document
from nocontact.explanation.situation import Situation
from nocontact.proof.answer_diagram import answer_diagram
from nocontact.proof.budget import SECONDS, explaining


@dataclass(frozen=True)
class Enough(ShownAsData):
    """The sets of answers that force a part of the answer.

    In no set can an answer be spared.

    Attributes:
        claim: what is forced.
        grade: `forced`, `at_least` (open questions may still raise it) or `provisional` (it rests
            on questions that are open).
        sets: the sets; the one that tells most, or all of them, fewest answers first.
        complete: whether these are all that there are.
        situation: the answer that is explained.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = recommend(Scenario(staying_away="nothing_holds", hope="some")).enough("wall")
        >>> found.grade, [given.question for given in found.sets[0]]
        ('at_least', ['staying_away'])
        >>> found
        Enough(wall, at_least; answers hidden)
    """

    claim: Claim
    grade: Grade
    sets: tuple[EnoughSet, ...]
    complete: bool
    situation: Situation

    def __repr__(self) -> str:
        return f"Enough({self.claim.subject.name}, {self.grade}; answers hidden)"

    def to_document(self) -> Document:
        """Return it as a document: what settles it, and whether that is for good.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> recommend(person).enough("help").to_document().title[:24]
            'What is enough for this?'
        """
        sets = [each.answers for each in self.sets]
        return enough_to_document(self.situation, self.claim, self.grade, sets, self.complete)

    def to_dict(self) -> dict[str, Any]:
        """Return the sets of answers as plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(staying_away="nothing_holds")).enough("wall").to_dict()["grade"]
            'at_least'
        """
        return {
            "schema": "nocontact.enough/1",
            "claim": claim_to_data(self.claim),
            "grade": self.grade,
            "complete": self.complete,
            "sets": [[_unit(unit) for unit in each] for each in self.sets],
        }


@dataclass(frozen=True, slots=True)
class EnoughSet:
    """One set of answers that is enough; none of them can be spared.

    Attributes:
        answers: the answers, in interview order.

    Examples:
        >>> from nocontact.explanation.exact.answer_units import AnswerUnit
        >>> len(EnoughSet((AnswerUnit("hope", "answer", ("hope",), None, "some"),)))
        1
    """

    answers: tuple[AnswerUnit, ...]

    def __iter__(self) -> Iterator[AnswerUnit]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def __repr__(self) -> str:
        return f"EnoughSet({len(self)} answers hidden)"


def enough(
    situation: Situation, name: str, *, every: bool = False, seconds: float = SECONDS
) -> Enough:
    """Return answers that force a part of the answer; see `Recommendation.enough`.

    Args:
        situation: the answer.
        name: what is to be forced.
        every: all smallest sets, not only one.
        seconds: how long it may take.

    Raises:
        ExplanationError: when there is no such thing in the answer (NC801 to NC803).
        ProofError: when it does not fit into the budget (NC702, NC703).
        ExplanationDisagreement: when the reference engine does not confirm a result (NC805).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(self_harm_thoughts="yes", now_unsafe="yes")).situation
        >>> found = enough(situation, "help", every=True)
        >>> [[given.question for given in each] for each in found.sets]
        [['now_unsafe'], ['self_harm_thoughts']]
    """
    claim = claim_about(situation, name)
    with explaining(f"looking for what is enough for `{claim.subject.name}`", seconds):
        search = EnoughSearch(situation, claim, answer_diagram(situation.rulebase, claim.subject))
        sets, complete = search.every() if every else ((search.one(),), False)
        for each in sets:
            search.look_again(each)
    complete = complete or sets == ((),)
    return Enough(claim, search.grade, tuple(map(EnoughSet, sets)), complete, situation)


def _unit(unit: AnswerUnit) -> dict[str, Any]:
    return {
        "question": unit.question,
        "kind": unit.kind,
        "member": unit.member,
        "answer": unit.answer,
        "facts": list(unit.facts),
        "is_open": unit.is_open,
    }
