"""An interview as plain data for JSON, and back: whoever changed it, nothing else gets in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nocontact.diagnostics import Diagnostic, ScenarioError
from nocontact.explanation import Wording
from nocontact.facts import Answers
from nocontact.facts.given_value import shown
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.given_answers import Given, not_kept, read_given
from nocontact.rulebook import CheckedRulebase

SCHEMA = "nocontact.interview/1"
KEPT: Mapping[str, type] = {
    "schema": str, "rulebook": Mapping, "language": str, "adaptive": bool, "start": Mapping,
    "given": list,
}  # fmt: skip
"""What is kept, and what kind of thing it is."""


def interview_to_data(
    rulebase: CheckedRulebase, language: str, adaptive: bool, start: Answers, given: Given
) -> dict[str, Any]:
    """Return what an interview keeps, with the content hash of the rules.

    Args:
        rulebase: the rules, with their questions.
        language: language of the texts.
        adaptive: whether it asks by need.
        start: what was known before.
        given: what was chosen at each prompt.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> data = interview_to_data(Rulebook.load(), "en", True, Scenario(hope="some"), ())
        >>> data["start"], data["given"], data["rulebook"]["name"]
        ({'hope': 'some'}, [], 'nocontact')
    """
    named = rulebase.metadata
    return {
        "schema": SCHEMA,
        "rulebook": {"name": named.name, "version": named.version, "digest": rulebase.digest},
        "language": language,
        "adaptive": adaptive,
        "start": start.answers(),
        "given": [[list(key), list(chosen)] for key, chosen in given],
    }


def kept_in(data: Any, rulebase: CheckedRulebase) -> dict[str, Any]:
    """Return what was kept: language, adaptive, start, given; anything else is refused.

    Args:
        data: what `interview_to_data` gave, or what somebody made of it.
        rulebase: the rules of now.

    Raises:
        ScenarioError: when it is no such data (NC408), is of other rules (NC409), or holds what
            cannot be an answer.
        ExplanationError: when the rulebook does not have the language (NC807).

    Examples:
        >>> from nocontact import Rulebook
        >>> kept_in({}, Rulebook.load())
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: NC408: this is not as an interview keeps it
          help: use what `interview.to_dict()` gave
    """
    fits = (
        isinstance(data, Mapping)
        and len(data) == len(KEPT)
        and all(isinstance(data.get(name), kind) for name, kind in KEPT.items())
        and data["schema"] == SCHEMA
    )
    if not fits:
        raise ScenarioError([not_kept("this")])
    if data["rulebook"].get("digest") != rulebase.digest:
        raise ScenarioError([_other_rules(data["rulebook"])])
    return {
        "language": Wording(rulebase, data["language"]).language,
        "adaptive": data["adaptive"],
        "start": answers_for(rulebase, data["start"]) if data["start"] else None,
        "given": read_given(rulebase.vocabulary, data["given"]),
    }


def _other_rules(rulebook: Mapping[str, Any]) -> Diagnostic:
    named = " ".join(shown(rulebook.get(each, "")) for each in ("name", "version")).strip()
    return Diagnostic(
        "NC409", f"this interview is of another rulebook ({named})",
        help="load the rulebook of that version and pass it as `rulebook`, or begin anew",
    )  # fmt: skip
