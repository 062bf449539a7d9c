"""The options of every command that explains an answer, and how an explanation is shown."""

from __future__ import annotations

import argparse

from nocontact.cli.given_scenario import given_scenario
from nocontact.cli.output import add_format, show, show_json
from nocontact.cli.rule_options import add_rule_options
from nocontact.display import Shown
from nocontact.recommendation import Recommendation, Rulebook, recommend


def add_explanation_options(parser: argparse.ArgumentParser, *, name: str = "") -> None:
    """Add the file, what is to be explained, and the options that all of these commands have.

    Args:
        parser: the parser of the command.
        name: help on what may be explained; empty when the command explains the whole answer.

    Examples:
        >>> parser = argparse.ArgumentParser()
        >>> add_explanation_options(parser, name="what to explain")
        >>> parser.parse_args(["me.yaml", "wall", "--language", "es"]).language
        'es'
    """
    parser.add_argument("file", metavar="FILE",
                        help="answers in YAML or JSON; - for standard input")  # fmt: skip
    if name:
        parser.add_argument("name", metavar="NAME", help=name)
    add_rule_options(parser)
    add_format(parser, "text", "markdown", "json", "html")


def answered(options: argparse.Namespace, file: str) -> Recommendation:
    """Return the recommendation for the answers in a file.

    Args:
        options: what was typed.
        file: the file; `-` for standard input.

    Raises:
        NocontactError: when the answers or the rules cannot be read, or there is no such language.
    """
    rulebook = Rulebook.load(options.rules)
    return recommend(given_scenario(file, rulebook), rulebook=rulebook, engine=options.engine,
                     language=options.language)  # fmt: skip


def show_explanation(explanation: Shown, options: argparse.Namespace) -> int:
    """Print an explanation in the format asked for, and return the exit code.

    Examples:
        >>> from nocontact import Scenario
        >>> parser = argparse.ArgumentParser()
        >>> add_explanation_options(parser)
        >>> options = parser.parse_args(["me.yaml", "--format", "markdown"])
        >>> show_explanation(recommend(Scenario()).what_if(), options)
        # What would be different
        <BLANKLINE>
        **Nothing would be different. What may help you stays the same.**
        0
    """
    if options.format == "json":
        show_json(explanation.to_json())
    else:
        show(explanation.to_document(), options.format, language=options.language)
    return 0
