"""What was answered in an interview, prompt by prompt: read, refused, made into answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias

from nocontact.diagnostics import Diagnostic, ScenarioError
from nocontact.facts import UNKNOWN, Vocabulary
from nocontact.facts import answer_problem as problem
from nocontact.facts.answer_reading import MOST_ENTRIES, read_answers
from nocontact.facts.given_value import shown
from nocontact.facts.question import NONE, Question, Shape
from nocontact.recommendation.prompt import Key, read_key

Given: TypeAlias = tuple[tuple[Key, tuple[str, ...]], ...]
"""What was chosen at each prompt, in order; nothing where it was skipped."""

ASKED = ("one", "set", "map")
"""The shapes of the questions that an interview asks; steps are named before it starts."""


def read_given(vocabulary: Vocabulary, given: Any) -> Given:
    """Return what was chosen at each prompt, in its one normal form; lists will do for tuples.

    Args:
        vocabulary: all questions.
        given: pairs of a key and of what was chosen there, in order.

    Raises:
        ScenarioError: when it is no such list (NC408), or holds what cannot be answered.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> read_given(Scenario.vocabulary(), [[["hope"], ["some"]], [["afraid"], []]])
        ((('hope',), ('some',)), (('afraid',), ()))
        >>> read_given(Scenario.vocabulary(), [[["pull", "email"], ["always_look"]]])
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: NC408: what was answered is not as an \
interview keeps it
          help: use what `interview.to_dict()` gave
    """
    read: dict[Key, tuple[str, ...]] = {}
    if not isinstance(given, (list, tuple)) or len(given) > MOST_ENTRIES:
        raise ScenarioError([not_kept("what was answered")])
    for entry in given:
        if not isinstance(entry, (list, tuple)) or len(entry) != 2:
            raise ScenarioError([not_kept("what was answered")])
        key = read_key(entry[0])
        if key is None or key in read or (key[1:] and key[1] not in read.get(key[:1], ())):
            raise ScenarioError([not_kept("what was answered")])
        read[key] = read_chosen(vocabulary, key, entry[1])
    return tuple(read.items())


def read_chosen(vocabulary: Vocabulary, key: Key, chosen: Any) -> tuple[str, ...]:
    """Return what was chosen at one prompt, every bit of it; nothing where it was skipped.

    Args:
        vocabulary: all questions.
        key: the key of the prompt.
        chosen: a list of answers, or one answer.

    Raises:
        ScenarioError: when something in it is no answer to this question (NC401 to NC404), or
            the question is not asked in an interview (NC407).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> read_chosen(Scenario.vocabulary(), ("danger_signs",), ["choked", "hit_or_hurt"])
        ('choked', 'hit_or_hurt')
        >>> read_chosen(Scenario.vocabulary(), ("hope",), ["none", "some"])
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: NC404: `hope` takes one answer, not several
          help: write one of: none, some, strong, unknown
    """
    question = next((each for each in vocabulary.questions() if each.name == key[0]), None)
    if question is None:
        return _read(vocabulary, {key[0]: UNKNOWN})
    if question.shape not in ASKED or (key[1:] and question.shape != "map"):
        raise ScenarioError([_never_asked(key)])
    names = _names(question, key, chosen)
    if names in ((), (UNKNOWN,)):
        return ()
    if key[1:]:
        value: Any = {key[1]: names[0]}
    elif question.shape == "one":
        value = names[0]
    else:
        value = list(names) if question.shape == "set" else _channels(question, names)
    return _read(vocabulary, {key[0]: value}, names)


def answers_of(vocabulary: Vocabulary, given: Given) -> dict[str, Any]:
    """Return the answer to each question that was not skipped.

    Args:
        vocabulary: all questions.
        given: what was chosen.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> given = ((("pull",), ("email",)), (("pull", "email"), ("always_look",)))
        >>> answers_of(Scenario.vocabulary(), given)
        {'pull': {'email': 'always_look'}}
    """
    chosen = [(vocabulary.question(key[0]), each) for key, each in given if len(key) == 1]
    return {question.name: _answer(question, each, given) for question, each in chosen if each}


def channels_of(question: Question, given: Given) -> Iterator[Key]:
    """Yield the keys of the channels that were chosen, to be asked about one by one.

    Args:
        question: any question; only a map has channels.
        given: what was chosen.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> pull = Scenario.vocabulary().question("pull")
        >>> [*channels_of(pull, ((("pull",), ("email", "work")),))]
        [('pull', 'email'), ('pull', 'work')]
    """
    if question.shape == "map":
        chosen = dict(given).get((question.name,), ())
        yield from ((question.name, channel) for channel in chosen if channel != NONE)


def waiting(vocabulary: Vocabulary, given: Given) -> Iterator[Key]:
    """Yield the keys of the channels that were chosen and not asked about yet.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> given = ((("pull",), ("email", "work")), (("pull", "email"), ("always_look",)))
        >>> [*waiting(Scenario.vocabulary(), given)]
        [('pull', 'work')]
    """
    asked = dict(given)
    for key in asked:
        if len(key) == 1:
            channels = channels_of(vocabulary.question(key[0]), given)
            yield from (channel for channel in channels if channel not in asked)


def not_kept(what: str) -> Diagnostic:
    """Return the problem of data that no interview wrote; none of it is shown.

    Examples:
        >>> print(not_kept("this"))
        NC408: this is not as an interview keeps it
          help: use what `interview.to_dict()` gave
    """
    return Diagnostic("NC408", f"{what} is not as an interview keeps it",
                      help="use what `interview.to_dict()` gave")  # fmt: skip


def _names(question: Question, key: Key, chosen: Any) -> tuple[str, ...]:
    """Return the names in what was chosen, each once; several only where several may be chosen."""
    single = question.shape == "one" or bool(key[1:])
    place, channel = ".".join(key), question.shape == "map"
    allowed = (*question.answers, UNKNOWN) if single else (*question.members, UNKNOWN)
    if channel and not single:
        allowed = (*question.members, NONE)
    if isinstance(chosen, AbstractSet):
        chosen = sorted(chosen, key=shown)
    listed = [chosen] if isinstance(chosen, str) else chosen
    if not isinstance(listed, (list, tuple)):
        shape: Shape = "one" if single else "set"
        raise ScenarioError([problem.wrong_shape(place, chosen, shape, allowed)])
    if single and len(listed) > 1:
        raise ScenarioError([problem.several(place, allowed)])
    if len(listed) > MOST_ENTRIES:
        raise ScenarioError([problem.too_many(place, MOST_ENTRIES)])
    strange = [each for each in listed if not isinstance(each, str)]
    if strange:
        raise ScenarioError([problem.not_text(place, strange[0], allowed)])
    return tuple(dict.fromkeys(str.__str__(each) for each in listed))


def _channels(question: Question, names: tuple[str, ...]) -> Mapping[str, str]:
    """Return the channels that were chosen, their levels still open; "none" goes alone."""
    if NONE in names and len(names) > 1:
        raise ScenarioError([problem.none_with_others(question)])
    return {name: UNKNOWN for name in names if name != NONE}


def _read(
    vocabulary: Vocabulary, answers: Mapping[str, Any], names: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return the names where the answers that they make can be read."""
    refused = read_answers(vocabulary, answers)[1]
    if refused:
        raise ScenarioError(each.diagnostic for each in refused)
    return names


def _never_asked(key: Key) -> Diagnostic:
    said = ".".join(map(shown, key))
    return Diagnostic("NC407", f"an interview does not ask about `{said}`", found=said,
                      help="give what is known before the interview as `start`")  # fmt: skip


def _answer(question: Question, chosen: tuple[str, ...], given: Given) -> Any:
    if question.shape != "map":
        return chosen[0] if question.shape == "one" else chosen
    levels = dict(given)
    found = {key[1]: (*levels.get(key, ()), UNKNOWN)[0] for key in channels_of(question, given)}
    return found or dict.fromkeys(question.members, question.answers[0])
