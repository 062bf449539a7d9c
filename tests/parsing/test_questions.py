"""Questions as data: read, written, alone or beside the shipped ones."""

from __future__ import annotations

from nocontact import Rulebook
from nocontact.diagnostics import Report
from nocontact.parsing import rulebook_from_texts, vocabulary_of
from nocontact.rulebook import Comparison, ParsedRulebook

HOUSING = """
questions:
  - id: housing
    block: housing
    shape: one
    asks: Do you have a place to go?
    answers: {no: No, yes: Yes}
    source: [6]
    asked_when: {hope: {is_not: strong}}
    renamed: {maybe: yes}
  - id: hope
    shape: one
    asks: Do you hope?
    answers: {0: Not at all, 1: A little, 2+: More}
    ordered: no
    change: one_way
    source: [20]
    short: 2
  - {id: visits, shape: map, asks: How often?, answers: {never: No, often: Yes},
     members: {mum: My mum}, source: [6]}
  - {id: steps_taken, shape: steps, asks: Which steps?, source: [6]}
renamed_questions: {home: housing}
"""


def _parsed(questions: str) -> ParsedRulebook:
    parsed, problems = rulebook_from_texts(
        {"rulebook.yaml": "{name: a, version: '1', date: 2026-01-31}", "questions.yaml": questions}
    )
    assert not problems, Report.of(problems)
    return parsed


def test_a_rulebook_alone_has_its_own_questions_only() -> None:
    vocabulary = vocabulary_of(_parsed(HOUSING))
    assert [each.name for each in vocabulary.questions()] == [
        "hope", "visits", "steps_taken", "housing",
    ]  # fmt: skip
    assert vocabulary["hope"].answers == ("0", "1", "2+")
    assert (vocabulary["hope"].ordered, vocabulary["hope"].change) == (False, "one_way")
    assert vocabulary["visits.mum"].answers == ("never", "often")
    assert vocabulary.question("housing").asked_when == Comparison("hope", "is_not", ("strong",))
    assert vocabulary.question("housing").renamed == {"maybe": "yes"}
    assert vocabulary.renamed_questions == {"home": "housing"}
    assert [each.name for each in vocabulary.short_form()] == ["hope"]


def test_one_that_extends_the_shipped_questions_adds_and_replaces() -> None:
    shipped = [each.name for each in Rulebook.load().vocabulary.questions()]
    vocabulary = vocabulary_of(_parsed(f"extends: shipped{HOUSING}"))
    names = [each.name for each in vocabulary.questions()]
    assert names == [*shipped, "visits", "steps_taken", "housing"]
    assert vocabulary.question("hope").text == "Do you hope?"
    assert vocabulary.question("considering").answers == vocabulary.question("aims").members


def test_a_rulebook_without_questions_speaks_of_the_shipped_ones() -> None:
    parsed, _ = rulebook_from_texts({"rulebook.yaml": "{name: a, version: '1', date: 2026-01-31}"})
    assert parsed.questions is None
    assert vocabulary_of(parsed) is vocabulary_of(parsed)
    assert vocabulary_of(parsed) == Rulebook.load().vocabulary


def test_a_changed_question_changes_the_digest() -> None:
    assert _parsed(HOUSING).digest != _parsed(HOUSING.replace("Do you hope?", "Do you?")).digest


def test_all_problems_are_told_together_and_none_is_raised() -> None:
    text = """
    extends: theirs
    questions:
      - {id: a b, shape: ring, asks: 3, source: x, short: 0}
      - 7
      - {id: c, shape: map, asks: C?, answers: [d], members: {d: e}, source: [6], ordered: yes}
    """
    _, problems = rulebook_from_texts({"questions.yaml": text})
    own = [each.code for each in problems if each.span and each.span.file == "questions.yaml"]
    assert own == ["NC104", "NC104", "NC108", "NC103", "NC103", "NC103", "NC110", "NC103"]
