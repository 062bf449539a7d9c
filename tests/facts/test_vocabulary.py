"""The vocabulary: what is in it, in which order, and what it promises to the engines."""

from __future__ import annotations

import itertools

import pytest

from nocontact.facts import Fact, Question, Scenario, Vocabulary, WellFormed

VOCABULARY = Vocabulary.of(Scenario)


def test_the_short_form_has_each_place_once_and_safety_first() -> None:
    short = VOCABULARY.short_form()
    assert [question.short_form for question in short] == list(range(1, len(short) + 1))
    blocks = [question.block for question in short]
    assert blocks == sorted(blocks, reverse=True)
    assert set(blocks) == {"article", "safety"}
    assert {"now_unsafe", "danger_signs", "hope", "pull"} <= {question.name for question in short}


def test_the_interview_asks_the_safety_block_first() -> None:
    blocks = [question.block for question in VOCABULARY.questions()]
    assert (blocks[0], blocks[-1]) == ("safety", "article")
    assert blocks == sorted(blocks, reverse=True)


def test_the_flat_facts_are_counted() -> None:
    each = [len([*question.facts()]) for question in VOCABULARY.questions()]
    assert len(VOCABULARY) == sum(each) > len(each)
    assert repr(VOCABULARY) == f"Vocabulary({len(each)} questions, {sum(each)} flat facts)"


@pytest.mark.parametrize(
    ("name", "answers", "ordered"),
    [
        ("now_unsafe", ("no", "unsure", "yes"), True),
        ("self_harm_thoughts", ("no", "passive", "rather_not_say", "yes"), True),
        ("danger_when", ("long_ago", "past_year", "now"), True),
        (
            "partner_self_harm_threat",
            ("no", "others_look_after", "hinted", "yes", "happening_now"),
            False,
        ),
        (
            "court_order",
            ("none", "visits_only", "protects_me", "limits_me", "both_or_unsure"),
            False,
        ),
        ("asked_of_me", ("no", "time", "no_answer", "stop"), True),
        ("commitment", ("no_wish", "testing", "leaning", "stuck", "committed"), True),
        ("acceptance", ("not_yet", "partly", "mostly", "done"), True),
        ("understands_purpose", ("no", "unsure", "no_distance", "yes"), False),
        ("staying_away", ("easy", "some_pull", "gives_in", "cannot", "nothing_holds"), True),
        ("times_gone_back", ("0", "1", "2", "3+"), True),
        (
            "partner_space",
            ("gives_space", "mild", "comes_and_goes", "keeps_trying", "getting_stronger"),
            True,
        ),
        ("calm_steps", ("not_yet", "helping", "did_not_help", "no_way"), False),
        ("pull.email", ("not_used", "can_leave_it", "sometimes_look", "always_look"), True),
        ("aims.win_back", ("no", "yes"), True),
        ("aims.none", ("no", "yes"), True),
        ("danger_signs.rather_not_say", ("no", "yes"), True),
    ],
)
def test_answers_stand_lowest_first(name: str, answers: tuple[str, ...], ordered: bool) -> None:
    assert (VOCABULARY[name].answers, VOCABULARY[name].ordered) == (answers, ordered)


def test_questions_about_tactics_have_no_flat_facts() -> None:
    assert VOCABULARY.facts_of("considering") == VOCABULARY.facts_of("in_place") == ()


def test_every_fact_knows_its_question_member_words_and_place() -> None:
    fact = VOCABULARY["danger_signs.choked"]
    assert (fact.question, fact.member, fact.block, fact.short_form) == (
        "danger_signs", "choked", "safety", 3,
    )  # fmt: skip
    assert fact.words["yes"] == "Choked you, or put hands around your neck"
    assert fact.asks.startswith("Has your partner")
    assert fact.source == ("SA01", "SA02", "SA14")


def test_every_fact_is_well_made() -> None:
    for name, fact in VOCABULARY.items():
        assert isinstance(fact, Fact)
        assert fact.name == name
        assert len(set(fact.answers)) == len(fact.answers) >= 2
        assert "unknown" not in fact.answers
        assert set(fact.words) == set(fact.answers)


def test_a_vocabulary_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        VOCABULARY["x"] = Fact("x", ("no", "yes"))  # type: ignore[index]
    VOCABULARY.blank().clear()
    assert len(VOCABULARY.blank()) == len(VOCABULARY)


@pytest.mark.parametrize(
    "members",
    [("a", "b"), ("a", "b", "none"), ("a", "rather_not_say"), ("a", "b", "none", "rather_not_say")],
)
def test_well_formed_allows_exactly_what_a_set_answer_can_say(members: tuple[str, ...]) -> None:
    from nocontact.facts import flatten

    question = Question("q", "set", "?", members=members)
    said = {frozenset(part) for n in range(5) for part in itertools.combinations(members, n)}
    said -= {each for each in said if "none" in each and len(each) > 1}
    if "none" in members:
        said -= {frozenset()}
    rows = [flatten(question, each) for each in (*said, "unknown")]
    rule, names = WellFormed.of(question), [name for _, name in question.fact_names]
    every = [
        dict(zip(names, levels, strict=True))
        for levels in itertools.product(("no", "yes", "unknown"), repeat=len(names))
    ]
    assert [row for row in every if rule.allows(row)] == [row for row in every if row in rows]
