"""The Rete engine: the same answers as the reference engine, by other means.

Rules are taken stage by stage: a rule comes after every rule that can raise what it reads.
The rulesets of a stage see one message each, with every value spelled out; what fired comes
back, and the findings are raised on this side before the next stage.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from nocontact.facts.fact import UNKNOWN
from nocontact.fork_safety import cached_property
from nocontact.inference.durable_host import HOST, is_available
from nocontact.inference.outcome import Outcome
from nocontact.inference.positive_form import Cases, PositiveForm
from nocontact.inference.program import other_questions
from nocontact.inference.property_tests import Codes, codes_of
from nocontact.inference.rete_network import Network, networks_of
from nocontact.rulebook import CheckedRulebase


def rete_available() -> bool:
    """Return whether the Rete engine can answer here; durable-rules is tried once."""
    return is_available()


class ReteEngine:
    """Answers through the Rete network of durable-rules; safe under threads and after fork.

    Examples:
        >>> ReteEngine().name
        'rete'
    """

    name = "rete"

    def infer(self, rulebase: CheckedRulebase, facts: Mapping[str, str]) -> Outcome:
        """Return every finding and every fired rule.

        Args:
            rulebase: a checked rulebase.
            facts: an answer, or `unknown`, for every fact of its vocabulary.

        Raises:
            EngineError: NC502 without durable-rules; NC503 when it breaks while answering.

        Examples:
            >>> from nocontact import Rulebook, Scenario
            >>> from nocontact.inference import ReferenceEngine
            >>> engine = ReteEngine() if rete_available() else ReferenceEngine()
            >>> person = Scenario(staying_away="nothing_holds")
            >>> engine.infer(Rulebook.load(), person.flat()).findings["wall"]
            'lock'
        """
        plan = plan_of(rulebase)
        values = plan.coded(facts)
        fired: set[str] = set()
        with HOST.using(plan.digest, plan.definitions) as rulesets:
            for stage in plan.stages:
                firing = {
                    head
                    for name, network in stage.items()
                    for rule in rulesets.fired(name, network.message(values))
                    for head in network.heads[rule]
                }
                plan.raise_findings(values, firing)
                fired |= firing
        in_order = tuple(rule.id for rule in rulebase.rules if rule.id in fired)
        return Outcome(plan.findings(values), in_order)


@dataclass(frozen=True)
class Plan:
    """A rulebase made ready for the network: rulesets by stage, and codes for every value.

    Attributes:
        fact_codes: fact → codes of its answers.
        finding_codes: finding or helper → codes of its levels, lowest first.
        raises: rule or helper → what it raises, and to which code.
        stages: in order; each a few networks by name.
        digest: content hash of all rulesets.

    Examples:
        >>> Plan({"hope": {"unknown": "a", "none": "b"}}, {"wall": {"none": "a"}}, {}, (), "")
        Plan(0 stages, 0 rulesets)
    """

    fact_codes: Mapping[str, Codes]
    finding_codes: Mapping[str, Codes]
    raises: Mapping[str, tuple[tuple[str, str], ...]]
    stages: tuple[Mapping[str, Network], ...]
    digest: str

    def __repr__(self) -> str:
        return f"Plan({len(self.stages)} stages, {len(self.definitions)} rulesets)"

    @cached_property
    def definitions(self) -> Mapping[str, str]:
        """Ruleset name → ruleset, in the JSON form of durable-rules.

        Examples:
            >>> Plan({}, {}, {}, (), "").definitions
            {}
        """
        return {name: each.definition for stage in self.stages for name, each in stage.items()}

    def coded(self, facts: Mapping[str, str]) -> dict[str, str]:
        """Return the code of every answer, with each finding at its lowest level.

        Raises:
            EngineError: when a fact is missing, or has an answer that it cannot have (NC507).

        Examples:
            >>> Plan({"hope": {"none": "b"}}, {"wall": {"none": "a"}}, {}, (), "").coded(
            ...     {"hope": "none"})
            {'hope': 'b', 'wall': 'a'}
        """
        try:
            answers = {name: codes[facts[name]] for name, codes in self.fact_codes.items()}
        except KeyError:
            raise other_questions(self.fact_codes, facts) from None
        return answers | self._lowest

    def raise_findings(self, values: dict[str, str], firing: Iterable[str]) -> None:
        """Raise what the rules of one stage conclude; codes sort as levels do.

        Examples:
            >>> values = {"wall": "a"}
            >>> Plan({}, {}, {"r": (("wall", "c"),)}, (), "").raise_findings(values, ["r"])
            >>> values
            {'wall': 'c'}
        """
        for head in firing:
            for finding, code in self.raises[head]:
                if values[finding] < code:
                    values[finding] = code

    def findings(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return the level of every finding by name; helpers are left out.

        Examples:
            >>> Plan({}, {"wall": {"none": "a"}}, {}, (), "").findings({"wall": "a"})
            {'wall': 'none'}
        """
        return {name: levels[values[name]] for name, levels in self._levels.items()}

    @cached_property
    def _lowest(self) -> dict[str, str]:
        return {name: min(codes.values()) for name, codes in self.finding_codes.items()}

    @cached_property
    def _levels(self) -> dict[str, dict[str, str]]:
        return {
            name: {code: level for level, code in codes.items()}
            for name, codes in self.finding_codes.items()
            if " " not in name
        }


@lru_cache(maxsize=16)
def plan_of(rulebase: CheckedRulebase) -> Plan:
    """Make a rulebase ready for the network; the plan is kept per content hash.

    Examples:
        >>> from nocontact import Rulebook
        >>> plan = plan_of(Rulebook.load())
        >>> plan.finding_codes["wall"]["lock"], plan.raises["wall.lock"]
        ('e', (('wall', 'e'),))
    """
    facts = {name: (UNKNOWN, *fact.answers) for name, fact in rulebase.vocabulary.items()}
    form = PositiveForm(
        facts | {name: finding.levels for name, finding in rulebase.findings.items()}
    )
    concluded: dict[str, Cases] = {}
    for rule in rulebase.rules:
        cases = form.true(rule.condition)
        concluded |= form.helpers
        concluded[rule.id] = cases
    codes = {name: codes_of(values) for name, values in form.domains.items()}
    raises = {rule.id: tuple((f, codes[f][level]) for f, level in rule.raises)
              for rule in rulebase.rules}  # fmt: skip
    raises |= {name: ((name, codes[name]["yes"]),) for name in form.helpers}
    stages = tuple(networks_of(each, codes) for each in _stages(concluded, raises))
    digest = _digest(network.definition for stage in stages for network in stage)
    return Plan(
        fact_codes={name: codes[name] for name in facts},
        finding_codes={name: each for name, each in codes.items() if name not in facts},
        raises=raises,
        stages=tuple(
            {f"{digest[:16]}.{at}.{n}": network for n, network in enumerate(stage)}
            for at, stage in enumerate(stages)
        ),
        digest=digest,
    )


def _stages(
    concluded: Mapping[str, Cases], raises: Mapping[str, tuple[tuple[str, str], ...]]
) -> list[dict[str, Cases]]:
    """Group conclusions so that each comes after all that can raise what it reads.

    They arrive in an order that keeps to that already: decisions come in order, and a helper
    comes before the rule that needs it.
    """
    settled: dict[str, int] = {}
    stages: list[dict[str, Cases]] = []
    for head, cases in concluded.items():
        read = {each.subject for case in cases for each in case}
        at = max((settled.get(subject, 0) for subject in read), default=0)
        if not cases:
            continue
        if at == len(stages):
            stages.append({})
        stages[at][head] = cases
        for subject, _ in raises[head]:
            settled[subject] = max(settled.get(subject, 0), at + 1)
    return stages


def _digest(definitions: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for definition in definitions:
        whole.update(definition.encode() + b"\0")
    return whole.hexdigest()
