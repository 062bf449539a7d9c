"""Proofs of findings → plain data: every rule with its texts, and what it rests on."""

from __future__ import annotations

from nocontact.explanation.derivation.condition_to_data import Data, condition_to_data
from nocontact.explanation.derivation.missed_finding import MissedFinding, MissedRule
from nocontact.explanation.derivation.proof_tree import ProvedFinding, ProvedFirst, ProvedRule
from nocontact.explanation.evaluated_condition import EvaluatedCondition, ExplainedFinding
from nocontact.explanation.reason import Reason
from nocontact.explanation.wording import Wording


class ProofData:
    """Turns proofs into plain data, with the sentences of the rules in one language.

    Args:
        words: where the texts come from.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> because = recommend(Scenario(staying_away="nothing_holds")).why("wall")
        >>> data = ProofData(because.situation.words).finding(because.proof)
        >>> data["level"], [rule["id"] for rule in data["rules"]]
        ('lock', ['wall.lock'])
    """

    def __init__(self, words: Wording) -> None:
        self.words = words

    def finding(self, proof: ProvedFinding) -> Data:
        """Return a finding with the rules that raised it.

        Examples:
            >>> from nocontact import Rulebook
            >>> proof = ProvedFinding("wall", "lock", (), (), False, "above")
            >>> ProofData(Wording(Rulebook.load())).finding(proof)["shown"]
            'above'
        """
        return {
            "kind": "finding",
            "name": proof.name,
            "level": proof.level,
            "shown": proof.shown,
            "rules": [self._rule(rule) for rule in proof.rules],
            "unanswered": list(proof.unanswered),
            "no_higher": proof.no_higher,
        }

    def first(self, proof: ProvedFirst) -> Data:
        """Return which member of a set comes first.

        Examples:
            >>> from nocontact import Rulebook
            >>> data = ProofData(Wording(Rulebook.load())).first(ProvedFirst("x", None, (), ()))
            >>> data["member"] is None
            True
        """
        return {
            "kind": "first",
            "name": proof.name,
            "member": self.finding(proof.member) if proof.member else None,
            "before": list(proof.before),
            "after": list(proof.after),
        }

    def missed(self, missed: MissedFinding) -> Data:
        """Return a finding that does not have a level, with the rules that could have given it.

        Examples:
            >>> from nocontact import Rulebook
            >>> missed = MissedFinding("wall", "lock", "sealed", (), (), False)
            >>> ProofData(Wording(Rulebook.load())).missed(missed)["wanted"]
            'sealed'
        """
        return {
            "kind": "missed_finding",
            "name": missed.name,
            "level": missed.level,
            "wanted": missed.wanted,
            "shown": "above" if missed.above else "here",
            "rules": [self._missed_rule(rule) for rule in missed.rules],
            "raised_past": [self.reason(each) for each in missed.raised_past],
        }

    def reason(self, reason: Reason) -> Data:
        """Return a rule: its id, the level that it gives, its sentence, who speaks, its sources.

        Examples:
            >>> from nocontact import Rulebook
            >>> reason = Reason("wall.lock", "lock", "", (30, 35), "article")
            >>> ProofData(Wording(Rulebook.load())).reason(reason)["sources"]
            [30, 35]
        """
        return {
            "id": reason.rule,
            "level": reason.level,
            "because": self.words.because(reason.rule),
            "voice": reason.voice,
            "sources": list(reason.sources),
        }

    def condition(self, given: EvaluatedCondition | None) -> Data | None:
        """Return a condition with the values found; None where there is none.

        Examples:
            >>> from nocontact import Rulebook
            >>> ProofData(Wording(Rulebook.load())).condition(None) is None
            True
        """
        return None if given is None else condition_to_data(given, self._below)

    def _below(self, finding: ExplainedFinding) -> Data:
        if isinstance(finding, ProvedFinding):
            return self.finding(finding)
        if isinstance(finding, MissedFinding):
            return self.missed(finding)
        raise TypeError(f"not a proof: {type(finding).__name__}")

    def _rule(self, rule: ProvedRule) -> Data:
        found = {"decides": rule.decides, "shown": rule.shown}
        return self.reason(rule.reason) | found | {"condition": self.condition(rule.condition)}

    def _missed_rule(self, rule: MissedRule) -> Data:
        shown = "above" if rule.condition is None else "here"
        found = {"shown": shown, "condition": self.condition(rule.condition)}
        return self.reason(rule.reason) | found
