"""Questions have names of their own, cite, and are asked after those they depend on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from keyword import iskeyword

from nocontact.checking.citations import leads_nowhere
from nocontact.checking.condition_names import condition_problems
from nocontact.checking.context import Context
from nocontact.checking.reserved_names import WORDS
from nocontact.diagnostics import Diagnostic, Span, shown
from nocontact.facts import UNKNOWN, Answers, Question
from nocontact.rulebook import Atom, atoms_of
from nocontact.rulebook.written_texts import QUESTIONS


def questions(context: Context) -> Iterator[Diagnostic]:
    """Check the questions of the rulebook itself (NC201 to NC204, NC206, NC215, NC221 to NC226).

    Examples:
        >>> from nocontact.parsing import rulebook_from_texts, vocabulary_of
        >>> text = "questions: [{id: all, shape: steps, asks: Which steps?, source: [6]}]"
        >>> parsed, _ = rulebook_from_texts({"questions.yaml": text})
        >>> [each.code for each in questions(Context(parsed, vocabulary_of(parsed)))]
        ['NC221', 'NC206']
    """
    listed = context.parsed.questions
    if listed is None:
        return
    order = {each.name: at for at, each in enumerate(context.vocabulary.questions())}
    unasked = [at for at, each in enumerate(listed.questions) if each.name not in order]
    if unasked:
        yield _unasked(context, unasked)
        return
    first: dict[str, Span | None] = {}
    for at, each in enumerate(listed.questions):
        place = _at(context, at, "id")
        if each.name in first:
            yield context.found("NC204", f"the question `{each.name}` is given twice "
                                f"(first at {first[each.name]})", place,
                                "give one of them another name, or remove it",
                                name=each.name)  # fmt: skip
        first.setdefault(each.name, place)
        yield from _reserved(context, at, each)
        yield from _cited(context, at, each)
        yield from _asked_when(context, at, each, order)
        yield from _renamed_answers(context, at, each)
    yield from _renamed_questions(context, listed.renamed, order)


def _unasked(context: Context, unasked: list[int]) -> Diagnostic:
    """Return the problem of a scenario class that does not have the questions of the rulebook."""
    name = context.parsed.questions.questions[unasked[0]].name if context.parsed.questions else ""
    more = f", nor {len(unasked) - 1} more" if len(unasked) > 1 else ""
    return context.found(
        "NC226", f"the scenario class does not have the question `{name}`{more}",
        _at(context, unasked[0], "id"),
        "leave the class out: the rulebook knows its questions")  # fmt: skip


def _at(context: Context, number: int, *path: str | int) -> Span | None:
    return context.places.at(QUESTIONS, "questions", number, *path)


def _reserved(context: Context, at: int, question: Question) -> Iterator[Diagnostic]:
    name = question.name
    taken = name in WORDS or name == UNKNOWN or iskeyword(name) or hasattr(Answers, name)
    if taken:
        yield context.found("NC221", f"`{name}` means something else, so no question can have "
                            "its name", _at(context, at, "id"), "give the question another name",
                            name=name)  # fmt: skip
    both = {*question.answers} & {*question.members}
    for key, names in (("answers", question.answers), ("members", question.members)):
        for each in names:
            place = context.places.key(QUESTIONS, "questions", at, key, each)
            if each == UNKNOWN:
                yield context.found("NC221", f"`{UNKNOWN}` is what a missing answer is called, so "
                                    f"it cannot be one of the {key} of `{name}`", place,
                                    "leave it out: every question has it", name=each)  # fmt: skip
            elif each in both and key == "members":
                yield context.found("NC204", f"`{each}` is a level and a channel of `{name}`",
                                    place, "give one of them another name", name=each)  # fmt: skip


def _cited(context: Context, at: int, question: Question) -> Iterator[Diagnostic]:
    what = f"the question `{question.name}`"
    if not question.source:
        yield context.found("NC215", f"{what} cites nothing", _at(context, at, "id"),
                            "add `source:` with a paragraph number or a source id")  # fmt: skip
    for number, cited in enumerate(question.source):
        if not context.parsed.sources.knows(cited):
            yield leads_nowhere(context, what, cited, _at(context, at, "source", number))


def _asked_when(
    context: Context, at: int, question: Question, order: dict[str, int]
) -> Iterator[Diagnostic]:
    if question.asked_when is None:
        return
    yield from condition_problems(context, question.asked_when)
    for atom in atoms_of(question.asked_when):
        if said := _not_earlier(context, question, atom, order):
            yield context.found(
                "NC224", f"`asked_when` of `{question.name}` asks about `{atom.subject}`, {said}",
                atom.span, "ask about the answers to earlier questions",
                name=atom.subject)  # fmt: skip


def _not_earlier(
    context: Context, question: Question, atom: Atom, order: dict[str, int]
) -> str | None:
    fact = context.vocabulary.get(atom.subject)
    if fact is None:
        return "a finding of the rules" if atom.subject in context.findings else None
    if fact.question == question.name:
        return "which is this question itself"
    return "which is asked later" if order[fact.question] > order[question.name] else None


def _renamed_answers(context: Context, at: int, question: Question) -> Iterator[Diagnostic]:
    whole = context.vocabulary.question(question.name)
    known = (*whole.answers, *whole.members)
    for old, now in question.renamed.items():
        place = _at(context, at, "renamed", old)
        if now not in known:
            yield _no_target(context, f"`{shown(now)}` is no answer to `{question.name}`", now,
                             known, place)  # fmt: skip
        if old in known:
            key = context.places.key(QUESTIONS, "questions", at, "renamed", old)
            yield _still_there(context, f"an answer to `{question.name}`", old, key)


def _renamed_questions(
    context: Context, renamed: Mapping[str, str], order: dict[str, int]
) -> Iterator[Diagnostic]:
    for old, now in renamed.items():
        if " " not in now.strip() and now not in order:
            place = context.places.at(QUESTIONS, "renamed_questions", old)
            yield _no_target(context, f"there is no question `{shown(now)}`", now, order, place)
        if old in order:
            key = context.places.key(QUESTIONS, "renamed_questions", old)
            yield _still_there(context, "a question", old, key)


def _no_target(
    context: Context, said: str, now: str, known: Iterable[str], place: Span | None
) -> Diagnostic:
    return context.found("NC225", said, place, "write what it is called now", name=now,
                         known=known)  # fmt: skip


def _still_there(context: Context, kind: str, old: str, place: Span | None) -> Diagnostic:
    return context.found("NC225", f"`{shown(old)}` is {kind} of today, so it is no old name",
                         place, "give the old name, or leave it out")  # fmt: skip
