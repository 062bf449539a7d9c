"""`nocontact stats [FILE]`: in how many scenarios each rule fires, each step is taken."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from nocontact.cli.given_scenario import given_scenario
from nocontact.cli.output import add_format, show, show_json
from nocontact.proof.count import KINDS
from nocontact.recommendation import Rulebook
from nocontact.recommendation.stats import stats

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "stats",
        help="in how many scenarios each rule fires and each step is taken",
        description="Count, exactly, the scenarios in which each rule fires, each finding and "
        "each status stands at each level, and each tactic is a step; also where the safety "
        "questions are answered and hold no sign. Shares are of combinations of answers, not of "
        "people.",
    )
    parser.add_argument("file", metavar="FILE", nargs="?",
                        help="some answers, YAML or JSON; only their completions are counted; "
                        "- for standard input")  # fmt: skip
    parser.add_argument("--rules", metavar="DIR", help="a folder of rules; else the shipped ones")
    parser.add_argument("--only", metavar="KIND", choices=KINDS, action="append",
                        help=f"only this: {', '.join(KINDS)}; may be repeated")  # fmt: skip
    add_format(parser, "text", "markdown", "json", "html")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the counts.

    Raises:
        NocontactError: when rules or answers cannot be read, or oxidd is missing.
    """
    rulebook = Rulebook.load(options.rules)
    scenario = None if options.file is None else given_scenario(options.file, rulebook)
    counts = stats(rulebook, scenario)
    kept = tuple(each for each in counts.counts if each.kind in (options.only or KINDS))
    shown = replace(counts, counts=kept)
    if options.format == "json":
        show_json(shown.to_json())
    else:
        show(shown.to_document(), options.format)
    return 0
