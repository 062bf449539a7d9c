"""The verdict on one tactic: its status, and every rule behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nocontact.display import Document, Items, ShownInNotebook, card
from nocontact.explanation.reason import Reason
from nocontact.explanation.wording import Wording
from nocontact.rulebook import ENGLISH, STATUS, CheckedRulebase

Fit = Literal["fits", "wait", "avoid"]
FITS: Mapping[str, Fit] = {
    "suggested": "fits",
    "allowed": "fits",
    "ask_why": "wait",
    "held": "wait",
    "advised_against": "avoid",
}


@dataclass(frozen=True, slots=True)
class Verdict(ShownInNotebook):
    """What the rulebook says of one tactic for one person.

    Attributes:
        tactic: its id.
        plain: what one does, in plain words.
        status: suggested, allowed, ask_why, held or advised_against.
        reasons: the rules that raised it, strongest first; empty when nothing speaks against it.
        instead: ids of tactics that serve the same need.
        too_weak: true when it stands lower than the wall that is needed, while part of the
            person may hope that it does not hold (paragraph 20).

    Examples:
        >>> Verdict("mute_thread", "Silence alerts.", "suggested", ()).fit
        'fits'
    """

    tactic: str
    plain: str
    status: str
    reasons: tuple[Reason, ...]
    instead: tuple[str, ...] = ()
    too_weak: bool = False

    def __repr__(self) -> str:
        return "Verdict(hidden)"

    def to_document(self) -> Document:
        """Return it as a card: the status, and every reason, strongest first.

        Examples:
            >>> Verdict("mute_thread", "Silence alerts.", "suggested", ()).to_document().title
            'Silence alerts.'
        """
        lines = [("status", self.status.replace("_", " ")), ("id", self.tactic),
                 ("instead", ", ".join(self.instead))]  # fmt: skip
        return card(self.plain, lines, [Items([reason.line for reason in self.reasons])])

    @property
    def fit(self) -> Fit:
        """Whether the step fits, has to wait, or is the wrong tool.

        Examples:
            >>> [Verdict("x", "", status, ()).fit for status in ("allowed", "held")]
            ['fits', 'wait']
        """
        return FITS[self.status]

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons that gave the status its final level.

        Examples:
            >>> because = Reason("status.not-ready", "held", "It can wait.", (9,), "article")
            >>> weaker = Reason("status.partner-notices", "allowed", "Ask why.", (31,), "article")
            >>> verdict = Verdict("change_number", "Get a new number.", "held", (because, weaker))
            >>> [reason.rule for reason in verdict.deciding]
            ['status.not-ready']
        """
        return tuple(reason for reason in self.reasons if reason.level == self.status)


def verdicts_of(
    rulebase: CheckedRulebase,
    findings: Mapping[str, str],
    reasons: Mapping[str, tuple[Reason, ...]],
    language: str = ENGLISH,
) -> dict[str, Verdict]:
    """Return the verdict on every tactic of the catalogue, by id.

    Args:
        rulebase: the rules that were used.
        findings: the level of every finding.
        reasons: what `reasons_by_finding` gave.
        language: language of the texts.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> findings = {f"status.{tactic}": "held" for tactic in rulebase.tactics}
        >>> verdicts_of(rulebase, findings, {})["filter_to_folder"].fit
        'wait'
    """
    words = Wording(rulebase, language)
    return {
        tactic.id: Verdict(
            tactic.id,
            words.plain(tactic.id),
            findings[f"{STATUS}.{tactic.id}"],
            reasons.get(f"{STATUS}.{tactic.id}", ()),
            tactic.instead,
        )
        for tactic in rulebase.tactics.values()
    }
