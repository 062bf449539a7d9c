"""`nocontact compare OLD NEW`: what changes for whom when rules are edited."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.given_text import STANDARD_INPUT, given_text
from nocontact.cli.output import add_format, show, show_json
from nocontact.cli.revision import rulebook_at
from nocontact.proof.diagrams import NODES, SECONDS
from nocontact.proof.kept import Kept
from nocontact.proof.kept_from_text import kept_from_text
from nocontact.recommendation.compare import MOST_BYTES, compare
from nocontact.rulebook import CheckedRulebase

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "compare",
        help="what changes for whom between two rulebooks",
        description="Compare what two rulebooks recommend, in every scenario there is: exact "
        "counts, the smallest scenario of each kind, both explanations. OLD and NEW are folders, "
        "or revisions of one as git writes them, such as HEAD~1:rules. Exit code 0: compared, "
        "whatever changes; 1: something changes that must not; 2: could not run.",
    )
    parser.add_argument("old", metavar="OLD", help="the rules before")
    parser.add_argument("new", metavar="NEW", help="the rules after")
    parser.add_argument("--must-not-change", metavar="FILE",
                        help="scenarios and regions whose answers must stay, as YAML; - for "
                        "standard input")  # fmt: skip
    parser.add_argument("--nodes", metavar="N", type=int, default=NODES,
                        help="how large the diagrams may grow (default: %(default)s)")  # fmt: skip
    parser.add_argument("--seconds", metavar="S", type=float, default=SECONDS,
                        help="how long each rulebook, and then comparing them, may take "
                        "(default: %(default)g)")  # fmt: skip
    add_format(parser, "text", "markdown", "json", "html")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the comparison; 1 when something changes that must not.

    Raises:
        RulebookError: when a rulebook, a revision or the file has a problem.
        ProofError: when oxidd is missing, or the rules are too tangled.
    """
    old = rulebook_at(options.old)
    kept = _kept(options.must_not_change, old)
    new = rulebook_at(options.new)
    comparison = compare(old, new, kept, nodes=options.nodes, seconds=options.seconds)
    if options.format == "json":
        show_json(comparison.to_json())
    else:
        show(comparison.to_document(), options.format)
    return 1 if comparison.violations else 0


def _kept(file: str | None, old: CheckedRulebase) -> tuple[Kept, ...]:
    if file is None:
        return ()
    name = "standard input" if file == STANDARD_INPUT else file
    return kept_from_text(given_text(file, MOST_BYTES), name, old)
