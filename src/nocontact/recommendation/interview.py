"""An interview as pure data: what is asked next, what was answered, one step back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nocontact.diagnostics import ProofError
from nocontact.explanation import Wording
from nocontact.explanation.asking.asking import open_questions
from nocontact.explanation.asking.open_questions import OpenQuestions
from nocontact.explanation.asking.open_questions_to_document import parts_in_words
from nocontact.facts import Answers
from nocontact.inference.answering import EngineName
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.given_answers import Given, answers_of, channels_of, waiting
from nocontact.recommendation.prompt import Key, Prompt, prompt_for
from nocontact.recommendation.recommend import recommend
from nocontact.recommendation.recommendation import Recommendation
from nocontact.recommendation.rulebook_loading import Rulebook
from nocontact.recommendation.short_form import short_form
from nocontact.rulebook import CheckedRulebase


@dataclass(frozen=True, repr=False)
class Interview:
    """An interview at one moment; each answer makes a new one.

    It asks what can still change the answer, safety first, and ends when nothing can: exact, so
    it is the shortest that is honest about the outcome. With `adaptive=False` it asks the fixed
    short form. It keeps nothing but the answers, and stops where help has to come first.

    Attributes:
        rulebook: a loaded rulebook; None for the shipped one.
        language: language of the texts.
        adaptive: whether it asks by need; else the short form, question by question.
        start: what is known before the first question; None for nothing.
        given: what was answered, in order; a skipped question is there with no answer.

    Examples:
        >>> interview = Interview().answered(["no"]).answered([])
        >>> interview.prompt().key, interview.skipped
        (('danger_signs',), ('self_harm_thoughts',))
        >>> interview.scenario().answers()
        {'now_unsafe': 'no'}
        >>> interview
        Interview(answers hidden)
    """

    rulebook: CheckedRulebase | None = None
    language: str = "en"
    adaptive: bool = True
    start: Answers | None = None
    given: Given = ()

    def __repr__(self) -> str:
        return "Interview(answers hidden)"

    def prompt(self) -> Prompt | None:
        """Return what is asked next; None when there is nothing more to ask.

        Raises:
            ProofError: when it asks by need and diagrams cannot be built (NC701 to NC703).

        Examples:
            >>> Interview().answered(["yes"]).prompt() is None
            True
        """
        return self._prompt

    def answered(self, chosen: Sequence[str] | str) -> Interview:
        """Return the interview with the open question answered; an empty list skips it.

        Args:
            chosen: answers of the open prompt; one answer may stand alone.

        Raises:
            ScenarioError: when it is no answer to this question; this interview stays as it is.

        Examples:
            >>> Interview().answered("unsure").scenario().answers()
            {'now_unsafe': 'unsure'}
            >>> Interview().answered(["so"])
            Traceback (most recent call last):
            ...
            nocontact.diagnostics.errors.ScenarioError: NC402: `now_unsafe` cannot be `so`
              help: write one of: no, unsure, yes, unknown
        """
        prompt = self.prompt()
        if prompt is None:
            return self
        answers = (chosen,) if isinstance(chosen, str) else tuple(chosen)
        after = replace(self, given=(*self.given, (prompt.key, answers)))
        after.scenario()
        return after

    def back(self) -> Interview:
        """Return the interview with the last answer taken back.

        Examples:
            >>> Interview().answered(["no"]).back() == Interview()
            True
        """
        return replace(self, given=self.given[:-1])

    def scenario(self) -> Answers:
        """Return the answers given so far; what was skipped is unknown.

        Examples:
            >>> Interview().scenario().answers()
            {}
        """
        return self._start.with_answers(**answers_of(self._rulebase.vocabulary, self.given))

    def recommendation(self, engine: EngineName = "checked") -> Recommendation:
        """Return the answer to what was said so far.

        Args:
            engine: as for `recommend`.

        Examples:
            >>> Interview().answered(["yes"]).recommendation().help
            'urgent'
        """
        return recommend(
            self.scenario(), rulebook=self._rulebase, engine=engine, language=self.language
        )

    @property
    def skipped(self) -> tuple[str, ...]:
        """The questions that were asked and not answered.

        Examples:
            >>> Interview().answered([]).skipped
            ('now_unsafe',)
        """
        return tuple(key[0] for key, chosen in self.given if not chosen)

    @property
    def left(self) -> int:
        """How many questions may still come, at most; the open one is one of them.

        Examples:
            >>> Interview().left > 1, Interview().answered(["yes"]).left
            (True, 0)
        """
        prompt = self.prompt()
        return prompt.left + 1 if prompt else 0

    @property
    def is_settled(self) -> bool:
        """Whether no answer can change the outcome any more; skipped questions stay skipped.

        Examples:
            >>> Interview().is_settled
            False
        """
        return not self._stopped and not self._open.counting

    @property
    def finished(self) -> str:
        """Why nothing more is asked, in plain words; empty while there is more to ask.

        Examples:
            >>> Interview().answered(["yes"]).finished
            'Help comes first. Nothing more is asked now.'
        """
        say = self._words.say
        if self.prompt() is not None:
            return ""
        if self._stopped:
            return say("ask.stopped")
        try:
            settled, now_open = self.is_settled, self._now.provisional
        except ProofError:
            settled, now_open = False, frozenset()
        if not settled:
            return say("interview.all_asked")
        fixed = [name for name in self._open.settled if name not in now_open]
        said = {"interview.settled": fixed, "interview.skipped": sorted(now_open)}
        return " ".join(say(key, what=", ".join(parts_in_words(self._words, names)))
                        for key, names in said.items() if names)  # fmt: skip

    @cached_property
    def _rulebase(self) -> CheckedRulebase:
        if self.rulebook is not None:
            return self.rulebook
        return Rulebook.load(scenario=None if self.start is None else type(self.start))

    @cached_property
    def _start(self) -> Answers:
        return answers_for(self._rulebase, {} if self.start is None else self.start)

    @cached_property
    def _words(self) -> Wording:
        return Wording(self._rulebase, self.language)

    @cached_property
    def _now(self) -> Recommendation:
        return self.recommendation("reference")

    @cached_property
    def _stopped(self) -> bool:
        return self._now.situation.help_first

    @cached_property
    def _open(self) -> OpenQuestions:
        """What is open, apart from what was asked; a map is asked while channels wait."""
        open_ = {key[0] for key in waiting(self._rulebase.vocabulary, self.given)}
        asked = {key[0] for key, _ in self.given}
        return open_questions(self._now.situation, asked - open_)

    @cached_property
    def _prompt(self) -> Prompt | None:
        if self._stopped:
            return None
        return self._by_need() if self.adaptive else self._by_form()

    def _by_need(self) -> Prompt | None:
        open_ = [question.name for question in self._open.counting]
        asked = [*dict.fromkeys(key[0] for key, _ in self.given)]
        for key in waiting(self._rulebase.vocabulary, self.given):
            if key[0] in open_:
                number = asked.index(key[0]) + 1
                return self._asking(key, number, len(open_) - 1)
        fresh = [name for name in open_ if name not in asked]
        return self._asking((fresh[0],), len(asked) + 1, len(fresh) - 1) if fresh else None

    def _by_form(self) -> Prompt | None:
        given = dict(self.given)
        known = self._start.answers()
        facts = self.scenario().flat()
        questions = [each for each in short_form(self._rulebase, given, facts)
                     if each.name not in known]  # fmt: skip
        for number, question in enumerate(questions, 1):
            for key in ((question.name,), *channels_of(question, self.given)):
                if key not in given:
                    total = len(questions)
                    place = self._words.say("interview.place_short", number=number, total=total)
                    return replace(self._asking(key, number, total - number), place=place)
        return None

    def _asking(self, key: Key, number: int, left: int) -> Prompt:
        question = self._rulebase.vocabulary.question(key[0])
        return prompt_for(question, key, self._words, number, left)
