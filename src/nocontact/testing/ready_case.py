"""Two rulebooks that answer one scenario differently → a golden case that tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from nocontact.facts import Answers
from nocontact.parsing.data_to_yaml import data_to_yaml
from nocontact.proof.shown_parts import shown_findings
from nocontact.recommendation import Recommendation, recommend
from nocontact.rulebook import CheckedRulebase

Data: TypeAlias = dict[str, Any]

WHOLE = ("wall", "stance", "help")
"""Findings with a key of their own in `expect`."""

MOST_STATUSES = 4
"""How many of the statuses that differ are written down; more would not tell more."""


def ready_case(name: str, scenario: Answers, right: CheckedRulebase, other: CheckedRulebase) -> str:
    """Return a file with one golden case: what one rulebook says where another differs.

    Whether it is right is for a person to say, who looks it up in the article.

    Args:
        name: what the case is called.
        scenario: the answers.
        right: the rulebook whose answer is written down.
        other: the rulebook that answers differently.

    Examples:
        >>> from nocontact import Scenario
        >>> from nocontact import Rulebook
        >>> shipped = Rulebook.load()
        >>> without = shipped.without_voice("safety")
        >>> minor = Scenario(age_group="under_18", now_unsafe="no", danger_signs=["none"])
        >>> print(ready_case("Under 18", minor, shipped, without).splitlines()[-1])
              steps: {include: [tell_two_grown_ups, professional_help]}
    """
    before = recommend(scenario, rulebook=right, engine="reference")
    after = recommend(scenario, rulebook=other, engine="reference")
    expect = _differing(before, after) or _hidden(before, after)
    case = {"name": name, "given": scenario.answers(), "expect": expect}
    return data_to_yaml({"cases": [case]})


def _differing(before: Recommendation, after: Recommendation) -> Data:
    """Return what is expected of the parts that a person can see, where the two differ."""
    shown = shown_findings(before.rulebase)
    changed = [n for n in _changed(before.findings, after.findings) if n in shown]
    found: Data = {name: before.findings[name] for name in changed if name in WHOLE}
    told = {n: before.findings[n] for n in changed if n not in WHOLE and not n.startswith("notes.")}
    statuses = {name: verdict.status for name, verdict in before.verdicts.items()}
    others = {name: verdict.status for name, verdict in after.verdicts.items()}
    status = {name: statuses[name] for name in _changed(statuses, others)[:MOST_STATUSES]}
    found |= {"findings": told} if told else {}
    found |= {"status": status} if status else {}
    for key, members in _MEMBERS.items():
        listed = _members(members(before), members(after))
        found |= {key: listed} if listed else {}
    return found


_MEMBERS: Mapping[str, Callable[[Recommendation], Iterable[str]]] = {
    "notes": lambda answer: (note.id for note in answer.notes),
    "steps": lambda answer: (step.tactic for step in answer.steps),
    "later": lambda answer: (step.tactic for step in answer.later),
    "gaps": lambda answer: (gap.need for gap in answer.gaps),
    "let_go": lambda answer: answer.let_go,
}


def _hidden(before: Recommendation, after: Recommendation) -> Data:
    changed = _changed(before.findings, after.findings)
    return {"findings": {name: before.findings[name] for name in changed}}


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [name for name, level in before.items() if after[name] != level]


def _members(before: Iterable[str], after: Iterable[str]) -> dict[str, list[str]]:
    one, two = [*before], [*after]
    include = [each for each in one if each not in two]
    exclude = [each for each in two if each not in one]
    return {key: each for key, each in (("include", include), ("exclude", exclude)) if each}
