"""A scenario from a file, or from standard input where the file is `-`."""

from __future__ import annotations

from nocontact.cli.given_text import STANDARD_INPUT, given_text
from nocontact.facts import Answers, scenario_from_path, scenario_from_text
from nocontact.facts.scenario_from_file import MAX_BYTES, Kind
from nocontact.rulebook import CheckedRulebase


def given_scenario(file: str, rulebook: CheckedRulebase | None = None) -> Answers:
    """Return the answers in a YAML or JSON file.

    Args:
        file: the file; `-` for standard input.
        rulebook: whose questions are answered; None for the shipped ones.

    Raises:
        ScenarioError: when they cannot be read.

    Examples:
        >>> given_scenario("no_such_file.yaml")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: NC405: `no_such_file.yaml` cannot be read
          help: check the name and that you may read it
    """
    if file != STANDARD_INPUT:
        return scenario_from_path(file, rulebook=rulebook)
    text = given_text(file, MAX_BYTES)
    return scenario_from_text(text, "standard input", _kind(text), rulebook=rulebook)


def _kind(text: str) -> Kind:
    return "json" if text.lstrip().startswith("{") else "yaml"
