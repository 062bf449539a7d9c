"""The lines of one rulebook: its words with labels, citations, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nocontact.display import (
    Block,
    Details,
    Inlines,
    InlinesLike,
    Items,
    Text,
    inlines,
)  # fmt: skip
from nocontact.explanation.reason import Reason
from nocontact.explanation.words import Words
from nocontact.rulebook import Cited


class Wording(Words):
    """Turns ids of a rulebook into lines that a person may read, in one language.

    Examples:
        >>> from nocontact import Rulebook
        >>> Wording(Rulebook.load()).say("step.why")
        'Why'
    """

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
