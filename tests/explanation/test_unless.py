"""Every change that is named alters the answer, nothing smaller does, and none is left out."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.explanation.claim import claim_about, level_of, subject_named
from nocontact.explanation.exact.change import Change, Edit
from nocontact.explanation.exact.possible_changes import PossibleChanges
from nocontact.explanation.exact.second_look import SecondLook
from nocontact.explanation.exact.unless import unless
from nocontact.facts import Question
from nocontact.testing import scenarios

from ..proof.edited_rulebooks import rows
from ..proof.every_row import Row
from .by_definition import bits_of_change, named_by
from .small_situations import NAMES, every

RULES = Rulebook.load()
PARTS = ["wall", "stance", "help", "standing", "calm_first"]
PARTS += [f"step.{tactic}" for tactic in RULES.tactics]
PARTS += [f"status.{tactic}" for tactic in RULES.tactics]
Bits = frozenset[tuple[str, str | None]]


def of(scenario: Scenario) -> Recommendation:
    return recommend(scenario, rulebook=RULES, engine="reference")


def level(scenario: Scenario, part: str) -> str:
    situation = of(scenario).situation
    return level_of(situation, claim_about(situation, part).subject)


def after(scenario: Scenario, edits: tuple[Edit, ...], values: tuple[str, ...]) -> Scenario:
    """The scenario with other answers, given as a person would give them."""
    changed: dict[str, Any] = {}
    for edit, value in zip(edits, values, strict=True):
        question = Scenario.vocabulary().question(edit.question)
        before = changed.get(question.name, scenario.answers().get(question.name))
        changed[question.name] = other_answer(question, before, edit, value)
    return scenario.with_answers(**changed)


def other_answer(question: Question, before: Any, edit: Edit, value: str) -> Any:
    member = edit.fact.rpartition(".")[2]
    if question.shape == "one":
        return value
    if question.shape == "map":  # every line at its lowest, where the rest of it gets an answer
        if edit.fact == question.name:
            return {**dict.fromkeys(question.members, question.answers[0]), **(before or {})}
        return {**(before or {}), member: value}
    named = {*(before or ())} - {"none"}
    if edit.fact == question.name:
        return sorted(named - {"rather_not_say"}) or ["none"]
    return sorted(named | {member} if value == "yes" else named - {member}) or ["none"]


@given(scenarios(), st.sampled_from(PARTS))
@example(Scenario(), "step.support_group")
@example(Scenario(age_group="under_18", now_unsafe="no"), "step.trusted_person")
@settings(max_examples=5)
def test_each_change_alters_it_and_none_of_its_edits_can_be_spared(
    scenario: Scenario, part: str
) -> None:
    scenario = scenario.with_answers(considering=None)
    found = unless(of(scenario).situation, part)
    for change in found.changes[:25]:
        for values in list(product(*(edit.after for edit in change.edits)))[:4]:
            assert level(after(scenario, change.edits, values), part) == change.becomes
            for less in list(combinations(range(len(change.edits)), len(change.edits) - 1))[:4]:
                edits = tuple(change.edits[at] for at in less)
                fewer = after(scenario, edits, tuple(values[at] for at in less))
                assert level(fewer, part) == found.claim.level


@given(scenarios(), st.sampled_from(PARTS))
@settings(max_examples=3)
def test_no_single_change_is_left_out(scenario: Scenario, part: str) -> None:
    """Every other answer to one question, one after the other."""
    scenario = scenario.with_answers(considering=None)
    found = unless(of(scenario).situation, part)
    named = {
        (edit.fact, value): change.becomes
        for change in found.changes for edit in change.edits for value in edit.after
        if len(change.edits) == 1 and bits_of(change, situation_row(scenario)) == 1
    }  # fmt: skip
    tried = {}
    for edit in single_edits(scenario):
        becomes = level(after(scenario, (edit,), edit.after), part)
        if becomes != found.claim.level:
            tried[edit.fact, edit.after[0]] = becomes
    assert named == tried


def situation_row(scenario: Scenario) -> Row:
    return scenario.flat()


def bits_of(change: Change, row: Row) -> int:
    return len(bits_of_change(Scenario.vocabulary(), row, change))


def single_edits(scenario: Scenario) -> list[Edit]:
    """Every change of one thing: an answer, a member, a channel; a list answered with nothing."""
    found, flat, told = [], scenario.flat(), scenario.answers()
    for question in Scenario.vocabulary().questions():
        name = question.name
        if question.shape.startswith("steps"):
            continue
        if question.shape != "one" and (name not in told or "rather_not_say" in told[name]):
            found.append(Edit(name, name, "", ("none",), "open"))
        for fact in Scenario.vocabulary().facts_of(name) if question.shape != "set" else ():
            if question.shape == "one" or name in told:
                found += [Edit(name, fact.name, "", (value,), "open") for value in fact.answers
                          if value not in (flat[fact.name], "rather_not_say")]  # fmt: skip
        if question.shape == "set" and name in told:
            for member in {*question.members} - {"none", "rather_not_say"}:
                known = flat[f"{name}.{member}"]
                if known != "yes":
                    found.append(Edit(name, f"{name}.{member}", "", ("yes",), "open"))
                elif "rather_not_say" not in told[name]:
                    found.append(Edit(name, f"{name}.{member}", "", ("no",), "open"))
    return found


@given(st.integers(0, len(rows()) - 1), st.sampled_from(NAMES))
@settings(max_examples=18)
def test_a_small_rulebook_beside_all_its_rows(at: int, name: str) -> None:
    """Just the smallest changes, with just the values that alter it, row by row."""
    found = unless(every().situation(at), name)
    assert found.complete
    assert named_by(found) == every().unless(found)


@given(scenarios(), st.sampled_from(PARTS))
@settings(max_examples=3)
def test_aims_named_beside_a_step_fit_in_too(scenario: Scenario, part: str) -> None:
    """Every row after a change is one that some scenario has."""
    scenario = scenario.with_answers(considering={"change_number": ["punish"]})
    situation = of(scenario).situation
    possible = PossibleChanges(RULES.vocabulary, situation.facts)
    for change in unless(situation, part).changes:
        answered = {edit.question for edit in change.edits if edit.fact not in RULES.vocabulary}
        lists = {edit.question for edit in change.edits if edit.fact != edit.question}
        answered |= {name for name in lists if possible.state(name) == "open"}
        values = {e.fact: e.after[-1] for e in change.edits if e.fact in RULES.vocabulary}
        row = possible.row_after(answered, values)
        assert all(rule.allows(row) for rule in RULES.vocabulary.well_formed)
        assert SecondLook(situation, subject_named(RULES, part)).level(row) == change.becomes


def test_what_is_past_or_not_theirs_is_marked_and_comes_later() -> None:
    rec = of(Scenario(times_gone_back="3+", reach_out="sometimes", partner_space="keeps_trying"))
    kinds = [change.kind for change in rec.unless("wall").changes]
    assert kinds == sorted(kinds, key="past".__eq__)
    back = [edit for change in rec.unless("wall").changes for edit in change.edits
            if edit.fact == "times_gone_back"]  # fmt: skip
    assert {edit.whose for edit in back} <= {"past"}
    stance = {edit.whose for change in rec.unless("stance").changes for edit in change.edits
              if edit.fact == "partner_space"}  # fmt: skip
    assert stance == {"not_theirs"}


def test_an_open_question_is_told_and_not_changed() -> None:
    changes = of(Scenario()).unless("help").changes
    assert {edit.whose for change in changes for edit in change.edits} == {"open"}
    assert ("self_harm_thoughts",) in {change.questions for change in changes}


def test_nothing_shows_answers_by_accident() -> None:
    found = of(Scenario(reach_out="often")).unless("wall")
    shown = f"{found!r}{found.changes!r}{found.changes[0].edits!r}"
    assert "often" not in shown
    assert "hidden" in shown
