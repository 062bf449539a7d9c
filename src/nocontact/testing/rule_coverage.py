"""Which rules and conditions the golden cases see true, and which they see false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nocontact.inference import Outcome, ReferenceEngine
from nocontact.inference.condition_truth import truth
from nocontact.proof import AllScenarios, all_scenarios, alone_when_full
from nocontact.proof.condition_mutants import first_span
from nocontact.proof.diagrams import Formula
from nocontact.proof.rule_mutants import own_rules
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import ALWAYS, CheckedRule, CheckedRulebase, Condition, parts_of
from nocontact.testing.case import Case
from nocontact.testing.coverage_report import CoverageReport
from nocontact.testing.covered import Covered, FileCoverage, Seen


@alone_when_full
def coverage_report(
    rulebase: str | Path | CheckedRulebase, cases: Sequence[Case]
) -> CoverageReport:
    """Say of each rule, and of each condition inside it, whether the cases see both its truths.

    A condition is seen false only where its answers are known: an unknown answer makes it neither.
    What no scenario can show, as decision diagrams prove, is left out of the count.

    Args:
        rulebase: a loaded rulebook, or a folder of one.
        cases: golden cases.

    Raises:
        ProofError: when the library for diagrams is missing (NC701), or the rules do not fit
            into the budget (NC702).

    Examples:
        >>> from nocontact import Rulebook
        >>> round(coverage_report(Rulebook.load(), ()).share, 2)
        0.0
    """
    rulebase = loaded(rulebase)
    seen = _SeenTruths.of(rulebase, cases)
    scenarios = all_scenarios(rulebase)
    files: dict[str, list[CheckedRule]] = {}
    for rule in own_rules(rulebase):
        files.setdefault(_file(rule), []).append(rule)
    found = tuple(_covered_file(name, rules, seen, scenarios) for name, rules in files.items())
    meta = rulebase.metadata
    return CoverageReport(meta.name, meta.version, rulebase.digest, len(cases), found)


def conditions_in(rule: CheckedRule) -> tuple[Condition, ...]:
    """Return every condition inside a rule: what is compared, and what joins the comparisons."""
    return () if rule.condition == ALWAYS else tuple(_nodes(rule.condition))


@dataclass
class _SeenTruths:
    """Rule ids that fired and did not, and conditions by their place in the rule, with truths."""

    rules: set[tuple[str, bool]] = field(default_factory=set)
    conditions: set[tuple[str, int, bool | None]] = field(default_factory=set)

    @classmethod
    def of(cls, rulebase: CheckedRulebase, cases: Sequence[Case]) -> _SeenTruths:
        made, infer = cls(), ReferenceEngine().infer
        alone = rulebase.without_voice("safety")
        parts = {rule.id: conditions_in(rule) for rule in rulebase.rules}
        for case in cases:
            used = alone if case.article_only else rulebase
            facts = answers_for(rulebase, case.scenario).flat()
            made._add(used, facts, infer(used, facts), parts)
        return made

    def _add(
        self,
        rulebase: CheckedRulebase,
        facts: Mapping[str, str],
        outcome: Outcome,
        parts: Mapping[str, Sequence[Condition]],
    ) -> None:
        values, fired = {**facts, **outcome.findings}, frozenset(outcome.fired)
        for rule in rulebase.rules:
            self.rules.add((rule.id, rule.id in fired))
            for at, part in enumerate(parts[rule.id]):
                self.conditions.add((rule.id, at, truth(part, values, rulebase.levels)))


def _covered_file(
    name: str, rules: Sequence[CheckedRule], seen: _SeenTruths, scenarios: AllScenarios
) -> FileCoverage:
    return FileCoverage(
        name,
        tuple(_rule(rule, seen, scenarios) for rule in rules),
        tuple(each for rule in rules for each in _conditions(rule, seen, scenarios)),
    )


def _rule(rule: CheckedRule, seen: _SeenTruths, scenarios: AllScenarios) -> Covered:
    fires = scenarios.rules.fires[rule.id]
    return Covered(
        rule.id,
        "",
        _seen((rule.id, True) in seen.rules, fires, scenarios),
        _seen((rule.id, False) in seen.rules, ~fires, scenarios),
        rule.written.span,
    )


def _conditions(rule: CheckedRule, seen: _SeenTruths, scenarios: AllScenarios) -> Iterator[Covered]:
    for at, part in enumerate(conditions_in(rule)):
        true, false = scenarios.rules.true(part), scenarios.rules.false(part)
        yield Covered(
            rule.id,
            str(part),
            _seen((rule.id, at, True) in seen.conditions, true, scenarios),
            _seen((rule.id, at, False) in seen.conditions, false, scenarios),
            first_span(part) or rule.written.span,
        )


def _seen(shown: bool, where: Formula, scenarios: AllScenarios) -> Seen:
    if shown:
        return "seen"
    return "impossible" if (where & scenarios.space.well_formed).is_false else "missing"


def _nodes(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in parts_of(condition):
        yield from _nodes(part)


def _file(rule: CheckedRule) -> str:
    return rule.written.span.file if rule.written.span else f"{rule.decision}.yaml"
