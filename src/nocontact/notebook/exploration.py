"""One moment of exploring: the answers, the recommendation, and what the last move changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nocontact.facts import Answers
from nocontact.recommendation import Recommendation, recommend

if TYPE_CHECKING:
    from nocontact.recommendation.changes import Changes
    from nocontact.rulebook import CheckedRulebase


@dataclass(frozen=True, slots=True)
class Exploration:
    """The answers at one moment, and what follows from them; each move makes a new one.

    Attributes:
        recommendation: what follows from the answers.
        earlier: what followed before the last move; None at the start.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> start = Exploration.of(Scenario(), Rulebook.load())
        >>> start.moved("staying_away", "nothing_holds").recommendation.wall
        'lock'
        >>> start
        Exploration(answers hidden)
    """

    recommendation: Recommendation
    earlier: Recommendation | None = field(default=None)

    def __repr__(self) -> str:
        return "Exploration(answers hidden)"

    @classmethod
    def of(cls, scenario: Answers, rulebase: CheckedRulebase, language: str = "en") -> Exploration:
        """Return the start.

        Args:
            scenario: the first answers.
            rulebase: the rules.
            language: language of the texts.

        Raises:
            ScenarioError: when the scenario names a tactic that the catalogue does not hold.

        Examples:
            >>> from nocontact import Scenario
            >>> from nocontact import Rulebook
            >>> Exploration.of(Scenario(), Rulebook.load()).earlier is None
            True
        """
        return cls(recommend(scenario, rulebook=rulebase, language=language))

    @property
    def scenario(self) -> Answers:
        """The answers.

        Examples:
            >>> from nocontact import Scenario
            >>> from nocontact import Rulebook
            >>> Exploration.of(Scenario(hope="some"), Rulebook.load()).scenario.hope
            'some'
        """
        return self.recommendation.scenario

    def moved(self, question: str, answer: Any) -> Exploration:
        """Return the moment after one answer was changed.

        Args:
            question: its name.
            answer: the new answer; None takes it back.

        Raises:
            ScenarioError: when the answer cannot be used.

        Examples:
            >>> from nocontact import Scenario
            >>> from nocontact import Rulebook
            >>> start = Exploration.of(Scenario(hope="some"), Rulebook.load())
            >>> start.moved("hope", None).scenario.answers()
            {}
        """
        now = self.recommendation
        given = {**self.scenario.answers(), question: answer}
        scenario = type(self.scenario).model_validate(given)
        return Exploration(now.again(scenario), now)

    def told(self, answers: Mapping[str, Any]) -> Exploration:
        """Return a start with other answers, by the same rules and in the same language.

        Args:
            answers: question → answer.

        Raises:
            ScenarioError: when an answer cannot be used.

        Examples:
            >>> from nocontact import Scenario
            >>> from nocontact import Rulebook
            >>> start = Exploration.of(Scenario(), Rulebook.load())
            >>> start.told({"hope": "some"}).scenario.hope
            'some'
        """
        scenario = type(self.scenario).model_validate(answers)
        return Exploration(self.recommendation.again(scenario))

    @property
    def changes(self) -> Changes | None:
        """What the last move changed; None at the start.

        Examples:
            >>> from nocontact import Scenario
            >>> from nocontact import Rulebook
            >>> start = Exploration.of(Scenario(), Rulebook.load())
            >>> start.changes is None, start.moved("hope", None).changes.is_empty
            (True, True)
        """
        if self.earlier is None:
            return None
        return self.recommendation.changes_since(self.earlier)
