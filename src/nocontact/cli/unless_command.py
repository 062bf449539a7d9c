"""`nocontact unless FILE NAME`: the smallest changes of answers that would alter something."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.explanation_options import (
    add_explanation_options,
    answered,
    show_explanation,
)

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "unless",
        help="the smallest changes of answers that would alter something",
        description="Show every smallest change of answers that would alter a finding, a step or "
        "a status, fewest first. Exact, over all scenarios. It is not advice: some of it is not "
        "the person's to change, and is marked.",
    )
    add_explanation_options(parser, name="a finding such as wall, or a tactic such as mute_thread")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what would alter it.

    Raises:
        NocontactError: when answers or rules cannot be read, there is no such thing, or the
            library for proofs is missing.
    """
    return show_explanation(answered(options, options.file).unless(options.name), options)
