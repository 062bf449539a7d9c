"""The options that say who answers: which rules, which engine, and in which language."""

from __future__ import annotations

import argparse

from nocontact.recommendation.answering import ENGINES
from nocontact.rulebook import ENGLISH


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    """Add `--rules`, `--engine` and `--language`.

    Examples:
        >>> parser = argparse.ArgumentParser()
        >>> add_rule_options(parser)
        >>> parser.parse_args([]).language
        'en'
    """
    add = parser.add_argument
    add("--rules", metavar="DIR", help="a folder of rules; else the shipped ones")
    add(
        "--engine",
        choices=ENGINES,
        default="checked",
        help="who works it out; checked asks both, and they must agree",
    )
    add("--language", metavar="CODE", default=ENGLISH,
        help="language of the texts, one that the rules have (%(default)s)")  # fmt: skip
