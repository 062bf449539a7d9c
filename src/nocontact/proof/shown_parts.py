"""The parts of an answer that a person can see, as formulas; two rulebooks that agree on all of
them give the same recommendation in every scenario, whatever rules fired for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.facts import Tactic
from nocontact.proof.diagrams import Formula
from nocontact.proof.rule_formulas import RuleFormulas
from nocontact.rulebook import STATUS, Barriers, CheckedRulebase, Condition

LET_GO = "let go"
"""The part that says whether barriers in place may be let go."""


def shown_findings(rulebase: CheckedRulebase) -> frozenset[str]:
    """Return the findings that are shown as they are, statuses and the wall's height included.

    A rulebook that does not say which findings it shows is taken to show all of them.

    Examples:
        >>> from nocontact import Rulebook
        >>> {"wall", "status.block_email", "notes.calm_first"} <= shown_findings(Rulebook.load())
        True
    """
    shows, barriers = rulebase.metadata.shows, rulebase.policy.barriers
    named = {*shows, rulebase.metadata.too_weak, *([barriers.height] if barriers else [])}
    return frozenset(
        name
        for name, finding in rulebase.findings.items()
        if not shows or name in named or finding.set_name in {*shows, STATUS}
    )


def plan_conditions(rules: RuleFormulas) -> Iterator[tuple[str, Condition, Formula]]:
    """Yield what makes the plan: name, condition, and where it counts at all.

    Each need, the limit, and what may be let go. Steps follow from these, from the statuses and
    from the height of the wall.
    """
    policy, diagrams = rules.rulebase.policy, rules.space.diagrams
    alone = diagrams.some(rules.true(need.condition) for need in policy.needs if need.alone)
    for need in policy.needs:
        yield f"need {need.id}", need.condition, diagrams.true if need.alone else ~alone
    if policy.limit is not None:
        yield "limit", policy.limit.condition, diagrams.true
    if policy.barriers is not None:
        yield LET_GO, policy.barriers.release, _below_the_tallest(rules, policy.barriers)


def tallest(rulebase: CheckedRulebase) -> Tactic:
    """Return the tactic that stands highest, which is the first that may be let go.

    Examples:
        >>> from nocontact import Rulebook
        >>> tallest(Rulebook.load()).wall_in
        'sealed'
    """
    return max(rulebase.tactics.values(), key=rulebase.highest)


def _below_the_tallest(rules: RuleFormulas, barriers: Barriers) -> Formula:
    """Return where some tactic stands higher than is needed; friction is the least to let go."""
    top = rules.rulebase.highest(tallest(rules.rulebase))
    return ~rules.levels[barriers.height][top] if top > 1 else rules.space.diagrams.false


def differing_parts(
    before: RuleFormulas, after: RuleFormulas, findings: frozenset[str]
) -> dict[str, Formula]:
    """Return, for each part of the answer, the scenarios in which two rulebooks differ on it.

    Args:
        before: one rulebook.
        after: the other, over the same space.
        findings: the findings whose levels are not the same in both.

    Returns:
        Part → where it differs; empty when no scenario has another recommendation.
    """
    space = before.space
    found: dict[str, Formula] = {}
    for name in sorted(findings & shown_findings(before.rulebase)):
        pairs = zip(before.levels[name], after.levels[name], strict=True)
        found[name] = space.diagrams.some(one ^ two for one, two in pairs)
    then = {name: counts for name, _, counts in plan_conditions(after)}
    for name, condition, counts in plan_conditions(before):
        found[name] = (before.true(condition) & counts) ^ (after.true(condition) & then[name])
    seen = {name: where & space.well_formed for name, where in found.items()}
    return {name: where for name, where in seen.items() if not where.is_false}
