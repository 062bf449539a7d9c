"""The words of one rulebook: its messages, and the texts of its rules, steps and questions."""

from __future__ import annotations

from typing import Literal

from nocontact.diagnostics import Diagnostic, ExplanationError, nearest, shown
from nocontact.display import first_sentence
from nocontact.rulebook import ENGLISH, CheckedRulebase, side_of


class Words:
    """Turns ids of a rulebook into lines that a person may read, in one language.

    Every text that is shown comes from here, so that nothing is said in one language only.

    Args:
        rulebase: where the texts are.
        language: a language that the rulebook has.

    Raises:
        ExplanationError: when the rulebook does not have the language (NC807).

    Examples:
        >>> from nocontact import Rulebook
        >>> Words(Rulebook.load()).say("step.why")
        'Why'
    """

    def __init__(self, rulebase: CheckedRulebase, language: str = ENGLISH) -> None:
        if language not in rulebase.languages:
            raise ExplanationError([_not_spoken(rulebase, language)])
        self.rulebase = rulebase
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """Return a text of the message catalogue.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).say("also", what="It hurts.")
            'Also true: It hurts.'
        """
        return self.rulebase.message(key, self.language, **values)

    def said(self, *keys: str) -> str:
        """Return the first text of the message catalogue that there is; empty where there is none.

        Examples:
            >>> from nocontact import Rulebook
            >>> words = Words(Rulebook.load())
            >>> words.said("wall.explainedd", "step.why"), words.said("no.such.text")
            ('Why', '')
        """
        found = (self.rulebase.parsed.said(key, self.language) for key in keys)
        return next((text for text in found if text is not None), "")

    def text(self, key: str, english: str) -> str:
        """Return a text that stands in English with its rule, tactic or question.

        Args:
            key: its id in the catalogue of another language, such as `rule.wall.lock.because`.
            english: the text as it is written there; it is returned where no other is found.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).text("rule.wall.lock.because", "It is hard.")
            'It is hard.'
        """
        if self.language == ENGLISH:
            return english
        said = self.rulebase.parsed.said(key, self.language)
        return english if said is None else said

    def because(self, rule: str) -> str:
        """Return the plain sentence of a rule.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).because("wall.sealed")
            'It is very hard to stay away, so the way back needs to be gone or take days.'
        """
        return self.text(f"rule.{rule}.because", self.rulebase.rules_by_id[rule].because)

    def asks(self, question: str) -> str:
        """Return a question as a person is asked it.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).asks("hope")
            'Deep down, do you hope for a life as a couple with them?'
        """
        return self.text(f"question.{question}", self.rulebase.vocabulary.question(question).text)

    def answer(self, question: str, answer: str) -> str:
        """Return the plain words of an answer, a member or a channel of a question.

        Examples:
            >>> from nocontact import Rulebook
            >>> words = Words(Rulebook.load())
            >>> words.answer("hope", "strong"), words.answer("aims", "heal")
            ('Most days', 'Help me heal or rest')
        """
        said = self.rulebase.vocabulary.question(question).words.get(answer, answer)
        return self.text(f"answer.{question}.{answer}", said)

    def plain(self, tactic: str) -> str:
        """Return what one does, in plain words.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).plain("change_number")
            'Get a new number.'
        """
        return self.of_tactic(tactic, "plain")

    def of_tactic(self, tactic: str, which: Literal["plain", "good", "hard", "needs"]) -> str:
        """Return one of the texts of a tactic; empty where it has none.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).of_tactic("change_number", "plain")
            'Get a new number.'
        """
        english: str = getattr(self.rulebase.tactics[tactic], which)
        return self.text(f"tactic.{tactic}.{which}", english) if english else ""

    def need(self, need: str, english: str) -> str:
        """Return why a need is there.

        Args:
            need: its id, such as `crisis` or, for the wall, `wall.email.out`.
            english: what the policy says of it.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).need("wall.email.out", "So that you do not go to them.")
            'So that you do not go to them.'
        """
        listed = any(each.id == need for each in self.rulebase.policy.needs)
        key = f"need.{need}" if listed else f"barriers.{side_of(need).direction}"
        return self.text(f"{key}.because", english)

    def finding(self, name: str) -> str:
        """Return what a finding, a set of findings or a member of one is called.

        Examples:
            >>> from nocontact import Rulebook
            >>> words = Words(Rulebook.load())
            >>> words.finding("wall"), words.finding("standing.safety_first")
            ('the height of the wall', 'Safety comes first.')
        """
        return self._first_said(f"finding.{name}", f"finding.{name}.title", name)

    def level(self, finding: str, level: str) -> str:
        """Return a level of a finding in plain words; of a set, the member that comes first.

        Examples:
            >>> from nocontact import Rulebook
            >>> words = Words(Rulebook.load())
            >>> words.level("wall", "lock"), words.level("overwhelmed", "yes")
            ('a high wall', 'yes')
        """
        places = (f"level.{finding}", f"finding.{finding}", finding, "level.yes_no")
        return self._first_said(*(f"{place}.{level}" for place in places), level)

    def title(self, finding: str) -> str:
        """Return the heading of a finding that is shown as it is.

        Examples:
            >>> from nocontact import Rulebook
            >>> words = Words(Rulebook.load())
            >>> words.title("wall"), words.title("overwhelmed")
            ('How high a wall', 'You carry a lot right now.')
        """
        return self.said(f"{finding}.title") or self.finding(finding)

    def settled(self, finding: str, level: str) -> str:
        """Return what a level of a finding that is shown comes to.

        Examples:
            >>> from nocontact import Rulebook
            >>> words = Words(Rulebook.load())
            >>> words.settled("stance", "defuse"), words.settled("overwhelmed", "yes")
            ('Calm things down first.', 'yes')
        """
        return self.said(f"{finding}.{level}") or self.level(finding, level)

    def _first_said(self, *keys: str) -> str:
        """Return the first text that there is; the last key, as words, when there is none."""
        for key in keys:
            text = self.rulebase.parsed.said(key, self.language) if "." in key else None
            if text is not None:
                return text
        return keys[-1].rpartition(".")[2].replace("_", " ")

    def short(self, tactic: str) -> str:
        """Return the first sentence of what one does.

        Examples:
            >>> from nocontact import Rulebook
            >>> Words(Rulebook.load()).short("trusted_person")
            'Tell one person you trust, a friend or family.'
        """
        return first_sentence(self.plain(tactic))


def _not_spoken(rulebase: CheckedRulebase, language: str) -> Diagnostic:
    known, said = rulebase.languages, shown(str(language))
    return Diagnostic(
        "NC807", f"the rulebook has no texts in `{said}`", found=said,
        expected=known, nearest=nearest(said, known), help=f"use one of: {', '.join(known)}",
    )  # fmt: skip
