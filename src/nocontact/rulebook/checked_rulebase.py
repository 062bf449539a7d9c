"""A rulebook that was checked: the only thing that engines accept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from nocontact.facts import Tactic, Vocabulary
from nocontact.rulebook.condition import Condition
from nocontact.rulebook.decision import Decision, Finding
from nocontact.rulebook.parsed_rulebook import Metadata, ParsedRulebook
from nocontact.rulebook.policy import PlanningPolicy
from nocontact.rulebook.promise import Promise
from nocontact.rulebook.rule import Cited, Rule, Voice
from nocontact.sources import SourceList

STATUSES = ("suggested", "allowed", "ask_why", "held", "advised_against")


@dataclass(frozen=True, slots=True)
class CheckedRule:
    """A rule with its conclusions resolved to flat findings.

    Attributes:
        id: as written.
        decision: the decision it belongs to.
        condition: as written.
        raises: (flat finding, level) pairs; statuses are `status.<tactic>`.
        because: one plain sentence.
        sources: what it cites.
        voice: who speaks.
        written: the rule as written, with its place.

    Examples:
        >>> CheckedRule.__dataclass_fields__["raises"].name
        'raises'
    """

    id: str
    decision: str
    condition: Condition
    raises: tuple[tuple[str, str], ...]
    because: str
    sources: tuple[Cited, ...]
    voice: Voice
    written: Rule = field(repr=False, compare=False)


class Checked:
    """Proof that the checker was here; only `nocontact.checking` makes one.

    Examples:
        >>> Checked.__name__
        'Checked'
    """

    __slots__ = ()


@dataclass(frozen=True)
class CheckedRulebase:
    """Everything an engine, a planner or an explanation needs, checked and resolved.

    It cannot be made by hand: `proof` must come from the checker.

    Attributes:
        parsed: the rulebook as written.
        vocabulary: the flat facts.
        findings: flat findings by name, statuses included, in order of decision.
        rules: resolved rules in order of decision.
        order: decision names, each after those it requires.
        promises: resolved promises.
        proof: made by the checker.

    Examples:
        >>> CheckedRulebase.__dataclass_fields__["order"].name
        'order'
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

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CheckedRulebase):
            return NotImplemented
        return self.digest == other.digest and self.vocabulary == other.vocabulary

    @property
    def digest(self) -> str:
        """The content hash of all files.

        Examples:
            >>> CheckedRulebase.digest.fget is not None
            True
        """
        return self.parsed.digest

    @property
    def metadata(self) -> Metadata:
        """Name, version, date, authors, limits.

        Examples:
            >>> CheckedRulebase.metadata.fget is not None
            True
        """
        return self.parsed.metadata

    @property
    def sources(self) -> SourceList:
        """What the rules cite.

        Examples:
            >>> CheckedRulebase.sources.fget is not None
            True
        """
        return self.parsed.sources

    @cached_property
    def tactics(self) -> Mapping[str, Tactic]:
        """The catalogue by id.

        Examples:
            >>> CheckedRulebase.tactics.attrname
            'tactics'
        """
        return {tactic.id: tactic for tactic in self.parsed.tactics}

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions by name, in order.

        Examples:
            >>> CheckedRulebase.decisions.attrname
            'decisions'
        """
        by_name = {decision.name: decision for decision in self.parsed.decisions}
        return {name: by_name[name] for name in self.order}

    @cached_property
    def rules_by_id(self) -> Mapping[str, CheckedRule]:
        """The rules by id.

        Examples:
            >>> CheckedRulebase.rules_by_id.attrname
            'rules_by_id'
        """
        return {rule.id: rule for rule in self.rules}

    def levels(self, subject: str) -> tuple[str, ...]:
        """Return the answers of a fact or the levels of a finding, lowest first.

        Raises:
            KeyError: when there is no such fact or finding.

        Examples:
            >>> CheckedRulebase.levels.__name__
            'levels'
        """
        if subject in self.vocabulary:
            return self.vocabulary[subject].answers
        return self.findings[subject].levels

    def without_voice(self, voice: Voice) -> CheckedRulebase:
        """Return the rulebase with the rules of one voice switched off, findings kept.

        For research replay only: without the safety voice the article speaks alone.

        Examples:
            >>> CheckedRulebase.without_voice.__name__
            'without_voice'
        """
        return replace(
            self,
            parsed=self.parsed.without_voice(voice),
            rules=tuple(rule for rule in self.rules if rule.voice != voice),
        )

    def message(self, key: str, language: str = "en", **values: object) -> str:
        """Return a text of the message catalogue, its blanks filled; the key when missing.

        Examples:
            >>> CheckedRulebase.message.__name__
            'message'
        """
        text = self.parsed.messages.get(language, {}).get(key, key)
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text
