"""`nocontact explain CODE`: what a diagnostic means, and the way out."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from nocontact.cli.given_text import STANDARD_INPUT, given_text
from nocontact.cli.output import add_format, show, show_json
from nocontact.diagnostics import AREAS, Code, code, codes
from nocontact.display import Block, Document, Heading, Items, Text, inlines, json_text
from nocontact.explanation import code_to_document

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

MOST_BYTES = 1_000_000
_CODE = re.compile(r"\bNC[0-9]{3}\b")


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "explain",
        help="what a code such as NC201 means",
        description="Explain a code: why it counts, what to avoid, what to prefer. Without a "
        "code, list them all.",
    )
    parser.add_argument("code", metavar="CODE", nargs="?",
                        help="such as NC201; - for each code in standard input")  # fmt: skip
    add_format(parser, "text", "markdown", "json", "html")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the page of a code, or the list of all codes.

    Raises:
        NocontactError: when there is no such code; the nearest one is named.

    Examples:
        >>> run(argparse.Namespace(code="207", format="markdown"))  # doctest: +ELLIPSIS
        # NC207: decisions that wait for each other
        ...
    """
    found = _codes(options.code)
    if options.format == "json":
        show_json(json_text([asdict(each) for each in found]))
    else:
        show(_document(found, options.code), options.format)
    return 0


def codes_to_document(found: Sequence[Code]) -> Document:
    """Return a list of codes, one line each, by area.

    Examples:
        >>> codes_to_document(list(codes().values())).title
        'Codes'
    """
    blocks: list[Block] = []
    for area in AREAS:
        lines = [inlines(Text(each.code, "code"), f" {each.title}")
                 for each in found if each.area == area]  # fmt: skip
        blocks += [Heading(2, area.capitalize()), Items(lines)] if lines else []
    return Document(blocks, "Codes")


def _codes(asked: str | None) -> list[Code]:
    if asked is None:
        return list(codes().values())
    if asked != STANDARD_INPUT:
        return [code(asked)]
    said = _CODE.findall(given_text(asked, MOST_BYTES))
    return [code(each) for each in dict.fromkeys(said)]


def _document(found: Sequence[Code], asked: str | None) -> Document:
    if asked is None or not found:
        return codes_to_document(found)
    first, *others = map(code_to_document, found)
    if not others:
        return first
    return Document([part for each in (first, *others)
                     for part in (Heading(1, each.title), *each.blocks)])  # fmt: skip
