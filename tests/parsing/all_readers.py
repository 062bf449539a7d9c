"""The five readers of texts that come from elsewhere, with a text of each that they read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from nocontact import Interview, Rulebook, Scenario, recommend, scenario_from_text
from nocontact.checking import check_rulebook
from nocontact.diagnostics import NocontactError, RulebookError
from nocontact.facts import Vocabulary
from nocontact.inference.trace import Trace
from nocontact.parsing import rulebook_from_texts
from nocontact.recommendation import resources_from_yaml

FOLDER = Path(__file__).parents[1] / "diagnostics" / "minimal_rulebook"
MINIMAL = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.iterdir())}
DAY = date(2026, 11, 28)
LONGEST_MESSAGE = 200_000


class Reader(NamedTuple):
    """A reader, and texts that it reads."""

    read: Callable[[str], object]
    texts: tuple[str, ...]


def _rules(text: str) -> None:
    parsed, problems = rulebook_from_texts({**MINIMAL, "wall.yaml": text})
    report, _ = check_rulebook(parsed, Vocabulary.of(Scenario))
    if problems or report.errors:
        raise RulebookError([*problems, *report.errors])


def _interview(text: str) -> object:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None  # what is no JSON does not get as far as we are
    return Interview.from_dict(data, rulebook=RULEBOOK)


RULEBOOK = Rulebook.load()
PERSON = Scenario(danger_signs={"choked"}, pull={"email": "always_look"}, hope="some")
BEGUN = Interview(RULEBOOK, start=PERSON).answered("no")
READERS: Mapping[str, Reader] = {
    "scenario": Reader(scenario_from_text, (
        "hope: some\ndanger_signs: [choked, getting_worse]\npull: {email: always_look}\n",
        json.dumps(PERSON.answers()),
    )),
    "rules": Reader(_rules, (MINIMAL["wall.yaml"],)),
    "resources": Reader(lambda text: resources_from_yaml(text, as_of=DAY), (
        "resources:\n  - {region: Examplia, name: Night line, contact: 555 0100, source: its "
        "own page,\n     checked_on: 2026-11-01, for: [crisis]}\n",
    )),
    "trace": Reader(Trace.from_json, (recommend(PERSON, engine="reference").trace.to_json(),)),
    "interview": Reader(_interview, (json.dumps(BEGUN.to_dict()),)),
}  # fmt: skip


def outcome(reader: Reader, text: str) -> str:
    """Read, or be refused in words of ours; anything else is raised."""
    try:
        reader.read(text)
    except NocontactError as error:
        assert error.diagnostics and len(str(error)) < LONGEST_MESSAGE
        return "refused"
    return "read"
