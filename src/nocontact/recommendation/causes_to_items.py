"""What made a difference, in plain words: a reason, what is behind it, and which answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nocontact.display import Block, Inlines, Item, Items, Text, inlines
from nocontact.explanation import Reason, Situation
from nocontact.explanation.wording import Wording
from nocontact.planning import planner_of
from nocontact.recommendation.difference import Cause, Shift, When
from nocontact.recommendation.turning import OTHER
from nocontact.rulebook import Cited

if TYPE_CHECKING:
    from nocontact.recommendation.changes import Changes

DEEPEST = 2
"""How many rules stand one behind the other at most."""


class CauseWords:
    """Turns causes into lines that a person may read; what was said once is not said again.

    Args:
        situations: the two answers.
        language: language of the texts.
        voice: `since` for another day, `supposed` for a "what if".
        with_answers: whether the answers at the end of a chain are named; when only one question
            was answered differently, it does not have to be said each time.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> words = CauseWords.of(recommend(Scenario(reach_out="often")).what_if(hope="some"))
        >>> words.line(Cause("rule", "wall.lock", "before"))[0].text
        'No longer: '
    """

    def __init__(
        self, situations: Mapping[When, Situation], language: str, voice: str, with_answers: bool
    ) -> None:
        self.words = {when: Wording(at.rulebase, language) for when, at in situations.items()}
        self.voice = voice
        self.with_answers = with_answers
        self.say = self.words["now"].say
        self._told: set[Cause | Shift] = set()

    @classmethod
    def of(cls, changes: Changes) -> CauseWords:
        """Return the words for the causes of some changes, in the language of the later answer.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> CauseWords.of(recommend(Scenario()).what_if(hope="some")).with_answers
            False
        """
        old, new = changes.old.situation, changes.new.situation
        voice = "supposed" if changes.supposed else "since"
        return cls({"before": old, "now": new}, new.language, voice, len(changes.answers) > 1)

    def label(self, when: When) -> Text:
        """Return what stands before something that holds in one answer alone.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> CauseWords.of(recommend(Scenario()).what_if(hope="some")).label("before").text
            'No longer: '
        """
        return Text(f"{self.say(f'changes.{self.voice}.{when}')}: ", "strong")

    def why(self, causes: Sequence[Cause], reasons: Sequence[Reason] = ()) -> list[Block]:
        """Return the reasons of a difference, and what is behind each.

        Args:
            causes: what made the difference.
            reasons: the reasons of the level that it has; they are said where no cause is new,
                so that all of them were there before too.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> CauseWords.of(recommend(Scenario()).what_if(hope="some")).why(())
            []
        """
        said = [self._item(each, deep=DEEPEST) for each in self._merged(causes)]
        if not any(cause.when == "now" for cause in causes):
            label = Text(f"{self.say('changes.still')}: ", "strong")
            said += [Item(inlines(label, self.words["now"].reason(each))) for each in reasons[:2]]
        return [Items(said)] if said else []

    def line(self, cause: Cause) -> Inlines:
        """Return one cause as a line.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> words = CauseWords.of(recommend(Scenario()).what_if(hope="some"))
            >>> words.line(Cause("need", "crisis", "now"))[1].text[:22]
            'A life may be at risk.'
        """
        words = self.words[cause.when]
        match cause.kind:
            case "rule":
                return inlines(self.label(cause.when), words.reason(self._reason(cause)))
            case "need":
                return inlines(self._why(cause.when), words.cited(*self._purpose(cause)))
            case "limit":
                limit = words.rulebase.policy.limit
                assert limit is not None
                because = words.text("limit.because", limit.because)
                return inlines(self._why(cause.when), words.cited(because, limit.sources))
        what = " ".join(map(self.words[OTHER[cause.when]].short, cause.tactics))
        said = self.say(f"changes.cause.{cause.kind}.{cause.when}", what=what)
        if cause.kind == "instead":
            return inlines(f"{self._purpose(cause)[0]} ", said)
        return inlines(said)

    def _item(self, cause: Cause, deep: int) -> Item:
        """Return a cause and what is behind it: reasons, and behind the last one the answers."""
        line, behind = self.line(cause), list(self._behind(cause, deep))
        return Item(line, [Items(behind)] if behind else [])

    def _merged(self, causes: Sequence[Cause]) -> Iterator[Cause]:
        """Yield the causes; those that are said in the same words stand together."""
        together: dict[object, Cause] = {}
        for each in causes:
            key: object = each
            if each.kind == "need":
                key = (each.kind, each.when, self._purpose(each))
            elif each.kind == "instead":
                key = (each.kind, each.when, each.tactics)
            elif each.kind == "height":
                key = each.kind
            known = together.get(key, each)
            names = dict.fromkeys((*known.name.split(), *each.name.split()))
            shifts = dict.fromkeys((*known.shifts, *each.shifts))
            together[key] = replace(known, name=" ".join(names), shifts=tuple(shifts))
        yield from together.values()

    def _behind(self, cause: Cause, deep: int) -> Iterator[Item]:
        if cause.kind == "rule" and not cause.shifts:
            yield Item(Text(self.say("changes.rules_differ"), "muted"))
        for each in dict.fromkeys(each for shift in cause.shifts for each in shift.causes):
            if deep and self._is_news(each):
                yield self._item(each, deep - 1)
        facts = [shift for shift in cause.shifts if not shift.causes] if self.with_answers else []
        for asks in self._asked([shift.name for shift in facts if self._is_news(shift)]):
            yield Item(Text(self.say("changes.answered", asks=asks), "muted"))

    def _is_news(self, told: Cause | Shift) -> bool:
        known = told in self._told
        self._told.add(told)
        return not known

    def _asked(self, facts: Sequence[str]) -> Iterator[str]:
        """Yield each question that these facts belong to, with the members that are meant."""
        members: dict[tuple[When, str], list[str]] = {}
        for name in facts:
            when: When = "now" if name in self.words["now"].rulebase.vocabulary else "before"
            fact = self.words[when].rulebase.vocabulary[name]
            known = members.setdefault((when, fact.question), [])
            if fact.member:
                said = self.words[when].answer(fact.question, fact.member).rstrip(".")
                known.append(f"{said}.")
        for (when, question), named in members.items():
            yield " ".join([self.words[when].asks(question), *named])

    def _why(self, when: When) -> Text:
        return Text(f"{self.say('step.why')}: ", "strong") if when == "now" else self.label(when)

    def _purpose(self, cause: Cause) -> tuple[str, tuple[Cited, ...]]:
        """Return why there are these needs, each reason once, and what they rest on."""
        words = self.words[cause.when]
        planner = planner_of(words.rulebase)
        found = [(words.need(need, planner.reason_of(need)[0]), planner.reason_of(need)[1])
                 for need in cause.name.split()]  # fmt: skip
        sources = dict.fromkeys(source for _, cited in found for source in cited)
        return " ".join(dict.fromkeys(because for because, _ in found)), tuple(sources)

    def _reason(self, cause: Cause) -> Reason:
        words = self.words[cause.when]
        rule = words.rulebase.rules_by_id[cause.name]
        return Reason(rule.id, "", words.because(rule.id), rule.sources, rule.voice)
