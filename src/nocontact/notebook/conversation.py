"""What the page says to the kernel, and what the kernel answers: plain messages, nothing stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from itertools import chain
from typing import Any, TypeAlias

from nocontact.diagnostics import NocontactError
from nocontact.display import Block, Callout, Document, Paragraph, document_to_html
from nocontact.display.inline import plain_text, printable
from nocontact.explanation.asking.when_asked import is_asked
from nocontact.notebook.exploration import Exploration
from nocontact.notebook.form_to_data import form_to_data
from nocontact.notebook.places import others_of, places_of
from nocontact.notebook.saying import Saying

Message: TypeAlias = dict[str, Any]

LABELS = (
    "title", "questions", "unanswered", "next", "next_mark", "skip", "back", "changed",
    "changed_more", "why", "why_not", "why_not_more", "about", "about_what", "close", "add",
    "take_out", "choose_step", "aims", "privacy",
)  # fmt: skip
"""The fixed words that the page needs, as ids below `explore`."""

URGENT = "urgent"


class Conversation:
    """Answers the messages of one page; it keeps the moment that is shown, and nothing else.

    Args:
        start: the first moment.
        kernel: a word that no other kernel has. A page gives it back with each move, so that after
            a restart the new kernel knows that it has forgotten what the page shows.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> talk = Conversation(Exploration.of(Scenario(), Rulebook.load()))
        >>> [reply["kind"] for reply in talk.replies({"kind": "ready"})]
        ['form', 'shown', 'next']
        >>> talk
        Conversation(answers hidden)
    """

    def __init__(self, start: Exploration, kernel: str | None = None) -> None:
        self.now = start
        self.kernel = kernel
        self.known = {kernel, None}
        self.saying = Saying(start.recommendation.situation.words)

    def __repr__(self) -> str:
        return "Conversation(answers hidden)"

    def replies(self, message: Mapping[str, Any]) -> Iterator[Message]:
        """Yield the answers to one message, the quick ones first.

        A message is `{"kind": "ready"}`, or `moved` with a question and an answer (and the answers
        that the page shows, with the kernel that they are from), or `asked` with a name and why
        or why_not. Any other is not answered. A `move` comes back as it was sent, so that a page
        knows which of its moves an answer is for; and so does the `view` that is ready or asks,
        since one page may show the same widget twice.

        Args:
            message: what the page said.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> talk = Conversation(Exploration.of(Scenario(), Rulebook.load()))
            >>> moved = {"kind": "moved", "question": "hope", "answer": "some"}
            >>> next(talk.replies(moved))["answers"]
            {'hope': 'some'}
        """
        yield from map(_printable, self._replies(message))

    def _replies(self, message: Mapping[str, Any]) -> Iterator[Message]:
        match message:
            case {"kind": "ready"}:
                for reply in chain([self._form()], self._moment(None)):
                    yield {**reply, "view": message.get("view")}
            case {"kind": "moved", "question": str(question), "answer": answer}:
                self._remember(message.get("kernel"), message.get("answers"))
                yield from self._moved(question, answer, message.get("move"))
            case {"kind": "asked", "name": str(name), "asks": "why" | "why_not" as asks}:
                yield {**self._explained(name, asks), "view": message.get("view")}

    @property
    def still(self) -> Document:
        """What stands in place of the view where no kernel answers: no question, and no answer.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> Conversation(Exploration.of(Scenario(), Rulebook.load())).still.title
            'Try answers and see what follows'
        """
        return Document([self.saying.say("privacy")], self.saying.say("title"))

    def _form(self) -> Message:
        vocabulary = self.now.recommendation.rulebase.vocabulary
        labels = {key: self.saying.say(key) for key in LABELS}
        blocks = form_to_data(vocabulary, self.saying)
        language = self.saying.words.language
        return {"kind": "form", "language": language, "labels": labels, "blocks": blocks}

    def _remember(self, kernel: Any, answers: Any) -> None:
        """Take over what a page shows that an earlier kernel answered, once."""
        if not isinstance(kernel, str | None) or kernel in self.known:
            return
        self.known.add(kernel)
        if isinstance(answers, Mapping):
            with suppress(NocontactError):  # of other rules; then the move is all that is known
                self.now = self.now.told(answers)

    def _moved(self, question: str, answer: Any, move: Any) -> Iterator[Message]:
        try:
            self.now = self.now.moved(question, answer)
        except NocontactError as error:
            yield {**self._refused(question, error), "move": move}
        else:
            yield from self._moment(move)

    def _moment(self, move: Any) -> Iterator[Message]:
        now, rec = self.now, self.now.recommendation
        answers = now.scenario.answers()
        questions = len(rec.rulebase.vocabulary.questions())
        yield {
            "kind": "shown",
            "kernel": self.kernel,
            "move": move,
            "answers": answers,
            "not_asked": [*self._not_asked(answers)],
            "count": self.saying.say("count", answered=len(answers), questions=questions),
            "html": _html(rec.to_document(detail="record")),
            "places": [asdict(place) for place in places_of(rec)],
            "others": [asdict(place) for place in others_of(rec)],
            "changed": self._changed(),
        }
        yield {"kind": "next", "question": self._next()}

    def _changed(self) -> Message | None:
        """Return what the last move changed: a sentence to announce, and everything to read."""
        changes = self.now.changes
        if changes is None:
            return None
        document = changes.to_document()
        return {"said": _first_words(document.blocks), "html": _html(document)}

    def _not_asked(self, answers: Mapping[str, Any]) -> Iterator[str]:
        """Yield the questions that the page does not show now; an answer is always shown."""
        rec = self.now.recommendation
        for question in rec.rulebase.vocabulary.questions():
            asked = is_asked(rec.rulebase, question, rec.situation.facts)
            if not asked and question.name not in answers:
                yield question.name

    def _next(self) -> str | None:
        """Return the most useful open question; when help is urgent, nothing is asked."""
        rec = self.now.recommendation
        if rec.help == URGENT:
            return None
        return next((each.name for each in rec.ask), None)

    def _explained(self, name: str, asks: str) -> Message:
        rec = self.now.recommendation
        try:
            found = rec.why(name) if asks == "why" else rec.why_not(name)
            html = _html(found.to_document())
        except NocontactError as error:
            html = _html(Document([each.message for each in error.diagnostics]))
        return {"kind": "explained", "name": name, "asks": asks, "html": html}

    def _refused(self, question: str, error: NocontactError) -> Message:
        found = " ".join(each.message.replace("`", "") for each in error.diagnostics)
        said = f"{self.saying.say('refused')} {found}."
        answers = self.now.scenario.answers()
        return {"kind": "refused", "question": question, "said": said, "answers": answers}


def _printable(part: Any) -> Any:
    """Return a reply in which no words of a rulebook turn the direction of the page."""
    if isinstance(part, str):
        return printable(part)
    if isinstance(part, Mapping):
        return {name: _printable(each) for name, each in part.items()}
    return [_printable(each) for each in part] if isinstance(part, list | tuple) else part


def _first_words(blocks: Iterable[Block]) -> str:
    """Return the text of the first paragraph."""
    for block in blocks:
        if isinstance(block, Paragraph):
            return plain_text(block.text)
        if isinstance(block, Callout):
            return _first_words(block.blocks)
    return ""


def _html(document: Document) -> str:
    return document_to_html(document, heading_level=3, styled=False)
