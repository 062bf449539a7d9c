"""The options of every command that holds rules against golden cases."""

from __future__ import annotations

import argparse
import os

from nocontact.diagnostics import Diagnostic, RulebookError, shown
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.cases import Case, cases_from_folder

CASES = "tests/cases"


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
