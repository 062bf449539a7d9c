"""The shipped rules with one edit."""

from __future__ import annotations

from functools import cache

from nocontact import Rulebook, Scenario, compare
from nocontact.parsing import shipped_rules, texts_of
from nocontact.proof.comparison import Comparison
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_rulebooks import checked


def edited(file: str, before: str, after: str) -> CheckedRulebase:
    """The shipped rules with one place of one file replaced."""
    files = dict(texts_of(shipped_rules()))
    assert before in files[file]
    return checked({**files, file: files[file].replace(before, after, 1)}, Scenario.vocabulary())


@cache
def higher_wall() -> CheckedRulebase:
    """The shipped rules with one threshold of `wall.yaml` lowered."""
    return edited("wall.yaml", "difficulty: {at_least: strong}", "difficulty: {at_least: moderate}")


@cache
def higher() -> Comparison:
    """What that changes."""
    return compare(Rulebook.load(), higher_wall())
