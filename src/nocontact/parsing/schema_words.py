"""What JSON Schemas of rule files are made of: closed mappings, lists, and the names there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from nocontact.facts import Vocabulary
from nocontact.rulebook import YES_NO, ParsedRulebook

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string", "minLength": 1}
NAME: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*([.-][a-z0-9_]+)*$"}


@dataclass(frozen=True)
class Names:
    """Every name that a rule file may use, from one rulebook and one vocabulary.

    Attributes:
        parsed: the rulebook as written.
        vocabulary: the questions.
        own: whether other names may stand beside these, as in a rulebook that is still to grow.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> names = Names(Rulebook.load().parsed, Scenario.vocabulary())
        >>> names.levels["hope"], "change_number" in names.tactics
        (('none', 'some', 'strong'), True)
    """

    parsed: ParsedRulebook
    vocabulary: Vocabulary
    own: bool = False

    def one_of(self, values: Sequence[str], description: str = "") -> Schema:
        """Return the schema of one of these names, or of another where those may stand.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> names = Names(Rulebook.load().parsed, Scenario.vocabulary(), own=True)
            >>> [*names.one_of(["wall"])]
            ['anyOf']
        """
        if not self.own:
            return choice(values, description)
        said: Schema = {"description": description} if description else {}
        return said | {"anyOf": [choice(values), TEXT]}

    def keyed(self, properties: Mapping[str, Schema], other: Schema) -> Schema:
        """Return the schema of a mapping with these names, and others where those may stand.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> names = Names(Rulebook.load().parsed, Scenario.vocabulary(), own=True)
            >>> names.keyed({}, TEXT)["additionalProperties"] == TEXT
            True
        """
        return closed(properties) | ({"additionalProperties": other} if self.own else {})

    def needed(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the keys that a file has to have: none where another rulebook has said them.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> Names(Rulebook.load().parsed, Scenario.vocabulary()).needed(["needs"])
            ('needs',)
        """
        return () if self.parsed.metadata.extends else tuple(keys)

    @property
    def levels(self) -> dict[str, tuple[str, ...]]:
        """Fact or finding → its answers or levels, lowest first.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> Names(Rulebook.load().parsed, Scenario.vocabulary()).levels["hope"]
            ('none', 'some', 'strong')
        """
        facts = {name: fact.answers for name, fact in self.vocabulary.items()}
        findings = {finding.name: finding.levels for finding in self.parsed.findings}
        return {**facts, **findings}

    @property
    def asked(self) -> dict[str, str]:
        """Fact or finding → the question that it answers.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> Names(Rulebook.load().parsed, Scenario.vocabulary()).asked["hope"]
            'Deep down, do you hope for a life as a couple with them?'
        """
        facts = {name: fact.asks for name, fact in self.vocabulary.items()}
        return facts | {
            finding.name: decision.asks
            for decision in self.parsed.decisions
            for finding in decision.findings
        }

    @property
    def sets(self) -> dict[str, tuple[str, ...]]:
        """Set-valued finding → its members.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> "proceed" in Names(Rulebook.load().parsed, Scenario.vocabulary()).sets["standing"]
            True
        """
        found: dict[str, tuple[str, ...]] = {}
        for finding in self.parsed.findings:
            if finding.set_name:
                member = finding.name.removeprefix(f"{finding.set_name}.")
                found[finding.set_name] = (*found.get(finding.set_name, ()), member)
        return found

    @property
    def tactics(self) -> tuple[str, ...]:
        """Ids of the catalogue.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> "change_number" in Names(Rulebook.load().parsed, Scenario.vocabulary()).tactics
            True
        """
        return tuple(tactic.id for tactic in self.parsed.tactics)

    @property
    def citations(self) -> Schema:
        """Schema of a list of sources: paragraph numbers and ids of the source list.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> sorted(Names(Rulebook.load().parsed, Scenario.vocabulary()).citations)
            ['anyOf', 'description']
        """
        paragraphs = self.parsed.sources.paragraphs
        number = {"type": "integer", "minimum": 1, "maximum": max(paragraphs, default=1)}
        one: Schema = {"anyOf": [number, self.one_of([*self.parsed.sources.entries])]}
        return several(one, "Paragraph numbers of the article, and ids of sources.yaml.")


def document(title: str, description: str, body: Schema) -> Schema:
    """Return a whole schema, with its dialect and title first.

    Examples:
        >>> list(document("A", "B.", {"type": "object"}))
        ['$schema', 'title', 'description', 'type']
    """
    return {"$schema": DIALECT, "title": title, "description": description, **body}


def closed(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """Return the schema of a mapping with these keys and no others.

    Examples:
        >>> closed({"id": NAME}, ["id"])["required"]
        ['id']
    """
    schema: Schema = {"type": "object", "additionalProperties": False,
                      "properties": dict(properties)}  # fmt: skip
    wanted = list(required)
    return schema | ({"required": wanted} if wanted else {})


def mapped(value: Schema, pattern: str = "") -> Schema:
    """Return the schema of a mapping of free names to values.

    Examples:
        >>> mapped(TEXT)["additionalProperties"]["type"]
        'string'
    """
    names: Schema = {"propertyNames": {"pattern": pattern}} if pattern else {}
    return {"type": "object", **names, "additionalProperties": value}


def several(one: Schema, description: str = "") -> Schema:
    """Return the schema of a list; one alone may stand for a list of one.

    Examples:
        >>> several({"enum": ["a"]})["anyOf"][0]
        {'enum': ['a']}
    """
    schema: Schema = {"anyOf": [one, {"type": "array", "items": one}]}
    return ({"description": description} if description else {}) | schema


def choice(values: Sequence[str], description: str = "") -> Schema:
    """Return the schema of one of some words; a number counts as the word for it.

    Examples:
        >>> choice(["0", "1", "2+"])["enum"]
        ['0', '1', '2+', 0, 1]
    """
    numbers = [int(value) for value in values if value.isdecimal()]
    schema: Schema = {"enum": [*values, *numbers]}
    return ({"description": description} if description else {}) | schema


def text(description: str) -> Schema:
    """Return the schema of a text.

    Examples:
        >>> text("One sentence.")["type"]
        'string'
    """
    return {"description": description, **TEXT}


YES_OR_NO = choice(YES_NO)
