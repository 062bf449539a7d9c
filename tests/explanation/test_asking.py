"""What is asked next: exact about what can still change, exact shares, and no question too many."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.checking import check_rulebook
from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.explanation.asking.asking import open_questions
from nocontact.explanation.asking.open_facts import open_facts, ways_left
from nocontact.explanation.asking.parts_that_count import settled_findings
from nocontact.explanation.asking.when_asked import is_asked, never_asked
from nocontact.parsing import rulebook_from_texts, shipped_rules, texts_of
from nocontact.testing import answered_scenarios, scenarios
from nocontact.testing.strategies import NO_SIGN

RULES = Rulebook.load()
PARTS = ("standing", "wall", "stance", "help")
KNOWN: dict[str, Any] = {
    **NO_SIGN, "afraid": "no", "situation": "i_left", "commitment": "committed",
    "acceptance": "mostly", "understands_purpose": "yes", "aims": ["heal"],
    "relieved_if_it_fails": "no", "staying_away": "cannot", "pull": {"email": "can_leave_it"},
    "earlier_steps": ["none"], "partner_space": "gives_space", "close_to_going_back": "no",
}  # fmt: skip
"""What leaves open if they were asked to stop, reaching out, going back, hope, how they are."""


def answered(scenario: Scenario) -> Recommendation:
    return recommend(scenario, rulebook=RULES, engine="reference")


def outcome(scenario: Scenario) -> dict[str, str]:
    found = answered(scenario)
    return {part: getattr(found, part) for part in PARTS}


@settings(max_examples=7)
@given(scenarios(), answered_scenarios())
def test_no_answer_changes_what_is_settled(known: Scenario, full: Scenario) -> None:
    rec = answered(known)
    never = never_asked(RULES, known.flat())
    rest = {
        name: a
        for name, a in full.answers().items()
        if name not in known.answers() and name not in never
    }
    then = outcome(known.with_answers(**rest))
    for part in set(PARTS) - rec.provisional:
        assert then[part] == getattr(rec, part)


def test_a_question_about_safety_that_can_change_a_step_alone_is_there() -> None:
    """One answer to each fact goes with one row, and not with such as answer twice."""
    no = ("now_unsafe", "self_harm_thoughts", "afraid", "partner_self_harm_threat",
          "asked_of_me", "private_device", "close_to_going_back", "relieved_if_it_fails",
          "understands_purpose")  # fmt: skip
    none = ("must_stay_in_touch", "my_position", "aims", "earlier_steps", "how_i_am", "support")
    quiet = Scenario.model_validate({
        **dict.fromkeys(no, "no"), **{name: ["none"] for name in none},
        "danger_signs": ["controls_daily_life"], "danger_when": "past_year",
        "court_order": "none", "age_group": "under_18", "situation": "together",
        "commitment": "no_wish", "acceptance": "not_yet", "hope": "none",
        "staying_away": "easy", "pull": {"email": "not_used"}, "reach_out": "never",
        "times_gone_back": "0", "partner_space": "gives_space", "calm_steps": "not_yet",
        "considering": {}, "in_place": [], "children_at_risk": "unsure",
    })  # fmt: skip
    rec, other = answered(quiet.with_answers(afraid=None)), answered(quiet)
    assert {each.tactic for each in rec.steps} != {each.tactic for each in other.steps}
    assert "afraid" in {question.name for question in rec.ask}


@settings(max_examples=7)
@given(answered_scenarios(), st.data())
def test_a_question_that_is_not_there_changes_nothing(full: Scenario, data: st.DataObject) -> None:
    names = data.draw(st.sets(st.sampled_from(sorted(full.answers()))))
    names -= {"considering", "in_place"}
    rec = answered(full.with_answers(**dict.fromkeys(names)))
    asked = {question.name: question for question in rec.ask}
    if rec.ask.stopped:
        return
    facts = rec.scenario.flat()
    for name in names:
        if not is_asked(RULES, RULES.vocabulary.question(name), facts):
            continue  # it was answered although it is not asked now
        other = answered(full.with_answers(**{name: None}))
        for part in PARTS:
            if name not in asked or part not in asked[name].changes:
                assert getattr(other, part) == getattr(answered(full), part)
        if name not in asked:
            assert {step.tactic for step in (*other.steps, *other.later)} == {
                step.tactic for step in (*answered(full).steps, *answered(full).later)
            }


def ways(known: dict[str, Any], names: list[str]) -> Iterator[Scenario]:
    """Every way to answer these questions, or to leave them."""
    vocabulary = RULES.vocabulary
    choices = [(*vocabulary.question(name).answers, None) for name in names]
    for values in itertools.product(*choices):
        yield Scenario.model_validate({**known, **dict(zip(names, values, strict=True))})


OPEN = ["reach_out", "times_gone_back", "hope", "asked_of_me"]


def test_what_each_question_changes_is_what_trying_all_answers_finds() -> None:
    known = {**KNOWN, "how_i_am": ["none"], "support": ["group"]}
    rec = answered(Scenario.model_validate(known))
    found = {
        tuple(getattr(row, name) for name in OPEN): outcome(row) for row in ways(known, OPEN)
    }  # fmt: skip
    changes: dict[str, set[str]] = {name: set() for name in OPEN}
    for one, other in itertools.combinations(found, 2):
        differing = [name for name, a, b in zip(OPEN, one, other, strict=True) if a != b]
        if len(differing) == 1:
            parts = {part for part in PARTS if found[one][part] != found[other][part]}
            changes[differing[0]] |= parts
    asked = {question.name: {*question.changes} for question in rec.ask}
    assert asked == {name: parts for name, parts in changes.items() if parts or name in asked}
    assert rec.provisional == set().union(*changes.values())
    assert rec.ask.scenarios == len(found)


def test_the_share_is_that_of_the_answers_to_the_others_in_which_the_part_varies() -> None:
    known = {**KNOWN, "how_i_am": ["none"]}
    asked = {question.name: question for question in answered(Scenario.model_validate(known)).ask}
    others = ["times_gone_back", "hope", "asked_of_me"]
    answers = [RULES.vocabulary.question(name).answers for name in others]
    rows = [*itertools.product(*answers)]
    varies = 0
    for values in rows:
        given_ = {**known, **dict(zip(others, values, strict=True))}
        walls = {row.wall for row in map(answered, ways(given_, ["reach_out"]))}
        varies += len(walls) > 1
    assert asked["reach_out"].share == Fraction(varies, len(rows))


@given(scenarios())
@settings(max_examples=5)
def test_shares_are_shares_and_the_order_is_safety_first(scenario: Scenario) -> None:
    asked = open_questions(answered(scenario).situation)
    counting = asked.counting
    assert asked.questions[: len(counting)] == counting
    blocks = [question.block == "safety" for question in counting]
    assert blocks == sorted(blocks, reverse=True)
    others = [question.share for question in counting if question.block != "safety"]
    assert others == sorted(others, reverse=True)
    assert all(0 <= question.share <= 1 for question in asked)
    assert {*asked.settled} | {*asked.provisional} >= {*PARTS}
    for question in counting[:3]:
        for effect in question.effects:
            assert {*asked.settled} <= {*effect.settles}


@given(answered_scenarios())
@settings(max_examples=3)
def test_with_everything_answered_nothing_is_asked(scenario: Scenario) -> None:
    assume("unknown" not in str(scenario.answers()["pull"]))
    rec = answered(scenario)
    assert not rec.ask
    assert rec.provisional == frozenset()
    assert rec.ask.scenarios == 1


@pytest.mark.parametrize("answer", [{"now_unsafe": "yes"}, {"self_harm_thoughts": "yes"}])
def test_in_a_crisis_nothing_more_is_asked(answer: dict[str, str]) -> None:
    rec = answered(Scenario.model_validate(answer))
    assert rec.ask.stopped
    assert not rec.ask
    assert "Help comes first." in rec.ask.to_text()
    assert "can change" not in rec.to_text()


def test_rather_not_say_is_an_answer_and_is_not_asked_again() -> None:
    rec = answered(Scenario(danger_signs={"rather_not_say"}))
    assert "danger_signs" not in {question.name for question in rec.ask}


def test_a_considered_step_counts_and_is_named_in_plain_words() -> None:
    rec = answered(Scenario(considering={"change_number"}))
    assert "status.change_number" in {*rec.ask.settled, *rec.ask.provisional}
    assert "Get a new number" in rec.ask.to_text()


def test_ways_left_are_counted_exactly() -> None:
    facts = Scenario.model_validate(KNOWN).flat()
    open_ = open_facts(RULES, facts)
    members = 12
    expected = 2**members + 1  # how they are: each sign or not, or not answered
    expected *= 2**7 + 1  # their position: seven things that may be so
    expected *= 2**3 + 1  # who they can lean on
    for name in (
        "reach_out",
        "times_gone_back",
        "hope",
        "asked_of_me",
        "danger_when",
        "calm_steps",
    ):
        expected *= len(RULES.vocabulary.question(name).answers) + 1
    assert ways_left(RULES, facts, open_) == expected


def test_nothing_shows_answers_by_accident() -> None:
    rec = answered(Scenario(hope="strong"))
    assert "strong" not in repr(rec.ask) + repr(rec.ask[0]) + repr(rec.ask[0].effects)


@pytest.mark.parametrize("code", ["NC701", "NC702", "NC703"])
@pytest.mark.parametrize("form", ["to_text", "to_markdown", "to_html", "to_json"])
def test_an_answer_that_cannot_be_completed_is_not_shown_as_if_it_were(
    form: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its marks and its open safety questions it would look complete."""

    def too_tangled(*_: object) -> None:
        raise ProofError([Diagnostic(code, "it does not fit")])

    monkeypatch.setattr("nocontact.explanation.asking.asking.answer_diagram", too_tangled)
    with pytest.raises(ProofError, match=code):
        getattr(answered(Scenario(reach_out="often")), form)()


def test_in_a_crisis_the_document_needs_no_diagrams(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_tangled(*_: object) -> None:
        raise ProofError([Diagnostic("NC703", "it takes too long")])

    monkeypatch.setattr("nocontact.explanation.asking.asking.answer_diagram", too_tangled)
    assert "help now" in answered(Scenario(now_unsafe="yes")).to_text()


def test_a_document_marks_what_is_provisional_and_nothing_that_is_settled() -> None:
    mark = "More answers may change this."
    settled = answered(
        Scenario(danger_signs={"choked"}, danger_when="now", partner_space="keeps_trying")
    )
    assert settled.provisional == {"wall"}
    text = " ".join(settled.to_text(detail="record").split())
    assert text.count(mark) == 1
    assert "How high a wall: We do not know yet how high." in text
    assert " ".join(answered(Scenario()).to_text(detail="record").split()).count(mark) == 4
    assert mark in " ".join(settled.to_text().split())


def test_json_has_the_share_exactly_and_as_a_number() -> None:
    found = json.loads(answered(Scenario.model_validate(KNOWN)).to_json())
    first = found["ask"][0]
    assert Fraction(first["share"]["exact"]) == pytest.approx(first["share"]["about"])
    assert found["provisional"] == ["help", "standing", "wall"]


def test_without_a_list_everything_that_is_shown_counts() -> None:
    texts = {**texts_of(shipped_rules())}
    texts["rulebook.yaml"] = texts["rulebook.yaml"].replace("settles: [", "# settles: [")
    parsed, _ = rulebook_from_texts(texts)
    _, rulebase = check_rulebook(parsed, RULES.vocabulary)
    assert rulebase is not None
    names = [part.name for part in settled_findings(rulebase)]
    assert names == ["standing", "wall", "stance", "help", "notes", "mixed_signs"]
    assert "notes" in recommend(Scenario(), rulebook=rulebase, engine="reference").provisional
