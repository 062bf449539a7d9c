"""Rules whose conclusions are always reached anyway, by one other rule or by several together."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.diagnostics import Diagnostic
from nocontact.proof.diagrams import Formula
from nocontact.proof.exact_context import ExactContext
from nocontact.rulebook import CheckedRule


def shadowed_rules(context: ExactContext) -> Iterator[Diagnostic]:
    """Find rules without an effect of their own (NC612 the same, NC613 one other, NC614 several).

    Examples:
        >>> shadowed_rules.__name__
        'shadowed_rules'
    """
    for at, rule in enumerate(context.rules):
        same = [other for other in context.rules if _same(context, rule, other)]
        earlier = [other for other in same if other in context.rules[:at]]
        if earlier:
            yield from _twice(context, earlier[0], rule)
            continue
        others = [other for other in context.rules if other != rule and other not in same]
        by = _shadowing(context, rule, others)
        if by is not None:
            yield _shadowed(context, rule, by)


def _same(context: ExactContext, one: CheckedRule, two: CheckedRule) -> bool:
    return (
        one != two
        and set(one.raises) == set(two.raises)
        and context.fires[one.id] == context.fires[two.id]
    )


def _twice(context: ExactContext, first: CheckedRule, rule: CheckedRule) -> Iterator[Diagnostic]:
    if first.condition == rule.condition:
        return  # the same words: NC205 has said so
    yield context.found(
        "NC612", f"the rule `{rule.id}` means the same as `{first.id}`: one of the two fires "
        f"without the other in {context.nowhere}", rule.written.span,
        f"keep one of them, and cite both sources there; both fire for "
        f"{(witness := context.smallest(context.fires[rule.id]))}", witness)  # fmt: skip


def _shadowed(
    context: ExactContext, rule: CheckedRule, by: tuple[CheckedRule, ...]
) -> Diagnostic:
    names = " and ".join(f"`{other.id}`" for other in by) or "nothing"
    code, together = ("NC613", "") if len(by) == 1 else ("NC614", " together")
    witness = context.smallest(context.fires[rule.id])
    return context.found(
        code, f"the rule `{rule.id}` is shadowed by {names}{together}: without it, something "
        f"changes in {context.nowhere}", rule.written.span,
        f"remove it, or let it conclude more than they do; it fires for {witness}",
        witness)  # fmt: skip


def _shadowing(
    context: ExactContext, rule: CheckedRule, others: list[CheckedRule]
) -> tuple[CheckedRule, ...] | None:
    """Return rules that reach all that a rule concludes, none of them superfluous; or None."""
    able = [other for other in others if _helps(context, rule, other)]
    if not _covered(context, rule, able):
        return None
    alone = next((other for other in able if _covered(context, rule, [other])), None)
    if alone is not None:
        return (alone,)
    for other in reversed(list(able)):
        fewer = [each for each in able if each != other]
        if _covered(context, rule, fewer):
            able = fewer
    return tuple(able)


def _helps(context: ExactContext, rule: CheckedRule, other: CheckedRule) -> bool:
    if not any(_reaches(context, other, *conclusion) for conclusion in rule.raises):
        return False
    return not (context.fires[rule.id] & context.fires[other.id]).is_false


def _covered(context: ExactContext, rule: CheckedRule, others: list[CheckedRule]) -> bool:
    fires = context.fires[rule.id]
    reached: dict[tuple[str, ...], Formula] = {}
    for conclusion in rule.raises:
        able = [other.id for other in others if _reaches(context, other, *conclusion)]
        some = context.scenarios.space.diagrams.some(context.fires[name] for name in able)
        if not (fires & ~some).is_false:
            return False
    return True


def _reaches(context: ExactContext, rule: CheckedRule, finding: str, level: str) -> bool:
    rank = context.rulebase.findings[finding].rank
    return any(name == finding and rank(raised) >= rank(level) for name, raised in rule.raises)
