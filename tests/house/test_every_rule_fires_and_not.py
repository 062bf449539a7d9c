"""Each rule is seen to fire and seen not to fire, in the case file of its own decision.

That the rules named in the cases do fire, or do not, is what `tests/test_cases.py` runs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nocontact import Rulebook
from nocontact.rulebook import ALWAYS, CheckedRule
from nocontact.testing.cases import cases_from_folder

CASES, _ = cases_from_folder(Path(__file__).parents[1] / "cases")
RULES = Rulebook.load().rules


def _named(rule: CheckedRule, fires: bool) -> bool:
    """Whether a case of its decision names the rule; one that is switched off there is not seen."""
    return any(
        rule.id in case.rules("include" if fires else "exclude")
        for case in CASES
        if case.span and case.span.file == f"{rule.decision}.yaml"
        if not (case.article_only and rule.voice == "safety")
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_case_sees_the_rule_fire(rule: CheckedRule) -> None:
    assert _named(rule, True), f"add `fired: [{rule.id}]` to a case in {rule.decision}.yaml"


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.condition != ALWAYS], ids=lambda rule: rule.id
)
def test_a_case_sees_the_rule_not_fire(rule: CheckedRule) -> None:
    assert _named(rule, False), f"add `not_fired: [{rule.id}]` to a case in {rule.decision}.yaml"
