"""`nocontact types [RULES]`: the questions of a rulebook as a Python class, for exact types."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nocontact.facts.class_source import class_source
from nocontact.parsing import vocabulary_of
from nocontact.recommendation import Rulebook

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "types",
        help="the questions of a rulebook as a Python class",
        description="Print a module with a class whose fields are the questions, so that an "
        "editor knows the answers. Nothing needs it: rules bring their questions themselves.",
    )
    parser.add_argument("rules", metavar="RULES", nargs="?",
                        help="a folder of rules; else the shipped ones")  # fmt: skip
    parser.add_argument("--name", type=_name, default="Scenario",
                        help="what to call the class (%(default)s)")  # fmt: skip
    parser.add_argument("--to", metavar="FILE", type=Path,
                        help="write it into this file; only needed for one that nocontact reads "
                        "itself, which `>` would empty first")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the class, or write it.

    Raises:
        RulebookError: when the questions cannot be read.

    Examples:
        >>> run.__name__
        'run'
    """
    source = class_source(vocabulary_of(Rulebook.parse(options.rules)), options.name)
    if options.to is None:
        sys.stdout.write(source)
    else:
        options.to.write_text(source, "utf-8")
    return 0


def _name(text: str) -> str:
    if not text.isidentifier():
        raise argparse.ArgumentTypeError(f"`{text}` cannot be the name of a class")
    return text
