"""The answer: what comes first, how high a wall, what to do now, and every why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nocontact.display import Document
from nocontact.explanation import OpenQuestion, Verdict
from nocontact.inference.trace import Trace
from nocontact.planning import Gap
from nocontact.recommendation.resources import Resource
from nocontact.recommendation.step import Note, Step
from nocontact.rulebook import CheckedRulebase


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An explained, cited recommendation for one scenario.

    Attributes:
        standing: what comes first: safety_first, stabilise_first, not_ready, examine_motives
            or proceed.
        also: the other standings that apply, in order.
        wall: basis one, how high a wall: none, intention, friction, lock or sealed (¶35).
        wall_in: how high the plan reaches against what comes in.
        wall_out: how high it reaches against going out oneself.
        stance: basis two, toward the partner: leave_be, defuse or firm (¶37).
        help: none, suggest or urgent: professional or crisis help.
        findings: every derived value by name, statuses left out.
        steps: what to do now, in order.
        later: what can wait, in order.
        verdicts: the verdict on every tactic, by id.
        considered: the verdicts on what the person is thinking of, by id.
        ask: open questions that could still change the answer, safety first.
        notes: what to expect and what is good to know.
        gaps: needs that no permitted step can meet.
        let_go: barriers in place that are higher than needed today.
        trace: the derivation; it serialises and replays.
        rulebase: the rulebook that was used.
        resources: the helplines and services of the host that fit.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(mind_time="most_of_day"))
        >>> rec.wall
        'friction'
        >>> rec
        Recommendation(hidden; use .to_text())
    """

    standing: str
    also: tuple[str, ...]
    wall: str
    wall_in: str
    wall_out: str
    stance: str
    help: str
    findings: Mapping[str, str]
    steps: tuple[Step, ...]
    later: tuple[Step, ...]
    verdicts: Mapping[str, Verdict]
    considered: Mapping[str, Verdict]
    ask: tuple[OpenQuestion, ...]
    notes: tuple[Note, ...]
    gaps: tuple[Gap, ...]
    let_go: tuple[str, ...]
    trace: Trace
    rulebase: CheckedRulebase = field(compare=False)
    resources: tuple[Resource, ...] = field(default=(), compare=False)

    def __repr__(self) -> str:
        return "Recommendation(hidden; use .to_text())"

    def to_text(self, width: int = 88, *, brief: bool = False) -> str:
        """Return plain text, for a page or a pipe.

        Args:
            width: longest line, in characters.
            brief: only what comes first, what to do now, and help; the whys folded.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> print(recommend(Scenario()).to_text(width=60).splitlines()[0])
            What may help you now
        """
        from nocontact.display import document_to_text

        return document_to_text(self.to_document(brief=brief), width=width, folded=brief)

    def to_markdown(self, *, brief: bool = False) -> str:
        """Return Markdown, everything escaped; see `to_document`.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).to_markdown().startswith("# ")
            True
        """
        from nocontact.display import document_to_markdown

        return document_to_markdown(self.to_document(brief=brief))

    def to_html(self, *, brief: bool = False) -> str:
        """Return a self-contained HTML fragment, everything escaped; see `to_document`.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> "<script" in recommend(Scenario()).to_html()
            False
        """
        from nocontact.display import document_to_html

        return document_to_html(self.to_document(brief=brief))

    def to_json(self) -> str:
        """Return JSON; the same scenario and rulebook always give the same text.

        It holds what the person told us, in the trace: keep it as private as their answers.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).to_json() == recommend(Scenario()).to_json()
            True
        """
        from nocontact.recommendation.recommendation_to_json import recommendation_to_json

        return recommendation_to_json(self)

    def to_document(self, *, brief: bool = False) -> Document:
        """Return the answer as a document: headings, prose, lists.

        In a crisis only crisis help is in it.

        Args:
            brief: only what comes first, the steps under consideration, the steps now, and help.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).to_document().title
            'What may help you now'
        """
        from nocontact.recommendation.recommendation_to_document import (
            recommendation_to_document,
        )

        return recommendation_to_document(self, brief=brief)
