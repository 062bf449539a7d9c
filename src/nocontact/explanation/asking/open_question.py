"""One open question: what it can change, how much it decides, what each answer would settle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from nocontact.fork_safety import cached_property

PLAN = "plan"
"""Stands among the changes of a question for the steps and for what may be a step."""

SAFETY = "safety"
"""The block of questions that come first."""


@dataclass(frozen=True, slots=True, repr=False)
class AnswerEffect:
    """What one answer to an open question would settle.

    Attributes:
        answer: the answer; of a set, one member alone; of a map, one channel alone, at its
            highest level.
        settles: the parts that no further answer could change then.

    Examples:
        >>> AnswerEffect("yes", ("help",))
        AnswerEffect('yes')
    """

    answer: str
    settles: tuple[str, ...]

    def __repr__(self) -> str:
        return f"AnswerEffect({self.answer!r})"


@dataclass(frozen=True, repr=False)
class OpenQuestion:
    """A question that can still change the answer.

    Attributes:
        name: the field of the scenario.
        asks: the question in plain words.
        answers: answer → its plain words.
        block: `safety` questions come first.
        changes: what another answer to it can still change, whatever else is known: parts that
            count, by name. Exact. What the questions in `opens` can change belongs to it.
        share: how much it decides: the share of the ways to answer all other open questions in
            which a part is not the same for each answer to this one; the largest over the parts
            that count. Exact, with the weights of decision 0031. What it opens may decide more,
            and then that is its share.
        changes_plan: whether it can change a step, or what may be one.
        opens: questions that are asked only after some answers to it, directly or by way of
            another, and that can change the answer.
        effects_of: works out the effects.

    Examples:
        >>> OpenQuestion("hope", "Do you hope?", {"none": "No."}, "article", ("standing",))
        OpenQuestion('hope')
    """

    name: str
    asks: str
    answers: Mapping[str, str]
    block: str
    changes: tuple[str, ...]
    share: Fraction = Fraction(0)
    changes_plan: bool = False
    opens: tuple[str, ...] = ()
    effects_of: Callable[[], tuple[AnswerEffect, ...]] = field(default=tuple, compare=False)

    def __repr__(self) -> str:
        return f"OpenQuestion({self.name!r})"

    @property
    def counts(self) -> bool:
        """Whether an interview asks it.

        It can change a part that counts; or it is about safety, and can change a step.

        Examples:
            >>> OpenQuestion("hope", "Do you hope?", {}, "article", ()).counts
            False
        """
        return bool(self.changes) or (self.block == SAFETY and self.changes_plan)

    @cached_property
    def effects(self) -> tuple[AnswerEffect, ...]:
        """What each answer would settle; worked out when it is looked at.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> first = recommend(Scenario()).ask[0]
            >>> [effect.answer for effect in first.effects]
            ['no', 'unsure', 'yes']
        """
        return self.effects_of()

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON; the share exact, and as a number.

        Examples:
            >>> question = OpenQuestion("hope", "?", {}, "article", ("wall",), Fraction(1, 4))
            >>> question.to_dict()["share"]
            {'exact': '1/4', 'about': 0.25}
        """
        return {
            "name": self.name,
            "asks": self.asks,
            "answers": dict(self.answers),
            "block": self.block,
            "changes": list(self.changes),
            "changes_plan": self.changes_plan,
            "opens": list(self.opens),
            "counts": self.counts,
            "share": {"exact": str(self.share), "about": float(self.share)},
        }


def opening(question: OpenQuestion, opened: Iterable[OpenQuestion]) -> OpenQuestion:
    """Return the question with what it can change by way of the questions that it opens.

    Args:
        question: a question as it is alone.
        opened: questions that are not asked now, and that some answers to it open.

    Examples:
        >>> alone = OpenQuestion("children", "Any?", {}, "article", ())
        >>> later = OpenQuestion("school", "Which?", {}, "article", ("wall",), Fraction(1, 4))
        >>> opening(alone, [later]).changes, opening(alone, [later]).opens
        (('wall',), ('school',))
    """
    later = list(opened)
    if not later:
        return question
    names = [name for each in later for name in (each.name, *each.opens)]
    return replace(
        question,
        changes=(*dict.fromkeys(name for each in (question, *later) for name in each.changes),),
        share=max(each.share for each in (question, *later)),
        changes_plan=any(each.changes_plan for each in (question, *later)),
        opens=(*dict.fromkeys((*question.opens, *names)),),
    )
