"""Cases are read with every problem in its place, and differ in plain sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact import Rulebook, ScenarioError, scenario_from_text
from nocontact.testing.cases import Case, case_problems, cases_from_text


def only(text: str) -> Case:
    cases, problems = cases_from_text(text, "wall.yaml")
    assert not problems, problems
    assert len(cases) == 1
    return cases[0]


def said(text: str) -> str:
    cases, problems = cases_from_text(text, "wall.yaml")
    assert not cases
    return "\n".join(str(each) for each in problems)


def test_a_contrast_changes_only_the_answers_that_it_names() -> None:
    cases, problems = cases_from_text(
        """
background: {age_group: adult}
cases:
  - name: A
    claims: [C59]
    given: {hope: some, pull: {email: always_look}}
    expect: {wall: lock}
    but:
      - when: {pull: {phone: can_leave_it}}
        article_only: yes
        expect: {wall: none}
      - when: {hope: unknown, age_group: unknown}
        expect: {wall: lock}
""",
        "wall.yaml",
    )
    assert not problems
    first, second, third = cases
    assert first.scenario.answers() == {
        "age_group": "adult", "hope": "some", "pull": {"email": "always_look"},
    }  # fmt: skip
    assert second.scenario.answers() == {
        "age_group": "adult", "hope": "some", "pull": {"phone": "can_leave_it"},
    }  # fmt: skip
    assert third.scenario.answers() == {"pull": {"email": "always_look"}}
    assert [case.article_only for case in cases] == [False, True, False]
    assert {case.claims for case in cases} == {("C59",)}
    assert second.name == "A, but when pull is phone can_leave_it by the article alone"


def test_a_case_shows_no_answers_in_its_representation() -> None:
    case = only("cases: [{name: A, given: {hope: strong}, expect: {wall: none}}]")
    assert "strong" not in repr(case)


def test_a_list_of_answers_means_that_any_of_them_will_do() -> None:
    given = "{reach_out: often, staying_away: cannot}"
    case = only(f"cases: [{{name: A, given: {given}, expect: {{wall: [lock, sealed]}}}}]")
    assert case_problems(case) == ()


@pytest.mark.parametrize(
    ("expect", "sentence"),
    [
        ("wall: sealed", "the wall is `lock`, not `sealed` (because of wall.lock)"),
        ("status: {go_back: held}",
         "the status of `go_back` is `advised_against`, not `held` (because of status.go-back)"),
        ("findings: {accepting: mostly}", "`accepting` is `open`, not `mostly`"),
        ("considered: {go_back: fits}", "the verdict on `go_back` is `not there`, not `fits`"),
        ("steps: {exclude: [trusted_person, go_back]}",
         "`trusted_person` should not be among the steps"),
        ("later: {include: [go_back]}",
         "`go_back` should be among what can wait; there is nothing"),
        ("later: {first: go_back}",
         "`go_back` should come first among what can wait, where nothing does"),
        ("also: [not_ready]", "what else comes first should be `not_ready`, not empty"),
        ("stages: {in_order: [wall, difficulty]}",
         "`wall`, `difficulty` should come in this order among the stages: "),
        ("steps: {at_most: 0}", "the steps should be at most 0, not "),
        ("fired: [wall.sealed]", "`wall.sealed` should be among the rules that fired; there is "),
        ("not_fired: [wall.lock]", "`wall.lock` should not be among the rules that fired"),
        ("fired: [wall.lok]",
         "the rulebook has no `wall.lok` for `fired` (did you mean `wall.lock`?)"),
        ("status: {go_bak: held}",
         "the rulebook has no `go_bak` for `status` (did you mean `go_back`?)"),
    ],
)  # fmt: skip
def test_what_differs_is_said_in_a_plain_sentence(expect: str, sentence: str) -> None:
    given = "{reach_out: often, staying_away: cannot}"
    case = only(f"cases: [{{name: A, given: {given}, expect: {{{expect}}}}}]")
    assert case_problems(case, Rulebook.load())[0].startswith(sentence)


def test_a_tactic_that_the_catalogue_does_not_hold_is_a_sentence_and_no_exception() -> None:
    case = only("cases: [{name: A, given: {considering: [block_emial]}, expect: {wall: none}}]")
    assert "block_emial" in case_problems(case)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "NC001"),
        ("cases: [{name: A, given: {hope: big}, expect: {wall: none}}]",
         "wall.yaml:1:33: NC402: `hope` cannot be `big`"),
        ("cases: [{name: A, given: {hop: some}, expect: {wall: none}}]",
         "wall.yaml:1:27: NC401: there is no question `hop`"),
        ("cases: [{name: A, given: {}, expect: {wal: none}}]", "NC101: `wal` is not a key here"),
        ("cases: [{name: A, given: {}, expect: {}}]", "NC106: this expects nothing"),
        ("cases: [{name: A, given: {hope: big}}]", "NC102: `expect` is missing"),
        ("cases: 3", "NC103: expected a mapping"),
        ("cases: [{name: A, given: {hope: big}, expect: {steps: {at_most: few}}}]",
         "NC105: `at_most` must be a number"),
        ("cases: [{name: A, given: {hope: big}, expect: {wall: none}, but: [{expect: {}}]}]",
         "NC102: `when` is missing"),
        ("cases: [{name: A, article_only: perhaps, given: {hope: big}, expect: {wall: none}}]",
         "wall.yaml:1:33: NC104: "),
    ],
)  # fmt: skip
def test_a_mistake_in_a_case_file_is_a_diagnostic_in_its_place(text: str, words: str) -> None:
    assert words in said(text)


@pytest.mark.parametrize("name", ["hope\u00a0", "x" * 61, "ho\\pe", '"ho\\tpe"', "h\u043epe", '""'])
def test_an_odd_name_of_a_question_is_refused_as_in_a_scenario(name: str) -> None:
    given = f"{{{name}: none}}"
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text(given, "wall.yaml")
    message = raised.value.diagnostics[0].message
    assert message in said(f"cases: [{{name: A, given: {given}, expect: {{wall: none}}}}]")


def test_more_answers_than_anyone_gives_are_a_diagnostic() -> None:
    given = ", ".join(f"q{at}: a" for at in range(1_001))
    text = f"cases: [{{name: A, given: {{{given}}}, expect: {{wall: none}}}}]"
    assert "NC404: `the scenario` has more than 1000 entries" in said(text)


MARKS = st.text(alphabet="{}[]:,-\n names given expect wall cases but")


@given(st.text() | MARKS.map("cases: ".__add__))
def test_no_text_whatever_makes_the_reader_raise(text: str) -> None:
    cases_from_text(text, "x.yaml")


def test_cases_run_where_hypothesis_is_not_installed() -> None:
    program = "import sys; sys.modules['hypothesis'] = None; import nocontact.testing.cases"
    subprocess.run([sys.executable, "-c", program], check=True)
