"""The page of all questions: what is asked, what may be answered, when, and where it is from."""

from collections.abc import Iterator
from itertools import groupby

from generated_page import GeneratedPage
from rulebook_page import FOLDER, source_link

from nocontact.facts import Question
from nocontact.rulebook import CheckedRulebase

CHANGES = {
    "mutable": "the person can change it",
    "one_way": "the person can change it in one direction only",
    "not_theirs": "not theirs to change",
}


def question_page(rulebase: CheckedRulebase) -> GeneratedPage:
    """The questions, block by block."""
    questions = rulebase.vocabulary.questions()
    parts = [
        "# Questions",
        "Made from `rules/questions.yaml`, in the order of the interview. `unknown` is an answer "
        "to each of them, and nothing is guessed from it.",
    ]
    for block, listed in groupby(questions, key=lambda each: each.block):
        parts.append(f"## Block: {block}")
        for each in listed:
            parts += _question(each)
    return GeneratedPage(f"{FOLDER}/questions.md", "Questions", "\n\n".join(parts) + "\n")


def _question(question: Question) -> Iterator[str]:
    yield f"### {question.name} {{#{question.name}}}"
    yield f"**{question.text}**"
    answers = [f"- `{each}`: {question.words[each]}" for each in _ids(question)]
    if answers:
        yield "\n".join(answers)
    if question.shape == "map":
        levels = (f"`{each}`: {question.words[each]}" for each in question.answers)
        yield f"For each of them: {'; '.join(levels)}."
    if question.shape.startswith("steps"):
        yield "Ids of [steps](tactics.md)."
    if question.asked_when is not None:
        yield f"Asked only while: {question.asked_when}."
    if question.renamed:
        yield f"Renamed: {', '.join(f'`{o}` is now `{n}`' for o, n in question.renamed.items())}."
    yield ". ".join(_about(question)) + "."


def _ids(question: Question) -> tuple[str, ...]:
    return question.answers if question.shape == "one" else question.members


def _about(question: Question) -> Iterator[str]:
    yield f"Shape: {question.shape.replace('_', ' ')}"
    if question.shape == "one" and not question.ordered:
        yield "The answers have no order"
    yield f"Change: {CHANGES[question.change]}"
    if question.short_form:
        yield f"Short form: number {question.short_form}"
    yield f"Rests on: {', '.join(map(source_link, question.source))}"
