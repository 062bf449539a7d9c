"""An outcome → its trace: derived from the rules that fired, never logged beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nocontact.inference.outcome import Outcome
from nocontact.inference.program import program_of
from nocontact.inference.trace import Firing, Trace
from nocontact.rulebook import ENGLISH, CheckedRule, CheckedRulebase


def trace_of(
    rulebase: CheckedRulebase,
    facts: Mapping[str, str],
    answers: Mapping[str, Any],
    outcome: Outcome,
    engines: tuple[str, ...],
    language: str = ENGLISH,
) -> Trace:
    """Return the trace of an outcome.

    Args:
        rulebase: the rules that were used.
        facts: the flat answers.
        answers: the answers as the person gave them, for replay.
        outcome: what the engines agreed on.
        engines: their names.
        language: the language of the texts.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.inference import ReferenceEngine
        >>> rules, person = Rulebook.load(), Scenario(staying_away="nothing_holds")
        >>> outcome = ReferenceEngine().infer(rules, person.flat())
        >>> trace = trace_of(rules, person.flat(), person.answers(), outcome, ("reference",))
        >>> [firing.rule for firing in trace.raising("wall")]
        ['wall.none', 'wall.intention', 'wall.friction', 'wall.lock']
    """
    program = program_of(rulebase)
    row = program.filled(facts, outcome.findings)
    names = program.names

    def firing(rule: CheckedRule) -> Firing:
        slots = dict.fromkeys(program.by_id[rule.id].support(row))
        on = tuple((names[slot], program.level(slot, row)) for slot in slots)
        return Firing(rule.id, rule.decision, rule.voice, on, rule.raises, rule.sources)

    meta = rulebase.metadata
    over = {"extends": meta.extends} if meta.extends else {}
    return Trace(
        rulebook={"name": meta.name, "version": meta.version, "digest": rulebase.digest} | over,
        engines=engines,
        answers=answers,
        findings=raised(rulebase, outcome.findings),
        firings=tuple(firing(rulebase.rules_by_id[name]) for name in outcome.fired),
        language=language,
    )


def raised(rulebase: CheckedRulebase, findings: Mapping[str, str]) -> dict[str, str]:
    """Return the findings that stand above their lowest level.

    Args:
        rulebase: where the levels of the findings come from.
        findings: level by name; all of them, or some.

    Examples:
        >>> from nocontact import Rulebook
        >>> raised(Rulebook.load(), {"wall": "lock", "help": "open"})
        {'wall': 'lock'}
    """
    lowest = rulebase.findings
    return {name: level for name, level in findings.items() if level != lowest[name].levels[0]}
