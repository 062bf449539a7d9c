"""The sentences of the engine itself, which come with it; a rulebook lays its own over them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from nocontact.rulebook.translation import ENGLISH, Translated

PLACE = files("nocontact").joinpath("words")


@cache
def engine_words() -> Mapping[str, str]:
    """Return id → text of every sentence of the engine, in English.

    Examples:
        >>> engine_words()["also"]
        'Also true: {what}'
    """
    return dict(_leaves(_read(ENGLISH)))


@cache
def engine_translation(language: str) -> Mapping[str, Translated]:
    """Return the same in another language; empty where the engine does not have it.

    Examples:
        >>> engine_translation("es")["step.why"].text, len(engine_translation("xx"))
        ('Por qué', 0)
    """
    known = {each.name for each in PLACE.iterdir()}
    found = _read(language) if f"{language}.toml" in known else {}
    return {key: Translated(each["text"], of=each["of"]) for key, each in found.items()}


def _read(language: str) -> dict[str, Any]:
    return tomllib.loads(PLACE.joinpath(f"{language}.toml").read_text("utf-8"))


def _leaves(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    return [
        leaf
        for key, value in table.items()
        for leaf in (
            [(f"{prefix}{key}", value)]
            if isinstance(value, str)
            else _leaves(value, f"{prefix}{key}.")
        )
    ]
