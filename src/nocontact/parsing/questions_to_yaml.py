"""Questions of the interview → YAML."""

from __future__ import annotations

from nocontact.facts import Question, QuestionList
from nocontact.parsing.condition_to_yaml import condition_data
from nocontact.parsing.data_to_yaml import Data, data_to_yaml


def questions_to_yaml(listed: QuestionList) -> str:
    """Return `questions.yaml`: a list under `questions:`.

    Examples:
        >>> housing = Question("housing", "steps", "Which?", source=(6,))
        >>> print(questions_to_yaml(QuestionList((housing,), extends=True)), end="")
        extends: shipped
        questions: [{id: housing, block: article, shape: steps, asks: "Which?", source: [6]}]
    """
    data: dict[str, Data] = {"extends": "shipped"} if listed.extends else {}
    data["questions"] = [_question(each) for each in listed.questions]
    if listed.renamed:
        data["renamed_questions"] = dict(listed.renamed)
    return data_to_yaml(data)


def _question(question: Question) -> Data:
    words = question.words
    data: dict[str, Data] = {
        "id": question.name, "block": question.block, "shape": question.shape,
        "asks": question.text,
    }  # fmt: skip
    for key, names in (("answers", question.answers), ("members", question.members)):
        if names and not question.shape.startswith("steps"):
            data[key] = {name: words[name] for name in names}
    if question.shape == "one" and not question.ordered:
        data["ordered"] = "no"
    if question.change != "mutable":
        data["change"] = question.change
    data["source"] = list(question.source)
    if question.short_form is not None:
        data["short"] = question.short_form
    if question.asked_when is not None:
        data["asked_when"] = condition_data(question.asked_when)
    if question.renamed:
        data["renamed"] = dict(question.renamed)
    return data
