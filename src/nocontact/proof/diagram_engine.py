"""The diagram engine: the same answers as the reference engine, read off decision diagrams.

The rules are compiled once into diagrams over all scenarios. One answer is then a walk from each
rule down to yes or no, over the facts alone: no condition is looked at any more, and no rule waits
for what another one raised. What fired raises the findings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from nocontact.diagnostics import Diagnostic, EngineError, ProofError
from nocontact.facts.fact import UNKNOWN
from nocontact.inference import Outcome
from nocontact.inference.program import other_questions
from nocontact.proof.budget import within
from nocontact.proof.diagrams import Diagrams
from nocontact.proof.fact_order import fact_order
from nocontact.proof.formula import Formula
from nocontact.proof.rule_formulas import RuleFormulas
from nocontact.proof.space import Space
from nocontact.rulebook import CheckedRulebase

NODES = 1_000_000
SECONDS = 10.0
NO, YES = -1, -2
Raises: TypeAlias = tuple[tuple[str, int], ...]


class DiagramEngine:
    """Answers by walks through compiled diagrams; plain data after the first answer.

    Args:
        nodes: how large the diagrams of a rulebook may grow.

    Examples:
        >>> DiagramEngine().name
        'diagrams'
    """

    name = "diagrams"

    def __init__(self, nodes: int = NODES) -> None:
        self.nodes = nodes

    def refusal(self, rulebase: CheckedRulebase) -> Diagnostic | None:
        """Return why it cannot answer for a rulebook; None where it can.

        Examples:
            >>> from nocontact import Rulebook
            >>> DiagramEngine(nodes=50).refusal(Rulebook.load()).code
            'NC508'
        """
        walks = walks_of(rulebase, self.nodes)
        return walks if isinstance(walks, Diagnostic) else None

    def infer(self, rulebase: CheckedRulebase, facts: Mapping[str, str]) -> Outcome:
        """Return every finding and every fired rule.

        Args:
            rulebase: a checked rulebase.
            facts: an answer, or `unknown`, for every fact of its vocabulary.

        Raises:
            EngineError: NC508 when the rules are too tangled to be compiled; NC507 when the facts
                are those of other questions.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> facts = Scenario(staying_away="nothing_holds").flat()
            >>> outcome = DiagramEngine().infer(Rulebook.load(), facts)
            >>> outcome.findings["wall"], "wall.lock" in outcome.fired
            ('lock', True)
        """
        walks = walks_of(rulebase, self.nodes)
        if isinstance(walks, Diagnostic):
            raise EngineError([walks])
        return walks.outcome(facts)


@dataclass(frozen=True, slots=True)
class Walks:
    """The diagrams of one rulebook as plain data.

    Attributes:
        bits: fact → answer → its variable; an unknown fact makes none true.
        variables: of each node.
        low: where a walk goes on from each node when its variable is false; `YES`, `NO` are ends.
        high: the same, when it is true.
        roots: where the walks start, each once.
        rules: rule → the number of its root, and what it raises to which rank.
        levels: finding → its levels, lowest first.
    """

    bits: Mapping[str, Mapping[str, int]]
    variables: Sequence[int]
    low: Sequence[int]
    high: Sequence[int]
    roots: Sequence[int]
    rules: Mapping[str, tuple[int, Raises]]
    levels: Mapping[str, tuple[str, ...]]

    def outcome(self, facts: Mapping[str, str]) -> Outcome:
        """Walk from every root, then raise what the rules that were reached raise."""
        reached, ranks, fired = self._reached(facts), dict.fromkeys(self.levels, 0), []
        for rule, (root, raises) in self.rules.items():
            if reached[root]:
                fired.append(rule)
                for finding, rank in raises:
                    ranks[finding] = max(ranks[finding], rank)
        findings = {name: levels[ranks[name]] for name, levels in self.levels.items()}
        return Outcome(findings, tuple(fired))

    def _reached(self, facts: Mapping[str, str]) -> list[bool]:
        true = self._true(facts)
        variables, low, high = self.variables, self.low, self.high
        reached = []
        for at in self.roots:
            while at >= 0:
                at = high[at] if true[variables[at]] else low[at]
            reached.append(at == YES)
        return reached

    def _true(self, facts: Mapping[str, str]) -> list[bool]:
        true = [False] * sum(map(len, self.bits.values()))
        try:
            for fact, answers in self.bits.items():
                if (answer := facts[fact]) != UNKNOWN:
                    true[answers[answer]] = True
        except KeyError:
            known = {fact: (UNKNOWN, *answers) for fact, answers in self.bits.items()}
            raise other_questions(known, facts) from None
        return true


@lru_cache(maxsize=16)
def walks_of(rulebase: CheckedRulebase, nodes: int = NODES) -> Walks | Diagnostic:
    """Compile a rulebase, or say why that cannot be; kept for the last few, by content.

    Examples:
        >>> from nocontact import Rulebook
        >>> walks = walks_of(Rulebook.load())
        >>> len(walks.rules) == len(Rulebook.load().rules) > len(walks.roots)
        True
    """
    try:
        with within(SECONDS, "compiling the rules", refused="not compiled", limits=()):
            space = Space.of(rulebase.vocabulary, fact_order(rulebase), nodes)
            return _Reading(space.diagrams).walks(RuleFormulas.of(rulebase, space))
    except ProofError as error:
        return Diagnostic(
            "NC508",
            f"the diagram engine cannot answer: {error.diagnostics[0].message}",
            help='ask the reference engine: `engine="reference"`',
        )


@dataclass
class _Reading:
    """Reads diagrams into lists: the children of a node come before it."""

    diagrams: Diagrams
    variables: list[int] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    number: dict[Any, int] = field(default_factory=dict)
    roots: dict[int, int] = field(default_factory=dict)

    def walks(self, formulas: RuleFormulas) -> Walks:
        rulebase, space = formulas.rulebase, formulas.space
        rank = {name: finding.rank for name, finding in rulebase.findings.items()}
        rules = {
            rule.id: (
                self._root(formulas.fires[rule.id]),
                tuple((name, rank[name](level)) for name, level in rule.raises),
            )
            for rule in rulebase.rules
        }
        levels = {name: tuple(finding.levels) for name, finding in rulebase.findings.items()}
        bits: dict[str, dict[str, int]] = {name: {} for name in rulebase.vocabulary}
        for at, (fact, answer) in enumerate(space.bits):
            bits[fact][answer] = at
        return Walks(bits, self.variables, self.low, self.high, tuple(self.roots), rules, levels)

    def _root(self, formula: Formula) -> int:
        return self.roots.setdefault(self._node(formula.handle), len(self.roots))

    def _node(self, root: Any) -> int:
        waiting = [root]
        while waiting:
            handle = waiting[-1]
            halves = None if handle in self.number else self.diagrams.halves(handle)
            if halves is None:
                self.number.setdefault(handle, YES if handle.valid() else NO)
                waiting.pop()
            elif missing := [half for half in halves[1:] if half not in self.number]:
                waiting += missing
            else:
                self.number[handle] = len(self.variables)
                self.variables.append(halves[0])
                self.high.append(self.number[halves[1]])
                self.low.append(self.number[halves[2]])
                waiting.pop()
        return self.number[root]
