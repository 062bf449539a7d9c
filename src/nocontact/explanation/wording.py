"""The words of one rulebook: its messages, its citations, its reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nocontact.display import Block, Details, Inlines, InlinesLike, Items, Text, inlines
from nocontact.explanation import Reason
from nocontact.rulebook import CheckedRulebase, Cited

LANGUAGE = "en"


class Wording:
    """Turns ids of a rulebook into lines that a person may read.

    Examples:
        >>> from nocontact import Rulebook
        >>> Wording(Rulebook.load()).say("step.why")
        'Why'
    """

    def __init__(self, rulebase: CheckedRulebase) -> None:
        self.rulebase = rulebase

    def say(self, key: str, **values: object) -> str:
        """Return a text of the message catalogue.

        Examples:
            >>> from nocontact import Rulebook
            >>> Wording(Rulebook.load()).say("also", what="It hurts.")
            'Also true: It hurts.'
        """
        return self.rulebase.message(key, LANGUAGE, **values)

    def plain(self, tactic: str) -> str:
        """Return what one does, in plain words.

        Examples:
            >>> from nocontact import Rulebook
            >>> Wording(Rulebook.load()).plain("change_number")
            'Get a new number.'
        """
        return self.rulebase.tactics[tactic].plain

    def short(self, tactic: str) -> str:
        """Return the first sentence of what one does.

        Examples:
            >>> from nocontact import Rulebook
            >>> Wording(Rulebook.load()).short("trusted_person")
            'Tell one person you trust.'
        """
        return re.split(r"(?<=[.!?]) ", self.plain(tactic), maxsplit=1)[0]

    def labelled(self, key: str, *texts: str | Text) -> Inlines:
        """Return a line that starts with a label in bold, such as "Why: ...".

        Examples:
            >>> from nocontact import Rulebook
            >>> Wording(Rulebook.load()).labelled("step.why", "It hurts.")[1].text
            'It hurts.'
        """
        return inlines(Text(f"{self.say(key)}: ", "strong"), texts)

    def cited(self, text: str, sources: Iterable[Cited]) -> Inlines:
        """Return a text with its citations after it.

        Examples:
            >>> from nocontact import Rulebook
            >>> Wording(Rulebook.load()).cited("It hurts.", (11, 39))[1].text
            '[¶11, ¶39]'
        """
        labels = dict.fromkeys(self.rulebase.sources.label(each) for each in sources)
        citation = [Text(f"[{', '.join(labels)}]", "citation")] if labels else []
        return inlines(f"{text} " if citation else text, citation)

    def origin(self, reason: Reason) -> Inlines:
        """Return who speaks, and the id of the rule.

        Examples:
            >>> from nocontact import Rulebook
            >>> reason = Reason("wall.lock", "lock", "It is hard.", (35,), "article")
            >>> [text.text for text in Wording(Rulebook.load()).origin(reason)]
            ['the article', ' ', 'wall.lock']
        """
        voice = Text(self.say(f"voice.{reason.voice}"), "voice")
        return inlines(voice, " ", Text(reason.rule, "code"))

    def reason(self, reason: Reason) -> Inlines:
        """Return one reason with its citations, who speaks and the id of the rule.

        Examples:
            >>> from nocontact import Rulebook
            >>> reason = Reason("wall.lock", "lock", "It is hard.", (35,), "article")
            >>> Wording(Rulebook.load()).reason(reason)[0].text
            'It is hard. '
        """
        return inlines(self.cited(reason.because, reason.sources), " ", self.origin(reason))

    def why(self, reasons: Sequence[Reason], *lines: InlinesLike) -> list[Block]:
        """Return reasons to fold away: the first one shows, with its citations.

        Args:
            reasons: the first is the one that shows.
            *lines: what comes before the other reasons.

        Examples:
            >>> from nocontact import Rulebook
            >>> Wording(Rulebook.load()).why(())
            []
        """
        if not reasons:
            return []
        first, *others = reasons
        summary = self.labelled("step.why", *self.cited(first.because, first.sources))
        folded = [*lines, self.origin(first), *map(self.reason, others)]
        return [Details(summary, [Items(folded)])]
