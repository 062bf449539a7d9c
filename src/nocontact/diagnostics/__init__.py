"""What is wrong, with the place and the way out; and text that remembers where it stands."""

from nocontact.diagnostics.diagnostic import Diagnostic, Severity
from nocontact.diagnostics.errors import (
    EngineDisagreement,
    EngineError,
    NocontactError,
    RulebookError,
    ScenarioError,
    TraceError,
)
from nocontact.diagnostics.located_yaml import Mapping, Node, Scalar, Sequence, plain, read_yaml
from nocontact.diagnostics.nearest import nearest
from nocontact.diagnostics.report import Report
from nocontact.diagnostics.span import Span

__all__ = [
    "Diagnostic",
    "EngineDisagreement",
    "EngineError",
    "Mapping",
    "NocontactError",
    "Node",
    "Report",
    "RulebookError",
    "Scalar",
    "ScenarioError",
    "Sequence",
    "Severity",
    "Span",
    "TraceError",
    "nearest",
    "plain",
    "read_yaml",
]  # fmt: skip
