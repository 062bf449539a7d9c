"""Rules whose conclusions are always reached anyway, by one other rule or by several together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

from nocontact.diagnostics import Diagnostic
from nocontact.proof.exact_context import ExactContext
from nocontact.rulebook import CheckedRule

Raisers: TypeAlias = Mapping[str, Sequence[tuple[int, str]]]
"""Finding → rank and id of each rule that raises it."""

Ways: TypeAlias = Collection[frozenset[str]]
"""For each conclusion of a rule: the other rules that reach it, when they fire."""


def shadowed_rules(context: ExactContext) -> Iterator[Diagnostic]:
    """Find rules without an effect of their own (NC612 the same, NC613 one, NC614 several)."""
    raisers, same = _raisers(context), _same(context)
    for rule in context.rules:
        first, *_ = alike = same[_meaning(context, rule)]
        if rule is not first:
            yield from _twice(context, first, rule)
            continue
        by = _shadowing(context, rule, _ways(context, raisers, rule, alike))
        if by:
            yield _shadowed(context, rule, by)


def _meaning(context: ExactContext, rule: CheckedRule) -> Hashable:
    return context.fires[rule.id], frozenset(rule.raises)


def _same(context: ExactContext) -> Mapping[Hashable, list[CheckedRule]]:
    """Return the rules by what they mean, in order of decision."""
    found: dict[Hashable, list[CheckedRule]] = defaultdict(list)
    for rule in context.rules:
        found[_meaning(context, rule)].append(rule)
    return found


def _raisers(context: ExactContext) -> Raisers:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for rule in context.rules:
        for finding, level in rule.raises:
            found[finding].append((context.rulebase.findings[finding].rank(level), rule.id))
    return found


def _ways(
    context: ExactContext, raisers: Raisers, rule: CheckedRule, alike: Sequence[CheckedRule]
) -> Ways:
    """Return the ways to each conclusion above the lowest level, where every finding starts."""
    left_out = {each.id for each in alike}
    ranks = [(name, context.rulebase.findings[name].rank(level)) for name, level in rule.raises]
    return {
        frozenset(other for reached, other in raisers[name] if reached >= rank) - left_out
        for name, rank in ranks
        if rank > 0
    }


def _shadowing(context: ExactContext, rule: CheckedRule, ways: Ways) -> tuple[str, ...]:
    """Return rules that reach all that a rule concludes, none of them superfluous."""
    able = [other.id for other in context.rules if any(other.id in way for way in ways)]
    if not _covered(context, rule, ways, able):
        return ()
    for other in able:
        if _covered(context, rule, ways, [other]):
            return (other,)
    for other in reversed(tuple(able)):
        fewer = [each for each in able if each != other]
        if _covered(context, rule, ways, fewer):
            able = fewer
    return tuple(able)


def _covered(context: ExactContext, rule: CheckedRule, ways: Ways, others: Collection[str]) -> bool:
    fires, some = context.fires[rule.id], context.scenarios.space.diagrams.some
    return all(
        (fires & ~some(context.fires[each] for each in others if each in way)).is_false
        for way in ways
    )


def _twice(context: ExactContext, first: CheckedRule, rule: CheckedRule) -> Iterator[Diagnostic]:
    if first.condition == rule.condition:
        return  # the same words: NC205 has said so
    witness = context.smallest(context.fires[rule.id])
    yield context.found(
        "NC612", f"the rule `{rule.id}` means the same as `{first.id}`: one of them fires without "
        f"the other in {context.nowhere}", rule.written.span,
        f"keep one of them, and cite both sources there; both fire for {witness}",
        witness)  # fmt: skip


def _shadowed(context: ExactContext, rule: CheckedRule, by: tuple[str, ...]) -> Diagnostic:
    names = " and ".join(f"`{other}`" for other in by)
    code, together = ("NC613", "") if len(by) == 1 else ("NC614", " together")
    witness = context.smallest(context.fires[rule.id])
    return context.found(
        code, f"the rule `{rule.id}` is shadowed by {names}{together}: without it, a finding or "
        f"status changes in {context.nowhere}", rule.written.span,
        f"remove it, or let it conclude more than they do; it fires for {witness}",
        witness)  # fmt: skip
