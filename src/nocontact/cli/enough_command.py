"""`nocontact enough FILE NAME`: the fewest answers that settle something, whatever the others."""

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
        "enough",
        help="the answers that settle something, whatever all others are",
        description="Show a smallest set of the answers that settles a finding, a step or a "
        "status, whatever all other answers are. Exact, over all scenarios.",
    )
    add_explanation_options(parser, name="a finding such as wall, or a tactic such as mute_thread")
    parser.add_argument("--every", action="store_true", help="all such sets, not only one")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print which answers are enough.

    Raises:
        NocontactError: when answers or rules cannot be read, there is no such thing, or the
            library for proofs is missing.
    """
    rec = answered(options, options.file)
    return show_explanation(rec.enough(options.name, every=options.every), options)
