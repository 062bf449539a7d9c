"""What can be wrong with an answer, said without showing any other answer.

Of what was given, only the one faulty word is named. Text of several words may hold other answers
(a quote or a line break is forgotten), so it is never named, and neither is a step: which steps
somebody thinks of is an answer too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nocontact.diagnostics import Diagnostic, nearest
from nocontact.facts.given_value import is_word, kind_of, meant, named, shown, with_sign
from nocontact.facts.question import Question, Shape

_SHAPES: dict[Shape, str] = {
    "one": "one answer",
    "set": "a list of answers",
    "map": "a level for each channel",
    "steps": "a list of tactic ids",
    "steps_with_aims": "a list of tactic ids, or tactic ids with aims",
}
_WAYS_OUT: dict[Shape, str] = {
    "one": "one of",
    "set": "one or more of",
    "map": "`channel: level` for the channels in use, out of",
}


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """One problem, and the path to it: question, then index, channel or tactic, as given.

    Attributes:
        path: where the answer stands in what was given. It may hold answers: it finds the place,
            and is never shown.
        diagnostic: what is wrong.
        of_key: whether the last name of the path is what is wrong, not what stands under it.

    Examples:
        >>> AnswerProblem(("hope",), Diagnostic("NC402", "`hope` cannot be `big`"))
        AnswerProblem(NC402; path hidden)
    """

    path: tuple[Any, ...]
    diagnostic: Diagnostic
    of_key: bool = False

    def __repr__(self) -> str:
        return f"AnswerProblem({self.diagnostic.code}; path hidden)"


def not_a_mapping(value: Any) -> Diagnostic:
    """Return the problem of something that is no scenario at all.

    Examples:
        >>> print(not_a_mapping(3))
        NC404: a scenario maps questions to answers, and this is a number
          help: write one `question: answer` for each answer
    """
    kind = kind_of(value)
    message = f"a scenario maps questions to answers, and this is {kind}"
    return Diagnostic("NC404", message, found=kind,
                      help="write one `question: answer` for each answer")  # fmt: skip


def unknown_question(name: Any, known: Iterable[str]) -> Diagnostic:
    """Return the problem of a question that nobody asks.

    Examples:
        >>> print(unknown_question("hop", ["hope"]))
        NC401: there is no question `hop` (did you mean `hope`?)
          help: remove it, or write the name of a question
    """
    names, said = tuple(known), shown(name)
    guess = meant(name, names)
    head, _, tail = said.partition(".")
    way_out = "remove it, or write the name of a question"
    if tail and head in names:
        way_out = f"`{said}` is a fact; as an answer, list it under `{head}`"
    else:
        way_out = with_sign(way_out, name, guess)
    called = f"there is no question {named(name)}"
    if isinstance(name, str) and not is_word(name):
        called = f"the name of a question is needed, and this is {said}"
    return Diagnostic("NC401", called, found=said,
                      nearest=guess, help=way_out)  # fmt: skip


def not_allowed(place: str, value: Any, allowed: tuple[str, ...]) -> Diagnostic:
    """Return the problem of an answer that is not among those allowed.

    Args:
        place: where it was given, such as `hope` or `pull.email`.
        value: what was given.
        allowed: what may be given.

    Examples:
        >>> print(not_allowed("hope", "big", ("none", "some")))
        NC402: `hope` cannot be `big`
          help: write one of: none, some
    """
    guess = meant(value, allowed)
    way_out = f"write one of: {', '.join(allowed)}"
    return Diagnostic(
        "NC402", f"`{place}` cannot be {named(value)}", found=shown(value), expected=allowed,
        nearest=guess, help=with_sign(way_out, value, guess),
    )  # fmt: skip


def none_with_others(question: Question) -> Diagnostic:
    """Return the problem of "none of these" beside something else.

    Examples:
        >>> print(none_with_others(Question("support", "set", "")))
        NC403: `support` says `none` together with other answers
          help: leave out `none`, or leave out the others
    """
    message = f"`{question.name}` says `none` together with other answers"
    return Diagnostic("NC403", message, found="none",
                      help="leave out `none`, or leave out the others")  # fmt: skip


def unknown_channel(place: str, value: Any, channels: tuple[str, ...]) -> Diagnostic:
    """Return the problem of a channel that the question does not ask about.

    Examples:
        >>> print(unknown_channel("pull", "emial", ("email", "phone")))
        NC402: `pull` has no channel `emial` (did you mean `email`?)
          help: the channels are: email, phone
    """
    guess = meant(value, channels)
    way_out = f"the channels are: {', '.join(channels)}"
    said = f"has no channel {named(value)}"
    if isinstance(value, str) and not is_word(value):
        said = f"takes names of channels, not {shown(value)}"
    return Diagnostic(
        "NC402", f"`{place}` {said}", found=shown(value), expected=channels,
        nearest=guess, help=with_sign(way_out, value, guess),
    )  # fmt: skip


def wrong_shape(place: str, value: Any, shape: Shape, allowed: tuple[str, ...]) -> Diagnostic:
    """Return the problem of a value of the wrong kind.

    Args:
        place: where it was given.
        value: what was given; only its kind is shown.
        shape: the shape that the question takes.
        allowed: the answers, members or channels.

    Examples:
        >>> print(wrong_shape("aims", 3, "set", ("heal",)))
        NC404: `aims` takes a list of answers, not a number
          help: write one or more of: heal
    """
    way_out = f"write {_SHAPES[shape]}"
    if shape in _WAYS_OUT:
        way_out = f"write {_WAYS_OUT[shape]}: {', '.join(allowed)}"
    message = f"`{place}` takes {_SHAPES[shape]}, not {kind_of(value)}"
    return Diagnostic("NC404", message, found=kind_of(value), expected=allowed, help=way_out)


def several(place: str, allowed: tuple[str, ...]) -> Diagnostic:
    """Return the problem of several answers to a question that takes one.

    Examples:
        >>> print(several("hope", ("none", "some")))
        NC404: `hope` takes one answer, not several
          help: write one of: none, some
    """
    return Diagnostic("NC404", f"`{place}` takes one answer, not several", found="several answers",
                      expected=allowed, help=f"write one of: {', '.join(allowed)}")  # fmt: skip


def not_text(place: str, value: Any, allowed: tuple[str, ...]) -> Diagnostic:
    """Return the problem of a list that holds something other than text.

    Examples:
        >>> print(not_text("aims", 3, ("heal", "space")))
        NC404: `aims` lists a number, where a name is needed
          help: write names from: heal, space
    """
    message = f"`{place}` lists {kind_of(value)}, where a name is needed"
    way_out = f"write names from: {', '.join(allowed)}" if allowed else "write ids of tactics"
    return Diagnostic("NC404", message, found=kind_of(value), expected=allowed, help=way_out)


def more_problems(most: int) -> Diagnostic:
    """Return what stands in place of the problems that nobody would read."""
    return Diagnostic("NC405", f"there are more than {most} problems",
                      help="mend those shown first")  # fmt: skip


def not_changed_in_place() -> Diagnostic:
    """Return the problem of an answer that is assigned, without the answer.

    Examples:
        >>> print(not_changed_in_place())
        NC410: the answers of a scenario cannot be changed in place
          help: make a new one: `scenario.with_answers(question=answer)`
    """
    return Diagnostic("NC410", "the answers of a scenario cannot be changed in place",
                      help="make a new one: `scenario.with_answers(question=answer)`")  # fmt: skip


def too_many(place: str, most: int) -> Diagnostic:
    """Return the problem of a list that is longer than any honest one.

    Examples:
        >>> print(too_many("aims", 100))
        NC404: `aims` has more than 100 entries
          help: list each answer once
    """
    return Diagnostic("NC404", f"`{place}` has more than {most} entries",
                      help="list each answer once")  # fmt: skip


def not_a_tactic_id(place: str, value: Any) -> Diagnostic:
    """Return the problem of something that cannot be the id of a tactic.

    Examples:
        >>> print(not_a_tactic_id("considering", "Block_him!"))
        NC406: `considering` names `Block_him!`, which is not a tactic id
          help: write ids from the catalogue, in small letters and underscores
    """
    return Diagnostic(
        "NC406", f"`{place}` names {named(value)}, which is not a tactic id", found=shown(value),
        help="write ids from the catalogue, in small letters and underscores",
    )  # fmt: skip


def unknown_tactic(place: str, tactic: str, known: Iterable[str]) -> Diagnostic:
    """Return the problem of a tactic that the catalogue does not hold.

    Examples:
        >>> print(unknown_tactic("considering", "block_emial", ["block_email"]))
        NC406: `considering` names the tactic `block_emial`, which is not in the catalogue \
(did you mean `block_email`?)
          help: choose an id from the catalogue, or leave it out
    """
    message = f"`{place}` names the tactic `{shown(tactic)}`, which is not in the catalogue"
    return Diagnostic("NC406", message, found=shown(tactic), nearest=nearest(tactic, known),
                      help="choose an id from the catalogue, or leave it out")  # fmt: skip
