"""Every question can be asked: plain words for each answer, a source, nobody blamed."""

from __future__ import annotations

import re

import pytest

from nocontact.facts import Question, Scenario, Vocabulary

QUESTIONS = Vocabulary.of(Scenario).questions()
TO_AVOID = re.compile(
    r"borderline|dysfunction|toxic|narciss|psycho|crazy|abuser|victim|depend|enmesh|dubious"
    r"|secretly|timid|obsess|stalk|impaired|crutch|disciplin|willpower|relapse|fail|trigger"
    r"|neutrali|manipulat|suicide|retribution|\bwall\b|\bsafe\b|guarantee|prove|\bwill\b",
    re.IGNORECASE,
)

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)


@every_question
def test_every_answer_has_plain_words(question: Question) -> None:
    assert set(question.words) == {*question.answers, *question.members} - _aims(question)
    assert all(words and not words[0].islower() for words in question.words.values())


@every_question
def test_every_question_is_a_question_with_a_source(question: Question) -> None:
    assert question.text.endswith("?")
    assert question.source
    for source in question.source:
        numbered = isinstance(source, int) and 1 <= source <= 46
        assert numbered or re.fullmatch(r"SA(0[1-9]|1\d|2[0-4])", str(source))


@every_question
def test_no_text_blames_labels_or_promises(question: Question) -> None:
    for text in (question.text, *question.words.values()):
        assert not TO_AVOID.search(text), text


@every_question
def test_every_text_is_short(question: Question) -> None:
    for text in (question.text, *question.words.values()):
        for sentence in re.split(r"(?<=[.?;:]) ", text):
            assert len(sentence.split()) <= 23, text


@every_question
def test_unknown_is_never_listed_among_the_answers(question: Question) -> None:
    assert "unknown" not in question.answers + question.members
    assert question.allowed[-1] == "unknown"


@every_question
def test_what_the_partner_does_is_never_the_persons_to_change(question: Question) -> None:
    partners = {"partner_space", "danger_signs", "partner_self_harm_threat", "children_at_risk"}
    if question.name in partners:
        assert question.change == "not_theirs"


def _aims(question: Question) -> set[str]:
    return set(question.answers) if question.shape == "steps_with_aims" else set()
