"""All scenarios at once: promises proved, counterexamples found, by decision diagrams.

Nothing here is ever "probably": an answer is exact, or it is "not proved (budget)". The library
for diagrams comes in by one door, `diagrams`, and only when something is proved.
"""

from nocontact.proof.all_scenarios import AllScenarios, all_scenarios
from nocontact.proof.certificate import rechecked, report_to_json
from nocontact.proof.counterexample import Counterexample
from nocontact.proof.flat_to_answers import answers_to_yaml, flat_to_answers
from nocontact.proof.proof_result import Proof, ProofReport
from nocontact.proof.proving import proved
from nocontact.proof.report_to_document import report_to_document

__all__ = [
    "AllScenarios",
    "Counterexample",
    "Proof",
    "ProofReport",
    "all_scenarios",
    "answers_to_yaml",
    "flat_to_answers",
    "proved",
    "rechecked",
    "report_to_document",
    "report_to_json",
]
