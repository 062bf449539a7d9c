"""Any engine against the reference engine: the same findings, the same rules fired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nocontact.facts import Answers
from nocontact.inference import Engine, Outcome, ReferenceEngine
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase

MOST_SHOWN = 5


def run_engine_conformance(
    engine: Engine,
    rulebase: str | Path | CheckedRulebase,
    scenarios: Iterable[Answers | Mapping[str, str]],
) -> int:
    """Compare an engine with the reference engine on every scenario given.

    Args:
        engine: the engine to try: anything with a `name` and `infer(rulebase, facts)`.
        rulebase: the rulebook to try it with, or a folder of one.
        scenarios: scenarios, or rows of flat facts.

    Returns:
        How many scenarios were compared.

    Raises:
        AssertionError: at the first scenario on which they differ; the message says in which
            findings and rules, and with which facts.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> run_engine_conformance(ReferenceEngine(), Rulebook.load(), [Scenario()])
        1
    """
    reference, rulebase = ReferenceEngine(), loaded(rulebase)
    compared = 0
    for given in scenarios:
        facts = answers_for(rulebase, given).flat() if isinstance(given, Answers) else given
        wanted = reference.infer(rulebase, facts)
        found = engine.infer(rulebase, facts)
        problems = list(_differences(wanted, found))
        if problems:
            known = {name: answer for name, answer in facts.items() if answer != "unknown"}
            raise AssertionError(
                f"the engine `{engine.name}` differs from the reference engine:\n  "
                + "\n  ".join(problems[:MOST_SHOWN])
                + f"\n  on {known}"
            )
        compared += 1
    return compared


def _differences(wanted: Outcome, found: Outcome) -> Iterator[str]:
    for name in sorted({*wanted.findings, *found.findings}):
        level, other = wanted.findings.get(name), found.findings.get(name)
        if level != other:
            yield f"`{name}` is {level}, not {other}"
    for rule in sorted({*wanted.fired} - {*found.fired}):
        yield f"`{rule}` does not fire"
    for rule in sorted({*found.fired} - {*wanted.fired}):
        yield f"`{rule}` fires"
