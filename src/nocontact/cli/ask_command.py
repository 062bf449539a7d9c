"""`nocontact ask`: an interview in a terminal. It stores nothing and logs nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from nocontact.cli.answer_options import add_answer_options, prepared
from nocontact.cli.typed_answer import NotAChoice, Wish, typed_answer
from nocontact.display import Block, Document, Items, Paragraph, Text, document_to_terminal
from nocontact.explanation import Wording
from nocontact.recommendation import Rulebook
from nocontact.recommendation.interview import Interview
from nocontact.recommendation.prompt import Prompt

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

ABOUT = (
    "It asks only what can still change the answer, safety first. Type a number; Enter skips a "
    "question, b goes back, q leaves at any moment. The questions go to standard error and the "
    "recommendation to standard output."
)
PRIVACY = (
    "Privacy: nothing is stored and nothing is sent. What you type and read stays on this screen "
    "until you clear or close it; someone who can see this device can see it too."
)
MOST_TYPED = 1_000


def add_to(commands: Commands) -> None:
    """Add the command.

    Examples:
        >>> add_to(argparse.ArgumentParser().add_subparsers())
    """
    parser = commands.add_parser(
        "ask",
        help="an interview, and then the recommendation",
        description=ABOUT,
        epilog=PRIVACY,
    )
    add_answer_options(parser)
    parser.add_argument(
        "--short-form", action="store_true", help="ask the fixed short form, question by question"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Ask, then print the recommendation; leaving is fine at any moment.

    Raises:
        NocontactError: when the rules or the resources cannot be used.
        OSError: when the questions cannot be shown.
    """
    answer, rulebase = prepared(options), Rulebook.load(options.rules)
    words = Wording(rulebase, options.language)
    start = "interview.start_short" if options.short_form else "interview.start"
    asked = Interview(rulebase, options.language, adaptive=not options.short_form)
    _say(Document([words.say("interview.privacy"), words.say(start, most=asked.left)]))
    interview = interviewed(asked, _typed, _say, words)
    if interview is None:
        _say(Document(words.say("interview.left")))
        return 0
    _say(Document(interview.finished))
    print(file=sys.stderr)
    return answer(interview.scenario())


def interviewed(
    interview: Interview,
    typed: Callable[[], str | None],
    say: Callable[[Document], None],
    words: Wording,
) -> Interview | None:
    """Ask until there is nothing more to ask; None when the person leaves.

    Args:
        interview: where to start.
        typed: returns the next line that the person types; None at the end of input.
        say: shows a document to the person.
        words: where the texts are.

    Examples:
        >>> said, words = iter(["1", "b", "q"]), Wording(Rulebook.load())
        >>> interviewed(Interview(), lambda: next(said), lambda document: None, words) is None
        True
        >>> list(said)  # every line was read, and then the person left
        []
    """
    while (prompt := interview.prompt()) is not None:
        say(prompt_to_document(prompt, words))
        line = typed()
        if line is None:
            return None
        try:
            chosen = typed_answer(prompt, line)
        except NotAChoice as mistake:
            say(Document(words.say(mistake.key, **mistake.blanks)))
            continue
        if chosen is Wish.LEAVE:
            return None
        if isinstance(chosen, Wish):
            interview = interview.back()
        else:
            interview = interview.answered(chosen, to=prompt.key)
    return interview


def prompt_to_document(prompt: Prompt, words: Wording) -> Document:
    """Return one question with its numbered answers.

    Args:
        prompt: what is asked.
        words: where the texts are.

    Examples:
        >>> from nocontact.display import document_to_text
        >>> words = Wording(Rulebook.load())
        >>> text = document_to_text(prompt_to_document(Interview().prompt(), words))
        >>> print(text)  # doctest: +ELLIPSIS
        Question 1. At most ... more after it.
        <BLANKLINE>
        Are you, or is anyone with you, in danger from another person right now?
        <BLANKLINE>
        1. No, not right now
        2. I am not sure
        3. Yes, right now
        <BLANKLINE>
        Type a number. Enter: skip. b: back. q: leave at any moment.
    """
    blocks: list[Block] = [
        Paragraph(Text(prompt.place, "muted")),
        Paragraph(Text(prompt.text, "strong")),
        Items(prompt.choices.values(), ordered=True),
        Paragraph(Text(words.say(f"interview.{'several' if prompt.several else 'keys'}"), "muted")),
    ]
    return Document(blocks)


def _say(document: Document) -> None:
    """Show a document; where it cannot be seen, nobody is to answer it blindly.

    Raises:
        OSError: when standard error is closed, or cannot be written to.
    """
    print(file=sys.stderr)
    document_to_terminal(document, sys.stderr)
    if lost := getattr(sys.stderr, "lost", None):
        raise lost


def _typed() -> str | None:
    """Read one line, past the line history that `input` would keep; None at the end of input."""
    print("> ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline(MOST_TYPED) if sys.stdin is not None else ""
    if not sys.stdin or not sys.stdin.isatty():
        print(file=sys.stderr)
    return line or None
