"""A trace → the recommendation it came from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from nocontact.diagnostics import Diagnostic, TraceError
from nocontact.facts import Answers
from nocontact.inference.trace import Trace
from nocontact.recommendation.answering import ENGINES, EngineName
from nocontact.recommendation.recommend import recommend
from nocontact.recommendation.recommendation import Recommendation
from nocontact.recommendation.resources import ResourceDirectory
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase

_ALONE: Mapping[tuple[str, ...], EngineName] = {
    (each,): each for each in ENGINES if each != "checked"
}


def replay(
    trace: Trace | str,
    *,
    rulebook: str | Path | CheckedRulebase | None = None,
    scenario: type[Answers] | None = None,
    resources: ResourceDirectory | None = None,
) -> Recommendation:
    """Return the recommendation again, and make sure that it is the same one.

    Args:
        trace: a trace, or the JSON that it wrote.
        rulebook: the rulebook that was used, or its folder; None for the shipped one.
        scenario: the scenario class that was used; None for the one of the rulebook.
        resources: the helplines and services that were given; they are not in a trace.

    Returns:
        The recommendation, equal to the first one: by the same engines, in the same language.
        Where durable-rules is not installed and was used beside the reference engine, only the
        names of the engines differ.

    Raises:
        TraceError: when the text is no trace (NC504), the trace is from another rulebook
            (NC505), or the answer is not the same (NC506).
        ScenarioError: when the answers inside are not answers.
        EngineError: when the one engine that answered is not installed here (NC502).
        ExplanationError: when the rulebook does not have the language (NC807).

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import recommend
        >>> rec = recommend(Scenario(hope="some"))
        >>> replay(rec.trace.to_json()) == rec
        True
    """
    read = trace if isinstance(trace, Trace) else Trace.from_json(trace)
    rulebase = loaded(rulebook, scenario)
    if read.rulebook.get("digest") != rulebase.digest:
        named = f"{read.rulebook.get('name', '')} {read.rulebook.get('version', '')}".strip()
        raise TraceError([Diagnostic(
            "NC505", f"this trace is from another rulebook ({named})",
            help="load the rulebook of that version and pass it as `rulebook`",
        )])  # fmt: skip
    model = rulebase.answers_class if scenario is None else scenario
    again = recommend(
        model.model_validate(read.answers),
        rulebook=rulebase,
        engine=_ALONE.get(read.engines, "checked"),
        resources=resources,
        language=read.language,
    )
    if (again.trace.findings, again.trace.firings) != (dict(read.findings), read.firings):
        raise TraceError([Diagnostic("NC506", "the replay does not give the answer of the trace",
                          help="the trace was changed after it was written")])  # fmt: skip
    return again
