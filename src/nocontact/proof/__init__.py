"""All scenarios at once: promises proved, counterexamples found, by decision diagrams.

Nothing here is ever "probably": an answer is exact, or it is "not proved (budget)". The library
for diagrams comes in by one door, `diagrams`, and only when something is proved.
"""

from nocontact.proof.all_scenarios import AllScenarios, all_scenarios, alone_when_full
from nocontact.proof.certificate import rechecked
from nocontact.proof.counterexample import Counterexample
from nocontact.proof.counting import counted
from nocontact.proof.diagrams import NODES, SECONDS
from nocontact.proof.exact_checks import EXACT_CHECKS, exact_problems
from nocontact.proof.flat_to_answers import answers_to_yaml, flat_to_answers
from nocontact.proof.proof_report import ProofReport
from nocontact.proof.proof_result import Proof
from nocontact.proof.proving import proved
from nocontact.proof.report_to_document import report_to_document
from nocontact.proof.report_to_json import report_to_json
from nocontact.proof.scenario_counts import ScenarioCounts

__all__ = [
    "EXACT_CHECKS",
    "NODES",
    "SECONDS",
    "AllScenarios",
    "Counterexample",
    "Proof",
    "ProofReport",
    "ScenarioCounts",
    "all_scenarios",
    "alone_when_full",
    "answers_to_yaml",
    "counted",
    "exact_problems",
    "flat_to_answers",
    "proved",
    "rechecked",
    "report_to_document",
    "report_to_json",
]
