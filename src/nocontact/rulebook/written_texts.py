"""Every text of a rulebook, with the id by which translations name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nocontact.diagnostics import Span, shown
from nocontact.facts import Vocabulary
from nocontact.rulebook.engine_words import engine_translation, engine_words
from nocontact.rulebook.parsed_rulebook import ParsedRulebook
from nocontact.rulebook.translation import ENGLISH

MESSAGES = f"messages.{ENGLISH}.yaml"
QUESTIONS = "questions.yaml"
TEXTS_OF_TACTICS = ("plain", "good", "hard", "needs")


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text as it was written, in English.

    Attributes:
        id: its name in a translation.
        what: what it is, in words.
        english: the text.
        file: the file that it stands in; empty for a question of a scenario class, or of the
            shipped questions that another rulebook speaks of.
        path: where it stands in the file, or beside `near`.
        near: the place of the rule, decision, need or promise that it belongs to.

    Examples:
        >>> WrittenText("step.why", "the message `step.why`", "Why", MESSAGES).english
        'Why'
    """

    id: str
    what: str
    english: str
    file: str = ""
    path: tuple[str | int, ...] = ()
    near: Span | None = None


def written_texts(parsed: ParsedRulebook, vocabulary: Vocabulary) -> Iterator[WrittenText]:
    """Yield every text of a rulebook and of its questions.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> found = {each.id: each for each in written_texts(rulebase.parsed, rulebase.vocabulary)}
        >>> found["tactic.change_number.plain"].english, found["answer.hope.strong"].english
        ('Get a new number.', 'Most days')
    """
    for key, text in parsed.messages.get(ENGLISH, {}).items():
        yield WrittenText(key, f"the message `{shown(key)}`", text, MESSAGES)
    yield from _of_decisions(parsed)
    yield from _of_the_policy(parsed)
    yield from _of_the_catalogue(parsed)
    for number, text in enumerate(parsed.metadata.limits, 1):
        yield WrittenText(f"limits.{number}", f"`limits` of the rulebook, number {number},", text,
                          "rulebook.yaml", ("limits", number - 1))  # fmt: skip
    for promise in parsed.promises:
        yield WrittenText(f"promise.{promise.id}.says", f"`says` of the promise `{promise.id}`",
                          promise.says, "promises.yaml", ("says",), promise.span)  # fmt: skip
    yield from _of_questions(parsed, vocabulary)


def shown_texts(
    parsed: ParsedRulebook, vocabulary: Vocabulary, language: str = ENGLISH
) -> dict[str, WrittenText]:
    """Return id → text for all that a person who asks may read: what a translation has to hold.

    Promises are left out: they speak to those who keep the rules, and no answer shows them.

    Args:
        parsed: the rulebook.
        vocabulary: its questions.
        language: of the translation; where the engine does not speak it, its sentences too.

    Examples:
        >>> from nocontact import Rulebook
        >>> found = shown_texts(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> found["question.hope"].english
        'Deep down, do you hope for a life as a couple with them?'
        >>> any(name.startswith("promise.") for name in found), "step.why" in found
        (False, False)
        >>> "step.why" in shown_texts(Rulebook.load().parsed, Rulebook.load().vocabulary, "de")
        True
    """
    foreign = language != ENGLISH and not engine_translation(language)
    return {
        key: WrittenText(key, f"the engine's sentence `{key}`", text)
        for key, text in (engine_words().items() if foreign else ())
    } | {
        each.id: each
        for each in written_texts(parsed, vocabulary)
        if each.english and each.file != "promises.yaml"
    }


def _of_decisions(parsed: ParsedRulebook) -> Iterator[WrittenText]:
    for decision in parsed.decisions:
        name, file = decision.name, decision.span.file if decision.span else f"{decision.name}.yaml"
        yield WrittenText(f"decision.{name}.asks", f"`asks` of the decision `{name}`",
                          decision.asks, file, ("asks",), decision.span)  # fmt: skip
        for rule in decision.rules:
            yield WrittenText(f"rule.{rule.id}.because", f"`because` of the rule `{rule.id}`",
                              rule.because, file, ("because",), rule.span)  # fmt: skip


def _of_the_policy(parsed: ParsedRulebook) -> Iterator[WrittenText]:
    policy, file = parsed.policy, "planning.yaml"
    for need in policy.needs:
        yield WrittenText(f"need.{need.id}.because", f"`because` of the need `{need.id}`",
                          need.because, file, ("because",), need.span)  # fmt: skip
    for direction, text in policy.barriers.because.items() if policy.barriers else ():
        yield WrittenText(f"barriers.{direction}.because",
                          f"`because` of `barriers`, `{direction}`", text, file,
                          ("barriers", "because", direction))  # fmt: skip
    if policy.limit:
        yield WrittenText("limit.because", "`because` of `limit`", policy.limit.because, file,
                          ("limit", "because"))  # fmt: skip


def _of_the_catalogue(parsed: ParsedRulebook) -> Iterator[WrittenText]:
    for at, tactic in enumerate(parsed.tactics, -parsed.inherited):
        file, place = ("tactics.yaml", at) if at >= 0 else ("", 0)
        for name in TEXTS_OF_TACTICS:
            text = getattr(tactic, name)
            if text or name == "plain":
                yield WrittenText(f"tactic.{tactic.id}.{name}",
                                  f"`{name}` of the tactic `{tactic.id}`", text,
                                  file, ("tactics", place, name))  # fmt: skip


def _of_questions(parsed: ParsedRulebook, vocabulary: Vocabulary) -> Iterator[WrittenText]:
    listed = parsed.questions.questions if parsed.questions else ()
    places = {question.name: at for at, question in enumerate(listed)}
    for question in vocabulary.questions():
        name = question.name
        file = QUESTIONS if name in places else ""
        place = ("questions", places[name]) if file else ()
        yield WrittenText(f"question.{name}", f"the question `{name}`", question.text,
                          file, (*place, "asks") if file else ())  # fmt: skip
        for answer, text in question.words.items():
            key = "members" if answer in question.members else "answers"
            yield WrittenText(f"answer.{name}.{answer}",
                              f"the answer `{answer}` to the question `{name}`", text,
                              file, (*place, key, answer) if file else ())  # fmt: skip
