"""`nocontact graph FILE [NAME]`: how the answer came about, as a picture."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.explanation_options import answered, show_explanation
from nocontact.cli.output import add_format, show_lines, show_markup
from nocontact.cli.rule_options import add_rule_options

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "graph",
        help="how the answer came about, as a picture",
        description="Draw answers, rules, findings and steps, as Mermaid text or as SVG; or say "
        "the same in words.",
    )
    add = parser.add_argument
    add("file", metavar="FILE", help="answers in YAML or JSON; - for standard input")
    add("name", metavar="NAME", nargs="?", help="what to show the way to; else all that fired")
    add_rule_options(parser)
    add_format(parser, "mermaid", "svg", "text", "markdown", "json", "html")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the picture.

    Raises:
        NocontactError: when answers or rules cannot be read, or there is no such thing.
    """
    graph = answered(options, options.file).graph(options.name)
    if options.format == "mermaid":
        show_lines(graph.to_mermaid())
    elif options.format == "svg":
        show_markup(graph.to_svg())
    else:
        return show_explanation(graph, options)
    return 0
