"""Every mutant of a rulebook: killed by a golden case, proved equivalent, or shown as survivor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.proof import AllScenarios, all_scenarios, alone_when_full, flat_to_answers
from nocontact.proof.changed_rules import ChangedRules
from nocontact.proof.diagrams import Formula
from nocontact.proof.mutant import Mutant, mutated
from nocontact.proof.rule_mutants import rule_mutants
from nocontact.proof.shown_parts import LET_GO, differing_parts, tallest
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.case import Case
from nocontact.testing.case_problems import case_problems
from nocontact.testing.killing_cases import KillingCases
from nocontact.testing.mutation_report import MutantResult, MutationReport
from nocontact.testing.ready_case import ready_case


@alone_when_full
def mutation_report(
    rulebase: str | Path | CheckedRulebase,
    cases: Sequence[Case],
    *,
    decision: str | None = None,
) -> MutationReport:
    """Change each rule in each small way, and say whether a golden case notices.

    A mutant is *killed* when a case expects something of the answer that the changed rulebook
    does not give; what a case says of the rules that fired does not count. It is *equivalent*
    when decision diagrams prove that no scenario has another recommendation: the same findings
    that are shown, statuses, needs and steps, whatever rules fired. Else it *survived*, and the
    smallest scenario that tells it apart is written as a case.

    Args:
        rulebase: a loaded rulebook, or a folder of one.
        cases: golden cases that hold for it.
        decision: only the rules of this decision; None for all.

    Raises:
        ProofError: when the library for diagrams is missing (NC701), the rules do not fit into
            the budget (NC702), or a case does not hold for the rulebook as it is (NC707).

    Examples:
        >>> from nocontact import Rulebook
        >>> report = mutation_report(Rulebook.load(), (), decision="device")
        >>> [result.fate for result in report.results]
        ['survived', 'survived', 'survived']
    """
    start, rulebase = perf_counter(), loaded(rulebase)
    must_hold(rulebase, cases)
    scenarios = all_scenarios(rulebase)
    search = KillingCases.of(rulebase, scenarios.space, cases)
    changed = ChangedRules(scenarios.rules)
    results = tuple(
        _result(mutant, changed, search, scenarios) for mutant in rule_mutants(rulebase, decision)
    )
    meta, size = rulebase.metadata, scenarios.space.size
    return MutationReport(meta.name, meta.version, rulebase.digest, size, len(cases), results,
                          perf_counter() - start)  # fmt: skip


def wrong_cases(rulebase: CheckedRulebase, cases: Sequence[Case]) -> list[Diagnostic]:
    """Return what does not hold of cases, each with its place (NC707).

    Examples:
        >>> from nocontact import Rulebook
        >>> wrong_cases(Rulebook.load(), ())
        []
    """
    return [
        Diagnostic("NC707", f"this case does not hold: {said}", case.span,
                   help="mend the case or the rule first")
        for case in cases
        for said in case_problems(case, rulebase)
    ]  # fmt: skip


def must_hold(rulebase: CheckedRulebase, cases: Sequence[Case]) -> None:
    """Refuse cases that the rulebook does not keep: they would kill whatever they meet.

    Raises:
        ProofError: when a case does not hold (NC707).

    Examples:
        >>> from nocontact import Rulebook
        >>> must_hold(Rulebook.load(), ())
    """
    wrong = wrong_cases(rulebase, cases)
    if wrong:
        raise ProofError(wrong)


def _result(
    mutant: Mutant,
    changed: ChangedRules,
    search: KillingCases,
    scenarios: AllScenarios,
) -> MutantResult:
    other = mutated(scenarios.rulebase, mutant)
    if (killer := search.quick_killer(other, mutant)) is not None:
        return MutantResult(mutant, "killed", _place(killer))
    after, findings = changed.recompiled(mutant.rule, mutant.changed)
    parts = differing_parts(scenarios.rules, after, findings)
    if not parts:
        return MutantResult(mutant, "equivalent")
    where = scenarios.space.diagrams.some(parts.values())
    killer = search.killer(other, mutant.decision, where)
    if killer is not None:
        return MutantResult(mutant, "killed", _place(killer))
    facts = scenarios.space.smallest(where)
    assert facts is not None, "a mutant that differs somewhere differs in a smallest scenario"
    told = scenarios.rulebase.answers_class.model_validate(_answers(scenarios, facts, parts))
    case = ready_case(f"Tells apart: {mutant}", told, scenarios.rulebase, other)
    return MutantResult(mutant, "survived", "", where.count, case)


def _answers(
    scenarios: AllScenarios, facts: Mapping[str, str], parts: Mapping[str, Formula]
) -> dict[str, object]:
    """Return the answers; where only what may be let go differs, with a high barrier in place."""
    answers: dict[str, object] = dict(flat_to_answers(scenarios.rulebase, facts))
    row = scenarios.space.row(facts)
    if [name for name, where in parts.items() if where.holds(row)] == [LET_GO]:
        for question in scenarios.space.vocabulary.of_shape("steps")[:1]:
            answers[question.name] = [tallest(scenarios.rulebase).id]
    return answers


def _place(case: Case) -> str:
    return f"{case.span.file}:{case.span.line}" if case.span else case.name
