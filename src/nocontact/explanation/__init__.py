"""A trace read backwards: reasons, verdicts, and every why that an answer can be asked for.

What all explanations share stands here: the situation, the claim, the words. The four wings do
not see each other: `derivation` (why, why not), `exact` (enough, unless), `asking` (what to ask
next) and `picture` (the derivation drawn).
"""

from nocontact.explanation.asking.open_question import AnswerEffect, OpenQuestion
from nocontact.explanation.asking.open_questions import OpenQuestions
from nocontact.explanation.code_to_document import code_to_document
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
