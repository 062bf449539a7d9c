"""`nocontact check [DIR]`: everything that is wrong with a folder of rules."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from nocontact.cli.output import add_format, show, show_json, show_lines
from nocontact.diagnostics import Diagnostic, RulebookError, shown
from nocontact.recommendation import check

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "check",
        help="find what is wrong with a folder of rules",
        description="Check rules before anything runs. Every problem is shown with its place "
        "and the way out. Exit code 0: nothing found, 1: something found, 2: could not run.",
    )
    parser.add_argument("folder", metavar="DIR", nargs="?",
                        help="a folder of rules; by default the shipped ones")  # fmt: skip
    parser.add_argument("--exact", action=argparse.BooleanOptionalAction,
                        help="look at all scenarios at once too; by default where oxidd is "
                        "installed")  # fmt: skip
    add_format(parser, "text", "markdown", "json")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report; 1 when there is anything in it.

    Raises:
        RulebookError: when there is no such folder.
        ProofError: when exact checks are asked for and oxidd is missing.

    Examples:
        >>> run(argparse.Namespace(folder=None, exact=None, format="json"))
        []
        0
    """
    if options.folder is not None and not os.path.isdir(options.folder):
        said = f"`{shown(options.folder)}` is not a folder"
        raise RulebookError([Diagnostic("NC107", said, help="name a folder of rule files")])
    report = check(options.folder, exact=options.exact)
    if options.format == "json":
        show_json(report.to_json())
    elif options.format == "text" and not sys.stdout.isatty():
        show_lines(str(report))
    else:
        show(report.to_document(), options.format)
    return 0 if report.ok else 1
