"""The answer: what comes first, how high a wall, what to do now, and every why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nocontact.display import (
    Document,
    Shown,
    document_to_html,
    document_to_markdown,
    document_to_text,
    mimebundle,
)
from nocontact.explanation import Situation, Verdict
from nocontact.facts import Answers
from nocontact.inference.trace import Trace
from nocontact.planning import Gap
from nocontact.recommendation.changes import Changes, changes_between
from nocontact.recommendation.explained import Explained
from nocontact.recommendation.recommendation_to_document import (
    Audience,
    Detail,
    recommendation_to_document,
)
from nocontact.recommendation.recommendation_to_json import recommendation_to_json
from nocontact.recommendation.resources import Resource
from nocontact.recommendation.step import Note, Step
from nocontact.rulebook import CheckedRulebase


@dataclass(frozen=True)
class Recommendation(Explained, Shown):
    """An explained, cited recommendation for one scenario.

    Attributes:
        standing: what comes first: safety_first, stabilise_first, not_ready, examine_motives
            or proceed. This, the wall, the stance and help are empty for a rulebook about
            something else; `bases` has what that one settles.
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
        notes: what to expect and what is good to know.
        gaps: needs that no permitted step can meet.
        let_go: barriers in place that are higher than needed today.
        trace: the derivation; it serialises and replays.
        rulebase: the rulebook that was used.
        scenario: what the person told us.
        situation: all that an explanation looks at.
        resources: the helplines and services of the host that fit.
        again: recommends for another scenario, with the same rules, engine and language.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(staying_away="gives_in"))
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
    notes: tuple[Note, ...]
    gaps: tuple[Gap, ...]
    let_go: tuple[str, ...]
    trace: Trace
    rulebase: CheckedRulebase = field(compare=False)
    scenario: Answers = field(compare=False)
    situation: Situation = field(compare=False)
    again: Callable[[Answers], Recommendation] = field(compare=False)
    resources: tuple[Resource, ...] = field(default=(), compare=False)

    def __repr__(self) -> str:
        return "Recommendation(hidden; use .to_text())"

    @property
    def bases(self) -> dict[str, str]:
        """The findings that the rulebook settles, by name, each with its level; sets left out.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(staying_away="gives_in")).bases
            {'wall': 'friction', 'stance': 'open', 'help': 'open'}
        """
        about = self.rulebase.metadata
        named = about.settles or about.shows or self.findings
        return {name: self.findings[name] for name in named if name in self.findings}

    def to_text(
        self, width: int = 88, *, detail: Detail | None = None, audience: Audience = "person"
    ) -> str:
        """Return plain text, for a page or a pipe: the card, unless more is asked for.

        Args:
            width: longest line, in characters.
            detail: card, more, record or layers; see `to_document`.
            audience: person, helper or reviewer.

        Raises:
            UnknownName: no such detail or audience (NC808).
            ProofError: when it cannot be worked out what is still open (NC701 to NC703).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario())
            >>> print(rec.to_text(width=60).splitlines()[0])
            What may help you now
            >>> "[¶" in rec.to_text(), "[¶" in rec.to_text(detail="record")
            (False, True)
        """
        document = self.to_document(detail=detail, audience=audience)
        return document_to_text(document, width=width)

    def to_markdown(self, *, detail: Detail | None = None, audience: Audience = "person") -> str:
        """Return Markdown, everything escaped; see `to_document`.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).to_markdown().startswith("# ")
            True
        """
        return document_to_markdown(self.to_document(detail=detail, audience=audience))

    def to_html(self, *, detail: Detail | None = None, audience: Audience = "person") -> str:
        """Return a self-contained HTML fragment, everything escaped; see `to_document`.

        It shows the card with the rest folded below it, unless one layer is asked for; to a
        reviewer the record.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> html = recommend(Scenario()).to_html()
            >>> "<script" in html, html.count("<details") >= 2
            (False, True)
        """
        detail = detail or ("record" if audience == "reviewer" else "layers")
        return document_to_html(self.to_document(detail=detail, audience=audience))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {**mimebundle(self.to_document()), "text/html": self.to_html()}

    def to_json(self, *, brief: bool = False) -> str:
        """Return JSON; the same scenario and rulebook always give the same text.

        It holds what the person told us, or what follows from it: keep it as private as their
        answers.

        Args:
            brief: only what comes first, what is said and asked for safety, the steps under
                consideration, the steps now, and help; no trace.

        Raises:
            ProofError: when it cannot be worked out what is still open (NC701 to NC703).

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario())
            >>> rec.to_json() == recommend(Scenario()).to_json()
            True
            >>> "trace" in rec.to_json(), "trace" in rec.to_json(brief=True)
            (True, False)
        """
        return recommendation_to_json(self, brief=brief)

    def to_document(
        self, *, detail: Detail | None = None, audience: Audience = "person"
    ) -> Document:
        """Return the answer as a document: headings, prose, lists.

        In a crisis only crisis help is in it.

        Args:
            detail: card, one screen with what matters most: at most 150 words, 120 where help is
                urgent, 90 in a crisis, without ids and marks of sources; more, the card with good
                and hard sides, what can wait and what to expect; record, all of it with rules,
                sources, engines and limits; layers, the card with the others folded below it.
                None for what the audience needs first.
            audience: person, for whoever it is about; helper, what a helper can say, should not
                say, and can ask next; reviewer, the record.

        Raises:
            UnknownName: no such detail or audience (NC808).
            ProofError: when it cannot be worked out what is still open (NC701 to NC703). A
                document without its marks and open questions would look complete.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario())
            >>> card = rec.to_document()
            >>> rec.to_document(detail="layers").blocks[: len(card.blocks)] == card.blocks
            True
        """
        return recommendation_to_document(self, detail=detail, audience=audience)

    def what_if(self, **answers: Any) -> Changes:
        """Return what would be different with other answers, and which rules make it so.

        Args:
            **answers: question → the other answer; `unknown` takes an answer back.

        Returns:
            The differences; the other recommendation is in `.new`.

        Raises:
            ScenarioError: when an answer is not allowed.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario(staying_away="nothing_holds"))
            >>> rec.what_if(staying_away="easy").new.wall
            'none'
        """
        other = self.again(self.scenario.with_answers(**answers))
        return changes_between(self, other, supposed=True)

    def changes_since(self, earlier: Recommendation) -> Changes:
        """Return what is different from an earlier answer, and which rules make it so.

        Args:
            earlier: an answer for the same person, of another day.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario(staying_away="nothing_holds"))
            >>> rec.changes_since(rec).is_empty
            True
        """
        return changes_between(earlier, self)
