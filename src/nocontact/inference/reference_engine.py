"""The reference engine: the meaning of a rulebook, short enough to read aloud.

Take the decisions in order. Every rule whose condition is true fires. A rule that fires raises
its findings; nothing is ever lowered, so the order inside a decision does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.inference.outcome import Outcome
from nocontact.inference.program import program_of
from nocontact.rulebook import CheckedRulebase


class ReferenceEngine:
    """Answers by reading the rules in order; pure Python, no state.

    Examples:
        >>> ReferenceEngine().name
        'reference'
    """

    name = "reference"

    def infer(self, rulebase: CheckedRulebase, facts: Mapping[str, str]) -> Outcome:
        """Return every finding and every fired rule.

        Args:
            rulebase: a checked rulebase.
            facts: an answer, or `unknown`, for every fact of its vocabulary.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> facts = Scenario(staying_away="nothing_holds").flat()
            >>> outcome = ReferenceEngine().infer(Rulebook.load(), facts)
            >>> outcome.findings["wall"], "wall.lock" in outcome.fired
            ('lock', True)
        """
        program = program_of(rulebase)
        row = program.row(facts)
        fired = []
        for rule in program.rules:
            if rule.holds(row):
                fired.append(rule.id)
                for rank, slots in rule.raises:
                    for slot in slots:
                        if row[slot] < rank:
                            row[slot] = rank
        return Outcome(program.findings(row), tuple(fired))
