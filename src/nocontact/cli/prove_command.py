"""`nocontact prove [DIR]`: every promise, for every scenario there is."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.given_text import given_text
from nocontact.cli.output import add_format, show, show_json
from nocontact.proof import (
    NODES,
    SECONDS,
    ProofReport,
    proved,
    rechecked,
    report_to_document,
    report_to_json,
)
from nocontact.recommendation import Rulebook

MOST_BYTES = 10_000_000

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "prove",
        help="prove every promise of the rules, for every scenario there is",
        description="Prove the promises of a rulebook and the built-in ones. Exit code 0: all "
        "hold, 1: one is broken or not proved, 2: could not run. `--format json` writes a "
        "certificate that `--recheck` runs again.",
    )
    parser.add_argument("folder", metavar="DIR", nargs="?",
                        help="a folder of rules; by default the shipped ones")  # fmt: skip
    parser.add_argument("--recheck", metavar="FILE",
                        help="a certificate to run again; - for standard input")  # fmt: skip
    parser.add_argument("--nodes", metavar="N", type=int, default=NODES,
                        help="how large the diagrams may grow (default: %(default)s)")  # fmt: skip
    parser.add_argument("--seconds", metavar="S", type=float, default=SECONDS,
                        help="how long compiling the rules may take, and then each promise "
                        "(default: %(default)g)")  # fmt: skip
    add_format(parser, "text", "markdown", "json", "html")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the proofs; 1 when one of them does not hold.

    Raises:
        RulebookError: when the rules have a problem.
        ProofError: when oxidd is missing, the rules do not fit into the budget, or a certificate
            does not hold.
    """
    rulebase = Rulebook.load(options.folder)
    report: ProofReport
    if options.recheck:
        text = given_text(options.recheck, MOST_BYTES)
        report = rechecked(text, rulebase, nodes=options.nodes, seconds=options.seconds)
    else:
        report = proved(rulebase, nodes=options.nodes, seconds=options.seconds)
    if options.format == "json":
        show_json(report_to_json(report))
    else:
        show(report_to_document(report), options.format)
    return 0 if report.held else 1
