"""`nocontact`: picks the command, and turns whatever goes wrong into a line and an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import NoReturn, TextIO, cast

from nocontact.cli import (
    ask_command,
    case_commands,
    check_command,
    compare_command,
    explain_command,
    explanation_commands,
    init_command,
    prove_command,
    recommend_command,
    stats_command,
    types_command,
    what_if_command,
)
from nocontact.cli.output import Output
from nocontact.cli.version import ShowVersion
from nocontact.diagnostics import NocontactError, shown

FINE = 0
COULD_NOT_RUN = 2
INTERRUPTED = 130
MOST_SHOWN = 500
"""The most characters of an argument, or of what is said about it, that are repeated."""

COMMANDS = (
    recommend_command, ask_command, explanation_commands, what_if_command, check_command,
    prove_command, compare_command, case_commands, stats_command, types_command, init_command,
    explain_command,
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """Reads arguments, and repeats none of them as it stands: it may steer the terminal.

    Examples:
        >>> Parser(prog="nocontact").prog
        'nocontact'
    """

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong, on one line, and leave."""
        super().error(shown(message, MOST_SHOWN))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    What was found decides it, also when nobody reads on. Where the answer could not be written
    for another reason, such as a full disk, and nothing was found, it could not run.

    Args:
        argv: the arguments; by default those of the process.

    Returns:
        0 when it is fine, 1 when something was found, 2 when it could not run; 130 when the
        person pressed Ctrl-C.

    Examples:
        >>> main(["recommend", "no_such_file.yaml"])
        2
    """
    out, problems = Output(sys.stdout), Output(sys.stderr)
    with redirect_stdout(cast(TextIO, out)), redirect_stderr(cast(TextIO, problems)):
        code = _told(argv)
        out.flush()
        lost = out.lost
        if lost and not isinstance(lost, BrokenPipeError) and code == FINE:
            code = _failed(f"nocontact: the output: {lost.strerror}")
        problems.flush()
    return code


def _told(argv: Sequence[str] | None) -> int:
    """Run one command; tell on standard error what went wrong."""
    try:
        return _run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except NocontactError as error:
        return _failed(str(error))
    except OSError as error:
        place = shown(str(error.filename), MOST_SHOWN) if error.filename else "the output"
        return _failed(f"nocontact: {place}: {error.strerror}")
    except UnicodeError:
        return _failed("nocontact: the input is not UTF-8 text")


def _run(argv: Sequence[str] | None) -> int:
    parser = _parser()
    try:
        options = parser.parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else COULD_NOT_RUN
    if options.run is None:
        parser.print_help(sys.stderr)
        return COULD_NOT_RUN
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="nocontact",
        description="From a person's answers to an explained recommendation. Nothing is stored "
        "and nothing is sent.",
    )
    parser.add_argument("--version", action=ShowVersion)
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser


def _failed(said: str) -> int:
    print(said, file=sys.stderr)
    return COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main())
