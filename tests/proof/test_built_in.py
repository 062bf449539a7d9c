"""The built-in promises see what they are there to see.

Some can be broken by rules. The others hold whatever the rules say (see `test_plan_formulas`);
for these, what was compiled is tampered with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from nocontact.proof import AllScenarios, proved
from nocontact.proof.built_in import built_in
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_rulebooks import checked

from .small_rulebooks import VOCABULARY, Data, decision, need, tactic, texts

NAMES = [name for name, _, _ in built_in()]


def _rulebook(*needs: Data) -> CheckedRulebase:
    """Return two tactics, of which the second is held back on low days."""
    rules = [({"mood": "low"}, {"status": "held", "tactics": {"id": "talk"}})]
    planning: Data = {
        "permitted": ["suggested"], "preference": [{"undo": ["now", "days", "hard"]}],
        "needs": needs,
    }  # fmt: skip
    tactics = [tactic("walk"), tactic("talk", undo="days")]
    return checked(texts({"d": decision("d", rules)}, tactics, planning), VOCABULARY)


ALWAYS_A_WALK = need("air", "always", ["walk", "talk"])
WHOLE = _rulebook(ALWAYS_A_WALK, need("company", {"ready": True}, ["talk"]))


def _broken(scenarios: AllScenarios) -> set[str]:
    """Return which built-in promises some scenario breaks."""
    well_formed = scenarios.space.well_formed
    return {name for name, _, where in built_in() if not (where(scenarios) & well_formed).is_false}


def test_a_rulebook_without_defects_keeps_them_all() -> None:
    report = proved(WHOLE)
    assert [proof.promise for proof in report.proofs] == NAMES
    assert report.held


def _all_true(scenarios: AllScenarios, name: str) -> None:
    scenarios.plan.steps[name] = scenarios.space.diagrams.true


def _all_false(scenarios: AllScenarios, name: str) -> None:
    scenarios.plan.steps[name] = scenarios.space.diagrams.false


def _crossed_levels(scenarios: AllScenarios, name: str) -> None:
    reached = scenarios.rules.levels[f"status.{name}"]
    scenarios.rules.levels[f"status.{name}"] = [*reached[:2], scenarios.space.diagrams.true]


TAMPERED: dict[str, tuple[Callable[[AllScenarios, str], Any], str, set[str]]] = {
    "a step in every plan": (_all_true, "talk", {"steps-are-permitted", "nothing-superfluous"}),
    "a step too many": (_all_true, "walk", {"nothing-superfluous"}),
    "a step lost": (_all_false, "talk", {"needs-met-or-said"}),
    "two levels at once": (_crossed_levels, "talk", {"one-level-each"}),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_wrong_formula_is_found(name: str) -> None:
    tamper, tactic_, expected = TAMPERED[name]
    scenarios = AllScenarios.of(WHOLE)
    assert not _broken(scenarios)
    tamper(scenarios, tactic_)
    assert _broken(scenarios) == expected


def test_a_rule_that_looks_ahead_is_found() -> None:
    """The checker sorts decisions; in another order, a rule would test what comes later."""
    first = decision("one", [({"mood": "low"}, {"low": True})], {"low": "yes_no"})
    second = decision("two", [({"low": True}, {"bad": True})], {"bad": "yes_no"})
    planning: Data = {"permitted": ["suggested"], "preference": [], "needs": [ALWAYS_A_WALK]}
    files = texts({"one": first, "two": second}, [tactic("walk"), tactic("talk")], planning)
    sorted_ = checked(files, VOCABULARY)
    backwards = replace(sorted_, order=tuple(reversed(sorted_.order)))
    assert not _broken(AllScenarios.of(sorted_))
    assert "order-never-matters" in _broken(AllScenarios.of(backwards))
