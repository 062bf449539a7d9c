"""The questions as plain data from which a page can build its controls."""

from __future__ import annotations

from itertools import groupby
from typing import Any, TypeAlias

from nocontact.facts.question import NONE, Question
from nocontact.facts.vocabulary import Vocabulary
from nocontact.notebook.saying import Saying

Data: TypeAlias = dict[str, Any]

AIMS = "aims"
"""The question that has the words of what a step is for."""


def form_to_data(vocabulary: Vocabulary, saying: Saying) -> list[Data]:
    """Return the blocks in order, each with the short interview first and then the rest.

    Args:
        vocabulary: the questions.
        saying: where the words come from.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> saying = Saying(recommend(Scenario()).situation.words)
        >>> first = form_to_data(Scenario.vocabulary(), saying)[0]
        >>> first["title"], first["first"][0]["name"], first["more"][0]["name"]
        ('Safety first', 'now_unsafe', 'court_order')
    """
    place = {question.name: at for at, question in enumerate(vocabulary.short_form())}
    blocks = []
    for _, found in groupby(vocabulary.questions(), key=lambda question: question.block):
        questions = list(found)
        first = sorted((q for q in questions if q.name in place), key=lambda q: place[q.name])
        more = [q for q in questions if q.name not in place]
        if not first:
            first, more = more, []
        blocks.append({
            "title": saying.block(questions[0]),
            "first": [_control(question, saying, vocabulary) for question in first],
            "more": [_control(question, saying, vocabulary) for question in more],
            "more_title": saying.say("more", count=len(more)),
        })  # fmt: skip
    return blocks


def _control(question: Question, saying: Saying, vocabulary: Vocabulary) -> Data:
    words = saying.words
    control: Data = {"name": question.name, "shape": question.shape,
                     "text": words.asks(question.name)}  # fmt: skip
    if question.shape in ("steps", "steps_with_aims"):
        tactics = words.rulebase.tactics
        control["choices"] = [[tactic, words.plain(tactic)] for tactic in tactics]
        known = AIMS if AIMS in {each.name for each in vocabulary.questions()} else question.name
        control["levels"] = [[aim, words.answer(known, aim)] for aim in question.answers]
        return control
    ids = question.members or question.answers
    control["choices"] = [[each, words.answer(question.name, each)] for each in ids]
    if question.shape == "map":
        control["levels"] = [[each, words.answer(question.name, each)] for each in question.answers]
    control["alone"] = [each for each in ids if each == NONE]
    return control
