"""The second look: what a diagram says is asked again of the reference engine."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import product

from nocontact.diagnostics import Diagnostic, ExplanationDisagreement
from nocontact.explanation.claim import level_of
from nocontact.explanation.situation import Situation
from nocontact.facts import UNKNOWN, Vocabulary, WellFormed
from nocontact.inference import ReferenceEngine
from nocontact.planning import planner_of
from nocontact.proof.budget import in_time
from nocontact.proof.subject import Subject

_PLANNED = ("step", "pace", "gap", "let_go")
_FILLS = (None, "no", UNKNOWN, "yes")


class SecondLook:
    """Asks the reference engine, and the planner, for one part of an answer on other rows.

    Args:
        situation: the answer that is explained.
        subject: the part.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> SecondLook(situation, Subject("finding", "wall")).level(Scenario().flat())
        'open'
    """

    def __init__(self, situation: Situation, subject: Subject) -> None:
        self.situation, self.subject = situation, subject
        self._known: dict[tuple[str, ...], str] = {}

    def level(self, row: Mapping[str, str]) -> str:
        """Return the level of the part for a row of flat facts.

        Args:
            row: a value for every fact of the vocabulary, in its order.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> situation = recommend(Scenario()).situation
            >>> look = SecondLook(situation, Subject("step", "crisis_support"))
            >>> look.level(Scenario(self_harm_thoughts="yes").flat())
            'yes'
        """
        key = tuple(row.values())
        if key not in self._known:
            self._known[key] = self._asked(row)
        return self._known[key]

    def confirm(self, row: Mapping[str, str], levels: Collection[str]) -> None:
        """See that a row has one of some levels.

        Raises:
            ExplanationDisagreement: when it does not (NC805).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> look = SecondLook(recommend(Scenario()).situation, Subject("finding", "wall"))
            >>> look.confirm(Scenario(staying_away="nothing_holds").flat(), ["lock"])
        """
        if self.level(row) not in levels:
            raise _disagreement(self.subject)

    def _asked(self, row: Mapping[str, str]) -> str:
        in_time()
        rulebase = self.situation.rulebase
        findings = ReferenceEngine().infer(rulebase, row).findings
        plan = self.situation.plan
        if self.subject.family in _PLANNED:
            plan = planner_of(rulebase).plan(row, findings)
        asked = replace(self.situation, facts=row, findings=findings, plan=plan)
        return level_of(asked, self.subject)


def whole_row(
    vocabulary: Vocabulary, row: Mapping[str, str], fixed: Mapping[str, str]
) -> dict[str, str]:
    """Return a row that some scenario has, with some values fixed, as near to a row as it goes.

    Args:
        vocabulary: the questions.
        row: where the other values come from.
        fixed: the values that must be so.

    Raises:
        ExplanationDisagreement: when no scenario has these values (NC805).

    Examples:
        >>> from nocontact import Scenario
        >>> row = Scenario(support=["none"]).flat()
        >>> whole_row(Scenario.vocabulary(), row, {"support.group": "yes"})["support.none"]
        'no'
    """
    found = {**row, **fixed}
    for rule in vocabulary.well_formed:
        if not rule.allows(found):
            found |= _mended(rule, row, fixed)
    return found


def _mended(rule: WellFormed, row: Mapping[str, str], fixed: Mapping[str, str]) -> dict[str, str]:
    """Return values of one set that go together: the free members alike, then what follows."""
    follow = [name for name in (rule.none, rule.rather_not_say) if name]
    choices = [[fixed[name]] if name in fixed else ["no", "yes", UNKNOWN] for name in follow]
    for fill in _FILLS:
        members = {name: fixed.get(name, fill or row[name]) for name in rule.members}
        for values in product(*choices):
            found = {**members, **dict(zip(follow, values, strict=True))}
            if rule.allows(found):
                return found
    raise _disagreement(Subject("finding", rule.question))


def _disagreement(subject: Subject) -> ExplanationDisagreement:
    return ExplanationDisagreement([Diagnostic(
        "NC805", f"the second look does not confirm what the diagram says about `{subject.name}`",
        help="do not use this explanation; report it with the version of the rulebook",
    )])  # fmt: skip
