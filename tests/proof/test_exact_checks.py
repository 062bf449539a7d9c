"""Exact checks: each verdict is right, small rulebooks tried row by row, and says where and why."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from pydantic import BaseModel

import nocontact as nc
from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.facts import Vocabulary
from nocontact.facts.answer_types import SetAnswer, YesNo
from nocontact.facts.asked import asked, asked_set
from nocontact.proof import all_scenarios, exact_problems
from nocontact.proof.exact_context import ExactContext
from nocontact.proof.idle_facts import never_matter
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_rulebooks import checked, rulebook_texts

from ..diagnostics.twins import EXACT, TWINS, code_of, overlaid
from .every_row import EveryRow
from .small_rulebooks import VOCABULARY, decision, need, planned_texts, tactic, texts

NAME = re.compile(r"`([^`]+)`")
SHIPPED = nc.Rulebook.load()
LEVELS = {"height": ["none", "low", "high"]}
PLAN = {
    "permitted": ["suggested"],
    "preference": [{"undo": ["now", "days", "hard"]}],
    "needs": [],
}


class Few(BaseModel):
    """A vocabulary with few enough rows to try all of them for many rulebooks."""

    mood: Literal["low", "even", "high", "unknown"] = asked("How are you?")
    ready: YesNo = asked("Are you ready?")
    pets: SetAnswer[Literal["cat", "dog", "none"]] = asked_set("Which pets?")


FEW = Vocabulary.of(Few)


class Hosted(BaseModel):
    """Questions of a project of its own, one of them in a block of its own."""

    mood: Literal["low", "even", "high", "unknown"] = asked("How are you?")
    ready: YesNo = asked("Are you ready?")
    sleep: YesNo = asked("Do you sleep?", block="nights")


def found_in(rulebase: CheckedRulebase) -> Mapping[str, list[Diagnostic]]:
    """What the exact checks say, by code."""
    found = defaultdict(list)
    for each in exact_problems(rulebase):
        found[each.code].append(each)
    return found


def names(problems: list[Diagnostic]) -> set[str]:
    """What the messages begin with: the rule, need, tactic or question that they are about."""
    return {NAME.findall(each.message)[0] for each in problems}


def rulebook(
    *rules: tuple[Any, dict[str, Any]],
    finding: Mapping[str, Any] = LEVELS,
    planning: Mapping[str, Any] = PLAN,
    questions: type[BaseModel] = Few,
) -> CheckedRulebase:
    """A rulebook of one decision with one tactic."""
    decisions = {"wall": decision("wall", rules, dict(finding))}
    files = texts(decisions, [tactic("walk")], dict(planning))
    return checked(files, Vocabulary.of(questions))


def raised(level: str) -> dict[str, Any]:
    return {"height": level}


# ── What the brute force says ────────────────────────────────────────────────────────────────


def agrees(rulebase: CheckedRulebase) -> None:
    """Every verdict of every exact check is that of the engine on every row."""
    found, every = found_in(rulebase), EveryRow(rulebase)
    assert names(found["NC611"]) == {r.id for r in rulebase.rules} - {r.id for r in every.alive}
    assert names(found["NC612"]) == every.twice()
    assert names(found["NC613"]) | names(found["NC614"]) == every.shadowed()
    for each in (*found["NC613"], *found["NC614"]):
        rule, *by = NAME.findall(each.message)
        alone = any(every.covered(rule, [other]) for other in by)
        assert every.covered(rule, by) and alone is (each.code == "NC613")
        assert not any(every.covered(rule, [x for x in by if x != other]) for other in by)
    assert {NAME.findall(each.message)[1] for each in found["NC615"]} == every.wordy()
    assert names(found["NC616"]) == every.in_vain()
    assert names(found["NC617"]) == every.never_planned()
    levels = {tuple(NAME.findall(each.message)) for each in found["NC618"]}
    assert levels == every.unreached()
    assert names(found["NC619"]) == every.never_needed()


@given(rulebook_texts(FEW))
def test_every_verdict_about_rules_is_that_of_the_brute_force(files: Mapping[str, str]) -> None:
    agrees(checked(files, FEW))


@settings(max_examples=settings().max_examples // 8)
@given(planned_texts())
def test_every_verdict_about_plans_is_that_of_the_brute_force(files: Mapping[str, str]) -> None:
    agrees(checked(files, VOCABULARY))


# ── What is said ─────────────────────────────────────────────────────────────────────────────


def test_a_rule_that_no_pair_shadows_is_shadowed_by_three_together() -> None:
    rulebase = rulebook(
        ({"all": [{"ready": "yes"}, {"mood": {"unknown": False}}]}, raised("low")),
        ({"mood": "low"}, raised("high")),
        ({"mood": "even"}, raised("low")),
        ({"mood": "high"}, raised("low")),
    )
    (found,) = found_in(rulebase)["NC614"]
    assert NAME.findall(found.message) == ["wall.r0", "wall.r1", "wall.r2", "wall.r3"]
    assert found.message.endswith("in 0 of 60 scenarios")
    assert found.found == "{mood: high, ready: yes}"
    assert found.help.endswith(found.found) and found.severity == "warning"
    every = EveryRow(rulebase)
    assert not any(every.covered("wall.r0", ["wall.r1", f"wall.r{at}"]) for at in (2, 3))


def test_a_rule_that_can_never_fire_is_told_with_the_parts_that_clash() -> None:
    parts = [{"ready": "yes"}, {"mood": "low"}, {"pets.cat": "yes"}, {"pets.none": "yes"}]
    (found,) = found_in(rulebook(({"all": parts}, raised("high"))))["NC611"]
    assert found.help.endswith("`pets.cat is yes` and `pets.none is yes` never hold together")
    assert found.span is not None and found.span.file == "wall.yaml"
    assert found.excerpt is not None and "^" in found.excerpt


def test_parts_that_can_be_dropped_together_are_told_one_by_one() -> None:
    condition = {"any": [{"mood": {"at_most": "even"}}, {"mood": "low"}, {"mood": "even"}]}
    first, second = found_in(rulebook((condition, raised("low"))))["NC615"]
    assert [NAME.findall(x.message)[0] for x in (first, second)] == ["mood is even", "mood is low"]
    assert second.help == "write `when: {mood: {at_most: even}}`"


def test_a_part_of_a_need_is_told_too() -> None:
    condition = {"all": [{"height": "high"}, {"mood": {"is_not": "low"}}]}
    planning = PLAN | {"needs": [need("air", condition, ["walk"])]}
    (found,) = found_in(rulebook(({"mood": "high"}, raised("high")), planning=planning))["NC615"]
    assert NAME.findall(found.message) == ["mood is not low", "air"]
    assert found.span is not None and found.span.file == "planning.yaml"


def test_a_question_of_a_project_that_no_rule_asks_about_is_told_where_the_rulebook_is_named() -> (
    None
):
    rulebase = rulebook(({"mood": "low"}, raised("high")), questions=Hosted)
    (found,) = found_in(rulebase)["NC616"]
    assert NAME.findall(found.message) == ["sleep"]
    assert found.span is not None and found.span.file == "rulebook.yaml"


def test_a_tactic_that_is_an_alternative_only_is_not_told() -> None:
    planning = PLAN | {"needs": [need("air", "always", ["walk", "swim"])]}
    rules = decision("wall", [({"mood": "low"}, raised("high"))], dict(LEVELS))
    tactics = [tactic("walk"), tactic("swim", undo="hard")]
    found = found_in(checked(texts({"wall": rules}, tactics, dict(planning)), FEW))
    assert not found["NC617"]


SAID_ALL_THE_SAME = {
    "my_position.secret", "earlier_steps.held", "earlier_steps.set_them_off",
    "how_i_am.angry", "how_i_am.guilty", "how_i_am.worn_out",
}  # fmt: skip
"""Answers that are there so that people find themselves in the list; no rule reads them yet."""


def test_every_question_of_ours_matters_to_the_shipped_rulebook() -> None:
    found = never_matter(ExactContext(all_scenarios(SHIPPED)))
    assert {names[0] for names in found} == SAID_ALL_THE_SAME


# ── When they run ────────────────────────────────────────────────────────────────────────────


def test_the_shipped_rulebook_comes_out_clean() -> None:
    assert str(nc.check(exact=True)) == "nothing found"


def test_without_the_library_exact_checks_are_left_out_unless_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bad = overlaid(next(each for each in TWINS if code_of(each) in EXACT) / "bad", tmp_path)
    assert nc.check(bad).diagnostics != nc.check(bad, exact=False).diagnostics
    unread = SHIPPED.parsed.without_voice("rulebook")
    monkeypatch.setitem(sys.modules, "oxidd.bcdd", None)
    assert nc.check(unread) == nc.check(unread, exact=False)
    with pytest.raises(ProofError, match="NC701"):
        nc.check(unread, exact=True)


def test_a_check_that_takes_too_long_says_so_and_the_next_one_goes_on() -> None:
    found = list(exact_problems(rulebook(({"mood": "low"}, raised("high"))), seconds=0))
    assert {(each.code, each.severity) for each in found} == {("NC703", "warning")}
