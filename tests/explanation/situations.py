"""Answers to explain, and what the tests ask of each of them."""

from __future__ import annotations

import re

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.rulebook import STATUS

RULEBASE = Rulebook.load()
FINDINGS = tuple(name for name in RULEBASE.findings if not name.startswith(f"{STATUS}."))
SETS = tuple(dict.fromkeys(
    each.set_name for each in RULEBASE.findings.values() if each.set_name not in (None, STATUS)
))  # fmt: skip
TACTICS = tuple(RULEBASE.tactics)
NAMES = (*FINDINGS, *SETS, *TACTICS, *(f"{STATUS}.{tactic}" for tactic in TACTICS))

_ID = re.compile(r"\b(why|why_not|level|finding|channel|voice|status)\.[a-z_]+\b")
"""What an id of a message looks like; ids of rules and needs may stand at the end of a line."""


def message_ids(text: str) -> set[str]:
    """Return the ids of messages that show where their words should."""
    ids = {*RULEBASE.rules_by_id, *RULEBASE.findings}
    found = {each.group() for each in _ID.finditer(text)}
    return {each for each in found if not any(known.startswith(each) for known in ids)}


def answered(scenario: Scenario) -> Recommendation:
    """Return the answer of the reference engine."""
    return recommend(scenario, engine="reference")
