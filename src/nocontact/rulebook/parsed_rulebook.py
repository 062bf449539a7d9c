"""A rulebook as it was written: parsed, not yet checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

from nocontact.display import Document, ShownInNotebook
from nocontact.facts import Attribute, QuestionList, Tactic
from nocontact.rulebook.condition import Condition
from nocontact.rulebook.decision import Decision, Finding
from nocontact.rulebook.engine_words import engine_translation, engine_words
from nocontact.rulebook.policy import PlanningPolicy
from nocontact.rulebook.promise import Promise
from nocontact.rulebook.rule import Rule, Voice
from nocontact.rulebook.rulebook_to_document import rulebook_to_document
from nocontact.rulebook.seal import Seal
from nocontact.rulebook.translation import ENGLISH, Translation
from nocontact.sources import SourceList

SHIPPED = "shipped/"
"""How the places of rules begin that come from the shipped rulebook, in one that extends it."""


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
        settles: those of them that an interview asks for, until no answer can change them; of a
            set, its first member. Empty for all that are shown.
        too_weak: the finding that, when it is there, has a step under consideration marked that
            stands lower than is needed.
        regions: parts of the space of scenarios in which counts are given: name → condition.
        banned_words: words that people are not shown, with what to say instead.
        extends: name and version of the rulebook that it is laid over; empty for one alone.

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
    settles: tuple[str, ...] = ()
    too_weak: str = ""
    regions: Mapping[str, Condition] = field(default_factory=dict)
    banned_words: Mapping[str, str] = field(default_factory=dict)
    extends: str = ""


@dataclass(frozen=True, slots=True)
class ParsedRulebook(ShownInNotebook):
    """All files of a rulebook, parsed. Engines do not take it: only the checked one.

    Attributes:
        metadata: who, when, limits.
        decisions: in file order.
        tactics: the catalogue.
        attributes: what a rule may pick tactics by.
        policy: how statuses become a plan.
        promises: what is promised for every scenario.
        sources: what can be cited.
        messages: language → message id → text; English only, the others are translations.
        texts: file name → content, for excerpts.
        digest: content hash of all files; of what was changed with `replace`, one of its own.
        translations: language → the texts in that language.
        questions: its own questions; None when it has no file of them and speaks of the shipped.
        inherited: how many of the tactics come from the rulebook that it extends.
        seal: what the content hash stands for.

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
    translations: Mapping[str, Translation] = field(default_factory=dict)
    questions: QuestionList | None = None
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    inherited: int = 0
    seal: Seal | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = (each.name for each in fields(self) if each.name not in ("digest", "seal"))
        parts = {name: getattr(self, name) for name in names}
        if self.seal is None or not self.seal.is_for(self.digest):
            object.__setattr__(self, "seal", Seal(self.digest, parts))
        else:
            object.__setattr__(self, "digest", self.seal.digest + self.seal.changes(parts))

    def __repr__(self) -> str:
        return f"ParsedRulebook({self.metadata.name!r}, {self.metadata.version!r}, not checked)"

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
    def scales(self) -> dict[str, tuple[str, ...]]:
        """Attribute of a tactic → its values, lowest first.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.load().parsed.scales["undo"]
            ('now', 'days', 'hard')
        """
        return {name: each.answers for name, each in self.attributes.items()}

    @property
    def findings(self) -> Iterator[Finding]:
        """Every declared finding, in file order.

        Examples:
            >>> from nocontact import Rulebook
            >>> [each.levels for each in Rulebook.load().parsed.findings if each.name == "wall"]
            [('open', 'none', 'intention', 'friction', 'lock', 'sealed')]
        """
        return (finding for decision in self.decisions for finding in decision.findings)

    def to_document(self) -> Document:
        """Return an overview: every decision with its question, paragraphs and rules.

        Examples:
            >>> from nocontact import Rulebook
            >>> Rulebook.parse().to_document().title.split()[0]
            'nocontact'
        """
        counts = {
            "decisions": len(self.decisions), "rules": sum(1 for _ in self.rules),
            "tactics": len(self.tactics), "promises": len(self.promises),
        }  # fmt: skip
        title = f"{self.metadata.name} {self.metadata.version}, not checked"
        return rulebook_to_document(title, self.digest, self.decisions, counts)

    def said(self, key: str, language: str = ENGLISH) -> str | None:
        """Return a text by its id: the rulebook's own, or else the engine's.

        Args:
            key: id of a message or, in another language than English, of any text.
            language: a language that the rulebook has; English stands in for what is not
                translated yet.

        Examples:
            >>> from nocontact import Rulebook
            >>> parsed = Rulebook.load().parsed
            >>> parsed.said("step.why"), parsed.said("help.title"), parsed.said("no.such.text")
            ('Why', 'Help', None)
        """
        own = self.messages.get(ENGLISH, {}).get(key)
        english = engine_words().get(key) if own is None else own
        translation = self.translations.get(language)
        found = translation.said(key, english) if translation else None
        if found is None and own is None and language != ENGLISH:
            translated = engine_translation(language).get(key)
            found = translated.text if translated else None
        return english if found is None else found

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
