"""A trace read backwards: reasons, verdicts, and the questions that are still open."""

from nocontact.explanation.asking import OpenQuestion, open_questions
from nocontact.explanation.code_to_document import code_to_document
from nocontact.explanation.reason import Reason, reasons_by_finding, reasons_for
from nocontact.explanation.verdict import FITS, Fit, Verdict, verdicts_of

__all__ = [
    "FITS",
    "Fit",
    "OpenQuestion",
    "Reason",
    "Verdict",
    "code_to_document",
    "open_questions",
    "reasons_by_finding",
    "reasons_for",
    "verdicts_of",
]
