"""How many scenarios: exact numbers for every rule, finding level, status and step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nocontact.facts import UNKNOWN
from nocontact.proof.all_scenarios import AllScenarios, all_scenarios, alone_when_full
from nocontact.proof.budget import doing
from nocontact.proof.count import Count, Kind
from nocontact.proof.formula import Formula
from nocontact.proof.region import Region, usual_regions
from nocontact.proof.scenario_counts import ScenarioCounts
from nocontact.proof.space import Space
from nocontact.rulebook import STATUS, CheckedRulebase, atoms_of


@alone_when_full
def counted(
    rulebase: CheckedRulebase,
    facts: Mapping[str, str] | None = None,
    regions: Iterable[Region] | None = None,
) -> ScenarioCounts:
    """Count the scenarios in which each rule fires, each level holds, each tactic is a step.

    Args:
        rulebase: a checked rulebook.
        facts: the flat facts of a partial scenario; only scenarios that answer the same where it
            answers are counted. None for all.
        regions: where to count; those that speak of something else are left out. None for those
            of the rulebook.

    Raises:
        ProofError: when the library for diagrams is missing (NC701), or the rules do not fit
            into the budget (NC702).

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> counts = counted(Rulebook.load(), Scenario(self_harm_thoughts="yes").flat())
        >>> counts.share("step", "crisis_support")
        Fraction(1, 1)
    """
    scenarios = all_scenarios(rulebase)
    doing("counting")
    known = {*rulebase.vocabulary, *rulebase.findings}
    chosen = [
        each
        for each in (usual_regions(rulebase) if regions is None else regions)
        if {atom.subject for atom in atoms_of(each.condition)} <= known
    ]
    kept = completions(scenarios.space, facts or {})
    places = [kept & scenarios.where(region.condition) for region in chosen]
    meta = rulebase.metadata
    return ScenarioCounts(
        name=meta.name,
        version=meta.version,
        digest=rulebase.digest,
        regions=tuple((r.name, place.count) for r, place in zip(chosen, places, strict=True)),
        counts=tuple(
            Count(kind, name, level, tuple((where & place).count for place in places))
            for kind, name, level, where in _counted_things(scenarios)
        ),
        restricted=any(answer != UNKNOWN for answer in (facts or {}).values()),
    )


def completions(space: Space, facts: Mapping[str, str]) -> Formula:
    """Return the scenarios that answer the same where a partial scenario answers.

    Args:
        space: all scenarios.
        facts: flat facts; what is unknown, or not in the space, may be anything.

    Examples:
        >>> from nocontact.facts import Scenario, Vocabulary
        >>> space = Space.of(Vocabulary.of(Scenario))
        >>> completions(space, {}).count == space.size
        True
    """
    known = ((n, a) for n, a in facts.items() if a != UNKNOWN and n in space.vocabulary)
    return space.diagrams.every([space.well_formed, *(space.is_answer(n, a) for n, a in known)])


def _counted_things(scenarios: AllScenarios) -> Iterator[tuple[Kind, str, str, Formula]]:
    rulebase, rules = scenarios.rulebase, scenarios.rules
    for rule in rulebase.rules:
        yield "rule", rule.id, "", rules.fires[rule.id]
    for name, finding in rulebase.findings.items():
        if finding.set_name != STATUS:
            for level in finding.levels:
                yield "finding", name, level, rules.is_level(name, level)
    for tactic in rulebase.tactics:
        status = f"{STATUS}.{tactic}"
        for level in rulebase.findings[status].levels:
            yield "status", tactic, level, rules.is_level(status, level)
    for tactic, step in scenarios.plan.steps.items():
        yield "step", tactic, "", step
