"""`nocontact ask`: the short interview in a terminal. It stores nothing and logs nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from nocontact.cli.answer_options import add_answer_options, prepared
from nocontact.cli.interview import Interview, Prompt
from nocontact.cli.typed_answer import NotAChoice, Wish, typed_answer
from nocontact.display import Block, Document, Items, Paragraph, Text, document_to_terminal

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

PRIVACY = (
    "Nothing is stored and nothing is sent. What you type and what you read stays on this "
    "screen until you clear it or close it. Someone who can see or open this device can see it too."
)
START = "17 questions, about four minutes. Safety comes first. You may skip any question."
KEYS = "Type a number. Enter: skip. b: back. q: leave at any moment."
SEVERAL = "Several may fit: type their numbers, such as 1 3. Enter: skip. b: back. q: leave."
LEFT = "You left. Nothing was kept. What is on this screen stays until you clear it."
MOST_TYPED = 1_000


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "ask",
        help="a short interview, and then the recommendation",
        description=f"{START} {KEYS} The questions go to standard error and the recommendation "
        "to standard output.",
        epilog=f"Privacy: {PRIVACY}",
    )
    add_answer_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Ask, then print the recommendation; leaving is fine at any moment.

    Raises:
        NocontactError: when the rules or the resources cannot be used.

    Examples:
        >>> run.__name__
        'run'
    """
    answer = prepared(options)
    _say(Document([PRIVACY, START]))
    interview = interviewed(Interview(), _typed, _say)
    if interview is None:
        _say(Document(LEFT))
        return 0
    print(file=sys.stderr)
    return answer(interview.scenario())


def interviewed(
    interview: Interview, typed: Callable[[], str | None], say: Callable[[Document], None]
) -> Interview | None:
    """Ask until there is nothing more to ask; None when the person leaves.

    Args:
        interview: where to start.
        typed: returns the next line that the person types; None at the end of input.
        say: shows a document to the person.

    Examples:
        >>> said = iter(["1", "3"])
        >>> left = interviewed(Interview(), lambda: next(said), lambda document: None)
        >>> left.scenario().answers()
        {'now_unsafe': 'no', 'self_harm_thoughts': 'yes'}
    """
    while (prompt := interview.prompt()) is not None:
        say(prompt_to_document(prompt))
        line = typed()
        if line is None:
            return None
        try:
            chosen = typed_answer(prompt, line)
        except NotAChoice as mistake:
            say(Document(str(mistake)))
            continue
        if chosen is Wish.LEAVE:
            return None
        interview = interview.back() if chosen is Wish.BACK else interview.answered(chosen)
    return interview


def prompt_to_document(prompt: Prompt) -> Document:
    """Return one question with its numbered answers.

    Examples:
        >>> from nocontact.display import document_to_text
        >>> print(document_to_text(prompt_to_document(Interview().prompt())))
        1 of 17
        <BLANKLINE>
        Are you, or is anyone with you, in danger right now?
        <BLANKLINE>
        1. No, not right now
        2. I am not sure
        3. Yes, right now
        <BLANKLINE>
        Type a number. Enter: skip. b: back. q: leave at any moment.
    """
    blocks: list[Block] = [
        Paragraph(Text(f"{prompt.number} of {prompt.total}", "muted")),
        Paragraph(Text(prompt.text, "strong")),
        Items(prompt.choices.values(), ordered=True),
        Paragraph(Text(SEVERAL if prompt.several else KEYS, "muted")),
    ]
    return Document(blocks)


def _say(document: Document) -> None:
    print(file=sys.stderr)
    document_to_terminal(document, sys.stderr)


def _typed() -> str | None:
    """Read one line, past the line history that `input` would keep; None at the end of input."""
    print("> ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline(MOST_TYPED) if sys.stdin is not None else ""
    if not sys.stdin or not sys.stdin.isatty():
        print(file=sys.stderr)
    return line or None
