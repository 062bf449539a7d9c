"""The proofs of a certificate, run again."""

from __future__ import annotations

import json
from typing import Any

from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.proof.diagrams import NODES, SECONDS
from nocontact.proof.proof_report import ProofReport
from nocontact.proof.proving import proved
from nocontact.proof.report_to_json import SCHEMA, report_to_json
from nocontact.rulebook import CheckedRulebase


def rechecked(
    certificate: str,
    rulebase: CheckedRulebase,
    *,
    nodes: int = NODES,
    seconds: float = SECONDS,
) -> ProofReport:
    """Run the proofs of a certificate again and compare.

    Args:
        certificate: what `report_to_json` wrote.
        rulebase: the rulebook that it speaks of.
        nodes: how large the diagrams may grow.
        seconds: how long compiling the rules may take, and then each promise.

    Returns:
        The new report, when it says the same.

    Raises:
        ProofError: when the text is no certificate (NC704), is of another rulebook (NC705), or
            the proofs do not say the same (NC706); as `proved` does, too.

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
    report = proved(rulebase, nodes=nodes, seconds=seconds)
    different = _different(written, json.loads(report_to_json(report)))
    if different:
        said = f"the proofs do not say what the certificate says ({', '.join(different)} differ)"
        raise ProofError([Diagnostic("NC706", said, help="do not trust it; prove again")])
    return report


def _different(written: dict[str, Any], again: dict[str, Any]) -> list[str]:
    """Return what two certificates claim differently; why a proof was given up is no claim."""
    found = [name for name in ("scenarios", "held") if written.get(name) != again[name]]
    one, two = _claims(written), _claims(again)
    found += [f"`{name}`" for name in {**two, **one} if one.get(name) != two.get(name)]
    in_order = len(written["proofs"]) == len(again["proofs"]) and list(one) == list(two)
    return found or ([] if in_order else ["proofs"])


def _claims(certificate: dict[str, Any]) -> dict[str, Any]:
    return {each["promise"]: {**each, "why_not": None} for each in certificate["proofs"]}


def _read(certificate: str) -> dict[str, Any]:
    try:
        written = json.loads(certificate)
        named = all(isinstance(each["promise"], str) for each in written["proofs"])
        if written["schema"] == SCHEMA and isinstance(written["rulebook"], dict) and named:
            return dict(written)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise ProofError([Diagnostic("NC704", f"this is not a certificate of {SCHEMA}",
                      help="use what `nocontact prove --format json` wrote")])  # fmt: skip
