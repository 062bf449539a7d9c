"""`nocontact.explore`: move an answer, see the recommendation move."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from nocontact.diagnostics import Diagnostic, ExplanationError
from nocontact.facts import Answers
from nocontact.notebook.conversation import Conversation
from nocontact.notebook.exploration import Exploration
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase

if TYPE_CHECKING:
    from nocontact.notebook.widget import Explorer


def explore(
    scenario: Answers | Mapping[str, Any] | None = None,
    rulebook: str | Path | CheckedRulebase | None = None,
    language: str = "en",
) -> Explorer:
    """Return an interactive view for a notebook; show it as the last line of a cell.

    Every question is a control, grouped as in the interview. Beside them stand the live
    recommendation, what the last move changed, and why or why not on click.

    Privacy: the answers live in the memory of the kernel and on the screen. They are not part
    of the widget's state, so saving the notebook, even with its widget state, stores none of
    them. `explorer.scenario` gives the answers of this moment as a scenario.

    Args:
        scenario: where to start, as for `recommend`; None for no answer at all.
        rulebook: a loaded rulebook, or a folder of one; None for the shipped one.
        language: language of the texts, where the rulebook has them.

    Returns:
        The widget: `.scenario` and `.recommendation` are those of this moment.

    Raises:
        ExplanationError: when the library for widgets is not installed (NC806).
        ScenarioError: when the scenario names a tactic that the catalogue does not hold.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact.notebook.explore import explore
        >>> explore(Scenario(hope="some")).scenario.answers()  # doctest: +SKIP
        {'hope': 'some'}
    """
    try:
        from nocontact.notebook.widget import Explorer
    except ImportError:
        raise ExplanationError([Diagnostic(
            "NC806", "the interactive view needs the library anywidget, which is not installed",
            help='install `nocontact[notebook]`, or show a recommendation as it is: '
            "`nocontact.recommend(scenario)`",
        )]) from None  # fmt: skip
    rulebase = loaded(rulebook, type(scenario) if isinstance(scenario, Answers) else None)
    start = answers_for(rulebase, {} if scenario is None else scenario)
    return Explorer(Conversation(Exploration.of(start, rulebase, language), token_hex(8)))
