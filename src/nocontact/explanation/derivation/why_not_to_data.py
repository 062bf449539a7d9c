"""Why not → plain data: what is not so, and every rule or need that could have given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.derivation.condition_to_data import Data
from nocontact.explanation.derivation.missed_step import MissedStep
from nocontact.explanation.derivation.proof_to_data import ProofData
from nocontact.explanation.derivation.step_to_data import missed_step_to_data

if TYPE_CHECKING:
    from nocontact.explanation.derivation.why_not import WhyNot

SCHEMA = "nocontact.why_not/1"


def why_not_to_data(missing: WhyNot) -> Data:
    """Return why something is not there, or not higher, as plain data.

    Args:
        missing: the explanation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> list(why_not_to_data(recommend(Scenario(reach_out="often")).why_not("wall")))
        ['schema', 'claim', 'wanted', 'present', 'out_of_reach', 'rules', 'reason']
    """
    return {
        "schema": SCHEMA,
        "claim": claim_to_data(missing.claim),
        "wanted": missing.wanted,
        "present": missing.present,
        "out_of_reach": missing.out_of_reach,
        "rules": list(missing.rules),
        "reason": _reason(missing),
    }


def _reason(missing: WhyNot) -> Data | None:
    proofs, reason = ProofData(missing.situation.words), missing.reason
    if reason is None:
        return None
    if isinstance(reason, MissedStep):
        return missed_step_to_data(reason, proofs)
    return proofs.missed(reason)
