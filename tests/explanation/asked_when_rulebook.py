"""A small rulebook with questions of its own, some of them asked only after an answer."""

from __future__ import annotations

from nocontact.checking import check_rulebook
from nocontact.parsing import rulebook_from_texts, vocabulary_of
from nocontact.rulebook import CheckedRulebase

QUESTIONS = """
questions:
  - {id: afraid, block: safety, shape: one, asks: Are you afraid?, answers: {no: No, yes: Yes},
     source: [1], short: 1}
  - {id: children, shape: one, asks: Any children?, answers: {no: No, yes: Yes}, source: [1],
     short: 2}
  - {id: ages, shape: set, asks: How old?, members: {small: Small, big: Big, none: None},
     source: [1], short: 3, asked_when: {children: yes}}
  - {id: school, shape: one, asks: Is the school near?, answers: {near: Near, far: Far},
     source: [1], short: 4, asked_when: {ages.big: yes}}
  - {id: car, shape: one, asks: A car?, answers: {no: No, yes: Yes}, source: [1], short: 5,
     asked_when: {not: {school: near}}}
  - {id: idle, shape: one, asks: A dog?, answers: {no: No, yes: Yes}, source: [1], short: 6}
"""
WALL = """
decision: wall
asks: How high?
finding: {wall: [none, intention, friction, lock, sealed]}
source: [1]
rules:
  - {id: wall.far, when: {school: far}, then: {wall: lock}, because: It is far., source: [1]}
  - {id: wall.car, when: {car: no}, then: {wall: friction}, because: No car., source: [1]}
  - {id: wall.afraid, when: {afraid: yes}, then: {wall: sealed}, because: So., source: [1]}
"""


def rulebook(questions: str = QUESTIONS) -> CheckedRulebase:
    """The rulebook, checked."""
    parsed, problems = rulebook_from_texts({
        "rulebook.yaml": "{name: small, version: '1', date: 2026-01-31, shows: [wall]}",
        "sources.yaml": "{article: {title: T, paragraphs: {1: {gist: G}}}, excluded: {}, "
        "entries: {}}",
        "questions.yaml": questions, "wall.yaml": WALL,
    })  # fmt: skip
    report, rulebase = check_rulebook(parsed, vocabulary_of(parsed))
    assert rulebase is not None, (problems, report)
    return rulebase
