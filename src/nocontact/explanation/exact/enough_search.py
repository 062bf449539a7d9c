"""The search for answers that are enough: over all scenarios, and looked at again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias

from nocontact.explanation.claim import Claim
from nocontact.explanation.exact.answer_units import AnswerUnit, against, units_about, units_of
from nocontact.explanation.exact.second_look import SecondLook, whole_row
from nocontact.explanation.exact.telling_facts import telling_facts
from nocontact.explanation.situation import Situation
from nocontact.facts import UNKNOWN
from nocontact.facts.question import RATHER_NOT_SAY
from nocontact.proof.answer_diagram import AnswerDiagram
from nocontact.proof.budget import in_time
from nocontact.proof.diagram_path import path_to
from nocontact.proof.minimal_sets import change_sets, hitting_sets

Grade: TypeAlias = Literal["forced", "at_least", "provisional"]
"""How much the answers settle.

The answers given force just this level; they force at least this level; or it rests on open
questions too.
"""

MOST_SETS = 200
"""So many sets are returned at most."""

Units: TypeAlias = tuple[AnswerUnit, ...]


class EnoughSearch:
    """Looks for sets of answers that leave only accepted levels.

    Args:
        situation: the answer.
        claim: what is to be forced.
        diagram: the part of the answer, over all scenarios.

    Attributes:
        grade: how much the answers settle.

    Raises:
        ExplanationDisagreement: when the reference engine says otherwise (NC805).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> from nocontact.explanation.claim import claim_about
        >>> from nocontact.proof.answer_diagram import answer_diagram
        >>> situation = recommend(Scenario(self_harm_thoughts="yes")).situation
        >>> claim = claim_about(situation, "help")
        >>> diagram = answer_diagram(situation.rulebase, claim.subject)
        >>> EnoughSearch(situation, claim, diagram).grade
        'forced'
    """

    def __init__(self, situation: Situation, claim: Claim, diagram: AnswerDiagram) -> None:
        self.situation, self.diagram = situation, diagram
        self.row, self.vocabulary = situation.facts, situation.rulebase.vocabulary
        self.look = SecondLook(situation, claim.subject)
        self.look.confirm(self.row, {claim.level} & {diagram.level(self.row)})
        every = units_of(self.vocabulary, self.row)
        units = units_about(self.vocabulary, every, frozenset(diagram.facts))
        self.against = {
            (name, value): against(self.vocabulary, units, self.row, name, value)
            for name, values in zip(diagram.facts, diagram.values, strict=True)
            for value in values
        }
        self.grade, self.units, self.accepted = self._graded(claim, units)
        self.others = frozenset(diagram.levels) - self.accepted

    def one(self) -> Units:
        """Return one set: drop what can be dropped; what tells most is tried last."""
        kept = list(self.units)
        for unit in self._least_telling_first():
            fewer = [each for each in kept if each is not unit]
            if self._force(fewer, self.accepted):
                kept = fewer
        return tuple(kept)

    def every(self) -> tuple[tuple[Units, ...], bool]:
        """Return all smallest sets, or, when there are too many, some; and whether it is all."""
        changes = change_sets(self.diagram, self._costs(), self.others)
        if not changes.complete:
            return (self.one(),), False
        hits = hitting_sets(changes.masks)
        sets = tuple(
            tuple(unit for at, unit in enumerate(self.units) if mask >> at & 1)
            for mask in hits.masks[:MOST_SETS]
        )
        return sets, hits.complete and len(hits.masks) <= MOST_SETS

    def look_again(self, kept: Units) -> None:
        """Ask the reference engine: each answer counts, and no other answers matter.

        Args:
            kept: a set of answers.

        Raises:
            ExplanationDisagreement: when it says otherwise (NC805).
        """
        fixed = self._held(kept)
        for unit in kept:
            fewer = [each for each in kept if each is not unit]
            path = path_to(self.diagram, self._open(fewer), self.others)
            other = whole_row(self.vocabulary, self.row, self._held(fewer) | (path or {}))
            self.look.confirm(other, self.others)
        for base in self._far_from_here():
            self.look.confirm(whole_row(self.vocabulary, base, fixed), self.accepted)

    def _far_from_here(self) -> Iterator[dict[str, str]]:
        """Yield rows unlike that of the person: silent, withheld, with the least and the most."""
        facts = self.vocabulary.items()
        yield dict.fromkeys(self.vocabulary, UNKNOWN)
        yield {name: "yes" if fact.member == RATHER_NOT_SAY else UNKNOWN for name, fact in facts}
        yield {name: fact.answers[0] for name, fact in facts}
        yield {name: fact.answers[-1] for name, fact in facts}

    def _least_telling_first(self) -> list[AnswerUnit]:
        """Open questions first, then what no rule read on the way, and later questions first."""
        telling = telling_facts(self.situation, self.diagram.subject)
        ranks = {
            unit: (not unit.is_open, not telling.isdisjoint(unit.facts), -at)
            for at, unit in enumerate(self.units)
        }
        return sorted(self.units, key=ranks.__getitem__)

    def _graded(self, claim: Claim, units: Units) -> tuple[Grade, Units, frozenset[str]]:
        given = tuple(unit for unit in units if not unit.is_open)
        just = frozenset({claim.level})
        if self._force(given, just):
            return "forced", given, just
        if claim.subject.family in ("finding", "status"):
            levels = self.diagram.levels
            higher = frozenset(levels[levels.index(claim.level) :])
            if len(higher) < len(levels) and self._force(given, higher):
                return "at_least", given, higher
        return "provisional", units, just

    def _force(self, kept: Collection[AnswerUnit], levels: frozenset[str]) -> bool:
        in_time()
        return self.diagram.levels_over(self._open(kept)) <= levels

    def _held(self, kept: Collection[AnswerUnit]) -> dict[str, str]:
        return {name: self.row[name] for unit in kept for name in unit.facts}

    def _open(self, kept: Collection[AnswerUnit]) -> list[list[bool]]:
        return [
            [self.against[name, value].isdisjoint(kept) for value in values]
            for name, values in zip(self.diagram.facts, self.diagram.values, strict=True)
        ]

    def _costs(self) -> list[list[int]]:
        bits = {unit: 1 << at for at, unit in enumerate(self.units)}
        return [
            [sum(bits.get(unit, 0) for unit in self.against[name, value]) for value in values]
            for name, values in zip(self.diagram.facts, self.diagram.values, strict=True)
        ]
