"""Two rulebooks as they are written → the edits that lead from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from nocontact.facts import Tactic
from nocontact.parsing.condition_to_yaml import condition_to_yaml
from nocontact.proof.edit import Edit, Kind
from nocontact.rulebook import (
    Barriers,
    Finding,
    Limit,
    Need,
    ParsedRulebook,
    PlanningPolicy,
    Raise,
    Rule,
)

ORDER = "order of needs"
POLICY = ("permitted", "preference", "barriers", "limit")
T = TypeVar("T")


def edits_between(old: ParsedRulebook, new: ParsedRulebook) -> tuple[Edit, ...]:
    """Return the edits that lead from one rulebook to another, each thing by its id.

    Args:
        old: the rulebook before.
        new: the rulebook after.

    Examples:
        >>> from nocontact import Rulebook
        >>> edits_between(Rulebook.parse(), Rulebook.parse())
        ()
    """
    return (
        *_rules({rule.id: rule for rule in old.rules}, {rule.id: rule for rule in new.rules}),
        *_by_id("finding", families(old), families(new), _scale, _scale),
        *_by_id("tactic", _tactics(old), _tactics(new), _attributes, _tactic_text),
        *_by_id("need", _needs(old), _needs(new), _need_meaning, _need_text),
        *_planning(old.policy, new.policy),
        *_shown(old, new),
    )


def families(rulebook: ParsedRulebook) -> dict[str, tuple[Finding, ...]]:
    """Return the findings by name, the members of a set under the name of the set.

    Examples:
        >>> from nocontact import Rulebook
        >>> len(families(Rulebook.parse())["standing"])
        6
    """
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in rulebook.findings:
        name = finding.set_name or finding.name
        found[name] = (*found.get(name, ()), finding)
    return found


def planning_parts(policy: PlanningPolicy) -> dict[str, object]:
    """Return the parts of the planning other than its needs, without their words.

    Examples:
        >>> sorted(planning_parts(PlanningPolicy((), (), None, (), None)))
        ['barriers', 'limit', 'permitted', 'preference']
    """
    barriers, limit = policy.barriers, policy.limit
    return {
        "permitted": frozenset(policy.permitted),
        "preference": policy.preference,
        "barriers": _barriers_meaning(barriers) if barriers else None,
        "limit": _limit_meaning(limit) if limit else None,
    }


def _rules(old: Mapping[str, Rule], new: Mapping[str, Rule]) -> Iterator[Edit]:
    renamed = dict(_renamed(old, new))
    for name, target in renamed.items():
        yield Edit("rule", name, "renamed", name, target)
    gone = {name: rule for name, rule in old.items() if name not in renamed}
    come = {name: rule for name, rule in new.items() if name not in renamed.values()}
    yield from _by_id("rule", gone, come, _rule_meaning, rule_text)
    for name in gone.keys() & come.keys():
        one, two = gone[name], come[name]
        if one.decision != two.decision and _rule_meaning(one) == _rule_meaning(two):
            yield Edit("rule", name, "moved", one.decision, two.decision)


def _renamed(old: Mapping[str, Rule], new: Mapping[str, Rule]) -> Iterator[tuple[str, str]]:
    come = [rule for name, rule in new.items() if name not in old]
    for name, rule in old.items():
        if name not in new:
            same = (each for each in come if _rule_meaning(each) == _rule_meaning(rule))
            twin = next(same, None)
            if twin is not None:
                come.remove(twin)
                yield name, twin.id


def _by_id(
    kind: Kind,
    old: Mapping[str, T],
    new: Mapping[str, T],
    meaning: Callable[[T], object],
    text: Callable[[T], str],
) -> Iterator[Edit]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield Edit(kind, name, "removed", before=text(old[name]))
        elif name not in old:
            yield Edit(kind, name, "added", after=text(new[name]))
        elif meaning(old[name]) != meaning(new[name]):
            yield Edit(kind, name, "changed", text(old[name]), text(new[name]))
        elif _wording(old[name]) != _wording(new[name]):
            yield Edit(kind, name, "reworded")


def _planning(old: PlanningPolicy, new: PlanningPolicy) -> Iterator[Edit]:
    parts, others = planning_parts(old), planning_parts(new)
    for name in POLICY:
        if parts[name] != others[name]:
            yield Edit("planning", name, "changed")
        elif getattr(old, name) != getattr(new, name):
            yield Edit("planning", name, "reworded")
    before, after = [need.id for need in old.needs], [need.id for need in new.needs]
    one = [name for name in before if name in after]
    two = [name for name in after if name in before]
    if one != two:
        yield Edit("planning", ORDER, "changed", ", ".join(one), ", ".join(two))


def _shown(old: ParsedRulebook, new: ParsedRulebook) -> Iterator[Edit]:
    before, after = old.metadata.shows, new.metadata.shows
    if {*before} != {*after}:
        yield Edit("shown", "", "changed", ", ".join(before), ", ".join(after))


def rule_text(rule: Rule) -> str:
    """Return what a rule asks and concludes, in the words of the rule language.

    Examples:
        >>> from nocontact import Rulebook
        >>> rule = next(r for r in Rulebook.parse().rules if r.id == "wall.sealed")
        >>> rule_text(rule)
        'when {any: [{difficulty: extreme}, {enmeshment: extreme}]} then wall: sealed'
    """
    then = ", ".join(
        f"{each.finding}: {each.level}"
        if isinstance(each, Raise)
        else f"status {each.status} for tactics with {each.selector}"
        for each in rule.conclusions
    )
    return f"when {condition_to_yaml(rule.condition)} then {then}"


def _rule_meaning(rule: Rule) -> object:
    return rule.condition, frozenset(rule.conclusions)


def _wording(value: object) -> object:
    """Return a thing without its place, so that only its words are left to differ."""
    if isinstance(value, tuple):
        return None
    return replace(value, decision="") if isinstance(value, Rule) else value


def _scale(findings: tuple[Finding, ...]) -> str:
    if findings[0].set_name:
        return f"a set of {', '.join(each.name.partition('.')[2] for each in findings)}"
    return " < ".join(findings[0].levels)


def _tactics(rulebook: ParsedRulebook) -> dict[str, Tactic]:
    return {tactic.id: tactic for tactic in rulebook.tactics}


def _attributes(tactic: Tactic) -> object:
    values = (tactic.id, *tactic.attributes.values())
    return [value if isinstance(value, str) else frozenset(value) for value in values]


def _tactic_text(tactic: Tactic) -> str:
    values = tactic.attributes.items()
    said = {name: v if isinstance(v, str) else " and ".join(v) for name, v in values}
    return ", ".join(f"{name} {value}" for name, value in said.items() if value)


def _needs(rulebook: ParsedRulebook) -> dict[str, Need]:
    return {need.id: need for need in rulebook.policy.needs}


def _need_meaning(need: Need) -> Need:
    return replace(need, because="", sources=())


def _need_text(need: Need) -> str:
    alone = ", alone" if need.alone else ""
    return f"when {condition_to_yaml(need.condition)} tactics with {need.selector}{alone}"


def _barriers_meaning(barriers: Barriers) -> Barriers:
    return replace(barriers, because={}, sources=())


def _limit_meaning(limit: Limit) -> Limit:
    return replace(limit, because="", sources=(), exempt=tuple(sorted({*limit.exempt})))
