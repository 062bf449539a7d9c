"""The answers of one person as answers to the questions of a rulebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nocontact.facts import Answers, Vocabulary
from nocontact.rulebook import CheckedRulebase


def answers_for(rulebase: CheckedRulebase, given: Answers | Mapping[str, Any]) -> Answers:
    """Return the answers as they are where they fit the rulebook; else read for its questions.

    Args:
        rulebase: the rulebook.
        given: answers of any scenario class, or a mapping from question to answer.

    Raises:
        ScenarioError: when an answer is none that the rulebook asks for.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> some = Scenario(hope="some")
        >>> answers_for(Rulebook.load(), some) is some
        True
        >>> answers_for(Rulebook.load(), {"hope": "some"}) == some
        True
    """
    model = rulebase.answers_class
    if isinstance(given, model):
        return given
    if isinstance(given, Answers) and _covers(given.vocabulary(), rulebase.vocabulary):
        return given
    return model.model_validate(given)


def _covers(wide: Vocabulary, narrow: Vocabulary) -> bool:
    """Return whether each fact of one vocabulary is in the other, with the same answers."""
    return all(name in wide and wide[name].answers == narrow[name].answers for name in narrow)
