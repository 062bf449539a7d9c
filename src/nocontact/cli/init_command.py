"""`nocontact init DIR`: start a rulebook of one's own, laid over the shipped one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from nocontact.diagnostics import shown
from nocontact.recommendation import Rulebook

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

NEXT = (
    "recommend me.yaml --rules rules", "check rules", "test --rules rules --cases cases",
    "prove rules", "mutate --rules rules --cases cases",
)  # fmt: skip
"""What can be done with what was written."""


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "init",
        help="start a rulebook of your own, laid over the shipped one",
        description="Write a small rulebook into a new folder: a question, a step, a rule, a need, "
        "a promise and a golden case, to change. The shipped rules stay as they are below it.",
    )
    parser.add_argument("folder", metavar="DIR", type=Path,
                        help="a folder that is not there yet, or is empty")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the folder and say what can be done with it.

    Raises:
        RulebookError: when something is in the folder already, or it cannot be written.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as place:
        ...     run(argparse.Namespace(folder=Path(place, "ours")))  # doctest: +ELLIPSIS
        Written. Change it, then:
          cd ...ours
          nocontact recommend me.yaml --rules rules
          nocontact check rules
          nocontact test --rules rules --cases cases
          nocontact prove rules
          nocontact mutate --rules rules --cases cases
        0
    """
    Rulebook.start(options.folder)
    print(f"Written. Change it, then:\n  cd {shown(str(options.folder))}")
    for command in NEXT:
        print(f"  nocontact {command}")
    return 0
