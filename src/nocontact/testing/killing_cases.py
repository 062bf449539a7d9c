"""The golden case that notices a mutant: looked for, and confirmed by really running it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from nocontact.inference import ReferenceEngine, Row, conditions_compiled, program_of
from nocontact.proof.diagrams import Formula
from nocontact.proof.mutant import Mutant
from nocontact.proof.space import Space
from nocontact.recommendation.answers_for import answers_for
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.case import Case, Expectation
from nocontact.testing.case_problems import case_problems

OF_THE_TRACE = frozenset({"fired", "stages"})
"""What a case says of the way to the answer. It kills nothing: the answer has to change."""


OF_THE_RULES = frozenset({"ask", "because", "cites"})
"""What a case says of the answer that may change although every finding stays."""

MOST_TRIED = 10
"""So many cases are tried before diagrams are asked which others can notice."""


@dataclass(frozen=True, slots=True)
class KillingCases:
    """The golden cases of a rulebook, each with its row of answers.

    Attributes:
        rulebase: the rulebook, unchanged.
        placed: each case of the whole rulebook with the variables that are true in its row.
        alone: cases in which the article speaks alone.
        facts: case → its answers.
        findings: case → what follows from them before the change.
        rows: case → both, as the compiled conditions read them.
    """

    rulebase: CheckedRulebase
    placed: tuple[tuple[Case, frozenset[int]], ...]
    alone: tuple[Case, ...]
    facts: Mapping[Case, Mapping[str, str]]
    findings: Mapping[Case, Mapping[str, str]]
    rows: Mapping[Case, Row]

    @classmethod
    def of(cls, rulebase: CheckedRulebase, space: Space, cases: Sequence[Case]) -> KillingCases:
        """Place the cases in the space of all scenarios.

        Args:
            rulebase: the rulebook, unchanged.
            space: its scenarios.
            cases: golden cases that hold for it.
        """
        asked = [_about_the_answer(case, rulebase) for case in cases]
        whole = [case for case in asked if case.expect and not case.article_only]
        facts = [case.scenario.flat() for case in whole]
        infer, filled = ReferenceEngine().infer, program_of(rulebase).filled
        found = [infer(rulebase, each).findings for each in facts]
        told = map(filled, facts, found)
        return cls(
            rulebase,
            tuple((case, space.row(row)) for case, row in zip(whole, facts, strict=True)),
            tuple(case for case in asked if case.expect and case.article_only),
            dict(zip(whole, facts, strict=True)),
            dict(zip(whole, found, strict=True)),
            dict(zip(whole, told, strict=True)),
        )

    def quick_killer(self, changed: CheckedRulebase, mutant: Mutant) -> Case | None:
        """Return a case that notices a mutant, of those in which the rule now fires otherwise.

        What a rule reads is settled before it, so its condition alone says where it fires. None
        says nothing: another case may notice.

        Args:
            changed: the rulebook after the change.
            mutant: the change.
        """
        before = next(rule for rule in self.rulebase.rules if rule.id == mutant.rule)
        after = mutant.changed
        moved = after is not None and before.raises != after.raises
        written = [rule.condition for rule in (before, after) if rule is not None]
        fired, *fires = conditions_compiled(self.rulebase, written)
        near = sorted(self.rows, key=lambda case: _far(case, mutant.decision))
        otherwise = (
            case for case in near
            if (did := fired(self.rows[case])) is not any(test(self.rows[case]) for test in fires)
            or (did and moved)
        )  # fmt: skip
        tried = islice(otherwise, MOST_TRIED)
        return next((case for case in tried if self._notices(case, changed)), None)

    def killer(self, changed: CheckedRulebase, decision: str, where: Formula) -> Case | None:
        """Return a case that holds for the rulebook and not for the changed one.

        Only cases in which the two differ are run; those of the changed decision come first.

        Args:
            changed: the rulebook after the change.
            decision: where the change was made.
            where: the scenarios with another answer.
        """
        near = sorted(self.placed, key=lambda each: _far(each[0], decision))
        candidates = (case for case, row in near if where.holds(row))
        for case in candidates:
            if self._notices(case, changed):
                return case
        return next((c for c in self._other_alone(changed) if case_problems(c, changed)), None)

    def _notices(self, case: Case, changed: CheckedRulebase) -> bool:
        """Return whether a case no longer holds; it is answered only where it can differ."""
        if OF_THE_RULES.isdisjoint(each.about for each in case.expect):
            found, before = self._findings(changed, case), self.findings[case]
            if not any(_concerns(each, found, before) for each in case.expect):
                return False
        return bool(case_problems(case, changed))

    def _findings(self, changed: CheckedRulebase, case: Case) -> Mapping[str, str]:
        return ReferenceEngine().infer(changed, self.facts[case]).findings

    def _other_alone(self, changed: CheckedRulebase) -> Iterator[Case]:
        """Yield the cases for which the article alone says something else."""
        before, after = self.rulebase.without_voice("safety"), changed.without_voice("safety")
        if not self.alone or before.rules == after.rules:
            return
        infer = ReferenceEngine().infer
        for case in self.alone:
            facts = case.scenario.flat()
            if infer(before, facts).findings != infer(after, facts).findings:
                yield case


def _about_the_answer(case: Case, rulebase: CheckedRulebase) -> Case:
    expect = tuple(each for each in case.expect if each.about not in OF_THE_TRACE)
    return replace(case, expect=expect, scenario=answers_for(rulebase, case.scenario))


def _concerns(expected: Expectation, after: Mapping[str, str], before: Mapping[str, str]) -> bool:
    """Return whether findings that are not as before can be what a case expects something of."""
    about, name = expected.about, expected.name
    if about in ("wall", "stance", "help", "findings"):
        return after[name or about] != before[name or about]
    if about == "status":
        return after[f"status.{name}"] != before[f"status.{name}"]
    sets = {"notes": "notes.", "standing": "standing.", "also": "standing."}
    within = sets.get(about, "")
    return any(after[each] != level for each, level in before.items() if each.startswith(within))


def _far(case: Case, decision: str) -> tuple[bool, bool]:
    """Return what puts the cases of a decision first, and those about open questions last."""
    file = case.span.file.rpartition("/")[2].removesuffix(".yaml") if case.span else ""
    return any(each.about == "ask" for each in case.expect), file != decision
