"""What is wrong, with the place and the way out; and text that remembers where it stands."""

from nocontact.diagnostics.code import AREAS, Area, Code
from nocontact.diagnostics.code_list import code, codes
from nocontact.diagnostics.diagnostic import Diagnostic, Severity
from nocontact.diagnostics.errors import (
    EngineDisagreement,
    EngineError,
    ExplanationDisagreement,
    ExplanationError,
    NocontactError,
    ProofError,
    ResourceError,
    RulebookError,
    ScenarioError,
    TraceError,
    UnknownName,
)
from nocontact.diagnostics.located_yaml import (
    MOST_PROBLEMS,
    Mapping,
    Node,
    Scalar,
    Sequence,
    plain,
    read_yaml,
)
from nocontact.diagnostics.named import Named, unknown_name
from nocontact.diagnostics.nearest import nearest, told_apart
from nocontact.diagnostics.printable import printable, shown
from nocontact.diagnostics.report import Report
from nocontact.diagnostics.span import Span

__all__ = [
    "AREAS",
    "MOST_PROBLEMS",
    "Area",
    "Code",
    "Diagnostic",
    "EngineDisagreement",
    "EngineError",
    "ExplanationDisagreement",
    "ExplanationError",
    "Mapping",
    "Named",
    "NocontactError",
    "Node",
    "ProofError",
    "Report",
    "ResourceError",
    "RulebookError",
    "Scalar",
    "ScenarioError",
    "Sequence",
    "Severity",
    "Span",
    "TraceError",
    "UnknownName",
    "code",
    "codes",
    "nearest",
    "plain",
    "printable",
    "read_yaml",
    "shown",
    "told_apart",
    "unknown_name",
]  # fmt: skip
