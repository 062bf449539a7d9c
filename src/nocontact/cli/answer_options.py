"""The options of every command that answers with a recommendation."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from nocontact.cli.given_text import given_text
from nocontact.cli.output import add_format, show, show_json
from nocontact.cli.rule_options import add_rule_options
from nocontact.explanation import Wording
from nocontact.facts import Answers
from nocontact.recommendation import (
    AUDIENCES,
    Detail,
    Recommendation,
    ResourceDirectory,
    Rulebook,
    recommend,
    resources_from_yaml,
)

MOST_BYTES = 1_000_000


def add_answer_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which rules answer, and how the answer is shown.

    Examples:
        >>> parser = argparse.ArgumentParser()
        >>> add_answer_options(parser)
        >>> parser.parse_args(["--brief"]).engine
        'checked'
    """
    add_rule_options(parser)
    add = parser.add_argument
    layer = parser.add_mutually_exclusive_group()
    layer.add_argument(
        "--more", dest="detail", action="store_const", const="more",
        help="the card, then good and hard sides, what can wait, what to expect",
    )  # fmt: skip
    layer.add_argument(
        "--record", dest="detail", action="store_const", const="record",
        help="all of it, with rules, sources, engines and limits",
    )  # fmt: skip
    add("--for", dest="audience", choices=AUDIENCES, default="person",
        help="whom the card is for; a reviewer gets the record")  # fmt: skip
    layer.add_argument(
        "--brief", action="store_true",
        help="the card, as without it; of JSON, which else holds all, no trace and only what "
        "comes first, safety, the steps now and help",
    )  # fmt: skip
    add(
        "--resources",
        metavar="FILE",
        help="your own helplines and services, as YAML; stale ones are refused",
    )
    add("--as-of", metavar="YYYY-MM-DD", type=_day,
        help="the day to judge by whether they are stale; else today")  # fmt: skip
    add_format(parser, "text", "markdown", "json", "html")


def prepared(options: argparse.Namespace) -> Callable[[Answers], int]:
    """Load what the options name, before anybody is asked anything.

    Returns:
        A function that prints the recommendation for a scenario and returns the exit code.

    Raises:
        NocontactError: when rules or resources cannot be used.

    Examples:
        >>> from nocontact import Scenario
        >>> parser = argparse.ArgumentParser()
        >>> add_answer_options(parser)
        >>> answer = prepared(parser.parse_args(["--format", "markdown", "--engine=reference"]))
        >>> answer(Scenario())  # doctest: +ELLIPSIS
        # What may help you now
        ...
    """
    rulebook, resources = Rulebook.load(options.rules), _resources(options)
    language = Wording(rulebook, options.language).language

    def answer(scenario: Answers) -> int:
        _show(recommend(scenario, rulebook=rulebook, engine=options.engine,
                        resources=resources, language=language), options)  # fmt: skip
        return 0

    return answer


def _show(rec: Recommendation, options: argparse.Namespace) -> None:
    if options.format == "json":
        show_json(rec.to_json(brief=options.brief))
    else:
        detail: Detail | None = options.detail
        if options.format == "html" and options.audience != "reviewer":
            detail = detail or "layers"
        show(rec.to_document(detail=detail, audience=options.audience), options.format,
             language=options.language)  # fmt: skip


def _resources(options: argparse.Namespace) -> ResourceDirectory | None:
    if options.resources is None:
        return None
    text = given_text(options.resources, MOST_BYTES)
    day = options.as_of or date.today()
    return resources_from_yaml(text, as_of=day, file=options.resources)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is not a day such as 2026-11-01") from None
