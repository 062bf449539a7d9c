"""`nocontact mutate`: does a golden case notice every small change of every rule?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.case_options import add_case_options, cases_given
from nocontact.cli.output import add_format, show, show_json
from nocontact.diagnostics import Diagnostic, RulebookError, nearest, shown
from nocontact.recommendation import Rulebook
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.mutation_to_document import mutation_to_document, mutation_to_json
from nocontact.testing.rule_mutation import mutation_report

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "mutate",
        help="change each rule in each small way, and see if a case notices",
        description="Change every operator, threshold, answer, conclusion and rule in turn. Each "
        "mutant is killed by a golden case, or proved equivalent over every scenario there is, or "
        "shown with the smallest scenario that tells it apart, as a ready case. Exit code 0: none "
        "survived, 1: one did, 2: could not run.",
    )
    add_case_options(parser)
    parser.add_argument("--decision", metavar="NAME", help="only the rules of one decision")
    add_format(parser, "text", "markdown", "json")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the score and the survivors; 1 when there is one.

    Raises:
        RulebookError: when rules or cases have a problem, or there is no such decision.
        ProofError: when oxidd is missing, or a case does not hold for the rules as they are.
    """
    rulebase = Rulebook.load(options.rules)
    _must_know(rulebase, options.decision)
    report = mutation_report(rulebase, cases_given(options, rulebase), decision=options.decision)
    if options.format == "json":
        show_json(mutation_to_json(report))
    else:
        show(mutation_to_document(report), options.format)
    return 0 if report.complete else 1


def _must_know(rulebase: CheckedRulebase, decision: str | None) -> None:
    if decision is not None and decision not in rulebase.decisions:
        guess = nearest(decision, rulebase.decisions)
        raise RulebookError([Diagnostic(
            "NC201", f"there is no decision `{shown(decision)}`", nearest=guess,
            help="name a decision of the rulebook",
        )])  # fmt: skip
