"""Decision → YAML: one file, one question."""

from __future__ import annotations

from nocontact.parsing.condition_to_yaml import condition_data
from nocontact.parsing.data_to_yaml import Data, data_to_yaml
from nocontact.parsing.selector_to_yaml import selector_data
from nocontact.rulebook import YES_NO, Decision, Finding, Raise, RaiseStatus, Rule


def decision_to_yaml(decision: Decision) -> str:
    """Return the file of a decision.

    Examples:
        >>> scale = Finding("wall", ("none", "lock"), "wall")
        >>> print(decision_to_yaml(Decision("wall", "How high?", (scale,), (), (35,), "article")))
        decision: wall
        asks: "How high?"
        finding: {wall: [none, lock]}
        source: [35]
        voice: article
        rules: []
        <BLANKLINE>
    """
    data: dict[str, Data] = {"decision": decision.name, "asks": decision.asks}
    if decision.findings:
        data["finding"] = _findings(decision.findings)
    data |= {"source": list(decision.sources), "voice": decision.voice}
    data["rules"] = [_rule(rule, decision) for rule in decision.rules]
    return data_to_yaml(data)


def _findings(findings: tuple[Finding, ...]) -> Data:
    written: dict[str, Data] = {}
    for finding in findings:
        if finding.set_name:
            members = written.setdefault(finding.set_name, {"set": []})["set"]
            members.append(finding.name.removeprefix(f"{finding.set_name}."))
        else:
            plain = finding.levels == YES_NO
            written[finding.name] = "yes_no" if plain else list(finding.levels)
    return written


def _rule(rule: Rule, decision: Decision) -> Data:
    sets = {finding.name: finding.set_name for finding in decision.findings if finding.set_name}
    data = {
        "id": rule.id,
        "when": condition_data(rule.condition),
        "then": _conclusions(rule, sets),
        "because": rule.because,
        "source": list(rule.sources),
    }
    return data if rule.voice == decision.voice else data | {"voice": rule.voice}


def _conclusions(rule: Rule, sets: dict[str, str]) -> Data:
    written: dict[str, Data] = {}
    for each in rule.conclusions:
        if isinstance(each, RaiseStatus):
            return {"status": each.status, "tactics": selector_data(each.selector)}
        name = sets.get(each.finding)
        if name:
            written.setdefault(name, []).append(_member(each, name))
        else:
            written[each.finding] = each.level
    return written


def _member(conclusion: Raise, set_name: str) -> str:
    return conclusion.finding.removeprefix(f"{set_name}.")
