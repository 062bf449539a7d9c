"""Which library, and which rules."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from nocontact.recommendation import Rulebook


class ShowVersion(argparse.Action):
    """The option `--version`.

    Examples:
        >>> version().splitlines()[0].startswith("nocontact ")
        True
    """

    def __init__(self, option_strings: list[str], dest: str, **_: Any) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0,
                         help="show the versions of library and rules, and leave")  # fmt: skip

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print the versions, then leave."""
        print(version())
        parser.exit()


def version() -> str:
    """Return the versions of the library and of the shipped rulebook.

    Examples:
        >>> version().splitlines()[1].startswith("rules ")
        True
    """
    library = sys.modules[__name__.partition(".")[0]]
    rulebase = Rulebook.load()
    about = rulebase.metadata
    rules = f"{about.name} {about.version} of {about.date} ({rulebase.digest[:12]})"
    return f"nocontact {vars(library)['__version__']}\nrules {rules}"
