"""What follows from an interview at one moment: what is open, what is asked next, why it ends."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.diagnostics import ProofError
from nocontact.explanation import Wording
from nocontact.explanation.asking.asking import open_questions
from nocontact.explanation.asking.open_questions import OpenQuestions
from nocontact.explanation.asking.open_questions_to_document import parts_in_words
from nocontact.facts import Answers
from nocontact.fork_safety import cached_property
from nocontact.recommendation.given_answers import Given, answers_of, waiting
from nocontact.recommendation.next_prompt import next_by_form, next_by_need
from nocontact.recommendation.prompt import Prompt
from nocontact.recommendation.recommend import recommend
from nocontact.recommendation.recommendation import Recommendation
from nocontact.rulebook import CheckedRulebase


@dataclass(frozen=True, repr=False)
class Moment:
    """What follows from the answers of an interview; each part is worked out when it is needed.

    Attributes:
        rulebase: the rules, with their questions.
        language: language of the texts.
        adaptive: whether it asks by need; else the short form.
        start: what was known before the first question.
        given: what was answered, in order.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> Moment(Rulebook.load(), "en", True, Scenario(now_unsafe="yes"), ()).stopped
        True
    """

    rulebase: CheckedRulebase
    language: str
    adaptive: bool
    start: Answers
    given: Given

    def __repr__(self) -> str:
        return "Moment(answers hidden)"

    @cached_property
    def scenario(self) -> Answers:
        """The answers so far."""
        return self.start.with_answers(**answers_of(self.rulebase.vocabulary, self.given))

    @cached_property
    def prompt(self) -> Prompt | None:
        """What is asked next; None when there is nothing more to ask."""
        if self.stopped:
            return None
        if self.adaptive:
            counting = [question.name for question in self.open.counting]
            return next_by_need(self.words, self.given, counting)
        known = self.start.answers()
        return next_by_form(self.words, self.given, known, self.scenario.flat())

    @property
    def is_settled(self) -> bool:
        """Whether no answer can change the outcome any more; skipped questions stay skipped."""
        return not self.stopped and not self.open.counting

    @property
    def finished(self) -> str:
        """Why nothing more is asked, in plain words; empty while there is more to ask."""
        say = self.words.say
        if self.prompt is not None:
            return ""
        if self.stopped:
            return say("ask.stopped")
        try:
            settled, now_open = self.is_settled, self.now.provisional
        except ProofError as error:
            if self.adaptive or any(each.code != "NC701" for each in error.diagnostics):
                raise
            settled, now_open = False, frozenset()  # the form goes on without the library
        if not settled:
            return say("interview.all_asked")
        fixed = [name for name in self.open.settled if name not in now_open]
        said = {"interview.settled": fixed, "interview.skipped": sorted(now_open)}
        return " ".join(say(key, what=", ".join(parts_in_words(self.words, names)))
                        for key, names in said.items() if names)  # fmt: skip

    @cached_property
    def words(self) -> Wording:
        """The words of the rulebook, in the language of the interview."""
        return Wording(self.rulebase, self.language)

    @cached_property
    def now(self) -> Recommendation:
        """The answer to what was said so far, by the reference engine."""
        return recommend(self.scenario, rulebook=self.rulebase, engine="reference",
                         language=self.language)  # fmt: skip

    @property
    def stopped(self) -> bool:
        """Whether help has to come first, so that nothing more is asked."""
        return self.now.situation.help_first

    @cached_property
    def open(self) -> OpenQuestions:
        """What is open, apart from what was asked; a map is asked while channels wait."""
        open_ = {key[0] for key in waiting(self.rulebase.vocabulary, self.given)}
        asked = {key[0] for key, _ in self.given}
        return open_questions(self.now.situation, asked - open_)
