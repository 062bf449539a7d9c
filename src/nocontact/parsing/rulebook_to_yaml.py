"""A parsed rulebook → its files, in one canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from nocontact.parsing.data_to_yaml import data_to_yaml
from nocontact.parsing.decision_to_yaml import decision_to_yaml
from nocontact.parsing.policy_to_yaml import policy_to_yaml
from nocontact.parsing.promises_to_yaml import promises_to_yaml
from nocontact.parsing.questions_to_yaml import questions_to_yaml
from nocontact.parsing.rulebook_from_texts import NO_POLICY
from nocontact.parsing.sources_to_yaml import sources_to_yaml
from nocontact.parsing.tactics_to_yaml import tactics_to_yaml
from nocontact.parsing.translation_to_yaml import translation_to_yaml
from nocontact.rulebook import Decision, Metadata, ParsedRulebook
from nocontact.sources import SourceList


def rulebook_to_yaml(parsed: ParsedRulebook) -> dict[str, str]:
    """Return file name → text; it parses to a rulebook of the same meaning.

    Only places, comments and layout are lost. The same rulebook always gives the same texts. A
    decision goes back to the file that it was read from.

    Args:
        parsed: a rulebook that was parsed without problems.

    Examples:
        >>> from nocontact.parsing import rulebook_from_texts
        >>> texts = {"rulebook.yaml": "{name: mine, version: '1', date: 2026-01-01}"}
        >>> print(rulebook_to_yaml(rulebook_from_texts(texts)[0])["rulebook.yaml"])
        name: mine
        version: "1"
        date: 2026-01-01
        <BLANKLINE>
    """
    return dict(_files(parsed))


def _files(parsed: ParsedRulebook) -> Iterator[tuple[str, str]]:
    yield "rulebook.yaml", metadata_to_yaml(parsed.metadata)
    if parsed.questions is not None:
        yield "questions.yaml", questions_to_yaml(parsed.questions)
    if parsed.sources != SourceList():
        yield "sources.yaml", sources_to_yaml(parsed.sources)
    if parsed.tactics:
        yield "tactics.yaml", tactics_to_yaml(parsed.tactics)
    if parsed.policy != NO_POLICY:
        yield "planning.yaml", policy_to_yaml(parsed.policy)
    if parsed.promises:
        yield "promises.yaml", promises_to_yaml(parsed.promises)
    for language, messages in parsed.messages.items():
        yield f"messages.{language}.yaml", data_to_yaml(messages)
    for language, translation in parsed.translations.items():
        yield f"messages.{language}.yaml", translation_to_yaml(translation)
    for decision in parsed.decisions:
        yield _file_of(decision), decision_to_yaml(decision)


def metadata_to_yaml(metadata: Metadata) -> str:
    """Return `rulebook.yaml`: who wrote the rulebook, when, and what it cannot do.

    Examples:
        >>> metadata_to_yaml(Metadata("mine", "1.0.0", "2026-01-01", limits=("Not tested.",)))
        'name: mine\\nversion: "1.0.0"\\ndate: 2026-01-01\\nlimits: ["Not tested."]\\n'
    """
    needed = ("name", "version", "date")
    fields = asdict(metadata)
    return data_to_yaml(
        {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in fields.items()
            if value or name in needed
        }
    )


def _file_of(decision: Decision) -> str:
    return decision.span.file if decision.span else f"{decision.name}.yaml"
