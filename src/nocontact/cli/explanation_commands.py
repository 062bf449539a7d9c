"""`nocontact why, enough, unless, graph`: explains an answer, and how that is shown."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nocontact.cli.given_scenario import given_scenario
from nocontact.cli.output import add_format, show, show_json, show_lines, show_markup
from nocontact.cli.rule_options import add_rule_options
from nocontact.display import Shown
from nocontact.recommendation import Recommendation, Rulebook, recommend

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

NEXT_LEVEL = ""
NAME = "a finding such as wall, a standing, or a tactic such as mute_thread"


def add_to(commands: Commands) -> None:
    """Add the commands.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    why = commands.add_parser(
        "why",
        help="why something in the answer is as it is, or why it is not there",
        description="Show every rule behind a finding, a step or another tactic, down to the "
        "answers and the paragraphs. With --not: every rule that could have given it, and what "
        "held each back.",
    )
    add_explanation_options(why, name=NAME)
    add = why.add_argument
    add("--not", dest="level", metavar="LEVEL", nargs="?", const=NEXT_LEVEL,
        help="why it is not there, or not at this level (else the next one above)")  # fmt: skip
    add("--depth", metavar="N", type=_depth, help="how many findings deep to go")
    add("--everything", action="store_true", help="weaker rules too")
    why.set_defaults(run=run_why)
    enough = commands.add_parser(
        "enough",
        help="the answers that settle something, whatever all others are",
        description="Show a smallest set of the answers that settles a finding, a step or a "
        "status, whatever all other answers are. Exact, over all scenarios.",
    )
    add_explanation_options(enough, name=NAME)
    enough.add_argument("--every", action="store_true", help="all such sets, not only one")
    enough.set_defaults(run=run_enough)
    unless = commands.add_parser(
        "unless",
        help="the smallest changes of answers that would alter something",
        description="Show every smallest change of answers that would alter a finding, a step or "
        "a status, fewest first. Exact, over all scenarios. It is not advice: some of it is not "
        "the person's to change, and is marked.",
    )
    add_explanation_options(unless, name=NAME)
    unless.set_defaults(run=run_unless)
    graph = commands.add_parser(
        "graph",
        help="how the answer came about, as a picture",
        description="Draw answers, rules, findings and steps, as Mermaid text or as SVG; or say "
        "the same in words.",
    )
    add = graph.add_argument
    add("file", metavar="FILE", help="answers in YAML or JSON; - for standard input")
    add("name", metavar="NAME", nargs="?", help="what to show the way to; else all that fired")
    add_rule_options(graph)
    add_format(graph, "mermaid", "svg", "text", "markdown", "json", "html")
    graph.set_defaults(run=run_graph)


def run_why(options: argparse.Namespace) -> int:
    """Print why, or why not.

    Raises:
        NocontactError: when answers or rules cannot be read, or there is no such thing.
    """
    rec = answered(options, options.file)
    said: Shown
    if options.level is None:
        said = rec.why(options.name, depth=options.depth, everything=options.everything)
    else:
        said = rec.why_not(options.name, options.level or None)
    return show_explanation(said, options)


def run_enough(options: argparse.Namespace) -> int:
    """Print which answers are enough.

    Raises:
        NocontactError: when answers or rules cannot be read, there is no such thing, or the
            library for proofs is missing.
    """
    rec = answered(options, options.file)
    return show_explanation(rec.enough(options.name, every=options.every), options)


def run_unless(options: argparse.Namespace) -> int:
    """Print what would alter it.

    Raises:
        NocontactError: when answers or rules cannot be read, there is no such thing, or the
            library for proofs is missing.
    """
    return show_explanation(answered(options, options.file).unless(options.name), options)


def run_graph(options: argparse.Namespace) -> int:
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


def _depth(text: str) -> int:
    if text.isascii() and text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"`{text}` is not a number such as 2")


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
