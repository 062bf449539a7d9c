"""The JSON Schemas of all rule files, so that editors complete names and mark mistakes."""

from __future__ import annotations

import json
from typing import Any

from nocontact.facts import Vocabulary, answers_class, scenario_schema
from nocontact.facts.answer_types import TACTIC_ID
from nocontact.parsing.catalogue_schemas import (
    attributes_schema,
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

SCHEMAS = "schema"
"""The folder of the schemas, within that of the rules; the first line of each file names it."""

WIDTH = 160
_ID = {"pattern": f"^{TACTIC_ID}$"}


def schema_files(
    parsed: ParsedRulebook, vocabulary: Vocabulary, *, own: bool = False
) -> dict[str, str]:
    """Return file name → JSON text, for each kind of rule file and for scenarios.

    Args:
        parsed: the rulebook as written.
        vocabulary: the questions that its rules speak of.
        own: whether names that the rulebook does not have yet may stand there too.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> "decision.schema.json" in schema_files(Rulebook.parse(), Scenario.vocabulary())
        True
    """
    found = rule_schemas(parsed, vocabulary, own=own)
    scenario = scenario_schema(answers_class(vocabulary))
    tactics = [tactic.id for tactic in parsed.tactics]
    found["scenario"] = (
        scenario | {"additionalProperties": True} if own else _with_tactics(scenario, tactics)
    )
    return {f"{kind}.schema.json": schema_text(schema) + "\n" for kind, schema in found.items()}


def rule_schemas(
    parsed: ParsedRulebook, vocabulary: Vocabulary, *, own: bool = False
) -> dict[str, Schema]:
    """Return kind of file → JSON Schema (2020-12) with the names of this rulebook in it.

    Args:
        parsed: the rulebook as written; its findings, tactics and sources are what may be named.
        vocabulary: the questions that its rules speak of.
        own: whether names that the rulebook does not have yet may stand there too.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> list(rule_schemas(Rulebook.load().parsed, Scenario.vocabulary()))
        ['decision', 'questions', 'attributes', 'tactics', 'planning', 'promises', 'sources', \
'rulebook', 'messages', 'translation']
    """
    names = Names(parsed, vocabulary, own)
    return {
        "decision": decision_schema(names),
        "questions": questions_schema(names),
        "attributes": attributes_schema(names),
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
        "questions", "attributes", "tactics", "planning", "promises", "sources", "rulebook",
        "messages",
    )  # fmt: skip
    return stem if stem in single else "decision"


def _with_tactics(node: Any, tactics: list[str]) -> Any:
    """The same schema, with the ids of the catalogue where any id could stand."""
    if isinstance(node, list):
        return [_with_tactics(each, tactics) for each in node]
    if not isinstance(node, dict):
        return node
    if node in (_ID, {"type": "string", **_ID}):
        return {"enum": tactics}
    return {key: _with_tactics(each, tactics) for key, each in node.items()}


def schema_text(node: Any, indent: int = 0) -> str:
    """JSON text; what fits on one line, and every list of words, stands on one line."""
    flat = json.dumps(node, ensure_ascii=False)
    words = isinstance(node, list) and not any(isinstance(each, dict) for each in node)
    if words or len(flat) + indent <= WIDTH or not isinstance(node, dict | list):
        return flat
    start, end = ("{", "}") if isinstance(node, dict) else ("[", "]")
    entries = node.items() if isinstance(node, dict) else (("", each) for each in node)
    lines = [" " * (indent + 1) + (f"{json.dumps(key)}: " if key else "")
             + schema_text(each, indent + 1) for key, each in entries]  # fmt: skip
    return f"{start}\n" + ",\n".join(lines) + f"\n{' ' * indent}{end}"
