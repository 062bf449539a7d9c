"""Why something is as it is: a proof tree, down to answers and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from nocontact.display import Document, ShownAsData
from nocontact.explanation.claim import Claim, claim_about
from nocontact.explanation.claim_to_data import claim_to_data
from nocontact.explanation.derivation.condition_to_data import Data
from nocontact.explanation.derivation.proof_to_data import ProofData
from nocontact.explanation.derivation.proof_tree import ProvedFinding, ProvedFirst, ProvedRule
from nocontact.explanation.derivation.prover import Prover
from nocontact.explanation.derivation.step_proof import ProvedStep, step_proof
from nocontact.explanation.derivation.step_to_data import step_to_data
from nocontact.explanation.derivation.why_to_document import why_to_document
from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.explanation.situation import Situation
from nocontact.proof.subject import members_of
from nocontact.rulebook import STATUS, Cited


@dataclass(frozen=True)
class Why(ShownAsData):
    """Why something is as it is.

    Attributes:
        claim: what is explained, with the level that it has.
        proof: what it rests on: the proof of a finding, of a step, or of what comes first.
        situation: what the person told us, and what followed.
        everything: whether rules and parts are in it that did not decide.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> because = recommend(Scenario(staying_away="nothing_holds")).why("wall")
        >>> because.level, because.rules
        ('lock', ('wall.lock', 'difficulty.nothing-holds'))
        >>> because.answers, because.sources
        ({'staying_away': 'nothing_holds'}, (30, 35, 2))
        >>> because
        Why(wall; use .to_text())
    """

    claim: Claim
    proof: ProvedFinding | ProvedStep | ProvedFirst
    situation: Situation = field(compare=False)
    everything: bool = False

    def __repr__(self) -> str:
        return f"Why({self.claim.subject.name}; use .to_text())"

    @property
    def level(self) -> str:
        """The level that is explained.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(staying_away="nothing_holds")).why("standing").level
            'safety_not_asked'
        """
        return self.claim.level

    @property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules that it cites: strongest first, depth first, each once.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(how_i_am=["cannot_work"])).why("help").rules
            ('help.low-or-afraid',)
        """
        return tuple(dict.fromkeys(rule.reason.rule for rule in self._rules()))

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers at the leaves, by fact; `unknown` where it rests on silence.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(now_unsafe="no")).why("danger").answers
            {'danger_signs.none': 'unknown', 'afraid': 'unknown'}
        """
        facts = self.situation.facts
        return {name: facts[name] for leaf in self._leaves()
                if (name := _subject(leaf)) in facts}  # fmt: skip

    @property
    def sources(self) -> tuple[Cited, ...]:
        """Paragraphs and sources that it cites, in the order in which they come up.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(self_harm_thoughts="yes")).why("crisis_support").sources
            ('SA01', 'SA09')
        """
        needs = self.proof.needs if isinstance(self.proof, ProvedStep) else ()
        cited = [source for need in needs for source in need.sources]
        cited += [source for rule in self._rules() for source in rule.reason.sources]
        return tuple(dict.fromkeys(cited))

    def to_document(self) -> Document:
        """Return the answer in plain words, and the proof as a tree.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario(staying_away="nothing_holds")).why("wall").to_document().title
            'Why? The height of the wall: a high wall.'
        """
        return why_to_document(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the claim, what it rests on, and the proof, as plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> data = recommend(Scenario(staying_away="nothing_holds")).why("wall").to_dict()
            >>> data["schema"], data["claim"]["level"], data["answers"]
            ('nocontact.why/1', 'lock', {'staying_away': 'nothing_holds'})
        """
        return {
            "schema": "nocontact.why/1",
            "claim": claim_to_data(self.claim),
            "everything": self.everything,
            "rules": list(self.rules),
            "answers": dict(self.answers),
            "sources": list(self.sources),
            "proof": _proof_data(self),
        }

    def _rules(self) -> Iterator[ProvedRule]:
        for finding in self._findings():
            yield from finding.all_rules

    def _leaves(self) -> Iterator[EvaluatedCondition]:
        for finding in self._findings():
            yield from finding.all_leaves
        for condition in self._conditions():
            yield from condition.leaves

    def _findings(self) -> Iterator[ProvedFinding]:
        """Yield the proofs of findings that it holds, in the order in which they are shown."""
        if isinstance(self.proof, ProvedFinding):
            yield self.proof
        elif isinstance(self.proof, ProvedFirst):
            yield from (self.proof.member,) if self.proof.member else ()
        else:
            below = (leaf.below for each in self._conditions() for leaf in each.leaves)
            yield from (each for each in below if isinstance(each, ProvedFinding))
            yield self.proof.status

    def _conditions(self) -> Iterator[EvaluatedCondition]:
        if isinstance(self.proof, ProvedStep):
            conditions = (*(need.condition for need in self.proof.needs), self.proof.later)
            yield from (each for each in conditions if each is not None)


def why(
    situation: Situation, name: str, *, depth: int | None = None, everything: bool = False
) -> Why:
    """Return why something is as it is.

    Args:
        situation: the answer.
        name: a finding, a set of findings, a member of one, a tactic.
        depth: how many findings to go below this one; None for all the way to the answers.
        everything: weaker rules too, and the parts of conditions that were not needed.

    Raises:
        ExplanationError: when there is no such thing in the answer (NC801 to NC803).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> why(situation, "wall", depth=0).rules
        ('wall.lock',)
        >>> why(situation, "wall", depth=0, everything=True).rules
        ('wall.lock', 'wall.friction', 'wall.intention', 'wall.none')
    """
    claim = claim_about(situation, name)
    prover = Prover(situation, depth, everything)
    return Why(claim, _proof(prover, claim), situation, everything)


def _proof(prover: Prover, claim: Claim) -> ProvedFinding | ProvedStep | ProvedFirst:
    family, name = claim.subject
    if family == "step" and claim.level == "yes":
        return step_proof(prover, name)
    if family == "first":
        return _first(prover, name)
    return prover.finding(f"{STATUS}.{name}" if family in ("status", "step") else name)


def _first(prover: Prover, name: str) -> ProvedFirst:
    findings, members = prover.situation.findings, members_of(prover.situation.rulebase, name)
    there = [each for each in members if findings[f"{name}.{each}"] == "yes"]
    if not there:
        return ProvedFirst(name, None, members, ())
    before = members[: members.index(there[0])]
    return ProvedFirst(name, prover.finding(f"{name}.{there[0]}"), before, tuple(there[1:]))


def _subject(leaf: EvaluatedCondition) -> str:
    return str(getattr(leaf.condition, "subject", ""))


def _proof_data(because: Why) -> Data:
    proofs, proof = ProofData(because.situation.words), because.proof
    if isinstance(proof, ProvedFinding):
        return proofs.finding(proof)
    if isinstance(proof, ProvedFirst):
        return proofs.first(proof)
    return step_to_data(proof, proofs)
