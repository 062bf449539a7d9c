"""Every check in one list; only what passes becomes a checked rulebase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from nocontact.checking.catalogue import catalogue
from nocontact.checking.citations import citations
from nocontact.checking.conclusion_names import conclusion_names
from nocontact.checking.condition_names import condition_names
from nocontact.checking.context import Context
from nocontact.checking.cycles import cycles
from nocontact.checking.duplicates import duplicates
from nocontact.checking.policy_names import policy_names
from nocontact.checking.promise_names import promise_names
from nocontact.checking.questions import questions
from nocontact.checking.reserved_names import reserved_names
from nocontact.checking.resolving import resolved
from nocontact.checking.structure import structure
from nocontact.checking.translations import messages_asked_for, translations
from nocontact.checking.unused import unused
from nocontact.checking.words import words
from nocontact.diagnostics import Diagnostic, Report
from nocontact.facts import Vocabulary
from nocontact.rulebook import CheckedRulebase, ParsedRulebook

Check = Callable[[Context], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    questions,
    condition_names,
    conclusion_names,
    reserved_names,
    duplicates,
    cycles,
    structure,
    unused,
    citations,
    catalogue,
    policy_names,
    promise_names,
    words,
    messages_asked_for,
    translations,
)
"""Every check, in the order in which they run."""

MOST_PROBLEMS = 500
"""The most problems that are told at once."""


def check_rulebook(
    parsed: ParsedRulebook, vocabulary: Vocabulary
) -> tuple[Report, CheckedRulebase | None]:
    """Run every check over a parsed rulebook.

    Args:
        parsed: the rulebook as written.
        vocabulary: the questions that its rules speak of.

    Returns:
        The report, and the checked rulebase when the report holds no error.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: How high?, rules: [], source: [99]}"
        >>> report, rulebase = check_rulebook(rulebook_from_texts({"wall.yaml": text})[0],
        ...                                   Scenario.vocabulary())
        >>> report.errors[0].code, rulebase
        ('NC206', None)
    """
    context = Context(parsed, vocabulary)
    problems = (problem for check in CHECKS for problem in check(context))
    told = list(islice(problems, MOST_PROBLEMS))
    if told and told[0].code == "NC226":  # every rule that asks it would be told too
        return Report.of(told[:1]), None
    if next(problems, None) is not None:
        told.append(Diagnostic("NC003", f"the rulebook has more than {MOST_PROBLEMS} problems",
                               help="mend those shown first"))  # fmt: skip
    report = Report.of(told)
    return report, None if report.errors else resolved(context)
