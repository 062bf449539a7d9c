"""The parts of an answer that a person can see, as formulas; two rulebooks that agree on all of
them give the same recommendation in every scenario, whatever rules fired for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.proof.diagrams import Formula
from nocontact.proof.rule_formulas import RuleFormulas
from nocontact.rulebook import STATUS, CheckedRulebase, Condition, atoms_of

HOPES_IT_FAILS = "fears_permanence"
"""The finding that marks a step under consideration as too weak; recommendations read it."""

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
    named = {*shows, HOPES_IT_FAILS, *([barriers.height] if barriers else [])}
    return frozenset(
        name
        for name, finding in rulebase.findings.items()
        if not shows or name in named or finding.set_name in {*shows, STATUS}
    )


def shown_conditions(rulebase: CheckedRulebase) -> Iterator[tuple[str, Condition]]:
    """Yield the conditions that make the plan, by name: its needs, its limit, what may be let go.

    Steps follow from these, from the statuses and from the height of the wall.

    Examples:
        >>> from nocontact import Rulebook
        >>> dict(shown_conditions(Rulebook.load()))["need calm_things_down"]
        Comparison(subject='stance', operator='is', values=('defuse',))
    """
    policy = rulebase.policy
    for need in policy.needs:
        yield f"need {need.id}", need.condition
    if policy.limit is not None:
        yield "limit", policy.limit.condition
    if policy.barriers is not None:
        yield LET_GO, policy.barriers.release


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

    Examples:
        >>> differing_parts.__name__
        'differing_parts'
    """
    space = before.space
    found: dict[str, Formula] = {}
    for name in sorted(findings & shown_findings(before.rulebase)):
        pairs = zip(before.levels[name], after.levels[name], strict=True)
        found[name] = space.diagrams.some(one ^ two for one, two in pairs)
    for name, condition in shown_conditions(before.rulebase):
        if any(atom.subject in findings for atom in atoms_of(condition)):
            found[name] = before.true(condition) ^ after.true(condition)
    seen = {name: where & space.well_formed for name, where in found.items()}
    return {name: where for name, where in seen.items() if not where.is_false}
