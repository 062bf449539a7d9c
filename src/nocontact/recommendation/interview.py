"""An interview as pure data: what is asked next, what was answered, one step back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from nocontact.diagnostics import ScenarioError
from nocontact.facts import Answers
from nocontact.fork_safety import cached_property
from nocontact.recommendation.answering import EngineName
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.given_answers import Given, read_chosen, read_given
from nocontact.recommendation.interview_moment import Moment
from nocontact.recommendation.interview_to_data import interview_to_data, kept_in
from nocontact.recommendation.prompt import Key, Prompt, not_open, read_key
from nocontact.recommendation.recommend import recommend
from nocontact.recommendation.recommendation import Recommendation
from nocontact.recommendation.resources import ResourceDirectory
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase


@dataclass(frozen=True, repr=False)
class Interview:
    """An interview at one moment; each answer makes a new one.

    It asks what can still change the answer, safety first, and ends when nothing can: exact, so
    it is the shortest that is honest about the outcome. With `adaptive=False` it asks the fixed
    short form. It keeps nothing but the answers, and stops where help has to come first.

    Attributes:
        rulebook: a loaded rulebook, or a folder of one; None for the shipped one.
        language: language of the texts.
        adaptive: whether it asks by need; else the short form, question by question.
        start: what is known before the first question, as for `recommend`; None for nothing.
        given: what was answered, in order; a skipped question is there with no answer.
        resources: the helplines and services of the host, for its recommendation.

    Raises:
        ScenarioError: when `start` or `given` holds what cannot be an answer.
        RulebookError: when the rulebook cannot be loaded.

    Examples:
        >>> interview = Interview().answered(["no"]).answered([])
        >>> interview.prompt().key, interview.skipped
        (('danger_signs',), ('self_harm_thoughts',))
        >>> interview.scenario().answers()
        {'now_unsafe': 'no'}
        >>> interview
        Interview(answers hidden)
    """

    rulebook: CheckedRulebase | str | Path | None = None
    language: str = "en"
    adaptive: bool = True
    start: Answers | Mapping[str, Any] | None = None
    given: Given = ()
    resources: ResourceDirectory | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        read: dict[str, Any] = {}
        if self.rulebook is not None:
            read["rulebook"] = loaded(self.rulebook)
        if self.start is not None:
            read["start"] = answers_for(self._rulebase, self.start)
        if self.given != ():
            read["given"] = read_given(self._rulebase.vocabulary, self.given)
        for name, value in read.items():
            object.__setattr__(self, name, value)

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
        return self._moment.prompt

    def answered(
        self, chosen: Collection[str] | str, *, to: Sequence[str] | str | None = None
    ) -> Interview:
        """Return the interview with the open question answered; an empty list skips it.

        Args:
            chosen: answers of the open prompt; one answer may stand alone.
            to: the key of the prompt that the person saw. Where another question is open by now,
                the answer is refused: a click that comes twice must not answer the next question.

        Raises:
            ScenarioError: when it is no answer to this question (NC402 to NC404), or the question
                is not open (NC407); this interview stays as it is.

        Examples:
            >>> Interview().answered("unsure", to=("now_unsafe",)).scenario().answers()
            {'now_unsafe': 'unsure'}
            >>> Interview().answered(["so"])
            Traceback (most recent call last):
            ...
            nocontact.diagnostics.errors.ScenarioError: NC402: `now_unsafe` cannot be `so`
              help: write one of: no, unsure, yes, unknown
        """
        at, vocabulary = self.at, self._rulebase.vocabulary
        if at is None or (to is not None and read_key(to) != at):
            raise ScenarioError([not_open(vocabulary, to)])
        return replace(self, given=(*self.given, (at, read_chosen(vocabulary, at, chosen))))

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
        return self._moment.scenario

    def recommendation(self, engine: EngineName = "checked") -> Recommendation:
        """Return the answer to what was said so far.

        Args:
            engine: as for `recommend`.

        Examples:
            >>> Interview().answered(["yes"]).recommendation().help
            'urgent'
        """
        return recommend(self.scenario(), rulebook=self._rulebase, engine=engine,
                         resources=self.resources, language=self.language)  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """Return all that has to be kept between two requests, as plain data for JSON.

        It holds the answers: keep it as private as they are, and never in the address of a page.
        Resources are not in it.

        Examples:
            >>> Interview().answered("no").to_dict()["given"]
            [[['now_unsafe'], ['no']]]
        """
        start = self._moment.start
        return interview_to_data(self._rulebase, self.language, self.adaptive, start, self.given)

    @classmethod
    def from_dict(
        cls,
        data: Mapping[str, Any],
        *,
        rulebook: CheckedRulebase | str | Path | None = None,
        resources: ResourceDirectory | None = None,
    ) -> Interview:
        """Return the interview that `to_dict` wrote.

        Args:
            data: what `to_dict` gave; whoever may have changed it, no more than an answer gets in.
            rulebook: the rulebook that was used; None for the shipped one.
            resources: as for `recommend`.

        Raises:
            ScenarioError: when it is no such data (NC408), the rules were changed since (NC409),
                or an answer in it is none.
            ExplanationError: when the rulebook does not have the language (NC807).

        Examples:
            >>> interview = Interview().answered("no")
            >>> Interview.from_dict(interview.to_dict()) == interview
            True
        """
        rulebase = loaded(rulebook)
        whose = None if rulebook is None else rulebase
        return cls(whose, **kept_in(data, rulebase), resources=resources)

    @property
    def at(self) -> Key | None:
        """The key of the open question: what `answered` answers; None when nothing is asked.

        Examples:
            >>> Interview().at, Interview().answered("yes").at
            (('now_unsafe',), None)
        """
        prompt = self.prompt()
        return prompt.key if prompt else None

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
        return self._moment.is_settled

    @property
    def finished(self) -> str:
        """Why nothing more is asked, in plain words; empty while there is more to ask.

        Examples:
            >>> Interview().answered(["yes"]).finished
            'Help comes first. Nothing more is asked now.'
        """
        return self._moment.finished

    @cached_property
    def _rulebase(self) -> CheckedRulebase:
        return loaded(self.rulebook, type(self.start) if isinstance(self.start, Answers) else None)

    @cached_property
    def _moment(self) -> Moment:
        start = answers_for(self._rulebase, self.start or {})
        return Moment(self._rulebase, self.language, self.adaptive, start, self.given)
