"""Unless: every smallest change of answers that would alter a part of the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nocontact.display import Document, ShownAsData
from nocontact.explanation.claim import Claim, claim_about
from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.exact.change import Change, Edit
from nocontact.explanation.exact.possible_changes import Bit, PossibleChanges
from nocontact.explanation.exact.second_look import SecondLook
from nocontact.explanation.exact.unless_to_document import unless_to_document
from nocontact.explanation.exact.ways_to_change import Way, WaysToChange
from nocontact.explanation.situation import Situation
from nocontact.facts import UNKNOWN
from nocontact.facts.question import NONE, RATHER_NOT_SAY
from nocontact.proof.answer_diagram import AnswerDiagram, answer_diagram
from nocontact.proof.budget import SECONDS, explaining
from nocontact.proof.minimal_sets import Mask, change_sets, smallest


@dataclass(frozen=True)
class Unless(ShownAsData):
    """Every smallest change of answers that would alter a part of the answer.

    A change is another answer, or an answer to a question that was not answered. It is no advice.

    Attributes:
        claim: what would be altered.
        changes: the changes, fewest questions first; what is past comes last.
        complete: whether these are all.
        situation: the answer that is explained.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = recommend(Scenario(staying_away="nothing_holds")).unless("wall")
        >>> yours = [each for each in found.changes if each.kind == "yours"]
        >>> yours[0].questions, [each.becomes for each in yours]
        (('staying_away',), ['friction', 'intention', 'none'])
        >>> found
        Unless(wall; answers hidden)
    """

    claim: Claim
    changes: tuple[Change, ...]
    complete: bool
    situation: Situation

    def __repr__(self) -> str:
        return f"Unless({self.claim.subject.name}; answers hidden)"

    def to_document(self) -> Document:
        """Return it as a document: what could be told, what could be otherwise, what is not theirs.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> recommend(person).unless("wall").to_document().title[:31]
            'What would make this different?'
        """
        return unless_to_document(self.situation, self.claim, self.changes, self.complete)

    def to_dict(self) -> dict[str, Any]:
        """Return the changes as plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> recommend(person).unless("wall").to_dict()["complete"]
            True
        """
        return {
            "schema": "nocontact.unless/1",
            "claim": claim_to_data(self.claim),
            "complete": self.complete,
            "changes": [_change(each) for each in self.changes],
        }


def unless(situation: Situation, name: str, *, seconds: float = SECONDS) -> Unless:
    """Return every smallest change that would alter a part; see `Recommendation.unless`.

    Args:
        situation: the answer.
        name: what would be altered.
        seconds: how long it may take.

    Raises:
        ExplanationError: when there is no such thing in the answer (NC801 to NC803).
        ProofError: when it does not fit into the budget (NC702, NC703).
        ExplanationDisagreement: when the reference engine does not confirm a result (NC805).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = unless(recommend(Scenario(self_harm_thoughts="yes")).situation, "help")
        >>> [change.becomes for change in found.changes if change.questions == ("now_unsafe",)]
        []
    """
    claim = claim_about(situation, name)
    with explaining(f"looking for what would change `{claim.subject.name}`", seconds):
        search = _Search(situation, claim, answer_diagram(situation.rulebase, claim.subject))
        changes = tuple(sorted(search.changes(), key=search.place))
    return Unless(claim, changes, search.complete, situation)


class _Search:
    """Looks for smallest sets of facts, then for the values that they may take."""

    def __init__(self, situation: Situation, claim: Claim, diagram: AnswerDiagram) -> None:
        self.claim, self.diagram, self.row = claim, diagram, situation.facts
        self.vocabulary = situation.rulebase.vocabulary
        self.possible = PossibleChanges(self.vocabulary, self.row)
        self.look = SecondLook(situation, claim.subject)
        self.look.confirm(self.row, {claim.level} & {diagram.level(self.row)})
        self.ways = WaysToChange(diagram, self.possible, claim.level)
        self.complete = True
        self.order = {name: at for at, name in enumerate(self.vocabulary)}

    def changes(self) -> Iterator[Change]:
        others = frozenset(self.diagram.levels) - {self.claim.level}
        costs, clashes = self.possible.costs(self.diagram), self.possible.clashes(self.diagram)
        found = change_sets(self.diagram, costs, others, clashes, self.possible.staying)
        self.complete = found.complete
        for mask in smallest(map(self.possible.paid, found.masks)):
            yield from self._of_mask(mask)

    def place(self, change: Change) -> tuple[bool, int, int, list[int], str]:
        places = [self.order.get(edit.fact, len(self.order)) for edit in change.edits]
        past = change.kind == "past"
        return past, len(change.questions), len(change.edits), places, change.becomes

    def _of_mask(self, mask: Mask) -> Iterator[Change]:
        """Yield the changes of one set of facts, looked at again, values that do alike as one."""
        bits = self.possible.bits(mask)
        answered = [bit.question for bit in bits if bit.fact is None]
        own = [bit for bit in bits if bit.fact is not None]
        for way in self.ways.of(answered, own):
            self._look_again(answered, way)
            edits = [*self._edits(own, way), *self._bare(answered, own)]
            yield Change(tuple(sorted(edits, key=self._question)), way.becomes)

    def _look_again(self, answered: list[str], way: Way) -> None:
        """Ask the reference engine, so that each value of each fact is in some row."""
        for at in range(max(map(len, way.values.values()), default=1)):
            values = {name: each[at % len(each)] for name, each in way.values.items()}
            self.look.confirm(self.possible.row_after(answered, values), {way.becomes})

    def _edits(self, own: list[Bit], way: Way) -> Iterator[Edit]:
        for bit, (name, after) in zip(own, way.values.items(), strict=True):
            yield Edit(
                bit.question, name, self.row[name], after, self.possible.whose(bit, after[0])
            )

    def _question(self, edit: Edit) -> int:
        return self.order[self.vocabulary.facts_of(edit.question)[0].name]

    def _bare(self, answered: list[str], own: list[Bit]) -> Iterator[Edit]:
        """Yield an edit for a list that is answered with nothing, or with nothing more."""
        for question in answered:
            withheld = self.possible.state(question) == "withheld"
            if withheld or not any(bit.question == question for bit in own):
                before = RATHER_NOT_SAY if withheld else UNKNOWN
                yield Edit(question, question, before, (NONE,), "open")


def _change(change: Change) -> dict[str, Any]:
    return {
        "becomes": change.becomes,
        "kind": change.kind,
        "edits": [_edit(each) for each in change.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "question": edit.question,
        "fact": edit.fact,
        "before": edit.before,
        "after": list(edit.after),
        "whose": edit.whose,
    }
