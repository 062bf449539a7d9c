"""A rulebook as it was written: parsed, not yet checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from nocontact.facts import Tactic
from nocontact.rulebook.decision import Decision, Finding
from nocontact.rulebook.policy import PlanningPolicy
from nocontact.rulebook.promise import Promise
from nocontact.rulebook.rule import Rule, Voice
from nocontact.sources import SourceList


@dataclass(frozen=True, slots=True)
class Metadata:
    """Who wrote the rulebook, when, and what it cannot do.

    Attributes:
        name: short name.
        version: version of the content.
        date: ISO date of that version.
        authors: names.
        update_policy: how often it is looked at again.
        funding: who paid for it.
        licence: its licence, such as MIT.
        limits: what is not validated; shown to people.
        order: decision names in the order in which they are shown.
        shows: findings (or sets of them) that are shown to people as they are.

    Examples:
        >>> Metadata("mine", "1.0.0", "2026-01-01").order
        ()
    """

    name: str
    version: str
    date: str
    authors: tuple[str, ...] = ()
    update_policy: str = ""
    funding: str = ""
    licence: str = ""
    limits: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedRulebook:
    """All files of a rulebook, parsed. Engines do not take it: only the checked one.

    Attributes:
        metadata: who, when, limits.
        decisions: in file order.
        tactics: the catalogue.
        policy: how statuses become a plan.
        promises: what is promised for every scenario.
        sources: what can be cited.
        messages: language → message id → text.
        texts: file name → content, for excerpts.
        digest: content hash of all files.

    Examples:
        >>> from nocontact import Rulebook
        >>> parsed = Rulebook.load().parsed
        >>> parsed.metadata.name, "wall.yaml" in parsed.texts
        ('nocontact', True)
    """

    metadata: Metadata
    decisions: tuple[Decision, ...]
    tactics: tuple[Tactic, ...]
    policy: PlanningPolicy
    promises: tuple[Promise, ...]
    sources: SourceList
    messages: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str] = field(repr=False)
    digest: str

    @property
    def rules(self) -> Iterator[Rule]:
        """Every rule, in file order.

        Examples:
            >>> from nocontact import Rulebook
            >>> "wall.lock" in {rule.id for rule in Rulebook.load().parsed.rules}
            True
        """
        return (rule for decision in self.decisions for rule in decision.rules)

    @property
    def findings(self) -> Iterator[Finding]:
        """Every declared finding, in file order.

        Examples:
            >>> from nocontact import Rulebook
            >>> [each.levels for each in Rulebook.load().parsed.findings if each.name == "wall"]
            [('none', 'intention', 'friction', 'lock', 'sealed')]
        """
        return (finding for decision in self.decisions for finding in decision.findings)

    def without_voice(self, voice: Voice) -> ParsedRulebook:
        """Return the rulebook with the rules of one voice switched off, findings kept.

        For research replay only: without the safety voice the article speaks alone.

        Examples:
            >>> from nocontact import Rulebook
            >>> article = Rulebook.load().parsed.without_voice("safety")
            >>> {rule.voice for rule in article.rules} == {"article", "rulebook"}
            True
        """
        kept = tuple(
            replace(decision, rules=tuple(r for r in decision.rules if r.voice != voice))
            for decision in self.decisions
        )
        return replace(self, decisions=kept, digest=f"{self.digest}-without-{voice}")
