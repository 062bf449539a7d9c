"""What is wrong with a YAML block of a page, read as the kind of file that it is part of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from nocontact.diagnostics import Diagnostic, NocontactError, Node, plain, read_yaml
from nocontact.facts import scenario_from_text
from nocontact.parsing import Reading
from nocontact.parsing.attributes_from_yaml import attributes_from_yaml
from nocontact.parsing.decision_from_yaml import decision_from_yaml
from nocontact.parsing.metadata_from_yaml import metadata_from_yaml
from nocontact.parsing.policy_from_yaml import policy_from_yaml
from nocontact.parsing.promises_from_yaml import promises_from_yaml
from nocontact.parsing.questions_from_yaml import questions_from_yaml
from nocontact.parsing.shipped import shipped_attributes
from nocontact.parsing.tactics_from_yaml import tactics_from_yaml
from nocontact.parsing.translation_from_yaml import translation_from_yaml
from nocontact.recommendation import resources_from_yaml
from nocontact.testing.cases import cases_from_text

READERS: dict[str, Callable[[Reading, Node], Any]] = {
    "decision": decision_from_yaml,
    "questions": questions_from_yaml,
    "promises": promises_from_yaml,
    "tactics": partial(tactics_from_yaml, attributes=shipped_attributes()),
    "permitted": partial(policy_from_yaml, attributes=shipped_attributes()),
    "attributes": attributes_from_yaml,
    "texts": translation_from_yaml,
    "version": metadata_from_yaml,
}
"""The key by which a file is known, and what reads it."""


def yaml_problems(text: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong: in a rule file, a list of rules, cases, resources, or a scenario."""
    if text.startswith("- id:"):
        text = f"decision: shown\nasks: Shown?\nrules:\n{text}"
    node, problems = read_yaml(text, "block")
    if node is None or problems:
        return problems
    keys = plain(node)
    for key, reader in READERS.items():
        if key in keys:
            reading = Reading("block", text)
            reader(reading, node)
            return tuple(reading.problems)
    if "cases" in keys:
        return cases_from_text(text, "block")[1]
    try:
        if "resources" in keys:
            resources_from_yaml(text, as_of=date(2026, 11, 22))
        else:
            scenario_from_text(text)
    except NocontactError as error:
        return error.diagnostics
    return ()
