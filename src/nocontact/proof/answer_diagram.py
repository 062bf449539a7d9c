"""One part of an answer over all scenarios, question by question: a multi-valued diagram.

It is plain data, read once off the binary diagrams: which level follows from which answers. All
questions about one person are then short walks through it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nocontact.facts import UNKNOWN
from nocontact.proof.all_scenarios import AllScenarios, all_scenarios, alone_when_full
from nocontact.proof.budget import in_time
from nocontact.proof.diagram_support import facts_that_matter, well_formed_over
from nocontact.proof.formula import Formula
from nocontact.proof.seen_formulas import SeenFormulas
from nocontact.proof.subject import Subject
from nocontact.rulebook import CheckedRulebase

NOWHERE = -1
"""Where a walk ends that no scenario takes."""


@dataclass(frozen=True, slots=True)
class AnswerDiagram:
    """Which level a part of the answer has, for every scenario there is.

    A walk starts at `root`. At a node it takes the child of the value that the fact has. It ends
    below zero: at `NOWHERE`, or at `-2 - n` for the level number n.

    Attributes:
        subject: the part of the answer.
        levels: the levels that it may have.
        facts: the facts that can matter to it, in the order in which they are looked at.
        values: for each fact, its values: `unknown`, then its answers from the lowest.
        nodes: number of a fact, and the child of each of its values; children come first.
        root: where a walk starts.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> wall = answer_diagram(Rulebook.load(), Subject("finding", "wall"))
        >>> wall.level(Scenario(staying_away="nothing_holds").flat()), "staying_away" in wall.facts
        ('lock', True)
        >>> held = {"staying_away": "nothing_holds"}
        >>> sorted(wall.levels_where(lambda fact, value: held.get(fact, value) == value))
        ['lock', 'sealed']
    """

    subject: Subject
    levels: tuple[str, ...]
    facts: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    nodes: tuple[tuple[int, tuple[int, ...]], ...]
    root: int

    def ends_at(self, end: int) -> str | None:
        """Return the level at the end of a walk; None where no scenario goes.

        Examples:
            >>> AnswerDiagram(Subject("step", "x"), ("no", "yes"), (), (), (), -3).ends_at(-3)
            'yes'
        """
        return None if end == NOWHERE else self.levels[-2 - end]

    def level(self, row: Mapping[str, str]) -> str | None:
        """Return the level for one row of flat facts; None when no scenario has this row.

        Examples:
            >>> AnswerDiagram(Subject("step", "x"), ("no", "yes"), (), (), (), -2).level({})
            'no'
        """
        at = self.root
        while at >= 0:
            fact, children = self.nodes[at]
            at = children[self.values[fact].index(row[self.facts[fact]])]
        return self.ends_at(at)

    def levels_where(self, allowed: Callable[[str, str], bool]) -> frozenset[str]:
        """Return every level that some scenario has, when facts may only have allowed values.

        Args:
            allowed: tells for a fact and a value whether it may be so.

        Examples:
            >>> diagram = AnswerDiagram(Subject("step", "x"), ("no", "yes"), (), (), (), -2)
            >>> sorted(diagram.levels_where(lambda fact, value: True))
            ['no']
        """
        open_ = [[allowed(fact, value) for value in values]
                 for fact, values in zip(self.facts, self.values, strict=True)]  # fmt: skip
        return self.levels_over(open_)

    def levels_over(self, open_: list[list[bool]]) -> frozenset[str]:
        """Return every level that can be reached over the values that are open.

        Args:
            open_: for each fact and value, in the order of `facts` and `values`.

        Examples:
            >>> diagram = AnswerDiagram(Subject("step", "x"), ("no", "yes"), (), (), (), -2)
            >>> sorted(diagram.levels_over([]))
            ['no']
        """
        seen, waiting, ends = {self.root}, [self.root], set[int]()
        while waiting:
            at = waiting.pop()
            if at < 0:
                ends.add(at)
                continue
            fact, children = self.nodes[at]
            for child, is_open in zip(children, open_[fact], strict=True):
                if is_open and child not in seen:
                    seen.add(child)
                    waiting.append(child)
        return frozenset(self.levels[-2 - end] for end in ends if end != NOWHERE)


def answer_diagram(rulebase: CheckedRulebase, subject: Subject) -> AnswerDiagram:
    """Return the diagram of one part of the answer; kept for the last few rulebooks.

    Args:
        rulebase: a checked rulebase.
        subject: the part: a finding, the first of a set, the status of a tactic, a step.

    Raises:
        ProofError: when the library for diagrams is missing (NC701), or the rules are too tangled
            for the budget (NC702, NC703).

    Examples:
        >>> from nocontact import Rulebook
        >>> answer_diagram(Rulebook.load(), Subject("step", "crisis_support")).levels
        ('no', 'yes')
    """
    kept = _diagrams_of(rulebase)
    found = kept.get(subject)
    if found is None:
        found = kept.setdefault(subject, _read(rulebase, subject))
    return found


@lru_cache(maxsize=8)
def _diagrams_of(rulebase: CheckedRulebase) -> dict[Subject, AnswerDiagram]:
    """Return what is kept of one rulebook: its diagrams go together, and few rulebooks stay."""
    return {}


@alone_when_full
def _read(rulebase: CheckedRulebase, subject: Subject) -> AnswerDiagram:
    scenarios = all_scenarios(rulebase)
    also = frozenset({subject.name} if subject.family == "finding" else ())
    seen = SeenFormulas(scenarios, also)
    levels = seen.levels[subject]
    return _Reading(scenarios, subject, levels).read([seen.where(subject, x) for x in levels])


class _Reading:
    """Reads a diagram off one formula for each level.

    It walks over bare handles: there are many, and none leaves this class.
    """

    def __init__(self, scenarios: AllScenarios, subject: Subject, levels: tuple[str, ...]) -> None:
        self.space, self.ways = scenarios.space, scenarios.ways
        self.subject, self.levels = subject, levels
        self.facts: tuple[str, ...] = ()
        self.at: dict[str, int] = {}
        self.nodes: list[tuple[int, tuple[int, ...]]] = []
        self.number: dict[tuple[int, tuple[int, ...]], int] = {}
        self.known: dict[tuple[Any, ...], int] = {}

    def read(self, formulas: list[Formula]) -> AnswerDiagram:
        self.facts = facts_that_matter(self.space, formulas)
        self.at = {fact: at for at, fact in enumerate(self.facts)}
        formed = well_formed_over(self.space, self.facts)
        root = self._node(tuple((each & formed).handle for each in formulas))
        values = tuple((UNKNOWN, *self.space.vocabulary[fact].answers) for fact in self.facts)
        return AnswerDiagram(
            self.subject, self.levels, self.facts, values, tuple(self.nodes), root
        )  # fmt: skip

    def _node(self, handles: tuple[Any, ...]) -> int:
        found = self.known.get(handles)
        if found is None:
            in_time()
            halves = self.space.diagrams.halves
            tops = [split[0] for each in handles if (split := halves(each)) is not None]
            found = self._inner(handles, min(tops)) if tops else self._end(handles)
            self.known[handles] = found
        return found

    def _end(self, handles: tuple[Any, ...]) -> int:
        return next((-2 - at for at, each in enumerate(handles) if each.valid()), NOWHERE)

    def _inner(self, handles: tuple[Any, ...], top: int) -> int:
        fact = self.space.bits[top][0]
        ways = [self._ways(each, fact) for each in handles]
        children = tuple(map(self._node, zip(*ways, strict=True)))
        if len({*children}) == 1:
            return children[0]
        key = self.at[fact], children
        if key not in self.number:
            self.number[key] = len(self.nodes)
            self.nodes.append(key)
        return self.number[key]

    def _ways(self, handle: Any, fact: str) -> list[Any]:
        """Return the formula for each value of a fact; parts of an answer have many in common."""
        found = self.ways.get((handle, fact))
        if found is None:
            found = self.ways[handle, fact] = self._fixed(handle, self.space.block(fact))
        return found

    def _fixed(self, handle: Any, block: tuple[int, ...]) -> list[Any]:
        """Return the formula where no variable of a block is true, and where just one is."""
        silent, given = handle, list[Any]()
        for at, variable in enumerate(block):
            true, silent = self._half(silent, variable)
            for other in block[at + 1 :]:
                true = self._half(true, other)[1]
            given.append(true)
        return [silent, *given]

    def _half(self, handle: Any, variable: int) -> tuple[Any, Any]:
        """Return the halves of a formula where one of its first variables is true and false."""
        split = self.space.diagrams.halves(handle)
        return (handle, handle) if split is None or split[0] != variable else split[1:]
