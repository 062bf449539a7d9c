"""All rule files → one parsed rulebook, with every problem of every file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import TypeVar

from nocontact.diagnostics import Diagnostic, Node, RulebookError, read_yaml
from nocontact.facts import Attribute
from nocontact.facts.frozen_map import FrozenMap
from nocontact.parsing.attributes_from_yaml import attributes_from_yaml
from nocontact.parsing.decision_from_yaml import decision_from_yaml
from nocontact.parsing.extending import extended
from nocontact.parsing.file_names import holds_decision, language_of, misnamed
from nocontact.parsing.metadata_from_yaml import messages_from_yaml, metadata_from_yaml
from nocontact.parsing.policy_from_yaml import policy_from_yaml
from nocontact.parsing.promises_from_yaml import promises_from_yaml
from nocontact.parsing.questions_from_yaml import questions_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.rules_folder import shipped_rules, texts_of
from nocontact.parsing.shipped import ATTRIBUTES, shipped_attributes
from nocontact.parsing.sources_from_yaml import sources_from_yaml
from nocontact.parsing.tactics_from_yaml import tactics_from_yaml
from nocontact.parsing.translation_from_yaml import translation_from_yaml
from nocontact.rulebook import (
    ENGLISH,
    SHIPPED,
    Decision,
    Metadata,
    ParsedRulebook,
    PlanningPolicy,
    Translation,
)
from nocontact.sources import SourceList

T = TypeVar("T")
NO_POLICY = PlanningPolicy(("suggested", "allowed"), (), None, (), None)
NOTHING_NEW = PlanningPolicy((), (), None, (), None, ())
BELOW = "rules/rulebook.yaml"


def rulebook_from_texts(texts: Mapping[str, str]) -> tuple[ParsedRulebook, list[Diagnostic]]:
    """Parse file name → text into a rulebook.

    `rulebook.yaml` is required. `questions.yaml`, `sources.yaml`, `attributes.yaml`,
    `tactics.yaml`, `planning.yaml`, `promises.yaml`, `messages.en.yaml` and its translations
    `messages.<language>.yaml` are read when they are there. Every other file is one decision.
    With `extends: shipped` in `rulebook.yaml` they are laid over the shipped rulebook.

    Returns:
        The rulebook (as far as it could be read) and every problem; with a problem in the
        list the rulebook must not be used.

    Examples:
        >>> parsed, problems = rulebook_from_texts({})
        >>> print(problems[0].message)
        `rulebook.yaml` is missing
    """
    below = BELOW in texts and "rulebook.yaml" not in texts
    files = _Files({} if below else texts)
    metadata = files.read("rulebook.yaml", metadata_from_yaml, Metadata("", "", ""))
    files.problems += [_further_down()] if below else misnamed(texts)
    base = _shipped() if metadata.extends else None
    above = base.attributes if base else FrozenMap()
    attributes = files.read(
        ATTRIBUTES, partial(attributes_from_yaml, above=above), above or shipped_attributes()
    )
    parsed = _parsed(files, metadata, attributes, alone=base is None)
    return (extended(base, parsed) if base else parsed), files.problems


def _further_down() -> Diagnostic:
    return Diagnostic("NC107", "the rules stand one folder further down, in `rules`",
                      help="name that folder, with `/rules` at its end")  # fmt: skip


@lru_cache(maxsize=1)
def _shipped() -> ParsedRulebook:
    """Return the shipped rulebook as one that others are laid over, read once."""
    texts = texts_of(shipped_rules())
    files = _Files(texts, SHIPPED)
    metadata = files.read("rulebook.yaml", metadata_from_yaml, Metadata("", "", ""))
    parsed = _parsed(files, metadata, shipped_attributes(), alone=True)
    if files.problems:
        raise RulebookError(files.problems)
    return replace(parsed, texts={f"{SHIPPED}{name}": text for name, text in texts.items()})


def _parsed(
    files: _Files, metadata: Metadata, attributes: Mapping[str, Attribute], *, alone: bool
) -> ParsedRulebook:
    """Read all other files; one that is not alone need not say what the other has said."""
    sources = sources_from_yaml if alone else partial(sources_from_yaml, needed=())
    plan = partial(policy_from_yaml, attributes=attributes)
    texts = files.texts
    shipped = {} if alone else _shipped().texts
    above = () if alone else _shipped().policy.sections
    return ParsedRulebook(
        metadata=metadata,
        sources=files.read("sources.yaml", sources, SourceList()),
        tactics=files.read("tactics.yaml", partial(tactics_from_yaml, attributes=attributes), ()),
        policy=files.read(
            "planning.yaml",
            plan if alone else partial(plan, needed=(), above=above),
            NO_POLICY if alone else NOTHING_NEW,
        ),
        promises=files.read("promises.yaml", promises_from_yaml, ()),
        messages=_messages(files),
        decisions=_decisions(files),
        texts=dict(texts),
        digest=digest_of({**shipped, **texts}),
        translations=_translations(files),
        questions=files.read("questions.yaml", questions_from_yaml, None),
        attributes=attributes,
    )


def digest_of(texts: Mapping[str, str]) -> str:
    """Return the content hash of a rulebook: names and texts, in name order.

    Examples:
        >>> len(digest_of({"a.yaml": "x"}))
        64
    """
    whole = hashlib.sha256()
    for name, text in sorted(texts.items()):
        for part in (name, text):
            data = part.encode("utf-8", "surrogatepass")
            whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


class _Files:
    def __init__(self, texts: Mapping[str, str], above: str = "") -> None:
        self.texts, self.above = texts, above
        self.problems: list[Diagnostic] = []

    def read(self, name: str, reader: Callable[[Reading, Node], T], otherwise: T) -> T:
        if name not in self.texts:
            return otherwise
        text, place = self.texts[name], f"{self.above}{name}"
        node, problems = read_yaml(text, place)
        self.problems += problems
        if node is None:
            return otherwise
        reading = Reading(place, text)
        found = reader(reading, node)
        self.problems += reading.problems
        return found


def _messages(files: _Files) -> dict[str, dict[str, str]]:
    name = f"messages.{ENGLISH}.yaml"
    return {ENGLISH: files.read(name, messages_from_yaml, {})} if name in files.texts else {}


def _translations(files: _Files) -> dict[str, Translation]:
    return {
        language: files.read(name, translation_from_yaml, Translation(language))
        for name in files.texts
        if (language := language_of(name)) and language != ENGLISH
    }


def _decisions(files: _Files) -> tuple[Decision, ...]:
    names = [name for name in files.texts if holds_decision(name)]
    found = [files.read(name, _decision, None) for name in names]
    return tuple(each for each in found if each is not None)


def _decision(reading: Reading, node: Node) -> Decision | None:
    return decision_from_yaml(reading, node)
