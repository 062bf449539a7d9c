"""`nocontact recommend FILE`: the recommendation for the answers in a file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.answer_options import add_answer_options, prepared
from nocontact.cli.given_scenario import given_scenario
from nocontact.recommendation import Rulebook

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "recommend",
        help="the recommendation for the answers in a file",
        description="Read answers from a YAML or JSON file and print the recommendation. "
        "What is not answered is unknown, never a no.",
    )
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - for standard input")
    add_answer_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the recommendation.

    Raises:
        NocontactError: when the answers, the rules or the resources cannot be read.
    """
    answer = prepared(options)
    return answer(given_scenario(options.file, Rulebook.load(options.rules)))
