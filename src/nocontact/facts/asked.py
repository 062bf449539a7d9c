"""How a question is declared on a scenario: its text, its words, its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from nocontact.facts.fact import UNKNOWN, Change
from nocontact.facts.question import Shape


def asked(
    text: str,
    *,
    words: Mapping[str, str] | None = None,
    source: tuple[int | str, ...] = (),
    change: Change = "mutable",
    block: str = "article",
    ordered: bool = True,
    short: int | None = None,
    renamed: Mapping[str, str] | None = None,
) -> Any:
    """Declare a question with one answer; the annotation lists the answers, lowest first.

    Args:
        text: the question in plain words.
        words: plain words of each answer; without them the answers speak for themselves.
        source: article paragraphs (numbers) and source ids (text).
        change: `mutable`, `one_way` or `not_theirs`.
        block: `safety`, `article`, or a block of your own.
        ordered: whether the answers run from low to high.
        short: its place in the short interview.
        renamed: old answer or member → what it is called now; the old one is refused.

    Returns:
        A pydantic field with the default `unknown`.

    Examples:
        >>> from typing import Literal
        >>> from nocontact.facts.scenario import Scenario
        >>> class MyScenario(Scenario):
        ...     housing: Literal["no", "yes", "unknown"] = asked("Do you have a place to go?")
        >>> MyScenario(housing=True).housing
        'yes'
    """
    return _declared("one", text, words or {}, {}, source, change, block, ordered, short, renamed)


def asked_set(
    text: str,
    *,
    words: Mapping[str, str] | None = None,
    source: tuple[int | str, ...] = (),
    change: Change = "mutable",
    block: str = "article",
    short: int | None = None,
    renamed: Mapping[str, str] | None = None,
) -> Any:
    """Declare a question with several answers; see `asked` for the arguments.

    Two members have a meaning of their own: `none` excludes the others, and
    `rather_not_say` leaves the members that are not listed unknown.

    Examples:
        >>> from typing import Literal
        >>> from nocontact.facts.answer_types import SetAnswer
        >>> from nocontact.facts.scenario import Scenario
        >>> class MyScenario(Scenario):
        ...     pets: SetAnswer[Literal["cat", "dog", "none"]] = asked_set("Which pets?")
        >>> MyScenario(pets="dog").flat()["pets.cat"]
        'no'
    """
    return _declared("set", text, {}, words or {}, source, change, block, True, short, renamed)


def asked_map(
    text: str,
    *,
    channels: Mapping[str, str],
    levels: Mapping[str, str],
    source: tuple[int | str, ...] = (),
    change: Change = "mutable",
    block: str = "article",
    short: int | None = None,
    renamed: Mapping[str, str] | None = None,
) -> Any:
    """Declare a question answered with a level for each channel; see `asked`.

    Args:
        text: the question in plain words.
        channels: plain words of each channel.
        levels: plain words of each level; the first is that of a channel not listed.
        source: article paragraphs (numbers) and source ids (text).
        change: `mutable`, `one_way` or `not_theirs`.
        block: `safety`, `article`, or a block of your own.
        short: its place in the short interview.
        renamed: old channel or level → what it is called now.

    Examples:
        >>> field = asked_map("How often?", channels={"email": "mail"}, levels={"never": "no"})
        >>> field.default
        'unknown'
    """
    return _declared("map", text, levels, channels, source, change, block, True, short, renamed)


def asked_steps(
    text: str,
    *,
    with_aims: bool = False,
    source: tuple[int | str, ...] = (),
    change: Change = "mutable",
    block: str = "article",
    renamed: Mapping[str, str] | None = None,
) -> Any:
    """Declare a question answered with ids of tactics; it has no flat facts.

    Args:
        text: the question in plain words.
        with_aims: whether each tactic may say what it is for.
        source: article paragraphs (numbers) and source ids (text).
        change: `mutable`, `one_way` or `not_theirs`.
        block: `safety`, `article`, or a block of your own.
        renamed: old aim → what it is called now.

    Examples:
        >>> asked_steps("Which step are you thinking of?").description
        'Which step are you thinking of?'
    """
    shape: Shape = "steps_with_aims" if with_aims else "steps"
    return _declared(shape, text, {}, {}, source, change, block, False, None, renamed)


def _declared(
    shape: Shape,
    text: str,
    answers: Mapping[str, str],
    members: Mapping[str, str],
    source: tuple[int | str, ...],
    change: Change,
    block: str,
    ordered: bool,
    short: int | None,
    renamed: Mapping[str, str] | None,
) -> Any:
    extra: dict[str, Any] = {
        "x-shape": shape,
        "x-answers": dict(answers),
        "x-members": dict(members),
        "x-source": list(source),
        "x-change": change,
        "x-block": block,
        "x-ordered": ordered,
        "x-short": short,
        "x-renamed": dict(renamed or {}),
    }
    return Field(default=UNKNOWN, description=text, json_schema_extra=extra)
