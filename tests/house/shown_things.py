"""One of everything that a notebook may be asked to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import nocontact as nc
from nocontact.explanation import Reason, Verdict
from nocontact.facts import Fact, Tactic
from nocontact.facts.question import Question
from nocontact.planning import Gap
from nocontact.proof.proof_result import Proof
from nocontact.recommendation import Note, Step
from nocontact.rulebook import ALWAYS, Decision, Promise, Raise, Rule
from nocontact.testing.coverage_report import CoverageReport
from nocontact.testing.mutation_report import MutationReport

TOLD: dict[str, Any] = {
    "reach_out": "often",
    "staying_away": "nothing_holds",
    "pull": {"email": "always_look"},
}
"""Answers of a made-up person; their ids stand in no other text."""

HOSTILE = "<img src=x onerror=alert(1)> [click](http://example.com) \x1b[31m</style><script>"

Sample = Callable[[], object]


def told() -> nc.Recommendation:
    """Return the recommendation for the made-up person."""
    return nc.recommend(nc.Scenario(**TOLD), engine="reference")


def line(text: str) -> nc.Resource:
    """Return a helpline whose every text is this one."""
    return nc.Resource(text, text, text, text, date(2026, 11, 1), ("crisis",))


def promise(text: str) -> Promise:
    """Return a promise that says this."""
    return Promise(text, text, ALWAYS, ALWAYS, (), False, (), (35,))


def rule(text: str) -> Rule:
    """Return a rule that says this."""
    return Rule(text, "wall", ALWAYS, (Raise(text, text),), text, (35, text), "article")


def step(text: str) -> Step:
    """Return a step that says this."""
    because = Reason(text, "held", text, (35, text), "article")
    return Step(text, text, "wall", "allowed", (), (), (text,), text, text, text, (35,), (because,))


PUBLIC: Mapping[str, Sample] = {
    "Diagnostic": lambda: nc.Diagnostic("NC001", "the file is empty"),
    "Recommendation": told,
    "Report": lambda: nc.check(exact=False),
    "Resource": lambda: line("Night line"),
    "ResourceDirectory": lambda: nc.ResourceDirectory((line("Night line"),), date(2026, 11, 2)),
    "Rulebook": nc.Rulebook.load,
    "Scenario": lambda: nc.Scenario(**TOLD),
    "Trace": lambda: told().trace,
    "check": lambda: nc.check(exact=False),
    "recommend": told,
    "replay": lambda: nc.replay(told().trace),
    "scenario_from_text": lambda: nc.scenario_from_text("hope: some"),
}
"""By public name: one of it, or what it returns."""

PROVED: Mapping[str, Sample] = {
    "compare": lambda: nc.compare(nc.Rulebook.load(), nc.Rulebook.load()),
    "enough": lambda: told().enough("wall"),
    "prove": nc.prove,
    "stats": nc.stats,
    "unless": lambda: told().unless("wall"),
}
"""What needs the library for diagrams, and some seconds."""

PARTS: Mapping[str, Sample] = {
    "the changes": lambda: told().what_if(reach_out="never"),
    "the derivation graph": lambda: told().graph("wall"),
    "a fact": lambda: nc.Scenario.vocabulary()["hope"],
    "a note": lambda: told().notes[0],
    "a parsed rulebook": nc.Rulebook.parse,
    "a question": lambda: nc.Scenario.vocabulary().question("aims"),
    "the questions": nc.Scenario.vocabulary,
    "a reason": lambda: told().verdicts["change_number"].reasons[0],
    "a step": lambda: told().steps[0],
    "a verdict": lambda: told().verdicts["change_number"],
    "why": lambda: told().why("wall"),
    "why not": lambda: told().why_not("wall", "sealed"),
    "a decision": lambda: nc.Rulebook.load().decisions["wall"],
    "a promise": lambda: nc.Rulebook.load().promises[0],
    "a checked rule": lambda: nc.Rulebook.load().rules_by_id["wall.lock"],
    "a written rule": lambda: nc.Rulebook.load().rules_by_id["wall.lock"].written,
    "a tactic": lambda: nc.Rulebook.load().tactics["change_number"],
    "the open questions": lambda: told().ask,
    "a coverage report": lambda: CoverageReport("mine", "1", "0", 0, ()),
    "a mutation report": lambda: MutationReport("mine", "1", "0", 10, 0, ()),
}
"""What the public objects hold and return."""

WITH_HOSTILE_TEXT: Mapping[str, Sample] = {
    "a diagnostic": lambda: nc.Diagnostic("NC001", HOSTILE, excerpt=HOSTILE, help=HOSTILE),
    "a report": lambda: nc.Report((nc.Diagnostic("NC001", HOSTILE),)),
    "an error": lambda: nc.ScenarioError([nc.Diagnostic("NC001", HOSTILE)]),
    "a resource": lambda: line(HOSTILE),
    "a directory": lambda: nc.ResourceDirectory((line(HOSTILE),), as_of=date(2026, 11, 2)),
    "a note": lambda: Note("x", HOSTILE, (Reason(HOSTILE, "yes", HOSTILE, (HOSTILE,), "article"),)),
    "a verdict": lambda: Verdict(HOSTILE, HOSTILE, "held", (), (HOSTILE,)),
    "a reason": lambda: Reason(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE),
    "a step": lambda: step(HOSTILE),
    "a fact": lambda: Fact(HOSTILE, (HOSTILE,), asks=HOSTILE, source=(HOSTILE,)),
    "a question": lambda: Question(HOSTILE, "one", HOSTILE, (HOSTILE,), block=HOSTILE),
    "a tactic": lambda: Tactic(HOSTILE, HOSTILE, good=HOSTILE, needs=HOSTILE, instead=(HOSTILE,)),
    "a rule": lambda: rule(HOSTILE),
    "a decision": lambda: Decision(HOSTILE, HOSTILE, (), (rule(HOSTILE),), (35,), "article"),
    "a promise": lambda: promise(HOSTILE),
    "a proof": lambda: Proof(HOSTILE, HOSTILE, (HOSTILE,), "not_proved", None, why_not=HOSTILE),
    "a gap": lambda: Gap(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,)),
    "a trace": lambda: nc.Trace({"name": HOSTILE}, (HOSTILE,), {}, {}, ()),
}
