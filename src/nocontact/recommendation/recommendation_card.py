"""Recommendation → card: the one screen that everybody gets first, within a number of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nocontact.display import (
    Block,
    Callout,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Text,
    document_to_text,
    first_sentence,
)
from nocontact.explanation import reasons_for
from nocontact.explanation.wording import Wording
from nocontact.recommendation.resources import NEEDS, needs_of
from nocontact.rulebook import after_safety

if TYPE_CHECKING:
    from nocontact.explanation import Verdict
    from nocontact.recommendation.recommendation import Recommendation

MOST_WORDS = {"crisis": 90, "urgent": 120, "usual": 150}
"""How long a card may get, title and all; the helplines of a host are not counted. Nor is the most
urgent line of safety ever left out, so that it may be longer."""

FITS, AVOID, SAFETY, HELP = "fits", "avoid", "safety", "help"
MOST_STEPS, MOST_QUESTIONS, MOST_NOTES = 3, 2, 2
MOST_THRIFT = 8


def recommendation_card(rec: Recommendation) -> list[Block]:
    """Return what comes first, how to find help, verdicts, three steps, what is not known.

    No id and no mark of a source is in it: these are in the record. Where it would be too long,
    what matters least is left out first.

    Args:
        rec: what to show.

    Raises:
        ProofError: when it cannot be worked out what is still open (NC701 to NC703).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> card = recommendation_card(recommend(Scenario(staying_away="nothing_holds")))
        >>> card[-1].text[0].text
        'It knows only your answers, and no trial tested it. Leave what does not fit.'
    """
    if rec.situation.help_first:
        return [*_Card(rec).crisis()]
    most = MOST_WORDS["urgent" if rec.help == "urgent" else "usual"]
    title = rec.situation.words.say("title")
    for thrift in range(MOST_THRIFT + 1):
        if words_in(Document(_Card(rec, thrift, helplines=False).blocks(), title)) <= most:
            break
    return [*_Card(rec, thrift).blocks()]


def helper_card(rec: Recommendation) -> list[Block]:
    """Return what somebody who helps can read aloud: what to say, what not to say, what to ask.

    Args:
        rec: the recommendation for the person who is helped.

    Raises:
        ProofError: when it cannot be worked out what is still open (NC701 to NC703).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> card = helper_card(recommend(Scenario(danger_signs={"choked"}, danger_when="now")))
        >>> [block.text[0].text for block in card if hasattr(block, "level")]
        ['Read aloud', 'Do not say', 'Ask next', 'If they disagree']
    """
    return [*_Card(rec).for_a_helper()]


def words_in(document: Document) -> int:
    """Return how many words a document has.

    Examples:
        >>> words_in(Document("Rest a while.", "Today"))
        4
    """
    said = document_to_text(document, width=1000, unicode=False).split()
    return sum(bool(re.search(r"\w", word)) for word in said)


class _Card:
    """One card. Thrift says how much is left out: 0 nothing, the most all that may be."""

    def __init__(self, rec: Recommendation, thrift: int = 0, *, helplines: bool = True) -> None:
        self.rec, self.thrift, self.helplines = rec, thrift, helplines
        self.words = rec.situation.words
        self.say = self.words.say

    def blocks(self) -> Iterator[Block]:
        rec = self.rec
        urgent = rec.help == "urgent"
        first: list[Block] = [*self.first()]
        because = self.because(f"standing.{rec.standing}")
        said_already = first_sentence(because) in self.say(f"standing.{rec.standing}")
        if because and not said_already and self.thrift < 2:
            first.append(Paragraph(because))
        first += map(Paragraph, [*self.notes(), *self.where()])
        calm = "card.first" if self.notes() else "hello"
        yield Callout("urgent" if urgent else "info", [*first, *self.lines_of_help()],
                      self.say("help.title" if urgent else calm))  # fmt: skip
        yield from self.considered()
        yield from self.steps()
        yield from self.bases() if rec.standing else ()
        yield from map(Paragraph, self.unknown())
        yield from self.limits()

    def crisis(self) -> Iterator[Block]:
        because = self.because("crisis")
        help_now, emergency = self.words.said("help.urgent"), self.words.said("card.emergency")
        said = [Text(help_now, "strong") if help_now else "", because, emergency]
        first = [Paragraph([each]) for each in said if each]
        title = self.words.said("help.title", "card.first")
        yield Callout("urgent", [*first, *self.lines_of_help()], title)
        yield from self.steps()
        yield from map(Paragraph, translation_note(self.words))

    def for_a_helper(self) -> Iterator[Block]:
        rec = self.rec
        yield Callout("urgent" if rec.help == "urgent" else "info",
                      [*self.first(), *self.lines_of_help()],
                      self.say("card.first"))  # fmt: skip
        yield Heading(2, self.say("card.say"))
        steps = [self.words.short(step.tactic) for step in rec.steps[:MOST_STEPS]]
        yield Items([*self.notes(), *self.where(), *steps])
        if not rec.situation.help_first:
            yield from self.considered()
        if said := self.words.said(f"card.not.{rec.standing}"):
            yield Heading(2, self.say("card.do_not_say"))
            yield Paragraph(said)
        yield Heading(2, self.say("card.ask_next"))
        asked = [self.say("card.ask_now")] if rec.help == "urgent" else []
        asked += [self.words.asks(question.name) for question in rec.ask[:MOST_QUESTIONS]]
        yield Items(asked or [self.say("card.nothing_to_ask")])
        yield Heading(2, self.say("card.disagree"))
        yield Paragraph(self.say("card.what_then"))
        yield from self.limits()

    def limits(self) -> Iterator[Block]:
        for said in (self.say("card.limit"), *translation_note(self.words)):
            yield Paragraph([Text(said, "muted")])

    def because(self, finding: str) -> str:
        rec = self.rec
        found = reasons_for(rec.rulebase, rec.trace, finding, self.words.language)
        return next((each.because for each in found), "")

    def first(self) -> Iterator[Block]:
        """Yield what comes first; where no rule orders that, what is settled."""
        yield from [Paragraph(self.comes_first())] if self.rec.standing else self.bases()

    def comes_first(self) -> list[str | Text]:
        rec = self.rec
        said = [Text(self.say(f"standing.{rec.standing}"), "strong")]
        if rec.help in ("suggest", "urgent"):
            said.append(Text(f" {self.say(f'help.{rec.help}')}", "plain"))
        if rec.provisional:
            said.append(Text(f" {self.say('ask.provisional')}", "muted"))
        return [*said]

    def notes(self) -> list[str]:
        """Return what is said for somebody's safety, the most urgent first."""
        most = MOST_NOTES if self.rec.help == "urgent" and self.thrift < 7 else 1
        return [note.text for note in self.rec.notes if note.is_safety][:most]

    def where(self) -> Iterator[str]:
        """Yield how the help of the first step is found, where the host names none."""
        rec = self.rec
        if rec.help in ("suggest", "urgent") and not rec.resources:
            needs = needs_of((step.tactic for step in rec.steps[:1]), rec.findings)
            yield from [self.say(f"card.find.{need}") for need in NEEDS if need in needs][:1]

    def lines_of_help(self) -> list[Block]:
        found = self.rec.resources if self.helplines else ()
        return [Items(each.line for each in found)] if found else []

    def considered(self) -> Iterator[Block]:
        if self.rec.considered:
            if self.thrift < MOST_THRIFT:
                yield Heading(2, self.say("part.considered"))
            yield Items(map(self.verdict, self.rec.considered.values()))

    def verdict(self, verdict: Verdict) -> Item:
        harms = verdict.fit == AVOID and not after_safety(verdict.deciding[0].voice)
        said = Text(self.say("card.harm" if harms else f"considered.{verdict.fit}"), "strong")
        return Item([f"{self.words.short(verdict.tactic)} ", said, self.one_reason(verdict)])

    def one_reason(self, verdict: Verdict) -> str:
        """Return why not, or why not yet: with what has to come first, where there is room."""
        if not verdict.deciding or verdict.fit == FITS:
            return ""
        if self.thrift > 6 and verdict is not next(iter(self.rec.considered.values())):
            return ""
        because = verdict.deciding[0].because
        whole = self.thrift < 3 and not after_safety(verdict.deciding[0].voice)
        return f" {because if whole else first_sentence(because)}"

    def steps(self) -> Iterator[Block]:
        steps = self.rec.steps[: MOST_STEPS - max(0, self.thrift - 6)]
        if not steps:
            return
        yield Heading(2, self.say("part.now"))
        lines = []
        for at, step in enumerate(steps):
            told = step.purposes and at < MOST_STEPS - max(0, self.thrift - 2)
            why = f" {first_sentence(step.purposes[0].because)}" if told else ""
            lines.append(Item([Text(self.words.short(step.tactic), "strong"), why]))
        yield Items(lines)

    def bases(self) -> Iterator[Block]:
        """Yield what is settled, such as the wall, in what it comes to; help is said first."""
        if self.thrift < 6:
            levels = (f"{name}.{level}" for name, level in self.rec.bases.items() if name != HELP)
            said = [self.words.said(f"card.{each}", each) for each in levels]
            worded = " ".join(dict.fromkeys(filter(None, said)))
            yield from [Paragraph(worded)] if worded else ()

    def unknown(self) -> Iterator[str]:
        """Yield the questions that would change the most; one about safety is never left out."""
        most = MOST_QUESTIONS if self.thrift < 1 else 1
        asked = [each for each in self.rec.ask if self.thrift < 6 or each.block == SAFETY][:most]
        if asked:
            said = " ".join(self.words.asks(each.name) for each in asked)
            yield self.say("card.unknown", questions=said)


def translation_note(words: Wording) -> list[str]:
    """Return what is said where nobody has looked at a translation yet.

    Examples:
        >>> from nocontact import Rulebook
        >>> translation_note(Wording(Rulebook.load()))
        []
    """
    translation = words.rulebase.parsed.translations.get(words.language)
    return [words.say("about.unreviewed")] if translation and not translation.reviewed else []
