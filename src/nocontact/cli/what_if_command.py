"""`nocontact what-if FILE QUESTION=ANSWER...`: what would be different; `--since`: what is."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.explanation_commands import (
    add_explanation_options,
    answered,
    show_explanation,
)
from nocontact.cli.given_answers import Given, given_answers, one_given
from nocontact.cli.given_text import STANDARD_INPUT
from nocontact.diagnostics import Diagnostic, ScenarioError
from nocontact.recommendation import Rulebook

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "what-if",
        help="what would be different with other answers, or is since an earlier day",
        description="Show what would be different with other answers, and which rules make it "
        "so. With --since: what is different from the answers in an older file, and what may be "
        "let go.",
        epilog="An ANSWER is written as in a file: reach_out=never, aims=heal,space, "
        "pull=email:always_look; unknown takes an answer back.",
    )
    add_explanation_options(parser)
    parser.add_argument("answers", metavar="QUESTION=ANSWER", nargs="*", type=_one,
                        help="another answer")  # fmt: skip
    parser.add_argument("--since", metavar="OLDFILE",
                        help="the answers of an earlier day, instead of other answers")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the changes.

    Raises:
        NocontactError: when answers or rules cannot be read.
    """
    if bool(options.answers) == bool(options.since):
        raise _either()
    if options.since:
        if options.since == options.file == STANDARD_INPUT:
            raise _either()
        earlier = answered(options, options.since)
        changes = answered(options, options.file).changes_since(earlier)
    else:
        given = given_answers(options.answers, Rulebook.load(options.rules))
        changes = answered(options, options.file).what_if(**given)
    return show_explanation(changes, options)


def _one(text: str) -> Given:
    try:
        return one_given(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _either() -> ScenarioError:
    return ScenarioError([Diagnostic(
        "NC405", "there is nothing to compare with",
        help="write other answers such as `reach_out=never`, or `--since` and an older file",
    )])  # fmt: skip
