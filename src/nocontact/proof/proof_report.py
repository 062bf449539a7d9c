"""The proofs of one rulebook, together; it shows itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from nocontact.diagnostics import Named
from nocontact.display import Document, Shown
from nocontact.proof.proof_result import Proof
from nocontact.proof.report_to_document import report_to_document
from nocontact.proof.report_to_json import report_to_json


@dataclass(frozen=True, slots=True)
class ProofReport(Shown):
    """Every promise of a rulebook, and the built-in ones, for all scenarios.

    Attributes:
        name: name of the rulebook.
        version: its version.
        digest: its content hash.
        scenarios: N, how many scenarios there are.
        proofs: in the order of the promises file, built-in ones last.
        nodes: size of the diagrams.
        seconds: how long everything took.

    Examples:
        >>> report = ProofReport("mine", "1", "0", 10, (Proof("a", "It holds.", (), "held", 0),))
        >>> report.held
        True
    """

    name: str
    version: str
    digest: str
    scenarios: int
    proofs: tuple[Proof, ...]
    nodes: int = field(default=0, compare=False)
    seconds: float = field(default=0.0, compare=False)

    @property
    def held(self) -> bool:
        """True when every promise holds in every scenario.

        Examples:
            >>> ProofReport("mine", "1", "0", 10, ()).held
            True
        """
        return all(proof.verdict == "held" for proof in self.proofs)

    def to_document(self) -> Document:
        """Return the report as a document: broken promises first, then all of them.

        Examples:
            >>> "N = 10" in ProofReport("mine", "1", "0", 10, ()).to_text()
            True
        """
        return report_to_document(self)

    def to_json(self) -> str:
        """Return the report as a certificate that can be run again.

        Examples:
            >>> '"held": true' in ProofReport("mine", "1", "0", 10, ()).to_json()
            True
        """
        return report_to_json(self)

    def __getitem__(self, promise: str) -> Proof:
        return Named(((each.promise, each) for each in self.proofs), "promise")[promise]
