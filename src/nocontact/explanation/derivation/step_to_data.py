"""Proofs of steps → plain data: needs, status, and what was preferred."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.explanation.derivation.condition_to_data import Data
from nocontact.explanation.derivation.missed_step import MissedNeed, MissedStep
from nocontact.explanation.derivation.proof_to_data import ProofData
from nocontact.explanation.derivation.step_proof import Preferred, ProvedNeed, ProvedStep


def step_to_data(proof: ProvedStep, proofs: ProofData) -> Data:
    """Return why a tactic is a step.

    Args:
        proof: why it is one.
        proofs: writes the proofs below.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> because = recommend(Scenario(self_harm_thoughts="yes")).why("crisis_support")
        >>> data = step_to_data(because.proof, ProofData(because.situation.words))
        >>> data["status"]["level"], [need["id"] for need in data["needs"]]
        ('suggested', ['crisis'])
    """
    return {
        "kind": "step",
        "tactic": proof.tactic,
        "needs": [_need(each, proofs) for each in proof.needs],
        "status": proofs.finding(proof.status),
        "later": proofs.condition(proof.later),
    }


def missed_step_to_data(missed: MissedStep, proofs: ProofData) -> Data:
    """Return why a tactic is no step.

    Args:
        missed: why it is none.
        proofs: writes the proofs below.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> missing = recommend(Scenario(reach_out="often")).why_not("change_number")
        >>> data = missed_step_to_data(missing.reason, ProofData(missing.situation.words))
        >>> data["permitted"], data["status"]["level"]
        (False, 'held')
    """
    return {
        "kind": "missed_step",
        "tactic": missed.tactic,
        "permitted": missed.permitted,
        "status": proofs.finding(missed.status),
        "needs": [_missed_need(each, proofs) for each in missed.needs],
    }


def _need(need: ProvedNeed, proofs: ProofData) -> Data:
    return _told(need, proofs) | {
        "wanted": need.wanted,
        "preferred_to": _preferred(need.over),
        "not_permitted": [each.tactic for each in need.waiting],
        "beside": list(need.beside),
        "condition": proofs.condition(need.condition),
    }


def _missed_need(need: MissedNeed, proofs: ProofData) -> Data:
    return _told(need, proofs) | {
        "not_for": need.not_for,
        "steps": list(need.steps),
        "on": need.on or None,
        "condition": proofs.condition(need.condition),
    }


def _told(need: ProvedNeed | MissedNeed, proofs: ProofData) -> Data:
    because = proofs.words.need(need.need, need.because) if need.need else ""
    return {"id": need.need or None, "because": because or None, "sources": list(need.sources)}


def _preferred(found: Iterable[Preferred]) -> list[Data]:
    return [{"tactic": each.tactic, "on": each.on} for each in found]
