"""`nocontact coverage`: which rules and conditions the golden cases see true, and which false."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.case_options import add_case_options, cases_given
from nocontact.cli.output import add_format, show, show_json
from nocontact.recommendation import Rulebook
from nocontact.testing.coverage_to_document import coverage_to_document, coverage_to_json
from nocontact.testing.rule_coverage import coverage_report

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "coverage",
        help="what the cases have seen of the rules",
        description="For each rule, and each condition inside it: did a golden case see it true, "
        "and did one see it false? Exit code 0: as much as asked for, 1: less, 2: could not run.",
    )
    add_case_options(parser)
    parser.add_argument("--fail-under", metavar="PERCENT", type=_percent, default=0.0,
                        help="exit with 1 when less than this is covered")  # fmt: skip
    add_format(parser, "text", "markdown", "json")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report; 1 when less is covered than asked for.

    Raises:
        RulebookError: when rules or cases have a problem.
        ProofError: when oxidd is missing, or the rules do not fit into the budget.
    """
    rulebase = Rulebook.load(options.rules)
    report = coverage_report(rulebase, cases_given(options, rulebase))
    if options.format == "json":
        show_json(coverage_to_json(report))
    else:
        show(coverage_to_document(report), options.format)
    return 0 if 100 * report.share >= options.fail_under else 1


def _percent(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not 0 <= share <= 100:
        raise argparse.ArgumentTypeError(f"`{text}` is not a number from 0 to 100")
    return share
