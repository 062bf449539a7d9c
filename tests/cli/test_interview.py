"""The interview: seventeen questions, safety first, and what an answer changes."""

from nocontact.cli.interview import Interview


def _asked(answers: dict[str, list[str]]) -> list[str]:
    """The keys that are asked when these answers are given and all else is skipped."""
    interview, asked = Interview(), []
    while (prompt := interview.prompt()) is not None:
        key = ".".join(prompt.key)
        asked.append(key)
        interview = interview.answered(answers.get(key, []))
    return asked


def test_seventeen_questions_are_asked_and_the_five_about_safety_come_first() -> None:
    asked = _asked({})
    assert len(asked) == 17
    assert asked[:5] == [
        "now_unsafe",
        "self_harm_thoughts",
        "danger_signs",
        "private_device",
        "must_stay_in_touch",
    ]


def test_danger_now_and_thoughts_of_dying_end_the_questions_at_once() -> None:
    assert _asked({"now_unsafe": ["yes"]}) == ["now_unsafe"]
    assert _asked({"self_harm_thoughts": ["yes"]}) == ["now_unsafe", "self_harm_thoughts"]
    assert len(_asked({"self_harm_thoughts": ["rather_not_say"]})) == 17


def test_a_danger_sign_or_a_legal_matter_brings_the_question_about_a_court_order() -> None:
    for answers in ({"danger_signs": ["choked"]}, {"must_stay_in_touch": ["court_or_legal"]}):
        asked = _asked(answers)
        assert asked[asked.index("must_stay_in_touch") + 1] == "court_order"
        assert len(asked) == 18
    for nothing in (["none"], ["rather_not_say"]):
        assert "court_order" not in _asked({"danger_signs": nothing})


def test_each_way_in_use_is_asked_about() -> None:
    asked = _asked({"pull": ["email", "work"]})
    assert asked[asked.index("pull") : asked.index("reach_out")] == [
        "pull",
        "pull.email",
        "pull.work",
    ]


def test_answers_become_a_scenario_and_what_is_skipped_stays_unknown() -> None:
    given = {
        "danger_signs": ["hit_or_hurt", "choked"],
        "pull": ["email", "phone"],
        "pull.email": ["always_look"],
        "hope": ["some"],
    }
    interview = Interview()
    while (prompt := interview.prompt()) is not None:
        interview = interview.answered(given.get(".".join(prompt.key), []))
    assert interview.scenario().answers() == {
        "danger_signs": ["choked", "hit_or_hurt"],
        "pull": {"email": "always_look", "phone": "unknown"},
        "hope": "some",
    }


def test_no_way_at_all_is_an_answer() -> None:
    interview = Interview()
    while (prompt := interview.prompt()) is not None:
        interview = interview.answered(["none"] if prompt.key == ("pull",) else [])
    assert interview.scenario().flat()["pull.email"] == "not_used"


def test_a_step_back_forgets_the_last_answer() -> None:
    interview = Interview().answered(["no"]).answered(["no"])
    assert interview.back() == Interview().answered(["no"])
    assert interview.back().back().back() == Interview()


def test_a_representation_shows_no_answers() -> None:
    assert "yes" not in repr(Interview().answered(["yes"]))
