"""What every exact check may look at: the rulebook over all scenarios, and how it is said."""

from __future__ import annotations

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span
from nocontact.fork_safety import cached_property
from nocontact.parsing.data_to_yaml import flow
from nocontact.proof.all_scenarios import AllScenarios
from nocontact.proof.diagrams import Formula
from nocontact.proof.flat_to_answers import flat_to_answers
from nocontact.rulebook import CheckedRule, CheckedRulebase


class ExactContext:
    """A compiled rulebook, its places in the files, and the words of a proof.

    Attributes:
        scenarios: the rulebook over all scenarios.
        names: the rulebook as written, with its places.
    """

    def __init__(self, scenarios: AllScenarios) -> None:
        self.scenarios = scenarios
        self.names = Context(scenarios.rulebase.parsed, scenarios.rulebase.vocabulary)

    @property
    def rulebase(self) -> CheckedRulebase:
        """The rules."""
        return self.scenarios.rulebase

    @cached_property
    def fires(self) -> dict[str, Formula]:
        """The rules that can fire, by id, and where they do."""
        possible = self.scenarios.space.well_formed
        fires = self.scenarios.rules.fires
        found = {rule.id: fires[rule.id] & possible for rule in self.rulebase.rules}
        return {name: where for name, where in found.items() if not where.is_false}

    @cached_property
    def rules(self) -> tuple[CheckedRule, ...]:
        """The rules that can fire, in order of decision."""
        return tuple(rule for rule in self.rulebase.rules if rule.id in self.fires)

    @cached_property
    def nowhere(self) -> str:
        """The proof that something never happens: none of N scenarios, N written out."""
        return f"0 of {self.scenarios.space.size:,} scenarios"

    def never(self, formula: Formula) -> bool:
        """Return whether a formula holds in no scenario."""
        return (formula & self.scenarios.space.well_formed).is_false

    def same(self, one: Formula, two: Formula) -> bool:
        """Return whether two formulas hold in the same scenarios."""
        return self.never(one ^ two)

    def smallest(self, formula: Formula) -> str:
        """Return the scenario with the fewest answers, on one line that can be pasted and run."""
        facts = self.scenarios.space.smallest(formula)
        assert facts is not None, "asked for a witness of what never happens"
        return flow(flat_to_answers(self.rulebase, facts))

    def found(
        self, code: str, message: str, span: Span | None, help: str, witness: str | None = None
    ) -> Diagnostic:
        """Return a warning with its excerpt.

        Args:
            code: such as `NC611`.
            message: what is wrong, with how many scenarios say otherwise.
            span: where it stands.
            help: the way out.
            witness: a scenario that shows it; kept as what was found.
        """
        text = self.rulebase.parsed.texts.get(span.file, "") if span else ""
        excerpt = span.excerpt_of(text) or None if span else None
        return Diagnostic(code, message, span, excerpt, witness, help=help, severity="warning")
