"""A step that came, went or moved, as an entry of a list: what it is, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from nocontact.display import Block, Item, Paragraph, Text, inlines
from nocontact.recommendation.causes_to_items import CauseWords
from nocontact.recommendation.difference import Difference
from nocontact.recommendation.letting_go import may_release, wall_direction

if TYPE_CHECKING:
    from nocontact.recommendation.changes import Changes

StepPart = Literal["new", "gone", "later", "sooner"]

ALWAYS_THERE = ("safety", "help")
"""Sections of a plan whose steps stay open to everyone: they are never said to be over."""


class StepChanges:
    """Turns differences of steps into entries of a list.

    Args:
        changes: what differs between two answers.
        causes: the words of the causes.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> changes = recommend(Scenario()).what_if(self_harm_thoughts="yes")
        >>> steps = StepChanges(changes, CauseWords.of(changes))
        >>> [steps.part(each) for each in changes.differences if each.kind == "step"][:2]
        ['new', 'gone']
    """

    def __init__(self, changes: Changes, causes: CauseWords) -> None:
        self.changes = changes
        self.causes = causes
        old = changes.old.situation.plan
        self.sections = {step.tactic: step.section for step in (*old.steps, *old.later)}
        self.direction = wall_direction(changes)
        self.released = may_release(changes.new)

    def part(self, step: Difference) -> StepPart:
        """Return under which heading a step stands.

        Args:
            step: a difference of the kind `step`.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> changes = recommend(Scenario()).what_if(hope="some")
            >>> steps = StepChanges(changes, CauseWords.of(changes))
            >>> steps.part(Difference("step", "mute_thread", "later", "now", ()))
            'sooner'
        """
        if step.before == "no":
            return "new"
        if step.after == "no":
            return "gone"
        return "later" if step.after == "later" else "sooner"

    def item(self, step: Difference) -> Item:
        """Return a step with what it means that it came, went or moved, and why.

        Args:
            step: a difference of the kind `step`.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> changes = recommend(Scenario()).what_if(hope="some")
            >>> steps = StepChanges(changes, CauseWords.of(changes))
            >>> steps.item(Difference("step", "mute_thread", "no", "now", ())).text[0].role
            'strong'
        """
        words = self.causes.words["before" if self.part(step) == "gone" else "now"]
        plain = Text(words.plain(step.name), "strong")
        blocks: list[Block] = []
        if step.before == "no" and step.after == "later":
            blocks = [Paragraph(self.causes.say("changes.step.can_wait"))]
        said = f" {self._farewell(step)}" if self.part(step) == "gone" else ""
        return Item(
            inlines(plain, said) if said else plain, [*blocks, *self.causes.why(step.causes)]
        )

    def _farewell(self, step: Difference) -> str:
        """Return what it means that a step is no longer in the plan."""
        say = self.causes.say
        verdict = self.changes.new.verdicts.get(step.name)
        if verdict is None:
            return say("changes.step.unknown")
        if verdict.fit != "fits":
            return say(f"considered.{verdict.fit}")
        section = self.sections[step.name]
        if section in ALWAYS_THERE:
            return say("changes.step.still_there")
        lower = section == "wall" and self.direction in ("lower", "unsure")
        if not lower and any(cause.kind in ("instead", "together") for cause in step.causes):
            return say("changes.step.replaced")
        if section == "wall" and not self._is_habit(step.name):
            if not self.released:
                return say("changes.step.keep_for_now")
            if self.direction == "lower":
                return say(f"changes.step.let_go.{self.causes.voice}")
        return say("changes.step.still_there")

    def _is_habit(self, tactic: str) -> bool:
        """Return whether it is a person or a habit, which is nothing to let go."""
        rulebase = self.changes.new.rulebase
        barriers = rulebase.policy.barriers
        return bool(barriers and {*barriers.anywhere} & {*rulebase.tactics[tactic].channels})
