"""A rulebook of three rules over the shipped questions, and cases for it."""

from __future__ import annotations

from nocontact.facts import Scenario
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.cases import Case, cases_from_text
from nocontact.testing.generated_rulebooks import checked

from ..proof.small_rulebooks import WALL_LEVELS, decision, need, tactic, texts

RULES = [
    ({"staying_away": {"at_least": "gives_in"}}, {"wall": "friction"}),
    ({"reach_out": "often"}, {"wall": "lock"}),
    ({"all": [{"reach_out": "often"}, {"staying_away": "cannot"}]}, {"wall": "lock"}),
]
CASES = """
background: {reach_out: never}
cases:
  - name: On the mind
    given: {staying_away: gives_in}
    expect: {wall: friction, fired: [wall.r0]}
    but:
      - when: {staying_away: cannot}
        expect: {wall: friction}
      - when: {staying_away: easy}
        expect: {wall: none}
"""
ONE_MORE = """
  - name: Reaching out
    given: {reach_out: often}
    expect: {wall: lock}
    but:
      - when: {reach_out: sometimes}
        expect: {wall: none}
"""


def wall_rulebook() -> CheckedRulebase:
    """The third rule adds nothing to the second."""
    planning = {
        "permitted": ["suggested"],
        "preference": [{"undo": ["now", "days", "hard"]}],
        "needs": [need("talk", "always", ["call"])],
    }
    found = {"wall": decision("wall", RULES, {"wall": list(WALL_LEVELS)})}
    return checked(texts(found, [tactic("call")], planning), Scenario.vocabulary())


def wall_cases(text: str = CASES) -> tuple[Case, ...]:
    cases, problems = cases_from_text(text, "wall.yaml")
    assert not problems, problems
    return cases
