"""A rulebook with one of its edits taken back: what it would be without that edit alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from nocontact.checking.conclusion_names import conclusion_names
from nocontact.checking.condition_names import condition_names
from nocontact.checking.context import Context
from nocontact.checking.cycles import cycles
from nocontact.checking.policy_names import policy_names
from nocontact.checking.resolving import resolved
from nocontact.facts import Tactic
from nocontact.proof.edit import Edit
from nocontact.proof.rulebook_edits import ORDER, families
from nocontact.rulebook import CheckedRulebase, Decision, Need, ParsedRulebook, PlanningPolicy, Rule

T = TypeVar("T", bound=Tactic | Need)
CHECKS = (conclusion_names, condition_names, cycles, policy_names)
"""What has to hold before names are resolved; the words of rules are of no account here."""


def undone(old: ParsedRulebook, new: CheckedRulebase, edit: Edit) -> CheckedRulebase | None:
    """Return the new rulebook with one edit taken back.

    Args:
        old: the rulebook before the edits.
        new: the rulebook after them.
        edit: one of `edits_between` the two.

    Returns:
        The rulebook, or None when the edit cannot be taken back alone: other edits need it.
    """
    parsed = _UNDO[edit.kind](old, new.parsed, edit.name)
    parsed = replace(parsed, digest=f"{new.digest} without {edit} since {old.digest}")
    context = Context(parsed, new.vocabulary)
    problems = (problem for check in CHECKS for problem in check(context))
    if any(problem.severity == "error" for problem in problems):
        return None
    return resolved(context)


def _rule(old: ParsedRulebook, new: ParsedRulebook, name: str) -> ParsedRulebook:
    before = tuple(rule for rule in old.rules if rule.id == name)
    return _with_rules(old, new, [rule for rule in new.rules if rule.id != name], before)


def _decision(old: ParsedRulebook, new: ParsedRulebook, name: str) -> ParsedRulebook:
    before = tuple(rule for rule in old.rules if rule.decision == name)
    ids = {rule.id for rule in before}
    kept = [rule for rule in new.rules if rule.decision != name and rule.id not in ids]
    return _with_rules(old, new, kept, before)


def _with_rules(
    old: ParsedRulebook, new: ParsedRulebook, kept: Sequence[Rule], before: Sequence[Rule]
) -> ParsedRulebook:
    """Return the new rulebook with these of its rules, and those of the old one."""
    by_decision: dict[str, list[Rule]] = {}
    for rule in (*kept, *before):
        by_decision.setdefault(rule.decision, []).append(rule)
    decisions = tuple(
        replace(decision, rules=tuple(by_decision.get(decision.name, ())))
        for decision in _decisions(old, new, by_decision)
    )
    return replace(new, decisions=decisions)


def _decisions(
    old: ParsedRulebook, new: ParsedRulebook, needed: Iterable[str]
) -> Iterator[Decision]:
    """Yield the new decisions, then those of the old rulebook that are needed, without findings."""
    names = {decision.name for decision in new.decisions}
    yield from new.decisions
    for decision in old.decisions:
        if decision.name not in names and decision.name in needed:
            yield replace(decision, findings=(), rules=())


def _finding(old: ParsedRulebook, new: ParsedRulebook, name: str) -> ParsedRulebook:
    before = families(old).get(name, ())
    needed = {finding.decision for finding in before}
    decisions = tuple(
        replace(
            decision,
            findings=(
                *(each for each in decision.findings if (each.set_name or each.name) != name),
                *(each for each in before if each.decision == decision.name),
            ),
        )
        for decision in _decisions(old, new, needed)
    )
    return replace(new, decisions=decisions)


def _tactic(old: ParsedRulebook, new: ParsedRulebook, name: str) -> ParsedRulebook:
    return replace(new, tactics=_restored(old.tactics, new.tactics, name))


def _need(old: ParsedRulebook, new: ParsedRulebook, name: str) -> ParsedRulebook:
    needs = _restored(old.policy.needs, new.policy.needs, name)
    return replace(new, policy=replace(new.policy, needs=needs))


def _restored(old: tuple[T, ...], new: tuple[T, ...], name: str) -> tuple[T, ...]:
    """Return the new entries with one of the old ones in its old place."""
    ids, others = [each.id for each in old], [each.id for each in new]
    kept: tuple[T, ...] = tuple(each for each in new if each.id != name)
    if name not in ids:
        return kept
    before = set(ids[: ids.index(name)])
    place = max((at for at, each in enumerate(kept) if each.id in before), default=-1) + 1
    place = others.index(name) if name in others else place
    return (*kept[:place], old[ids.index(name)], *kept[place:])


def _planning(old: ParsedRulebook, new: ParsedRulebook, name: str) -> ParsedRulebook:
    if name == ORDER:
        return replace(new, policy=_reordered(old.policy, new.policy))
    before: Mapping[str, object] = {name: getattr(old.policy, name)}
    return replace(new, policy=replace(new.policy, **before))  # type: ignore[arg-type]


def _reordered(old: PlanningPolicy, new: PlanningPolicy) -> PlanningPolicy:
    """Return the new needs, those that were there before in their order of before."""
    by_id = {need.id: need for need in new.needs}
    shared = iter([by_id[need.id] for need in old.needs if need.id in by_id])
    known = {need.id for need in old.needs}
    needs = tuple(next(shared) if need.id in known else need for need in new.needs)
    return replace(new, needs=needs)


def _shown(old: ParsedRulebook, new: ParsedRulebook, _: str) -> ParsedRulebook:
    return replace(new, metadata=replace(new.metadata, shows=old.metadata.shows))


_UNDO: Mapping[str, Callable[[ParsedRulebook, ParsedRulebook, str], ParsedRulebook]] = {
    "rule": _rule,
    "decision": _decision,
    "finding": _finding,
    "tactic": _tactic,
    "need": _need,
    "planning": _planning,
    "shown": _shown,
}
