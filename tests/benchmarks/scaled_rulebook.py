"""Rulebooks of the shipped structure, and several times its size.

The questions, findings, decisions, rules and needs of the shipped rulebook are copied under new
names. The copies hang together: some tests ask about a fact or a finding of a neighbouring copy,
and all copies decide about the same catalogue of tactics, for one plan.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from nocontact import Scenario
from nocontact.checking import check_rulebook
from nocontact.diagnostics import plain, read_yaml
from nocontact.facts import Vocabulary
from nocontact.parsing import rulebook_from_texts, shipped_rules, texts_of
from nocontact.rulebook import CheckedRulebase

LINKED = 0.05
"""How often a test in a condition is about a neighbouring copy, and not about its own."""

GROUPS = ("all", "any", "of")
STATUS = ("status", "safety_status")
Data = dict[str, Any]


@dataclass
class Scaled:
    """One rulebook to be written: so many copies; with raw facts in status rules or without."""

    copies: int
    raw: float = 0.0
    random: Random = field(default_factory=lambda: Random(35))
    files: Data = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """Return the files."""
        self.files = {name: _data(name, text) for name, text in texts_of(shipped_rules()).items()}
        decisions = {n: f for n, f in self.files.items() if "decision" in f}
        planning = self.files["planning.yaml"]
        del self.files["messages.es.yaml"]  # it says nothing of the copies
        for name in ("order", "shows", "settles"):
            self.files["rulebook.yaml"].pop(name, None)
        needs = planning["needs"]
        planning["needs"] = [each for at in range(self.copies) for each in self._needs(needs, at)]
        for name, decision in decisions.items():
            del self.files[name]
            for at in range(self.copies):
                self.files[f"{decision['decision']}_{at}.yaml"] = self._decision(decision, at)
        self.files["promises.yaml"] = {"promises": [*_promises(self.copies)]}
        return {name: json.dumps(content) for name, content in self.files.items()}

    def _needs(self, needs: list[Data], at: int) -> Iterator[Data]:
        for need in needs:
            if at == 0 or need["when"] != "always":
                when = self._condition(need["when"], at)
                yield {**need, "id": _named(need["id"], at), "when": when}

    def _decision(self, decision: Data, at: int) -> Data:
        name = decision["decision"]
        found = {**decision, "decision": _named(name, at)}
        if "finding" in decision:
            found["finding"] = {_named(n, at): scale for n, scale in decision["finding"].items()}
        found["rules"] = [
            self._rule(rule, name, at)
            for rule in decision["rules"]
            if at == 0 or name not in STATUS or rule["when"] != "always"
        ]
        return found

    def _rule(self, rule: Data, decision: str, at: int) -> Data:
        when = self._condition(rule["when"], at, self.raw if decision in STATUS else 0.0)
        then = rule["then"]
        if "status" not in then:
            then = {_named(name, at): level for name, level in then.items()}
        rest = rule["id"].partition(".")[2]
        return {**rule, "id": f"{_named(decision, at)}.{rest}", "when": when, "then": then}

    def _condition(self, when: Any, at: int, raw: float = 0.0) -> Any:
        if not isinstance(when, Mapping):
            return when
        found: Data = {}
        for key, value in when.items():
            if key in GROUPS:
                found[key] = [self._condition(each, at, raw) for each in value]
            elif key in ("not", "count"):
                found[key] = self._condition(value, at, raw)
            elif key == "at_least":  # of a count
                found[key] = value
            elif self.random.random() < raw:
                found |= self._raw_fact()
            else:
                found[_named(key, self._linked(at))] = value
        return found

    def _linked(self, at: int) -> int:
        """Return the copy that a condition asks about: its own, or a neighbour of it."""
        if self.random.random() >= LINKED:
            return at
        return min(max(at + self.random.choice((-1, 1)), 0), self.copies - 1)

    def _raw_fact(self) -> Data:
        vocabulary = Vocabulary.of(Scenario)
        fact = vocabulary[self.random.choice([*vocabulary])]
        name = _named(fact.name, self.random.randrange(self.copies))
        return {name: self.random.choice(fact.answers)}


def scaled_rulebook(copies: int, raw: float = 0.0) -> CheckedRulebase:
    """Return a rulebook of the shipped structure, so many times its size.

    Args:
        copies: how many times.
        raw: how many of the tests in status rules ask for a raw fact, from 0 to 1.
    """
    parsed, problems = rulebook_from_texts(Scaled(copies, raw).texts())
    report, rulebase = check_rulebook(parsed, _vocabulary(copies))
    assert rulebase is not None and not problems, (*problems, *report.errors)
    return rulebase


def _vocabulary(copies: int) -> Vocabulary:
    questions = Vocabulary.of(Scenario).questions()
    return Vocabulary(
        replace(question, name=_named(question.name, at))
        for at in range(copies)
        for question in questions
    )


def _named(name: str, at: int) -> str:
    """Return the name of something in one copy; the first copy keeps its names."""
    root, dot, member = name.partition(".")
    return f"{root}_{at}{dot}{member}" if at else name


def _data(name: str, text: str) -> Any:
    node, problems = read_yaml(text, name)
    assert node is not None and not problems
    return plain(node)


def _promises(copies: int) -> Iterator[Data]:
    """Yield a dozen, spread over the copies: half of them compare neighbours."""
    for number in range(6):
        at = number * copies // 6
        pulls = ["pull", "reach_out", "staying_away", "times_gone_back"]
        yield {
            "id": f"wall-never-falls-{number}", "says": "The wall never falls.", "source": [35],
            "raising": [_named(each, at) for each in pulls],
            "never_lowers": [_named("difficulty", at), _named("wall", at)],
        }  # fmt: skip
        yield {
            "id": f"danger-hides-{number}", "says": "Nothing can be noticed.", "source": [6],
            "when": {_named("now_unsafe", at): "yes"},
            "never": {"some_step": {"kind": "tactic", "notice": {"at_least": "noticeable"}}},
        }  # fmt: skip
