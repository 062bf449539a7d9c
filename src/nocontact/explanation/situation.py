"""One answered scenario: everything that an explanation may look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nocontact.explanation.wording import Wording
from nocontact.inference.condition_truth import truth
from nocontact.inference.trace import Trace
from nocontact.planning import Plan
from nocontact.rulebook import ENGLISH, CheckedRulebase


@dataclass(frozen=True, slots=True)
class Situation:
    """What a person told us, and what followed from it.

    Attributes:
        rulebase: the rules that were used.
        facts: the flat facts, unknown ones too.
        findings: the level of every finding, statuses included.
        trace: the rules that fired.
        plan: the steps.
        considered: ids of the tactics that the person is thinking of.
        language: language of the texts.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> situation.facts["staying_away"], situation.findings["wall"]
        ('nothing_holds', 'lock')
        >>> situation
        Situation(answers hidden)
    """

    rulebase: CheckedRulebase
    facts: Mapping[str, str]
    findings: Mapping[str, str]
    trace: Trace
    plan: Plan
    considered: tuple[str, ...] = ()
    language: str = field(default=ENGLISH)

    def __repr__(self) -> str:
        return "Situation(answers hidden)"

    @property
    def words(self) -> Wording:
        """The words of the rulebook, in the language of this answer.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).situation.words.language
            'en'
        """
        return Wording(self.rulebase, self.language)

    @property
    def steps(self) -> tuple[str, ...]:
        """The tactics of the plan, now and later.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(self_harm_thoughts="yes")).situation.steps
            ('crisis_support', 'trusted_person')
        """
        return tuple(step.tactic for step in (*self.plan.steps, *self.plan.later))

    @property
    def help_first(self) -> bool:
        """Whether one need stands alone now: help comes first, and nothing else is shown or asked.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(now_unsafe="yes")).situation.help_first
            True
        """
        values = {**self.facts, **self.findings}
        return any(
            need.alone and truth(need.condition, values, self.rulebase.levels) is True
            for need in self.rulebase.policy.needs
        )

    def value(self, name: str) -> str:
        """Return the answer to a fact, or the level of a finding.

        Args:
            name: a flat fact or finding.

        Raises:
            KeyError: when there is neither.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(staying_away="nothing_holds")).situation.value("wall")
            'lock'
        """
        return self.facts[name] if name in self.facts else self.findings[name]
