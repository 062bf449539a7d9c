"""Proof report → JSON: a certificate that can be run again."""

from __future__ import annotations

from typing import Any

from nocontact.display import json_text
from nocontact.proof.proof_result import Proof, Proved

SCHEMA = "nocontact.proof/1"


def report_to_json(report: Proved) -> str:
    """Return a certificate: what was proved, for which rulebook, over how many scenarios.

    Examples:
        >>> import json
        >>> from nocontact.proof import ProofReport
        >>> certificate = json.loads(report_to_json(ProofReport("mine", "1", "0", 10, ())))
        >>> certificate["scenarios"], certificate["held"]
        ('10', True)
    """
    return json_text({
        "schema": SCHEMA,
        "rulebook": {"name": report.name, "version": report.version, "digest": report.digest},
        "scenarios": str(report.scenarios),
        "held": report.held,
        "proofs": [_proof(each) for each in report.proofs],
    })  # fmt: skip


def _proof(proof: Proof) -> dict[str, Any]:
    found = proof.counterexample
    return {
        "promise": proof.promise,
        "says": proof.says,
        "sources": list(proof.sources),
        "verdict": proof.verdict,
        "broken": None if proof.broken is None else str(proof.broken),
        "counterexample": found and {"answers": found.answers, "before": found.before},
        "rules": list(proof.rules),
        "why_not": proof.why_not,
    }
