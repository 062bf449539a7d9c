"""`nocontact types [RULES]`: the questions of a rulebook as a Python class, for exact types."""

from __future__ import annotations

import argparse
import sys
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

from nocontact.diagnostics import RulebookError
from nocontact.facts.class_source import class_source
from nocontact.parsing import vocabulary_of
from nocontact.recommendation import Rulebook, check

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

BAD_NAMES = ("NC204", "NC221")
"""Names given twice, or that mean something else: no class can have them as fields."""


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
        RulebookError: when the questions cannot be read, or have names that no class can hold.

    Examples:
        >>> import os
        >>> run(argparse.Namespace(rules=None, name="Shelter", to=Path(os.devnull)))
        0
    """
    parsed = Rulebook.parse(options.rules)
    bad = [each for each in check(parsed, exact=False) if each.code in BAD_NAMES]
    if bad:
        raise RulebookError(bad)
    source = class_source(vocabulary_of(parsed), options.name)
    if options.to is None:
        sys.stdout.write(source)
    else:
        options.to.write_text(source, "utf-8")
    return 0


def _name(text: str) -> str:
    if not text.isidentifier() or iskeyword(text):
        raise argparse.ArgumentTypeError(f"`{text}` cannot be the name of a class")
    return text
