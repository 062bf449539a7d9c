"""Every part of two answers that differs, in the order in which a person reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from nocontact.explanation import Situation
from nocontact.explanation.verdict import FITS
from nocontact.facts.question import Shape
from nocontact.planning import Gap
from nocontact.recommendation.difference import Cause, Difference, Kind, LetGo, When
from nocontact.recommendation.step_turning import StepTurning
from nocontact.recommendation.turning import OTHER, Turning
from nocontact.rulebook import STATUS, atoms_of

if TYPE_CHECKING:
    from nocontact.recommendation.recommendation import Recommendation

NO, YES = "no", "yes"


def differences_between(earlier: Recommendation, later: Recommendation) -> tuple[Difference, ...]:
    """Return every part that differs: what comes first, the bases, steps, statuses, notes.

    Args:
        earlier: an answer.
        later: another.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> old, new = (recommend(Scenario(reach_out=each)) for each in ("never", "often"))
        >>> differences_between(old, new)[0]
        Difference(finding wall; answers hidden)
    """
    return tuple(_Pair(earlier, later).differences())


def let_go_between(earlier: Recommendation, later: Recommendation) -> tuple[LetGo, ...]:
    """Return the barriers in place that may be let go now.

    Args:
        earlier: an answer.
        later: another; its barriers are meant.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> let_go_between(recommend(Scenario()), recommend(Scenario(in_place=["mute_thread"])))
        ()
    """
    rules, rulebase = _releasing(later), later.rulebase
    return tuple(
        LetGo(
            each,
            rulebase.heights[rulebase.highest(rulebase.tactics[each])],
            later.wall,
            each not in earlier.let_go,
            rules,
        )
        for each in later.let_go
    )


def _releasing(answer: Recommendation) -> tuple[str, ...]:
    """Return the rules that say how high the wall is, and that a barrier may be let go."""
    barriers = answer.rulebase.policy.barriers
    if barriers is None:
        return ()
    names = [barriers.height, *(atom.subject for atom in atoms_of(barriers.release))]
    return tuple(dict.fromkeys(
        firing.rule
        for name in names
        for firing in answer.trace.raising(name)
        if (name, answer.findings[name]) in firing.raised
    ))  # fmt: skip


class _Pair:
    def __init__(self, earlier: Recommendation, later: Recommendation) -> None:
        self.at: Mapping[When, Recommendation] = {"before": earlier, "now": later}
        self.turning = Turning(earlier.situation, later.situation)
        self.plans = StepTurning(self.turning)

    def differences(self) -> Iterator[Difference]:
        yield from self.standing()
        yield from self.bases()
        yield from self.steps()
        yield from self.considered()
        yield from self.statuses()
        yield from self.gaps()
        yield from self.notes()
        yield from self.let_go()

    def standing(self) -> Iterator[Difference]:
        before, after = self.at["before"].standing, self.at["now"].standing
        if before != after:
            names = (f"standing.{after}", f"standing.{before}")
            yield Difference("standing", "standing", before, after, self._rules(names))
        also = {when: (rec.standing, *rec.also) for when, rec in self.at.items()}
        for name in dict.fromkeys((*also["now"], *also["before"])):
            if name in (before, after) or (name in also["now"]) == (name in also["before"]):
                continue
            yield self._present("also", name, also, self._rules([f"standing.{name}"]))

    def bases(self) -> Iterator[Difference]:
        bases = {when: rec.bases for when, rec in self.at.items()}
        for name in dict.fromkeys((*bases["now"], *bases["before"])):
            before, after = (bases[when].get(name, "") for when in ("before", "now"))
            if before != after:
                yield Difference("finding", name, before, after, self._rules([name]))

    def steps(self) -> Iterator[Difference]:
        paces = {when: _paces(rec.situation) for when, rec in self.at.items()}
        for tactic in dict.fromkeys((*paces["now"], *paces["before"])):
            before, after = (paces[when].get(tactic, NO) for when in ("before", "now"))
            if before != after:
                causes = self._step(tactic, before, after)
                yield Difference("step", tactic, before, after, causes)

    def _step(self, tactic: str, before: str, after: str) -> tuple[Cause, ...]:
        if before == NO:
            return self.plans.step(tactic, "now")
        if after == NO:
            return self.plans.step(tactic, "before")
        return self.plans.pace(tactic, "now" if after == "later" else "before")

    def considered(self) -> Iterator[Difference]:
        asked = {when: tuple(rec.considered) for when, rec in self.at.items()}
        for name in sorted({*asked["before"]} ^ {*asked["now"]}):
            when: When = "now" if name in asked["now"] else "before"
            causes = self._told("steps_with_aims", name, when)
            yield self._present("considered", name, asked, causes)

    def statuses(self) -> Iterator[Difference]:
        before, after = (self.at[when].verdicts for when in ("before", "now"))
        thought_of = {**self.at["now"].considered, **self.at["before"].considered}
        shared = [each for each in (*thought_of, *after) if each in before and each in after]
        for name in dict.fromkeys(shared):
            old, new = before[name].status, after[name].status
            if (old if name in thought_of else FITS[old]) != (
                new if name in thought_of else FITS[new]
            ):
                causes = self._rules([f"{STATUS}.{name}"])
                yield Difference("status", name, old, new, causes)

    def gaps(self) -> Iterator[Difference]:
        gaps = {when: {gap.need: gap for gap in rec.gaps} for when, rec in self.at.items()}
        for need in dict.fromkeys((*gaps["now"], *gaps["before"])):
            before, after = (_said(gaps[when].get(need)) for when in ("before", "now"))
            if before != after:
                found = (self.plans.gap(need, when) for when in ("now", "before")
                         if need in gaps[when])  # fmt: skip
                causes = tuple(dict.fromkeys(cause for causes in found for cause in causes))
                yield Difference("gap", need, before, after, causes)

    def notes(self) -> Iterator[Difference]:
        notes = {when: tuple(note.id for note in rec.notes) for when, rec in self.at.items()}
        for name in dict.fromkeys((*notes["now"], *notes["before"])):
            if (name in notes["now"]) != (name in notes["before"]):
                yield self._present("note", name, notes, self._rules([f"notes.{name}"]))

    def let_go(self) -> Iterator[Difference]:
        released = {when: rec.let_go for when, rec in self.at.items()}
        for name in dict.fromkeys((*released["now"], *released["before"])):
            if (name in released["now"]) != (name in released["before"]):
                when: When = "now" if name in released["now"] else "before"
                yield self._present("let_go", name, released, self._released(name, when))

    def _told(self, shape: Shape, tactic: str, when: When) -> list[Cause]:
        """Return the answers of one shape in which a tactic was named."""
        answers = self.at[when].scenario.answers()
        questions = self.at[when].rulebase.vocabulary.of_shape(shape)
        return [Cause("answer", each.name, when) for each in questions
                if tactic in answers.get(each.name, ())]  # fmt: skip

    def _released(self, tactic: str, when: When) -> Iterator[Cause]:
        """Yield why a barrier may be let go in one answer, and not in the other."""
        other = self.at[OTHER[when]]
        if tactic not in other.scenario.taken():
            yield from self._told("steps", tactic, when)
        barriers = self.at[when].rulebase.policy.barriers
        if barriers is None:
            return
        shifts = self.turning.held(barriers.release, when)
        if shifts:
            yield Cause("release", "release", when, shifts)
        if self.turning.differs(barriers.height):
            yield Cause("height", tactic, when, (self.turning.shift(barriers.height),))

    def _present(
        self, kind: Kind, name: str, members: Mapping[When, Iterable[str]],
        causes: Iterable[Cause],
    ) -> Difference:  # fmt: skip
        before, after = (YES if name in members[when] else NO for when in ("before", "now"))
        return Difference(kind, name, before, after, tuple(causes))

    def _rules(self, names: Iterable[str]) -> tuple[Cause, ...]:
        found = (cause for name in names if self.turning.differs(name)
                 for cause in self.turning.rules(name))  # fmt: skip
        return tuple(dict.fromkeys(found))


def _paces(situation: Situation) -> Mapping[str, str]:
    now = dict.fromkeys((step.tactic for step in situation.plan.steps), "now")
    return now | dict.fromkeys((step.tactic for step in situation.plan.later), "later")


def _said(gap: Gap | None) -> str:
    if gap is None:
        return NO
    return YES if gap.wanted is None else f"{gap.reached} of {gap.wanted}"
