"""A proof report as JSON, and the same proof run again from it."""

from __future__ import annotations

import json
from typing import Any

from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.proof.proof_result import Proof, ProofReport
from nocontact.proof.proving import proved
from nocontact.rulebook import CheckedRulebase

SCHEMA = "nocontact.proof/1"


def report_to_json(report: ProofReport) -> str:
    """Return a certificate: what was proved, for which rulebook, over how many scenarios.

    Examples:
        >>> json.loads(report_to_json(ProofReport("mine", "1", "0", 10, ())))["held"]
        True
    """
    return json.dumps({
        "schema": SCHEMA,
        "rulebook": {"name": report.name, "version": report.version, "digest": report.digest},
        "scenarios": str(report.scenarios),
        "held": report.held,
        "proofs": [_proof(each) for each in report.proofs],
    }, ensure_ascii=False, indent=2)  # fmt: skip


def rechecked(certificate: str, rulebase: CheckedRulebase) -> ProofReport:
    """Run the proofs of a certificate again and compare.

    Args:
        certificate: what `report_to_json` wrote.
        rulebase: the rulebook that it speaks of.

    Returns:
        The new report, when it says the same.

    Raises:
        ProofError: when the text is no certificate (NC704), is of another rulebook (NC705), or
            the proofs do not say the same (NC706).

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> rechecked(report_to_json(proved(rulebase)), rulebase).held
        True
    """
    written = _read(certificate)
    if written["rulebook"].get("digest") != rulebase.digest:
        raise ProofError([Diagnostic("NC705", "this certificate is for another rulebook",
                          help="load the rulebook that it names, or prove this one")])  # fmt: skip
    report = proved(rulebase)
    again = json.loads(report_to_json(report))
    different = [
        name for name in ("scenarios", "held", "proofs") if again[name] != written.get(name)
    ]
    if different:
        said = f"the proofs do not say what the certificate says ({', '.join(different)} differ)"
        raise ProofError([Diagnostic("NC706", said, help="do not trust it; prove again")])
    return report


def _read(certificate: str) -> dict[str, Any]:
    try:
        written = json.loads(certificate)
        if written["schema"] == SCHEMA and isinstance(written["rulebook"], dict):
            return dict(written)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise ProofError([Diagnostic("NC704", f"this is not a certificate of {SCHEMA}",
                      help="use what `nocontact prove --format json` wrote")])  # fmt: skip


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
