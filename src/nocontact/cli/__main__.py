"""`nocontact`: picks the command, and turns whatever goes wrong into a line and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from nocontact.cli import (
    ask_command,
    check_command,
    compare_command,
    coverage_command,
    enough_command,
    explain_command,
    graph_command,
    mutate_command,
    prove_command,
    recommend_command,
    stats_command,
    types_command,
    unless_command,
    what_if_command,
    why_command,
)
from nocontact.cli.version import ShowVersion
from nocontact.diagnostics import NocontactError

COULD_NOT_RUN = 2
INTERRUPTED = 130
COMMANDS = (
    recommend_command, ask_command, why_command, enough_command, unless_command, what_if_command,
    graph_command, check_command, prove_command, compare_command,
    mutate_command, coverage_command, stats_command, types_command, explain_command,
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        argv: the arguments; by default those of the process.

    Returns:
        0 when it is fine, 1 when something was found, 2 when it could not run; 130 when the
        person pressed Ctrl-C.

    Examples:
        >>> main(["recommend", "no_such_file.yaml"])
        2
    """
    if sys.stdout is None or sys.stderr is None:  # closed by the shell: nobody could read it
        return COULD_NOT_RUN
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except NocontactError as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(f"nocontact: {error.filename or 'the output'}: {error.strerror}")
    except UnicodeError:
        return _failed("nocontact: the input is not UTF-8 text")
    return code


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
    parser = argparse.ArgumentParser(
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


def _drop_output() -> None:
    """Nobody reads on, so what is left in the buffer goes nowhere at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
