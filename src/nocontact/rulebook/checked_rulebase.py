"""A rulebook that was checked: the only thing that engines accept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from nocontact.diagnostics import Named
from nocontact.display import Document, ShownInNotebook
from nocontact.facts import Answers, Tactic, Vocabulary, answers_class
from nocontact.fork_safety import cached_property
from nocontact.rulebook.barrier_heights import BarrierHeights
from nocontact.rulebook.checked import Checked
from nocontact.rulebook.checked_rule import CheckedRule
from nocontact.rulebook.decision import Decision, Finding
from nocontact.rulebook.parsed_rulebook import Metadata, ParsedRulebook
from nocontact.rulebook.policy import PlanningPolicy
from nocontact.rulebook.promise import Promise
from nocontact.rulebook.rule import Voice
from nocontact.rulebook.rulebook_to_document import rulebook_to_document
from nocontact.rulebook.seal import Seal
from nocontact.rulebook.translation import ENGLISH
from nocontact.sources import SourceList

STATUSES = ("suggested", "allowed", "ask_why", "held", "advised_against")


@dataclass(frozen=True)
class CheckedRulebase(BarrierHeights, ShownInNotebook):
    """Everything an engine, a planner or an explanation needs, checked and resolved.

    It cannot be made by hand: `proof` must come from the checker.

    Attributes:
        parsed: the rulebook as written.
        vocabulary: the flat facts.
        findings: flat findings by name, statuses included, in order of decision.
        rules: resolved rules in order of decision.
        order: decision names, each after those it requires.
        promises: resolved promises.
        policy: how statuses become a plan.
        proof: made by the checker.

    Raises:
        TypeError: when it is made by hand.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> rulebase.order.index("difficulty") < rulebase.order.index("wall")
        True
        >>> replace(rulebase, proof=None)
        Traceback (most recent call last):
        ...
        TypeError: a CheckedRulebase comes from nocontact.checking, not by hand
    """

    parsed: ParsedRulebook = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    findings: Mapping[str, Finding] = field(repr=False)
    rules: tuple[CheckedRule, ...] = field(repr=False)
    order: tuple[str, ...]
    promises: tuple[Promise, ...] = field(repr=False)
    policy: PlanningPolicy = field(repr=False)
    proof: Checked = field(repr=False)

    def __post_init__(self) -> None:
        if type(self.proof) is not Checked:
            raise TypeError("a CheckedRulebase comes from nocontact.checking, not by hand")
        if self.proof.seal is None:
            self.proof.seal = Seal(self.parsed.digest, self._parts)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CheckedRulebase):
            return NotImplemented
        return self.digest == other.digest and self.vocabulary == other.vocabulary

    @cached_property
    def digest(self) -> str:
        """The content hash of all files; of what was changed with `replace`, one of its own.

        Examples:
            >>> from nocontact import Rulebook, Scenario, recommend
            >>> recommend(Scenario()).trace.rulebook["digest"] == Rulebook.load().digest
            True
        """
        changes = self.proof.seal.changes(self._parts) if self.proof.seal else ""
        return f"{self.parsed.digest}{changes}"

    @property
    def _parts(self) -> dict[str, object]:
        names = ("findings", "rules", "order", "promises", "policy")
        return {"parsed": self.parsed.digest, **{name: getattr(self, name) for name in names}}

    @property
    def metadata(self) -> Metadata:
        """Name, version, date, authors, limits.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().metadata.name, Rulebook.load().metadata.shows[:2]
            ('nocontact', ('standing', 'wall'))
        """
        return self.parsed.metadata

    @property
    def sources(self) -> SourceList:
        """What the rules cite.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().sources.knows(35), Rulebook.load().sources.knows("SA99")
            (True, False)
        """
        return self.parsed.sources

    @cached_property
    def answers_class(self) -> type[Answers]:
        """The class of the answers to its questions; `Scenario` where they are the shipped ones."""
        return answers_class(self.vocabulary)

    def scenario(self, **answers: Any) -> Answers:
        """Return the answers of one person, by question; what is left out is unknown.

        Raises:
            ScenarioError: with one diagnostic for each problem of the answers given.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().scenario(hope="some").answers()
            {'hope': 'some'}
        """
        return self.answers_class.model_validate(answers)

    @cached_property
    def tactics(self) -> Mapping[str, Tactic]:
        """The catalogue by id.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().tactics["filter_to_folder"].plain
            'A rule moves their mail to a folder you do not open.'
        """
        return Named(((tactic.id, tactic) for tactic in self.parsed.tactics), "tactic")

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions by name, in order.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().decisions["wall"].asks
            'How high a wall does this person need, to keep themselves out?'
        """
        by_name = {decision.name: decision for decision in self.parsed.decisions}
        return Named(((name, by_name[name]) for name in self.order), "decision")

    @cached_property
    def rules_by_id(self) -> Mapping[str, CheckedRule]:
        """The rules by id.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().rules_by_id["wall.lock"].raises
            (('wall', 'lock'),)
        """
        return Named(((rule.id, rule) for rule in self.rules), "rule")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its texts, English first."""
        return (ENGLISH, *sorted({*self.parsed.translations} - {ENGLISH}))

    def levels(self, subject: str) -> tuple[str, ...]:
        """Return the answers of a fact or the levels of a finding, lowest first.

        Raises:
            UnknownName: when there is no such fact or finding (NC808).

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().levels("stance"), Rulebook.load().levels("hope")
            (('open', 'leave_be', 'defuse', 'firm'), ('none', 'some', 'strong'))
        """
        if subject in self.vocabulary:
            return self.vocabulary[subject].answers
        return self.findings[subject].levels

    def to_document(self) -> Document:
        """Return an overview: every decision with its question, paragraphs and rules.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().to_document().title.split()[0]
            'nocontact'
        """
        counts = {
            "questions": len(self.vocabulary.questions()), "decisions": len(self.order),
            "rules": len(self.rules), "tactics": len(self.tactics), "promises": len(self.promises),
        }  # fmt: skip
        title = f"{self.metadata.name} {self.metadata.version}"
        return rulebook_to_document(title, self.digest, self.decisions.values(), counts)

    def without_voice(self, voice: Voice) -> CheckedRulebase:
        """Return the rulebase with the rules of one voice switched off, findings kept.

        For research replay only: without the safety voice the article speaks alone.

        Examples:
            >>> from nocontact import Rulebook
            >>> article = Rulebook.load().without_voice("safety")
            >>> "wall.lock" in article.rules_by_id
            True
            >>> any(rule.voice == "safety" for rule in article.rules)
            False
        """
        return replace(
            self,
            parsed=self.parsed.without_voice(voice),
            rules=tuple(rule for rule in self.rules if rule.voice != voice),
            proof=Checked(),
        )

    def message(self, key: str, language: str = "en", **values: object) -> str:
        """Return a text of the message catalogue, its blanks filled; the key when missing.

        Args:
            key: id of the message, such as `also` or `notes.both_ways_matter`.
            language: language of the text; English stands in where there is no translation.
            **values: blank → what stands there.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().message("also", what="It hurts.")
            'Also true: It hurts.'
            >>> Rulebook.load().message("no.such.text")
            'no.such.text'
        """
        said = self.parsed.said(key, language)
        text = key if said is None else said
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text
