"""The JSON Schemas of all rule files, so that editors complete names and mark mistakes."""

from __future__ import annotations

from nocontact.facts import Vocabulary
from nocontact.parsing.catalogue_schemas import (
    messages_schema,
    rulebook_schema,
    sources_schema,
    tactics_schema,
    translation_schema,
)
from nocontact.parsing.decision_schema import decision_schema
from nocontact.parsing.file_names import language_of
from nocontact.parsing.planning_schema import planning_schema
from nocontact.parsing.promises_schema import promises_schema
from nocontact.parsing.questions_schema import questions_schema
from nocontact.parsing.schema_words import Names, Schema
from nocontact.rulebook import ENGLISH, ParsedRulebook


def rule_schemas(parsed: ParsedRulebook, vocabulary: Vocabulary) -> dict[str, Schema]:
    """Return kind of file → JSON Schema (2020-12) with the names of this rulebook in it.

    Args:
        parsed: the rulebook as written; its findings, tactics and sources are what may be named.
        vocabulary: the questions that its rules speak of.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> list(rule_schemas(Rulebook.load().parsed, Scenario.vocabulary()))
        ['decision', 'questions', 'tactics', 'planning', 'promises', 'sources', 'rulebook', \
'messages', 'translation']
    """
    names = Names(parsed, vocabulary)
    return {
        "decision": decision_schema(names),
        "questions": questions_schema(names),
        "tactics": tactics_schema(names),
        "planning": planning_schema(names),
        "promises": promises_schema(names),
        "sources": sources_schema(names),
        "rulebook": rulebook_schema(names),
        "messages": messages_schema(names),
        "translation": translation_schema(names),
    }


def kind_of(file: str) -> str:
    """Return which schema a rule file follows, told from its name.

    Examples:
        >>> kind_of("safety/danger.yaml"), kind_of("tactics.yaml"), kind_of("messages.en.yaml")
        ('decision', 'tactics', 'messages')
        >>> kind_of("messages.es.yaml")
        'translation'
    """
    if language_of(file) not in (None, ENGLISH):
        return "translation"
    stem = file.removesuffix(".yaml").split(".")[0]
    single = (
        "questions", "tactics", "planning", "promises", "sources", "rulebook", "messages",
    )  # fmt: skip
    return stem if stem in single else "decision"
