"""`nocontact test, mutate, coverage`: holds the rules against golden cases."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from nocontact.cli.output import add_format, show, show_json
from nocontact.diagnostics import Diagnostic, Report, RulebookError, nearest, shown
from nocontact.recommendation import Rulebook
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.cases import Case, cases_from_folder
from nocontact.testing.coverage_to_document import coverage_to_document, coverage_to_json
from nocontact.testing.mutation_to_document import mutation_to_document, mutation_to_json
from nocontact.testing.rule_coverage import coverage_report
from nocontact.testing.rule_mutation import mutation_report, wrong_cases

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

CASES = "tests/cases"


def add_to(commands: Commands) -> None:
    """Add the commands.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    test = commands.add_parser(
        "test",
        help="do the golden cases hold",
        description="Answer every golden case, and say which do not hold. Exit code 0: all hold, "
        "1: some do not, 2: could not run.",
    )
    add_case_options(test)
    test.set_defaults(run=run_test)
    mutate = commands.add_parser(
        "mutate",
        help="change each rule in each small way, and see if a case notices",
        description="Change every operator, threshold, answer, conclusion and rule in turn. Each "
        "mutant is killed by a golden case, or proved equivalent over every scenario there is, or "
        "shown with the smallest scenario that tells it apart, as a ready case. Exit code 0: none "
        "survived, 1: one did, 2: could not run.",
    )
    add_case_options(mutate)
    mutate.add_argument("--decision", metavar="NAME", help="only the rules of one decision")
    add_format(mutate, "text", "markdown", "json")
    mutate.set_defaults(run=run_mutate)
    coverage = commands.add_parser(
        "coverage",
        help="what the cases have seen of the rules",
        description="For each rule, and each condition inside it: did a golden case see it true, "
        "and did one see it false? Exit code 0: as much as asked for, 1: less, 2: could not run.",
    )
    add_case_options(coverage)
    coverage.add_argument("--fail-under", metavar="PERCENT", type=_percent, default=0.0,
                        help="exit with 1 when less than this is covered")  # fmt: skip
    add_format(coverage, "text", "markdown", "json")
    coverage.set_defaults(run=run_coverage)


def run_test(options: argparse.Namespace) -> int:
    """Print each case that does not hold, with its place; 1 when there is one.

    Raises:
        RulebookError: when rules or cases have a problem.
    """
    rulebase = Rulebook.load(options.rules)
    cases = cases_given(options, rulebase)
    wrong = wrong_cases(rulebase, cases)
    if wrong:
        show(Report.of(wrong).to_document(), "text")
    else:
        print(f"{len(cases)} cases hold")
    return 1 if wrong else 0


def run_mutate(options: argparse.Namespace) -> int:
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


def run_coverage(options: argparse.Namespace) -> int:
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


def add_case_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which rules and which cases.

    Examples:
        >>> parser = argparse.ArgumentParser()
        >>> add_case_options(parser)
        >>> parser.parse_args([]).cases
        'tests/cases'
    """
    parser.add_argument("--rules", metavar="DIR", help="a folder of rules; else the shipped ones")
    parser.add_argument("--cases", metavar="DIR", default=CASES,
                        help="a folder of golden cases (%(default)s)")  # fmt: skip


def cases_given(
    options: argparse.Namespace, rulebook: CheckedRulebase | None = None
) -> tuple[Case, ...]:
    """Return the cases that the options name.

    Args:
        options: what was typed.
        rulebook: whose questions are answered; None for the shipped ones.

    Raises:
        RulebookError: when there is no such folder, it holds no case, or a case has a problem.

    Examples:
        >>> cases_given(argparse.Namespace(cases="no_such_folder"))
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.RulebookError: NC107: `no_such_folder` is not a folder
          help: name a folder of golden cases with `--cases`
    """
    folder = shown(options.cases)
    help = "name a folder of golden cases with `--cases`"
    if not os.path.isdir(options.cases):
        raise RulebookError([Diagnostic("NC107", f"`{folder}` is not a folder", help=help)])
    cases, problems = cases_from_folder(options.cases, rulebook=rulebook)
    if problems:
        raise RulebookError(problems)
    if not cases:
        raise RulebookError([Diagnostic("NC107", f"`{folder}` holds no case", help=help)])
    return cases


def _must_know(rulebase: CheckedRulebase, decision: str | None) -> None:
    if decision is not None and decision not in rulebase.decisions:
        guess = nearest(decision, rulebase.decisions)
        raise RulebookError([Diagnostic(
            "NC201", f"there is no decision `{shown(decision)}`", nearest=guess,
            help="name a decision of the rulebook",
        )])  # fmt: skip


def _percent(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not 0 <= share <= 100:
        raise argparse.ArgumentTypeError(f"`{text}` is not a number from 0 to 100")
    return share
