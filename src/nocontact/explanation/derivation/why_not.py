"""Why something is not there, or not higher: each rule that could have given it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nocontact.diagnostics import Diagnostic, ExplanationError, nearest, shown
from nocontact.display import Document, ShownAsData
from nocontact.explanation.claim import Claim, claim_about
from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.derivation.condition_to_data import Data
from nocontact.explanation.derivation.missed_finding import MissedFinding, Seeker
from nocontact.explanation.derivation.missed_step import MissedStep, missed_step
from nocontact.explanation.derivation.proof_to_data import ProofData
from nocontact.explanation.derivation.prover import Prover
from nocontact.explanation.derivation.step_to_data import missed_step_to_data
from nocontact.explanation.derivation.why_not_to_document import why_not_to_document
from nocontact.explanation.situation import Situation
from nocontact.proof.subject import Subject, members_of
from nocontact.rulebook import STATUS, YES_NO


@dataclass(frozen=True)
class WhyNot(ShownAsData):
    """Why something is not there, or not higher.

    Attributes:
        claim: what was asked about, with the level that it has.
        wanted: the level that it does not have; None for a step, and where nothing is higher.
        present: whether it is there after all.
        reason: what could have given it, and what stands against it; None when it is there.
        situation: what the person told us, and what followed.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(staying_away="nothing_holds"))
        >>> missing = rec.why_not("wall")
        >>> missing.wanted, missing.present, missing.rules[0]
        ('sealed', False, 'wall.sealed')
        >>> rec.why_not("wall", "lock").present
        True
        >>> missing
        WhyNot(wall; use .to_text())
    """

    claim: Claim
    wanted: str | None
    present: bool
    reason: MissedFinding | MissedStep | None
    situation: Situation = field(compare=False)

    def __repr__(self) -> str:
        return f"WhyNot({self.claim.subject.name}; use .to_text())"

    @property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules that could have given it, and of those that hold it back.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario(staying_away="nothing_holds"))
            >>> rec.why_not("intent", "clear").rules[0]
            'intent.clear'
            >>> "status.nothing-calls-for-force" in rec.why_not("change_number").rules
            True
        """
        if isinstance(self.reason, MissedStep):
            return tuple(dict.fromkeys(each.reason.rule for each in self.reason.status.rules))
        if self.reason is None:
            return ()
        raised = (each.rule for each in self.reason.raised_past)
        return tuple(dict.fromkeys((*raised, *(r.reason.rule for r in self.reason.all_rules))))

    @property
    def out_of_reach(self) -> bool:
        """Whether no rule and no need of the rulebook could have given it.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).why_not("wall").out_of_reach
            False
        """
        if isinstance(self.reason, MissedStep):
            return self.reason.permitted and not self.reason.needs
        return self.reason is not None and self.reason.out_of_reach

    def to_document(self) -> Document:
        """Return the answer in plain words, and what could have given it as trees.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> recommend(person).why_not("wall").to_document().title
            'Why is it not so? The height of the wall: a very high wall.'
        """
        return why_not_to_document(self)

    def to_dict(self) -> dict[str, Any]:
        """Return what is not so, and every rule that could have given it, as plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> data = recommend(Scenario(staying_away="nothing_holds")).why_not("wall").to_dict()
            >>> data["wanted"], data["reason"]["rules"][0]["condition"]["truth"]
            ('sealed', False)
        """
        return {
            "schema": "nocontact.why_not/1",
            "claim": claim_to_data(self.claim),
            "wanted": self.wanted,
            "present": self.present,
            "out_of_reach": self.out_of_reach,
            "rules": list(self.rules),
            "reason": _reason(self),
        }


def why_not(situation: Situation, name: str, level: str | None = None) -> WhyNot:
    """Return why something is not there, or not higher.

    Args:
        situation: the answer.
        name: a finding, a set of findings, a member of one, a tactic.
        level: the level that it does not have; None for the next one above. Of a set, a member
            that does not come first; of a tactic, a status.

    Raises:
        ExplanationError: when there is no such thing (NC801 to NC803), or no such level (NC804).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> why_not(situation, "wall", "loc")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ExplanationError: NC804: `wall` has no level `loc` \
(did you mean `lock`?)
          help: use one of: open, none, intention, friction, lock, sealed
    """
    claim = claim_about(situation, name)
    family, tactic = claim.subject
    if family in ("status", "step") and level is None and not name.startswith(f"{STATUS}."):
        return _step(situation, tactic)
    if family == "step":
        claim = Claim(Subject("status", tactic), situation.findings[f"{STATUS}.{tactic}"])
    return _first(situation, claim, level) if family == "first" else _level(situation, claim, level)


def _step(situation: Situation, tactic: str) -> WhyNot:
    present = tactic in situation.steps
    claim = Claim(Subject("step", tactic), YES_NO[present])
    reason = None if present else missed_step(Prover(situation), tactic)
    return WhyNot(claim, None, present, reason, situation)


def _level(situation: Situation, claim: Claim, level: str | None) -> WhyNot:
    family, subject = claim.subject
    name = f"{STATUS}.{subject}" if family == "status" else subject
    levels = situation.rulebase.findings[name].levels
    now = situation.findings[name]
    wanted = _known(name, level, levels) or next(iter(levels[levels.index(now) + 1 :]), None)
    present = wanted is None or wanted == now
    reason = None if wanted is None or present else Seeker(situation).finding(name, wanted)
    return WhyNot(claim, wanted, present, reason, situation)


def _first(situation: Situation, claim: Claim, level: str | None) -> WhyNot:
    """Answer for a set: the member that would come just before the first one, or a given one."""
    name = claim.subject.name
    members = members_of(situation.rulebase, name)
    now = members.index(claim.level) if claim.level in members else len(members)
    member = _known(name, level, members) or (members[now - 1] if now else None)
    if member is None or situation.findings[f"{name}.{member}"] == "yes":
        return WhyNot(claim, member, True, None, situation)
    reason = Seeker(situation).finding(f"{name}.{member}", "yes")
    return WhyNot(claim, member, False, reason, situation)


def _known(name: str, level: str | None, levels: tuple[str, ...]) -> str | None:
    if level is None or level in levels:
        return level
    raise ExplanationError([Diagnostic(
        "NC804", f"`{name}` has no level `{shown(level)}`", found=shown(level), expected=levels,
        nearest=nearest(level, levels), help=f"use one of: {', '.join(levels)}",
    )])  # fmt: skip


def _reason(missing: WhyNot) -> Data | None:
    proofs, reason = ProofData(missing.situation.words), missing.reason
    if reason is None:
        return None
    if isinstance(reason, MissedStep):
        return missed_step_to_data(reason, proofs)
    return proofs.missed(reason)
