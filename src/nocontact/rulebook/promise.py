"""A promise: one plain sentence about every scenario, and the formula that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from nocontact.diagnostics import Span
from nocontact.display import Document, Labelled, ShownInNotebook, card
from nocontact.facts import Vocabulary
from nocontact.rulebook.condition import ALWAYS, Condition, Family
from nocontact.rulebook.rule import Cited
from nocontact.rulebook.selector import Selector
from nocontact.sources import citation

Bound = Literal["never_lowers", "never_raises", "keeps"]
FAMILIES: Mapping[str, Family] = {"steps": "step", "statuses": "status", "permitted": "permitted"}
"""How a bound names all tactics of a kind, and what it then says of each of them."""


@dataclass(frozen=True, slots=True)
class EachTactic:
    """Each tactic that the selector picks, one by one: its step, its status, its permission.

    The checker spells it out as single subjects, so nothing after it sees one.

    Examples:
        >>> str(EachTactic("step", Selector(())))
        'the step of each tactic with (every tactic)'
    """

    family: Family
    selector: Selector
    span: Span | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"the {self.family} of each tactic with ({self.selector})"


Subject: TypeAlias = str | EachTactic


@dataclass(frozen=True, slots=True)
class Promise(ShownInNotebook):
    """What the rulebook promises for every scenario there is.

    A promise has one of two forms. *Implication*: whenever `when` is true, `then` is true.
    *Comparison of neighbours*: of two scenarios that differ only in the facts of `vary`, the
    first with `when` and the second with `after`, the second keeps, never lowers or never raises
    what the first has of the subjects in `bounds`. When `upward`, a fact of `vary` may only
    rise on its scale; `unknown` is not on the scale, so an open question stays open. The fact
    that says "none of these" follows the other facts of its set and is never varied by itself.

    Conditions and bounds may speak of `step.<tactic>` (in the plan, now or later) and of
    `permitted.<tactic>` (its status lets it be a step), both yes or no, beside facts, findings
    and `status.<tactic>`.

    Attributes:
        id: name of the promise.
        says: the plain sentence.
        when: where it applies; in a comparison, what the first scenario has.
        then: what holds there; None for a comparison.
        vary: flat facts that change; empty for an implication.
        upward: whether they only rise on their scale.
        bounds: (subject, bound) pairs.
        sources: what the promise rests on.
        after: in a comparison, what the second scenario has.

    Examples:
        >>> p = Promise("wall-holds", "It holds.", ALWAYS, None, ("hope",), True,
        ...             (("wall", "keeps"),), (35,))
        >>> p.is_comparison
        True
    """

    id: str
    says: str
    when: Condition
    then: Condition | None
    vary: tuple[str, ...]
    upward: bool
    bounds: tuple[tuple[Subject, Bound], ...]
    sources: tuple[Cited, ...]
    after: Condition = ALWAYS
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def is_comparison(self) -> bool:
        """True when the promise compares neighbouring scenarios.

        Examples:
            >>> Promise("p", "It holds.", ALWAYS, ALWAYS, (), False, (), (35,)).is_comparison
            False
        """
        return bool(self.vary)

    def to_document(self) -> Document:
        """Return it as a card: the sentence, and the formula that it stands for.

        Examples:
            >>> Promise("p", "It holds.", ALWAYS, ALWAYS, (), False, (), (35,)).to_document().title
            'p'
        """
        lines: list[Labelled] = [
            ("says", self.says), ("when", str(self.when)),
            ("then", "" if self.then is None else str(self.then)),
            ("of two that differ in", ", ".join(self.vary)),
            ("and after it", str(self.after) if self.vary else ""),
            *(("the second", f"{bound.replace('_', ' ')} {what}") for what, bound in self.bounds),
            ("source", citation(self.sources)),
        ]  # fmt: skip
        return card(self.id, lines)


def may_differ(promise: Promise, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the flat facts in which two neighbours may differ.

    These are the facts that the promise varies, and the "none of these" of their sets, which
    follows from them.

    Args:
        promise: a checked promise that compares neighbours.
        vocabulary: the flat facts.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> p = Promise("p", "It holds.", ALWAYS, None, ("how_i_am.cannot_work",), True,
        ...             (("wall", "keeps"),), (35,))
        >>> sorted(may_differ(p, Vocabulary.of(Scenario)))
        ['how_i_am.cannot_work', 'how_i_am.none']
    """
    varied = frozenset(promise.vary)
    following = (
        each.none for each in vocabulary.well_formed if each.none and varied & {*each.members}
    )
    return varied.union(following)
