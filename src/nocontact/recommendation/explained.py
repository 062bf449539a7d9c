"""Every why that an answer can be asked for; each is worked out when it is asked, and no sooner."""

from __future__ import annotations

from nocontact.explanation.asking.asking import open_questions, provisional
from nocontact.explanation.asking.open_questions import OpenQuestions
from nocontact.explanation.derivation.why import Why, why
from nocontact.explanation.derivation.why_not import WhyNot, why_not
from nocontact.explanation.exact.enough import Enough, enough
from nocontact.explanation.exact.unless import Unless, unless
from nocontact.explanation.picture.derivation_graph import DerivationGraph, derivation_graph
from nocontact.explanation.situation import Situation
from nocontact.fork_safety import cached_property
from nocontact.proof import SECONDS


class Explained:
    """What can be asked about an answer: why, why not, enough, unless, what to ask next.

    Attributes:
        situation: what the person told us, and what followed.
    """

    situation: Situation

    def why(self, name: str, *, depth: int | None = None, everything: bool = False) -> Why:
        """Return why something is as it is: every rule behind it, down to answers and sources.

        Args:
            name: a finding (`wall`), a standing (`safety_first`), a step or another tactic
                (`mute_thread`); in full `status.mute_thread` or `step.mute_thread`.
            depth: how many findings to go below this one; None for all the way to the answers.
            everything: weaker rules too, which fired and did not decide, and every part of each
                condition, the parts too that were not needed.

        Raises:
            ExplanationError: when there is no such thing in the answer (NC801 to NC803).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(staying_away="nothing_holds")).why("wall").rules
            ('wall.lock', 'difficulty.nothing-holds')
        """
        return why(self.situation, name, depth=depth, everything=everything)

    def why_not(self, name: str, level: str | None = None) -> WhyNot:
        """Return why something is not there, or not higher: each rule that could have given it.

        Every condition is evaluated to the end, and shown with the value that was found.

        Args:
            name: a tactic that is not in the plan, a finding, a standing.
            level: the level that was not reached; None for the next one above. Of a set, the
                member that does not come first; of a tactic, a status.

        Raises:
            ExplanationError: when there is no such thing (NC801 to NC803), or no such level
                (NC804).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario(staying_away="nothing_holds"))
            >>> rec.why_not("wall", "sealed").present
            False
        """
        return why_not(self.situation, name, level)

    def enough(self, name: str, *, every: bool = False, seconds: float = SECONDS) -> Enough:
        """Return a smallest set of answers that forces this, whatever all other answers are.

        Exact, over all scenarios; the reference engine looks at each result again.

        Args:
            name: as for `why`.
            every: all such sets, not only one.
            seconds: how long it may take.

        Raises:
            ExplanationError: when there is no such thing in the answer (NC801 to NC803).
            ProofError: when it does not fit into the budget (NC702, NC703), or the library for
                diagrams is missing (NC701).
            ExplanationDisagreement: when the second look fails (NC805); it means a fault here.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario(self_harm_thoughts="yes", hope="some"))
            >>> [given.question for given in rec.enough("help").sets[0].answers]
            ['self_harm_thoughts']
        """
        return enough(self.situation, name, every=every, seconds=seconds)

    def unless(self, name: str, *, seconds: float = SECONDS) -> Unless:
        """Return every smallest change of answers that would alter this, fewest first.

        Exact, over all scenarios; the reference engine looks at each result again. What is not
        the person's to change is marked, and nothing here is advice.

        Args:
            name: as for `why`.
            seconds: how long it may take.

        Raises:
            ExplanationError: when there is no such thing in the answer (NC801 to NC803).
            ProofError: when it does not fit into the budget (NC702, NC703), or the library for
                diagrams is missing (NC701).
            ExplanationDisagreement: when the second look fails (NC805); it means a fault here.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> len(recommend(Scenario(staying_away="nothing_holds")).unless("wall").changes) > 0
            True
        """
        return unless(self.situation, name, seconds=seconds)

    @cached_property
    def ask(self) -> OpenQuestions:
        """The open questions that could still change the answer: safety first, then most useful.

        Raises:
            ProofError: when it cannot be worked out in a minute (NC701 to NC703).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).ask[0].block
            'safety'
        """
        return open_questions(self.situation)

    @cached_property
    def provisional(self) -> frozenset[str]:
        """The findings that come first in an answer, and that an open question can still change.

        Raises:
            ProofError: when it cannot be worked out (NC701 to NC703).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> told = Scenario(danger_signs={"choked"}, danger_when="now")
            >>> sorted(recommend(told).provisional)
            ['stance', 'wall']
        """
        return provisional(self.situation)

    def graph(self, name: str | None = None, *, everything: bool = False) -> DerivationGraph:
        """Return the derivation as a picture: answers, rules, findings, plan.

        Args:
            name: what to show the way to; None for what led to the findings and the steps.
            everything: True to draw with it all that fired and was shown, however much.

        Raises:
            ExplanationError: when there is no such thing in the answer (NC801 to NC803).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(staying_away="nothing_holds")).graph("wall").to_mermaid()[:9]
            'flowchart'
        """
        return derivation_graph(self.situation, name, everything=everything)
