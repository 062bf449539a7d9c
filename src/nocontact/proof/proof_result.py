"""What a proof says: held, broken with a counterexample, or not proved within the budget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from nocontact.display import Document, Labelled, Preformatted, ShownInNotebook, card
from nocontact.proof.counterexample import Counterexample
from nocontact.proof.flat_to_answers import answers_to_yaml
from nocontact.rulebook import Cited
from nocontact.sources import citation

Verdict = Literal["held", "broken", "not_proved"]


@dataclass(frozen=True, slots=True)
class Proof(ShownInNotebook):
    """One promise, for every scenario there is.

    Attributes:
        promise: id of the promise.
        says: its sentence.
        sources: what it rests on.
        verdict: `held` in all scenarios, `broken` in some, or `not_proved` (budget).
        broken: how many scenarios break it, exactly; None when it was not proved.
        counterexample: the smallest one.
        rules: ids of the rules that take part in it.
        why_not: what stopped the proof, when it was not proved.
        seconds: how long it took; not part of what is compared.

    Examples:
        >>> Proof("a", "It holds.", (35,), "held", 0).verdict
        'held'
    """

    promise: str
    says: str
    sources: tuple[Cited, ...]
    verdict: Verdict
    broken: int | None
    counterexample: Counterexample | None = None
    rules: tuple[str, ...] = ()
    why_not: str = ""
    seconds: float = field(default=0.0, compare=False)

    def to_document(self) -> Document:
        """Return it as a card: what it promises, whether that holds, and the smallest exception.

        Examples:
            >>> Proof("a", "It holds.", (35,), "held", 0).to_document().title
            'a'
        """
        lines: list[Labelled] = [
            ("says", self.says), ("source", citation(self.sources)),
            ("verdict", self.verdict.replace("_", " ")), ("because", self.why_not),
            ("scenarios that break it", f"{self.broken:,}" if self.broken else ""),
        ]  # fmt: skip
        found = self.counterexample
        smallest = [] if found is None else [Preformatted(answers_to_yaml(found.answers))]
        return card(self.promise, lines, smallest)


class Proved(Protocol):
    """What a report of proofs holds, for those who only show it."""

    @property
    def name(self) -> str:
        """Name of the rulebook."""
        ...

    @property
    def version(self) -> str:
        """Its version."""
        ...

    @property
    def digest(self) -> str:
        """Its content hash."""
        ...

    @property
    def scenarios(self) -> int:
        """N, how many scenarios there are."""
        ...

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """One for each promise."""
        ...

    @property
    def nodes(self) -> int:
        """Size of the diagrams."""
        ...

    @property
    def seconds(self) -> float:
        """How long everything took."""
        ...

    @property
    def held(self) -> bool:
        """Whether every promise holds."""
        ...
