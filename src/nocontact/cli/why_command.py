"""`nocontact why FILE NAME`: why something is as it is; with `--not`, why it is not."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.explanation_options import (
    add_explanation_options,
    answered,
    show_explanation,
)
from nocontact.display import Shown

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

NEXT_LEVEL = ""


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "why",
        help="why something in the answer is as it is, or why it is not there",
        description="Show every rule behind a finding, a step or another tactic, down to the "
        "answers and the paragraphs. With --not: every rule that could have given it, and what "
        "held each back.",
    )
    add_explanation_options(
        parser, name="a finding such as wall, a standing, or a tactic such as mute_thread"
    )
    add = parser.add_argument
    add("--not", dest="level", metavar="LEVEL", nargs="?", const=NEXT_LEVEL,
        help="why it is not there, or not at this level (else the next one above)")  # fmt: skip
    add("--depth", metavar="N", type=_depth, help="how many findings deep to go")
    add("--everything", action="store_true", help="weaker rules too")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print why, or why not.

    Raises:
        NocontactError: when answers or rules cannot be read, or there is no such thing.
    """
    rec = answered(options, options.file)
    said: Shown
    if options.level is None:
        said = rec.why(options.name, depth=options.depth, everything=options.everything)
    else:
        said = rec.why_not(options.name, options.level or None)
    return show_explanation(said, options)


def _depth(text: str) -> int:
    if text.isascii() and text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"`{text}` is not a number such as 2")
