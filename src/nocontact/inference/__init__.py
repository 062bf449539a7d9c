"""From facts to findings: the reference engine is the meaning, the others agree with it."""

from nocontact.inference.compiling import Row, Test
from nocontact.inference.outcome import Engine, Outcome
from nocontact.inference.program import conditions_compiled, program_of
from nocontact.inference.reference_engine import ReferenceEngine

__all__ = [
    "Engine",
    "Outcome",
    "ReferenceEngine",
    "Row",
    "Test",
    "conditions_compiled",
    "program_of",
]
