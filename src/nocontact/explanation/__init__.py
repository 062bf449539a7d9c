"""A trace read backwards: reasons, verdicts, and every why, exact where it says so."""

from nocontact.explanation.code_to_document import code_to_document
from nocontact.explanation.open_question import AnswerEffect, OpenQuestion
from nocontact.explanation.open_questions import OpenQuestions
from nocontact.explanation.reason import Reason
from nocontact.explanation.reasons_by_finding import reasons_by_finding, reasons_for
from nocontact.explanation.situation import Situation
from nocontact.explanation.verdict import FITS, Fit, Verdict, verdicts_of
from nocontact.explanation.wording import Wording

__all__ = [
    "FITS",
    "AnswerEffect",
    "Fit",
    "OpenQuestion",
    "OpenQuestions",
    "Reason",
    "Situation",
    "Verdict",
    "Wording",
    "code_to_document",
    "reasons_by_finding",
    "reasons_for",
    "verdicts_of",
]
