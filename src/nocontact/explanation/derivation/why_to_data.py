"""Why → plain data: the claim, what it rests on, and the whole proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.derivation.condition_to_data import Data
from nocontact.explanation.derivation.proof_to_data import ProofData
from nocontact.explanation.derivation.proof_tree import ProvedFinding, ProvedFirst
from nocontact.explanation.derivation.step_to_data import step_to_data

if TYPE_CHECKING:
    from nocontact.explanation.derivation.why import Why

SCHEMA = "nocontact.why/1"


def why_to_data(because: Why) -> Data:
    """Return why something is as it is, as plain data.

    Args:
        because: the explanation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> list(why_to_data(recommend(Scenario(reach_out="often")).why("wall")))
        ['schema', 'claim', 'everything', 'rules', 'answers', 'sources', 'proof']
    """
    return {
        "schema": SCHEMA,
        "claim": claim_to_data(because.claim),
        "everything": because.everything,
        "rules": list(because.rules),
        "answers": dict(because.answers),
        "sources": list(because.sources),
        "proof": _proof(because),
    }


def _proof(because: Why) -> Data:
    proofs, proof = ProofData(because.situation.words), because.proof
    if isinstance(proof, ProvedFinding):
        return proofs.finding(proof)
    if isinstance(proof, ProvedFirst):
        return proofs.first(proof)
    return step_to_data(proof, proofs)
